/** `brightline prove`: the promises of a place or a text, and claims given on the command line. */
import { existsSync } from 'node:fs'
import { valueWords } from '@brightline/engine/analysis'
import type { Library } from '@brightline/language'
import { readClaims } from '../analysis/claims.ts'
import { ownOf, proveClaim, proveEquivalent, provePromises, type Asked, type Proof } from '../analysis/proofs.ts'
import { libraryFor, readSide, readWorking, type Working } from '../analysis/side.ts'
import { counted } from '../analysis/number.ts'
import { analysisWords } from '../analysis/words.ts'
import { Temporal } from 'temporal-polyfill'
import { readAsOf, readLawDate } from '../flag/as-of.ts'
import { unknownWord } from '../terminal/unknown.ts'
import { exitCode, paint, print, UsageError } from '../output.ts'
import { words, type Lang } from '../words.ts'
import { readOwnLang } from '../flag/lang.ts'

/** As the command line gives them. */
export interface ProveFlags {
  readonly asOf?: string
  readonly claim: readonly string[]
  readonly blind: readonly string[]
  readonly neverSilent: readonly string[]
  readonly floor: readonly string[]
  readonly ceiling: readonly string[]
  readonly equivalent: readonly string[]
  readonly agency?: string
  readonly lang: string
  readonly json: boolean
}

/** Proves the promises of a target and the claims of the flags. Exit 0 where all hold. */
export async function prove(target: string, flags: ProveFlags, law: string): Promise<number> {
  const lang = readOwnLang(flags.lang)
  const asOf = flags.asOf === undefined ? null : readLawDate(flags.asOf)
  const working = isFile(target) ? readWorking(target) : null
  const place = working?.place ?? target
  const library = await libraryFor(place, law, working)
  const promising =
    working === null ? ownOf(library, place) : library.instruments.filter(({ id }) => id === working.instrument)
  const proofs = promising.flatMap((instrument) => provePromises(library, instrument, asOf, lang))
  const asked = await askedBy(flags, library, place, law, working, lang)
  const all = [
    ...proofs,
    ...asked.map((one) => proveClaim(library, one, lang)),
    ...(await equivalences(flags, place, law, working, lang)),
  ]
  if (all.length === 0)
    throw new UsageError(
      `\`${target}\` promises nothing`,
      'give a claim, such as --never-silent hold or --claim "staff never may hold"',
    )
  if (flags.json) print(JSON.stringify({ version: 1, place, proofs: all, scope: analysisWords[lang].proofScope }))
  else for (const line of proofLines(place, all, lang)) print(line)
  return all.every(({ result }) => result === 'holds') ? exitCode.fine : exitCode.findings
}

function isFile(target: string): boolean {
  return target.endsWith('.policy') || (existsSync(target) && !/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(target))
}

async function askedBy(
  flags: ProveFlags,
  library: Library,
  place: string,
  law: string,
  working: Working | null,
  lang: Lang,
): Promise<readonly Asked[]> {
  const say = analysisWords[lang]
  const { vocabulary, instruments } = library
  const facts = vocabulary.facts.map(({ name }) => name)
  const acts = vocabulary.acts.map(({ name }) => name)
  const agencies = vocabulary.agencies.map(({ name }) => name)
  const ids = instruments.map(({ id }) => id)
  if (flags.agency !== undefined) known('agency', flags.agency, agencies)
  const about = {
    instrument: null,
    place,
    agencies: flags.agency === undefined ? null : [flags.agency],
    dates: [readAsOf(flags.asOf, place, library, { now: Temporal.Now.instant })],
  }
  const always = { kind: 'always' } as const
  return [
    ...(await readClaims(flags.claim, place, law, working)).map((one) => ({ ...about, ...one })),
    ...flags.blind.map((fact): Asked => {
      known('fact', fact, facts)
      return { ...about, name: say.blindTo(fact), claim: { kind: 'blind', acts: null, facts: [fact] } }
    }),
    ...flags.neverSilent.map((act): Asked => {
      known('act', act, acts)
      return { ...about, name: say.decides(act), claim: { kind: 'decides', acts: [act], condition: always } }
    }),
    ...flags.floor.map((id): Asked => {
      known('instrument', id, ids)
      return { ...about, name: say.keepsFloor(id), claim: { kind: 'keeps-floor', instrument: id } }
    }),
    ...flags.ceiling.map((id): Asked => {
      known('instrument', id, ids)
      return { ...about, name: say.keepsCeiling(id), claim: { kind: 'keeps-ceiling', instrument: id } }
    }),
  ]
}

async function equivalences(
  flags: ProveFlags,
  place: string,
  law: string,
  working: Working | null,
  lang: Lang,
): Promise<readonly Proof[]> {
  if (flags.equivalent.length === 0) return []
  const left = await readSide(place, law, working, lang, flags.asOf)
  return Promise.all(
    flags.equivalent.map(async (text) => proveEquivalent(left, await readSide(text, law, null, lang), lang)),
  )
}

function known(noun: string, name: string, names: readonly string[]): void {
  if (!names.includes(name)) throw unknownWord(noun, name, names)
}

function proofLines(place: string, proofs: readonly Proof[], lang: Lang): readonly string[] {
  const say = analysisWords[lang]
  const failed = proofs.filter(({ result }) => result !== 'holds').length
  return [
    `${paint('bold', place)}: ${counted(proofs.length, say.claim)}, ${failed === 0 ? say.allHold : say.notProved(failed)}`,
    ...proofs.flatMap((proof) => proofText(proof, lang)),
    '',
    say.holdsFor(say.proofScope),
  ]
}

function proofText({ name, instrument, result, why, witness, dates }: Proof, lang: Lang): readonly string[] {
  const say = analysisWords[lang]
  const [first] = dates
  const when = dates.length === 1 && first !== undefined ? say.onDate(first) : say.onDates(dates.length)
  const whose = instrument === null ? '' : ` [${instrument}]`
  if (result === 'holds') return [`  ${say.holds}, ${when}: ${name}${whose}`]
  if (result === 'not-analysed')
    return [`  ${paint('bold', say.notAnalysed)}: ${name}${whose}: ${why ?? ''}; ${say.nothingSaid}`]
  const head = ['', `  ${paint('bold', say.refuted)}: ${name}${whose}`, `    ${why ?? ''}`]
  if (witness === null) return head
  const facts = Object.entries(witness.decisive).map(([fact, value]) => `${fact} = ${valueWords(value, lang)}`)
  return [
    ...head,
    `    ${words[lang].asOf} ${witness.asOf}, ${witness.act}: ${words[lang].possibleVerdict[witness.verdict]}${otherText(witness, lang)}`,
    ...facts.map((fact) => `      ${fact}`),
    ...(witness.example === null
      ? [`    ${say.noExample}`]
      : [`    ${say.asExample}`, '', ...witness.example.split('\n'), '']),
  ]
}

/** What the case comes out as with another value of the one fact, or on the other side. */
function otherText({ decisive, other }: NonNullable<Proof['witness']>, lang: Lang): string {
  const say = analysisWords[lang]
  if (other === null) return ''
  const changed = Object.entries(other.facts).filter(([fact, value]) => decisive[fact] !== value)
  const where = changed.map(([fact, value]) => say.whereOnly(fact, valueWords(value, lang)))[0] ?? say.onOtherSide
  return `, ${say.and} ${words[lang].possibleVerdict[other.verdict]} ${where}`
}

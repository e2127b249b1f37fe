/** `brightline prove`: the promises of a place or a text, and claims given on the command line. */
import { existsSync } from 'node:fs'
import type { Library } from '@brightline/language'
import { readClaims } from '../analysis/claims.ts'
import { ownOf, proveClaim, proveEquivalent, provePromises, type Asked, type Proof } from '../analysis/proofs.ts'
import { libraryFor, readSide, readWorking, type Working } from '../analysis/side.ts'
import { counted, proofScope, verdictWords } from '../analysis/words.ts'
import { exitCode, paint, print, UsageError } from '../output.ts'
import { isDate, unknown } from '../request.ts'
import { today } from './decide-flags.ts'

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
  readonly json: boolean
}

/** Proves the promises of a target and the claims of the flags. Exit 0 where all hold. */
export async function prove(target: string, flags: ProveFlags, law: string): Promise<number> {
  if (flags.asOf !== undefined && !isDate(flags.asOf)) {
    throw new UsageError(`\`${flags.asOf}\` is not a date`, 'write year-month-day, such as 2026-11-22')
  }
  const working = isFile(target) ? readWorking(target) : null
  const place = working?.place ?? target
  const library = await libraryFor(place, law, working)
  const promising =
    working === null ? ownOf(library, place) : library.instruments.filter(({ id }) => id === working.instrument)
  const proofs = promising.flatMap((instrument) => provePromises(library, instrument, flags.asOf ?? null))
  const asked = await askedBy(flags, library, place, law, working)
  const all = [
    ...proofs,
    ...asked.map((one) => proveClaim(library, one)),
    ...(await equivalences(flags, place, law, working)),
  ]
  if (all.length === 0)
    throw new UsageError(
      `\`${target}\` promises nothing`,
      'give a claim, such as --never-silent hold or --claim "staff never may hold"',
    )
  if (flags.json) print(JSON.stringify({ version: 1, place, proofs: all, scope: proofScope }))
  else for (const line of proofLines(place, all)) print(line)
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
): Promise<readonly Asked[]> {
  const { vocabulary, instruments } = library
  const facts = vocabulary.facts.map(({ name }) => name)
  const acts = vocabulary.acts.map(({ name }) => name)
  const agencies = vocabulary.agencies.map(({ name }) => name)
  const ids = instruments.map(({ id }) => id)
  if (flags.agency !== undefined) known('REQ-0002', 'agency', flags.agency, agencies)
  const about = {
    instrument: null,
    place,
    agencies: flags.agency === undefined ? null : [flags.agency],
    dates: [flags.asOf ?? today()],
  }
  const always = { kind: 'always' } as const
  return [
    ...(await readClaims(flags.claim, place, law, working)).map((one) => ({ ...about, ...one })),
    ...flags.blind.map((fact): Asked => {
      known('FACT-0001', 'fact', fact, facts)
      return {
        ...about,
        name: `no verdict or duty depends on ${fact}`,
        claim: { kind: 'blind', acts: null, facts: [fact] },
      }
    }),
    ...flags.neverSilent.map((act): Asked => {
      known('REQ-0003', 'act', act, acts)
      return { ...about, name: `always decides ${act}`, claim: { kind: 'decides', acts: [act], condition: always } }
    }),
    ...flags.floor.map((id): Asked => {
      known('POL-0201', 'instrument', id, ids)
      return { ...about, name: `permits nothing that ${id} prohibits`, claim: { kind: 'keeps-floor', instrument: id } }
    }),
    ...flags.ceiling.map((id): Asked => {
      known('POL-0201', 'instrument', id, ids)
      return { ...about, name: `prohibits nothing that ${id} allows`, claim: { kind: 'keeps-ceiling', instrument: id } }
    }),
  ]
}

async function equivalences(
  flags: ProveFlags,
  place: string,
  law: string,
  working: Working | null,
): Promise<readonly Proof[]> {
  if (flags.equivalent.length === 0) return []
  const left = await readSide(`${place}@${flags.asOf ?? today()}`, law, working)
  return Promise.all(flags.equivalent.map(async (text) => proveEquivalent(left, await readSide(text, law, null))))
}

function known(code: string, noun: string, name: string, names: readonly string[]): void {
  if (names.includes(name)) return
  const { message, help } = unknown(code, noun, name, names)
  throw new UsageError(message, help)
}

function proofLines(place: string, proofs: readonly Proof[]): readonly string[] {
  const failed = proofs.filter(({ result }) => result !== 'holds').length
  return [
    `${paint('bold', place)}: ${counted(proofs.length, 'claim')}, ${failed === 0 ? 'all hold' : `${failed} not proved`}`,
    ...proofs.flatMap(proofText),
    '',
    `A claim that holds is ${proofScope}.`,
  ]
}

function proofText({ name, instrument, result, why, witness, dates }: Proof): readonly string[] {
  const [first] = dates
  const when = dates.length === 1 && first !== undefined ? `on ${first}` : `on all ${dates.length} dates of change`
  const whose = instrument === null ? '' : ` [${instrument}]`
  if (result === 'holds') return [`  holds, ${when}: ${name}${whose}`]
  if (result === 'not-analysed')
    return [`  ${paint('bold', 'not analysed')}: ${name}${whose}: ${why ?? ''}; nothing is said about it`]
  const head = ['', `  ${paint('bold', 'refuted')}: ${name}${whose}`, `    ${why ?? ''}`]
  if (witness === null) return head
  const facts = Object.entries(witness.decisive).map(([fact, value]) => `${fact} = ${value}`)
  return [
    ...head,
    `    as of ${witness.asOf}, ${witness.act}: ${verdictWords[witness.verdict]}${otherText(witness)}`,
    ...facts.map((fact) => `      ${fact}`),
    ...(witness.example === null
      ? [
          '    no example: it would need a protected fact or one that nobody can give, or the act is too large to be decided',
        ]
      : ['    as an example:', '', ...witness.example.split('\n'), '']),
  ]
}

/** What the case comes out as with another value of the one fact, or on the other side. */
function otherText({ decisive, other }: NonNullable<Proof['witness']>): string {
  if (other === null) return ''
  const changed = Object.entries(other.facts).filter(([fact, value]) => decisive[fact] !== value)
  const where = changed.map(([fact, value]) => `where only ${fact} = ${value}`)[0] ?? 'on the other side'
  return `, and ${verdictWords[other.verdict]} ${where}`
}

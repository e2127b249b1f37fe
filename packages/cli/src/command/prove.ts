/** `brightline prove`: the promises of a place or a text, and claims given on the command line. */
import { existsSync } from 'node:fs'
import { compare, ownInstruments, promisesOf, prove as proveClaim, type Asked } from '@brightline/engine/analysis'
import { readClaims, type Working } from '@brightline/law-files'
import { proofLines, toEquivalence, toProveDocument, type ProofDocument } from '@brightline/wording/analysis'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { asOfOption, readAsOf, readLawDate } from '../flag/as-of.ts'
import { collect, examples } from '../flag/help.ts'
import { langOption, needLang, readLang } from '../flag/lang.ts'
import { readLawWith, readSide, readWorkingText, type LawToRead } from '../flag/side.ts'
import { exitCode } from '../terminal/output.ts'
import { unknownWord, type Noun } from '../terminal/unknown.ts'
import { wrongUse } from '../terminal/usage.ts'

interface ProveFlags {
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

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('prove <place-or-file>')
    .description('prove the promises of a place or a working text, and claims given here, or show a case against them')
    .addOption(asOfOption())
    .option('--claim <claim>', 'a claim in the words of a promise; again for more', collect, [])
    .option('--blind <fact>', 'no verdict or duty depends on this fact; again for more', collect, [])
    .option('--never-silent <act>', 'every case of this act is decided; again for more', collect, [])
    .option('--floor <instrument>', 'nothing is permitted that this instrument prohibits; again for more', collect, [])
    .option(
      '--ceiling <instrument>',
      'nothing is prohibited that this instrument requires, or permits as a ceiling; again for more',
      collect,
      [],
    )
    .option('--equivalent <place@date>', 'every case comes out as it does there; again for more', collect, [])
    .option('--agency <kind>', 'the claims given here are about this kind of agency')
    .addOption(langOption())
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples(
        'brightline prove us/ca',
        'brightline prove us/ca --claim "staff never may hold when request.form is i-247a"',
        'brightline prove draft.policy --blind person.race',
      ),
    )
    .action(async (target: string, flags: ProveFlags) => {
      context.finish(await prove(target, flags, context))
    })
}

/** Proves the promises of a target and the claims of the flags. Exit 0 where all hold. */
async function prove(target: string, flags: ProveFlags, context: Context): Promise<number> {
  const lang = readLang(flags.lang, context)
  if (flags.asOf !== undefined) readLawDate(flags.asOf)
  const draft = readWorkingText(isFile(target) ? target : undefined, context)
  const law = await readLawWith(draft?.place ?? target, draft, context)
  const { library, place } = law
  needLang(lang, library)
  const promising =
    draft === null ? ownInstruments(library, place) : library.instruments.filter(({ id }) => id === draft.instrument)
  const asked = [
    ...promising.flatMap((instrument) => promisesOf(library, instrument, flags.asOf ?? null)),
    ...(await claimsOf(flags, law, draft, context)),
  ]
  const claims = asked.map((one) => ({ asked: one, proved: proveClaim(library, one) }))
  const document = toProveDocument(library, place, claims, await equivalences(flags, place, draft, context))
  if (document.proofs.length === 0)
    throw wrongUse('USE-0111', { target, samples: ['--never-silent hold', '--claim "staff never may hold"'] })
  if (flags.json) context.printJson(document)
  else {
    const layout = { vocabulary: library.vocabulary, lang, paint: context.paint }
    for (const line of proofLines(document, layout)) context.print(line)
  }
  return document.proofs.every(({ result }) => result === 'holds') ? exitCode.fine : exitCode.findings
}

function isFile(target: string): boolean {
  return target.endsWith('.policy') || (existsSync(target) && !/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(target))
}

/** Reads the claims of the flags, about the date of `--as-of` or today. */
async function claimsOf(
  flags: ProveFlags,
  { library, place }: LawToRead,
  draft: Working | null,
  context: Context,
): Promise<readonly Asked[]> {
  const { vocabulary, instruments } = library
  const about = {
    name: null,
    instrument: null,
    place,
    agencies: flags.agency === undefined ? null : [known('agency', flags.agency, vocabulary.agencies)],
    dates: [readAsOf(flags.asOf, place, library, context)],
  }
  const instrument = (id: string): string =>
    known(
      'instrument',
      id,
      instruments.map((one) => ({ name: one.id })),
    )
  const given = context.need(await readClaims(context.openLaw(), place, flags.claim, draft))
  return [
    ...given.map((one) => ({ ...about, ...one })),
    ...flags.blind.map((fact): Asked => {
      return { ...about, claim: { kind: 'blind', acts: null, facts: [known('fact', fact, vocabulary.facts)] } }
    }),
    ...flags.neverSilent.map((act): Asked => {
      const acts = [known('act', act, vocabulary.acts)]
      return { ...about, claim: { kind: 'decides', acts, condition: { kind: 'always' } } }
    }),
    ...flags.floor.map((id): Asked => ({ ...about, claim: { kind: 'keeps-floor', instrument: instrument(id) } })),
    ...flags.ceiling.map((id): Asked => ({ ...about, claim: { kind: 'keeps-ceiling', instrument: instrument(id) } })),
  ]
}

/** Compares the place with each other side, over every case. */
async function equivalences(
  flags: ProveFlags,
  place: string,
  draft: Working | null,
  context: Context,
): Promise<readonly ProofDocument[]> {
  if (flags.equivalent.length === 0) return []
  const left = await readSide(place, draft, context, flags.asOf)
  return Promise.all(
    flags.equivalent.map(async (text) => {
      const right = await readSide(text, null, context)
      return toEquivalence(left, right, compare(left.stack, right.stack))
    }),
  )
}

function known(noun: Noun, name: string, among: readonly { readonly name: string }[]): string {
  const names = among.map((one) => one.name)
  if (names.includes(name)) return name
  throw unknownWord(noun, name, names)
}

/** `brightline compare`: what changes between two dates, two places, or the law and a working text. */
import { compare as compareStacks } from '@brightline/engine/analysis'
import type { ComparisonParts } from '@brightline/documents'
import type { ReplayDocument } from '@brightline/simulate'
import { disclaimerLines, inLanguage, printoutLines, shownAuthorities, type ByLanguage } from '@brightline/wording'
import { compareLines, speakerOf, suppressedWords, toCompareDocument, type Side } from '@brightline/wording/analysis'
import type { Situations } from '@brightline/engine'
import type { Working } from '@brightline/law-files'
import { readLawCases } from '@brightline/law-files/cases'
import type { Command } from 'commander'
import { affectedRequests } from '../data/affected-requests.ts'
import type { Context } from '../context.ts'
import { dataFiles, exitForData } from '../data/data-set.ts'
import { checkPublic, type DataFlags } from '../flag/data.ts'
import { collect, examples } from '../flag/help.ts'
import { langOption, needLang, readLang } from '../flag/lang.ts'
import { readSide, readWorkingText } from '../flag/side.ts'
import { exitCode } from '../terminal/output.ts'
import { outputColumns } from '../terminal/screen.ts'
import { unknownWord } from '../terminal/unknown.ts'
import { wrongUse } from '../terminal/usage.ts'

interface CompareFlags extends DataFlags {
  readonly file?: string
  readonly act: readonly string[]
  readonly agency?: string
  readonly budget?: string
  readonly all: boolean
  readonly memo?: string
  readonly page?: string
  readonly public: boolean
  readonly lang: string
  readonly json: boolean
}

/** So many lines are printed at most, but for `--all`. */
const linesShown = 60
/** Where there is no terminal to ask, lines are as wide as this. */
const usualWidth = 100

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('compare <left> [right]')
    .description('say exactly what changes between two dates, two places, or the law and a working text')
    .option('--file <policy>', 'a working text: the second side has it in place of the instrument it names')
    .option('--act <act>', 'only this act; again for more', collect, [])
    .option('--agency <kind>', 'only cases of this kind of agency')
    .option('--budget <nodes>', 'how large the diagrams of one act may grow (default: 400000)')
    .option('--all', 'every change, also where that is long', false)
    .option('--memo <file>', 'also write a memo in Markdown')
    .option('--page <file>', 'also write a page in HTML')
    .option('--data <file>', 'also count the recorded requests that change: CSV, gzip CSV, Parquet or Arrow')
    .option('--mapping <file>', 'with --data: how its columns become facts, or the name of a ready mapping')
    .option('--from <date>', 'with --data: the first day that counts')
    .option('--through <date>', 'with --data: the last day that counts')
    .option('--public', 'with --data: suppress small counts, so that the result can be published', false)
    .option('--workers <number>', 'with --data: worker threads (default: two for large files)')
    .addOption(langOption())
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples(
        'brightline compare us/ca@2017-12-31 us/ca@2018-01-01 --memo change.md',
        'brightline compare us/ca --file draft.policy --page change.html',
        'brightline compare us/ca --file draft.policy --data detainers.csv.gz --mapping ice-detainers-fy2015',
      ),
    )
    .action(async (left: string, right: string | undefined, flags: CompareFlags) => {
      context.finish(await compare(left, right, flags, context))
    })
}

/** Compares two sides and prints what changes. Exit 0 where nothing does. */
async function compare(
  left: string,
  right: string | undefined,
  flags: CompareFlags,
  context: Context,
): Promise<number> {
  const lang = readLang(flags.lang, context)
  const working = readWorkingText(flags.file, context)
  const sides = await readSides(left, right, working, context)
  needLang(lang, sides[1].stack.library)
  const agency = namedAgency(flags, sides[1])
  const comparison = compareStacks(sides[0].stack, sides[1].stack, {
    ...namedActs(flags, sides),
    agency,
    ...budgetOf(flags),
  })
  const counted = isDataNamed(flags)
    ? await affectedRequests({ sides, comparison, flags, working, lang: context.lang(), context })
    : null
  const document = toCompareDocument({
    left: sides[0],
    right: sides[1],
    comparison,
    agency,
    replayed: counted?.document ?? null,
    situations: situationsOf(context),
  })
  const data = counted === null ? [] : dataLines(counted.document, lang)
  const speaker = speakerOf(...sides, lang)
  if (flags.json) context.printJson(document)
  else {
    const width = outputColumns() ?? usualWidth
    const layout = { speaker, data, paint: context.paint, width, most: flags.all ? 'all' : linesShown } as const
    for (const line of compareLines(document, { ...layout, seeAll: inLanguage(seeAll, lang) })) context.print(line)
  }
  const authorities = shownAuthorities(sides[1].stack.library, sides[1].stack, lang)
  await writeDocuments({ document, speaker, authorities, data }, flags, context)
  const exit = exitForData(counted?.problems ?? [], false, lang)
  return document.isSame ? exit : exitCode.findings
}

const seeAll: ByLanguage<string> = {
  en: '`--all` shows every change, and `--act`, `--memo`, `--page` and `--json` say more.',
  es: '`--all` muestra todos los cambios, y `--act`, `--memo`, `--page` y `--json` dicen más.',
}

/** Reads the standard situations; null where the law has none, or none that can be read. */
function situationsOf(context: Context): Situations | null {
  const cases = readLawCases(context.openLaw())
  return cases.ok ? cases.value.situations : null
}

/** Reads the two sides. Where one place is named, the other side is that place with the working text. */
async function readSides(
  left: string,
  right: string | undefined,
  working: Working | null,
  context: Context,
): Promise<readonly [Side, Side]> {
  if (right === undefined && working === null) {
    throw wrongUse('USE-0106', { flag: '--file' })
  }
  return [await readSide(left, null, context), await readSide(right ?? left, working, context)]
}

/** Tells whether a data set is named; the flags about requests mean nothing without one. */
function isDataNamed(flags: CompareFlags): boolean {
  if (flags.data === undefined && flags.mapping === undefined) {
    const idle = (['from', 'through', 'workers'] as const).find((name) => flags[name] !== undefined)
    const name = idle ?? (flags.public ? 'public' : undefined)
    if (name === undefined) return false
    throw wrongUse('USE-0104', { flag: `--${name}`, subject: 'data' })
  }
  if (flags.public) checkPublic(flags.act)
  return true
}

/** Lists everything that must be said beside the numbers, in one language. */
function dataLines(data: ReplayDocument, lang: string): readonly string[] {
  const suppressed = data.isPublic ? [suppressedWords(lang)] : []
  return [...printoutLines(data, lang), ...suppressed, ...disclaimerLines(lang)]
}

function namedActs({ act: acts }: CompareFlags, sides: readonly [Side, Side]): { readonly acts?: readonly string[] } {
  if (acts.length === 0) return {}
  const known = sides.flatMap(({ stack }) => stack.library.vocabulary.acts.map(({ name }) => name))
  const wrong = acts.find((act) => !known.includes(act))
  if (wrong === undefined) return { acts }
  throw unknownWord('act', wrong, known)
}

function namedAgency({ agency }: CompareFlags, { stack }: Side): string | null {
  if (agency === undefined) return null
  const known = stack.library.vocabulary.agencies.map(({ name }) => name)
  if (known.includes(agency)) return agency
  throw unknownWord('agency', agency, known)
}

function budgetOf({ budget }: CompareFlags): { readonly budget?: number } {
  if (budget === undefined) return {}
  if (!/^[1-9]\d{0,7}$/.test(budget))
    throw wrongUse('USE-0004', { flag: '--budget', what: 'nodes', word: budget, sample: '400000' })
  return { budget: Number(budget) }
}

/** Writes the memo and the page, where they are asked for; only these need the templates. */
async function writeDocuments(
  parts: ComparisonParts,
  { memo, page, ...flags }: CompareFlags,
  context: Context,
): Promise<void> {
  if (memo === undefined && page === undefined) return
  const { comparisonMemo, comparisonPage } = await import('@brightline/documents')
  const read = [...dataFiles(flags), ...(flags.file === undefined ? [] : [flags.file])]
  const write = (file: string, text: string): void => {
    context.write(file, text, read)
    context.tell(`wrote ${file}`)
  }
  if (memo !== undefined) write(memo, comparisonMemo(parts))
  if (page !== undefined) write(page, comparisonPage(parts))
}

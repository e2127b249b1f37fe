/** `brightline cases`: what places answer to the standard situations, and what differs from their texts. */
import { lawFor } from '@brightline/law-files'
import { readLawCases, type LawCases } from '@brightline/law-files/cases'
import { caseRows, caseTableLines, csvText, toCasesDocument, type PlaceToTry } from '@brightline/wording'
import { Option, type Command } from 'commander'
import type { Context } from '../context.ts'
import { readLawDate } from '../flag/as-of.ts'
import { examples } from '../flag/help.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { placeCalled } from '../flag/place.ts'
import { exitCode } from '../terminal/output.ts'
import { outputColumns } from '../terminal/screen.ts'

interface CasesFlags {
  readonly lang: string
  readonly json: boolean
  readonly csv: boolean
  readonly asOf?: string
}

/** Where there is no terminal to ask, lines are as wide as this. */
const usualWidth = 120

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('cases [places...]')
    .description('put the standard counter cases to places, and say where the answer is not the one of the text')
    .option('--as-of <date>', 'the date of the law (default: that of the situations)')
    .addOption(langOption())
    .addOption(new Option('--json', 'as JSON').default(false).conflicts('csv'))
    .option('--csv', 'as a table of data: a row for each place, situation and date', false)
    .addHelpText(
      'before',
      examples(
        'brightline cases',
        'brightline cases us/ca us/tx --as-of 2017-12-31',
        'brightline cases --csv > cases.csv',
      ),
    )
    .action(async (places: readonly string[], flags: CasesFlags) => {
      context.finish(await cases(places, flags, context))
    })
}

/** Prints the table. Exit 0 where every answer is the one that was written from the text. */
async function cases(names: readonly string[], flags: CasesFlags, context: Context): Promise<number> {
  const lang = readLang(flags.lang, context)
  const asOf = flags.asOf === undefined ? null : readLawDate(flags.asOf)
  const law = context.openLaw()
  const { situations, byPlace } = onDate(context.need(readLawCases(law)), asOf)
  const places: PlaceToTry[] = []
  for (const name of names.length === 0 ? byPlace.keys() : names) {
    const place = await placeCalled(name, context)
    if (places.some((one) => one.place === place)) continue
    const library = context.need(await lawFor(law, place))
    places.push({ place, library, expected: byPlace.get(place) ?? [] })
  }
  const document = toCasesDocument(situations, places)
  if (flags.json) context.printJson(document)
  else if (flags.csv) context.printText(csvText(caseRows(document, lang)))
  else {
    const layout = { lang, width: outputColumns() ?? usualWidth, paint: context.paint }
    for (const line of caseTableLines(document, layout)) context.print(line)
  }
  return document.places.every(({ differing }) => differing === 0) ? exitCode.fine : exitCode.findings
}

/** Puts the situations under the law of a date, with the answers that are written for it; null is their own date. */
function onDate(cases: LawCases, asOf: string | null): LawCases {
  if (asOf === null) return cases
  const { situations, byPlace } = cases
  const written = [...byPlace].map(
    ([place, rows]) => [place, rows.filter((row) => (row.asOf ?? situations.asOf) === asOf)] as const,
  )
  return { situations: { ...situations, asOf }, byPlace: new Map(written) }
}

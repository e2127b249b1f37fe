/** `brightline cases`: what places answer to the standard situations, and what differs from their texts. */
import { findPlace, lawFor, readLawCases } from '@brightline/law-files'
import { caseTableLines, toCasesDocument, type PlaceToTry } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { exitCode } from '../terminal/output.ts'
import { outputColumns } from '../terminal/screen.ts'

interface CasesFlags {
  readonly lang: string
  readonly json: boolean
}

/** Where there is no terminal to ask, lines are as wide as this. */
const usualWidth = 120

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('cases [places...]')
    .description('put the standard counter cases to places, and say where the answer is not the one of the text')
    .addOption(langOption())
    .option('--json', 'as JSON', false)
    .addHelpText('before', examples('brightline cases', 'brightline cases us/ca us/tx'))
    .action(async (places: readonly string[], flags: CasesFlags) => {
      context.finish(await cases(places, flags, context))
    })
}

/** Prints the table. Exit 0 where every answer is the one that was written from the text. */
async function cases(names: readonly string[], flags: CasesFlags, context: Context): Promise<number> {
  const lang = readLang(flags.lang, context)
  const law = context.openLaw()
  const { situations, byPlace } = context.need(readLawCases(law))
  const places: PlaceToTry[] = []
  for (const name of names.length === 0 ? byPlace.keys() : names) {
    const place = context.need(await findPlace(law, name))
    if (places.some((one) => one.place === place)) continue
    const library = context.need(await lawFor(law, place))
    places.push({ place, library, expected: byPlace.get(place) ?? [] })
  }
  const document = toCasesDocument(situations, places)
  if (flags.json) context.printJson(document)
  else {
    const layout = { lang, width: outputColumns() ?? usualWidth, paint: context.paint }
    for (const line of caseTableLines(document, layout)) context.print(line)
  }
  return document.places.every(({ differing }) => differing === 0) ? exitCode.fine : exitCode.findings
}

/** `brightline duties`: what must be done without a request, when, and to whom. */
import { dateExists } from '@brightline/language'
import { dutyListLines, toDutiesDocument } from '@brightline/wording'
import { Option, type Command } from 'commander'
import type { Context } from '../context.ts'
import { asOfOption, readAsOf, readLawDate } from '../flag/as-of.ts'
import { examples } from '../flag/help.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { readPlace } from '../flag/place.ts'
import { exitCode } from '../terminal/output.ts'
import { screenWidth } from '../terminal/screen.ts'
import { wrongUse } from '../terminal/usage.ts'
import { unknownWord } from '../terminal/unknown.ts'

interface DutiesFlags {
  readonly agency?: string
  readonly asOf?: string
  readonly until?: string
  readonly lang: string
  readonly json: boolean
  readonly ical: boolean
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('duties <place>')
    .description(
      'list what must be done without a request: standing duties, reports and deadlines, with their next day',
    )
    .option('--agency <kind>', 'only the duties of this kind of agency')
    .addOption(asOfOption())
    .option('--until <date>', 'the last day (default: a year later)')
    .addOption(langOption())
    .addOption(new Option('--json', 'as JSON').default(false).conflicts('ical'))
    .option('--ical', 'as an iCalendar file, for the calendar of an office', false)
    .addHelpText(
      'before',
      examples(
        'brightline duties us/tx --agency sheriff',
        'brightline duties us/ca --until 2027-12-31 --ical > duties.ics',
      ),
    )
    .action(async (place: string, flags: DutiesFlags) => {
      context.finish(await duties(place, flags, context))
    })
}

/** Prints the duties. */
async function duties(name: string, flags: DutiesFlags, context: Context): Promise<number> {
  const lang = readLang(flags.lang, context)
  const { place, library } = await readPlace(name, context)
  const asOf = readAsOf(flags.asOf, place, library, context)
  const until = flags.until === undefined ? aYearLater(asOf) : readLawDate(flags.until)
  if (until < asOf) throw wrongUse('USE-0109', { from: '--as-of', through: '--until' })
  const kinds = library.vocabulary.agencies.map((kind) => kind.name)
  if (flags.agency !== undefined && !kinds.includes(flags.agency)) throw unknownWord('agency', flags.agency, kinds)
  const document = toDutiesDocument(library, { place, agency: flags.agency ?? null, asOf, until })
  if (flags.json) context.printJson(document)
  else if (flags.ical) {
    const { dutyCalendar } = await import('@brightline/documents')
    context.printText(dutyCalendar(document, lang, context.now().toString()))
  } else {
    const layout = { library, lang, width: screenWidth(), paint: context.paint }
    for (const line of dutyListLines(document, layout)) context.print(line)
  }
  return exitCode.fine
}

/** Gives the same day of the next year; of 29 February the day before. */
function aYearLater(date: string): string {
  const year = String(Number(date.slice(0, 4)) + 1).padStart(4, '0')
  const day = `${year}${date.slice(4)}`
  return dateExists(day) ? day : `${year}-02-28`
}

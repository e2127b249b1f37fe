/** `brightline law`: the state of the encoded law. */
import { findPlace, isError, readAllLaw } from '@brightline/law-files'
import { readLawCases } from '@brightline/law-files/cases'
import { notCountedWords, statusLines, toStatusDocument } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { asOfOption, readLawDate } from '../flag/as-of.ts'
import { examples } from '../flag/help.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { seeCommand } from '../refusal.ts'
import { exitCode } from '../terminal/output.ts'
import { outputColumns } from '../terminal/screen.ts'

interface StatusFlags {
  readonly asOf?: string
  readonly lang: string
  readonly json: boolean
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  const law = program.command('law').description('the state of the encoded law')
  law
    .command('status [places...]')
    .description('for each place: what is in force, mapped, not encoded, read, checked, and which cases it answers')
    .addOption(asOfOption())
    .addOption(langOption())
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples('brightline law status', 'brightline law status us/ca us/tx', 'brightline law status --json'),
    )
    .action(async (places: readonly string[], flags: StatusFlags) => {
      context.finish(await status(places, flags, context))
    })
}

/** Prints the state of the law. */
async function status(names: readonly string[], flags: StatusFlags, context: Context): Promise<number> {
  const lang = readLang(flags.lang, context)
  const opened = context.openLaw()
  const { situations, byPlace } = context.need(readLawCases(opened))
  const only: string[] = []
  for (const name of names) only.push(context.need(await findPlace(opened, name)))
  const { library, problems } = await readAllLaw(opened)
  const asOf = flags.asOf === undefined ? context.now().toString().slice(0, 10) : readLawDate(flags.asOf)
  const document = toStatusDocument({ library, asOf, situations, expected: byPlace, only })
  if (flags.json) context.printJson(document)
  else {
    const layout = { lang, width: outputColumns(), paint: context.paint }
    for (const line of statusLines(document, layout)) context.print(line)
  }
  const errors = problems.filter(isError).length
  if (errors > 0) context.tell(`${notCountedWords(errors, lang)}; ${seeCommand('brightline check', lang)}`)
  return exitCode.fine
}

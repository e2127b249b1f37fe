/** `brightline places`: the places of law, with what each holds. */
import { isError, readPlacesOf } from '@brightline/law-files'
import { notCountedWords, placesLines, toPlacesDocument } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { seeCommand } from '../refusal.ts'
import { exitCode } from '../terminal/output.ts'

interface PlacesFlags {
  readonly lang: string
  readonly json: boolean
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('places')
    .description('list the places of law')
    .addOption(langOption())
    .option('--json', 'as JSON', false)
    .action(async (flags: PlacesFlags) => {
      context.finish(await places(flags, context))
    })
}

/** Prints the places. */
async function places({ lang: spoken, json }: PlacesFlags, context: Context): Promise<number> {
  const lang = readLang(spoken, context)
  const { library, problems } = context.need(await readPlacesOf(context.openLaw()))
  const document = toPlacesDocument(library)
  if (json) context.printJson(document)
  else for (const line of placesLines(document, lang)) context.print(line)
  const errors = problems.filter(isError).length
  if (errors > 0) context.tell(`${notCountedWords(errors, lang)}; ${seeCommand('brightline check', lang)}`)
  return exitCode.fine
}

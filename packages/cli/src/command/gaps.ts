/** `brightline gaps`: cases nobody decided, rules that never decide, and words never used. */
import { gapsOf } from '@brightline/engine/analysis'
import { readAllLaw } from '@brightline/law-files'
import { gapLines, toGapsDocument } from '@brightline/wording/analysis'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { asOfOption } from '../flag/as-of.ts'
import { examples } from '../flag/help.ts'
import { langOption, needLang, readLang } from '../flag/lang.ts'
import { readStack } from '../flag/place.ts'
import { exitCode } from '../terminal/output.ts'

interface GapsFlags {
  readonly asOf?: string
  readonly lang: string
  readonly json: boolean
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('gaps <place>')
    .alias('overlaps')
    .description('find cases nobody decided, conflicts, rules that never decide or add nothing, and words never used')
    .addOption(asOfOption())
    .addOption(langOption())
    .option('--json', 'as JSON', false)
    .addHelpText('before', examples('brightline gaps us/ca', 'brightline gaps us/ny/new-york-city --as-of 2018-11-14'))
    .action(async (place: string, flags: GapsFlags) => {
      context.finish(await gaps(place, flags, context))
    })
}

/** Prints the gaps of a place. Exit 0 where there are none. */
async function gaps(place: string, flags: GapsFlags, context: Context): Promise<number> {
  const lang = readLang(flags.lang, context)
  const stack = await readStack(place, flags.asOf, context)
  needLang(lang, stack.library)
  const everywhere = await readAllLaw(context.openLaw())
  const found = gapsOf(stack, everywhere.library)
  const document = toGapsDocument(stack, found)
  if (flags.json) context.printJson(document)
  else {
    const layout = { vocabulary: stack.library.vocabulary, lang, paint: context.paint }
    for (const line of gapLines(document, layout)) context.print(line)
  }
  return found.length === 0 ? exitCode.fine : exitCode.findings
}

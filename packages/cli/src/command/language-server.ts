/** `brightline language-server`: problems, names and layout in an editor, over standard input and output. */
import { sentence } from '@brightline/wording'
import { Option, type Command } from 'commander'
import type { Context } from '../context.ts'
import { readLang } from '../flag/lang.ts'

interface ServerFlags {
  readonly lang?: string
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('language-server')
    .description('serve an editor: problems, names and layout, over standard input and output')
    .addOption(
      new Option('--lang <lang>', 'en, es or another language of the law, in place of the language of the editor'),
    )
    .option('--stdio', 'the one way to connect, which editors name')
    .action(async ({ lang }: ServerFlags) => {
      const asked = lang === undefined ? null : readLang(lang, context)
      const { startServer } = await import('@brightline/language/server')
      // It serves until the editor ends it.
      startServer(sentence, asked)
    })
}

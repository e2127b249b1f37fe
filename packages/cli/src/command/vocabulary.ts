/** `brightline vocabulary`: the words of the law, for people and programs that prepare requests. */
import { readAllLaw } from '@brightline/law-files'
import { toVocabularyDocument, vocabularyLines } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { langOption, needLang, readLang } from '../flag/lang.ts'
import { readPlace } from '../flag/place.ts'
import { exitCode } from '../terminal/output.ts'

interface VocabularyFlags {
  readonly place?: string
  readonly lang: string
  readonly json: boolean
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('vocabulary')
    .description('list agencies, acts, forms, facts and events')
    .option('--place <place>', 'only the words of this place and those above it')
    .addOption(langOption())
    .option('--json', 'as JSON', false)
    .action(async (flags: VocabularyFlags) => {
      context.finish(await vocabulary(flags, context))
    })
}

/** Prints the shared vocabulary with that of every place, or of one place and those above it. */
async function vocabulary({ place, lang: spoken, json }: VocabularyFlags, context: Context): Promise<number> {
  const lang = readLang(spoken, context)
  const { library } = place === undefined ? await readAllLaw(context.openLaw()) : await readPlace(place, context)
  needLang(lang, library)
  const document = toVocabularyDocument(library.vocabulary)
  if (json) context.printJson(document)
  else for (const line of vocabularyLines(document, lang)) context.print(line)
  return exitCode.fine
}

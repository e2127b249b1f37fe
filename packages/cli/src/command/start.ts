/** `brightline start`: a place and an interview at a terminal; elsewhere three worked decisions. */
import { stackOf } from '@brightline/engine'
import { readPlacesOf } from '@brightline/law-files'
import { textIn } from '@brightline/language'
import { inLanguage, type ByLanguage } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { readAsOf } from '../flag/as-of.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { readPlace } from '../flag/place.ts'
import { atTerminal } from '../interview/at-terminal.ts'
import { choosePlace } from '../interview/choose-place.ts'
import { callingOf, converse } from '../interview/conversation.ts'
import { answerRequest } from '../request/answer-request.ts'
import { workedDecisions } from '../request/worked-decisions.ts'
import { isTerminal } from '../terminal/terminal.ts'

interface StartFlags {
  readonly lang: string
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('start')
    .description('choose a place and answer questions; without a terminal, show three worked decisions')
    .addOption(langOption())
    .action(async (flags: StartFlags) => {
      context.finish(await start(flags, context))
    })
}

async function start(flags: StartFlags, context: Context): Promise<number> {
  const lang = readLang(flags.lang, context)
  if (!isTerminal()) return showWorked(lang, context)
  const { library } = context.need(await readPlacesOf(context.openLaw()))
  const places = library.places.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return atTerminal(lang, async (terminal) => {
    const chosen = await choosePlace(terminal, places, lang)
    if (chosen.kind === 'left') return chosen.how
    terminal.say()
    const read = await readPlace(chosen.place, context)
    const stack = stackOf(read.library, read.place, readAsOf(undefined, read.place, read.library, context))
    return converse(terminal, { stack, agency: null, form: null, lang, ...callingOf(context) })
  })
}

/** Real law, real answers: what the command is for, without a question. */
async function showWorked(lang: string, context: Context): Promise<number> {
  let code = 0
  for (const { title, request } of workedDecisions) {
    context.print(context.paint('bold', `== ${textIn(title, lang)}`))
    context.print()
    code = Math.max(code, await answerRequest([request], { json: false, lang }, context))
    context.print()
  }
  context.print(inLanguage(moreWords, lang))
  return code
}

const moreWords: ByLanguage<string> = {
  en: 'Next: `npx brightline ask us/ca/san-francisco` asks you the questions, `npx brightline places` lists the places.',
  es: 'Ahora: `npx brightline ask us/ca/san-francisco --lang es` le hace las preguntas, `npx brightline places` lista los lugares.',
}

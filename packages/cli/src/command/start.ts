/** `brightline start`: a place and an interview at a terminal; elsewhere three worked decisions. */
import { textIn } from '@brightline/language'
import { stackOf } from '@brightline/engine'
import { choosePlace } from '../interview/choose-place.ts'
import { converse } from '../interview/conversation.ts'
import { paint, print } from '../output.ts'
import { atTerminal, isTerminal, lawFlags, readLang } from './ask.ts'
import { today } from './decide-flags.ts'
import { decide, lawFor } from './decide.ts'
import { placesOf } from './places.ts'
import { workedDecisions } from './worked-decisions.ts'

/** Runs the command. */
export async function start(flags: { readonly lang: string }, law: string): Promise<number> {
  const lang = readLang(flags.lang)
  if (!isTerminal()) return showWorked(lang, law)
  const places = await placesOf(law)
  return atTerminal(lang, async (terminal) => {
    const chosen = await choosePlace(terminal, places, lang)
    if (chosen.kind === 'left') return chosen.how
    terminal.say()
    const stack = stackOf(await lawFor(chosen.place, law), chosen.place, today())
    return converse(terminal, { stack, agency: null, form: null, lang, law: lawFlags(law) })
  })
}

/** Real law, real answers: what the command is for, without a question. */
async function showWorked(lang: 'en' | 'es', law: string): Promise<number> {
  let code = 0
  for (const { title, request } of workedDecisions) {
    print(paint('bold', `== ${textIn(title, lang)}`))
    print()
    code = Math.max(code, await decide(request, { law, json: false, lang }))
    print()
  }
  print(moreWords[lang])
  return code
}

const moreWords = {
  en: 'Next: `npx brightline ask us/ca/san-francisco` asks you the questions, `npx brightline places` lists the places.',
  es: 'Ahora: `npx brightline ask us/ca/san-francisco --lang es` le hace las preguntas, `npx brightline places` lista los lugares.',
} as const

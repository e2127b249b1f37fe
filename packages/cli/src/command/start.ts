/** `brightline start`: a place and an interview at a terminal; elsewhere three worked decisions. */
import { choosePlace } from '../interview/choose-place.ts'
import { paint, print } from '../output.ts'
import { atTerminal, interviewAt, isTerminal, readLang } from './ask.ts'
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
    return interviewAt(terminal, await lawFor(chosen.place, law), chosen.place, today(), {}, lang, law)
  })
}

/** Real law, real answers: what the command is for, without a question. */
async function showWorked(lang: 'en' | 'es', law: string): Promise<number> {
  let code = 0
  for (const { title, request } of workedDecisions) {
    print(paint('bold', `== ${title[lang]}`))
    print()
    code = Math.max(code, await decide({ ...request }, { law, json: false, lang }))
    print()
  }
  print(moreWords[lang])
  return code
}

const moreWords = {
  en: 'Next: `brightline ask us/ca/san-francisco` asks you the questions, `brightline places` lists the places.',
  es: 'Ahora: `brightline ask us/ca/san-francisco --lang es` le hace las preguntas, `brightline places` lista los lugares.',
} as const

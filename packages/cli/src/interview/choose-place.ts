/** The choice of a place by a number or a part of its name. */
import { placeNamed, searchName } from '@brightline/law-files'
import { textIn, type Place } from '@brightline/language'
import { choosePlaceWords, sentence, typedWords } from '@brightline/wording'
import type { Terminal } from '../terminal/terminal.ts'

/** The place that was chosen, or how the person left. */
export type ChosenPlace =
  { readonly kind: 'chosen'; readonly place: string } | { readonly kind: 'left'; readonly how: 'ended' | 'interrupted' }

/** Asks until one place is chosen. */
export async function choosePlace(terminal: Terminal, places: readonly Place[], lang: string): Promise<ChosenPlace> {
  const say = choosePlaceWords(lang)
  terminal.say(say.which)
  let listed = places
  list(terminal, listed, lang)
  terminal.say(`  ${say.hint}`)
  for (;;) {
    const typed = await terminal.ask()
    if (typed.kind !== 'line') return { kind: 'left', how: typed.kind }
    const text = typed.text.trim()
    if (typedWords(lang).quit.includes(text.toLowerCase())) return { kind: 'left', how: 'ended' }
    const found = matching(places, listed, text)
    const [only] = found
    if (found.length === 1 && only !== undefined) return { kind: 'chosen', place: only.id }
    if (found.length === 0) terminal.say(`  ! ${missingWords(places, text, lang)}`)
    else {
      listed = found
      terminal.say(say.many)
      list(terminal, listed, lang)
    }
  }
}

/** Finds the places that a typed line may mean: a number of the list, a name, or a part of one. */
export function matching(places: readonly Place[], listed: readonly Place[], text: string): readonly Place[] {
  if (/^\d+$/.test(text)) return listed.slice(Number(text) - 1, Number(text))
  if (text === '') return []
  const { found, partly } = searchName(places, text).search
  return found.length > 0 ? found : partly
}

/** Says why a line means no place: a place that nobody encoded is told by the one above it. */
function missingWords(places: readonly Place[], text: string, lang: string): string {
  const named = placeNamed(places, text)
  const sentences = named.ok ? [] : named.problems.map((problem) => sentence(problem, lang))
  return sentences.map(({ message, help }) => (help === null ? message : `${message}; ${help}`)).join('; ')
}

function list(terminal: Terminal, places: readonly Place[], lang: string): void {
  const width = String(places.length).length + 2
  for (const [index, { id, title }] of places.entries())
    terminal.say(`${String(index + 1).padStart(width)}  ${textIn(title, lang)} (${id})`)
}

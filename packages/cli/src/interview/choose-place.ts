/** The choice of a place by a number or a part of its name. */
import { textIn, type Place, type Texts } from '@brightline/language'
import { inLanguage } from '@brightline/wording'
import type { Terminal } from './lines.ts'
import { interviewWords } from './words.ts'

/** The place that was chosen, or how the person left. */
export type ChosenPlace =
  { readonly kind: 'chosen'; readonly place: string } | { readonly kind: 'left'; readonly how: 'ended' | 'interrupted' }

/** Asks until one place is chosen. */
export async function choosePlace(terminal: Terminal, places: readonly Place[], lang: string): Promise<ChosenPlace> {
  const say = inLanguage(interviewWords, lang)
  terminal.say(say.whichPlace)
  let listed = places
  list(terminal, listed, lang)
  terminal.say(`  ${say.placeHint}`)
  for (;;) {
    const typed = await terminal.ask()
    if (typed.kind !== 'line') return { kind: 'left', how: typed.kind }
    const text = typed.text.trim()
    if ([say.keys.quit, say.quit].includes(text.toLowerCase())) return { kind: 'left', how: 'ended' }
    const found = matching(places, listed, text)
    const [only] = found
    if (found.length === 1 && only !== undefined) return { kind: 'chosen', place: only.id }
    if (found.length === 0) terminal.say(`  ! ${say.noPlace(text)}`)
    else {
      listed = found
      terminal.say(say.manyPlaces)
      list(terminal, listed, lang)
    }
  }
}

/** The places that a typed line may mean: a number of the list, an id, or a part of a name. */
export function matching(places: readonly Place[], listed: readonly Place[], text: string): readonly Place[] {
  if (/^\d+$/.test(text)) return listed.slice(Number(text) - 1, Number(text))
  if (text === '') return []
  const word = text.toLowerCase()
  const exact = places.filter(({ id, title }) => id === word || titlesOf(title).includes(word))
  if (exact.length > 0) return exact
  return places.filter(
    ({ id, title }) =>
      id.split('/').at(-1)?.includes(word) === true || titlesOf(title).some((one) => one.includes(word)),
  )
}

function titlesOf(title: Texts): readonly string[] {
  return Object.values(title).map((one) => one.toLowerCase())
}

function list(terminal: Terminal, places: readonly Place[], lang: string): void {
  const width = String(places.length).length + 2
  for (const [index, { id, title }] of places.entries())
    terminal.say(`${String(index + 1).padStart(width)}  ${textIn(title, lang)} (${id})`)
}

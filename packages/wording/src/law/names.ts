/** What the words of a vocabulary and the places of a library are called. */
import type { Stack } from '@brightline/engine'
import { textIn, type Texts } from '@brightline/language'

/** Labels by name, in one language. What nobody declared is called by its name. */
export interface LawNames {
  readonly agency: (name: string) => string
  readonly act: (name: string) => string
  readonly event: (name: string) => string
  readonly place: (id: string) => string | null
}

/** Names the words of a law in a language. */
export function namesOf({ vocabulary, library }: Pick<Stack, 'vocabulary' | 'library'>, lang: string): LawNames {
  const { agencies, acts, events } = vocabulary
  const say = (texts: Texts | undefined, name: string): string => (texts === undefined ? name : textIn(texts, lang))
  return {
    agency: (name) => say(agencies.find((agency) => agency.name === name)?.label, name),
    act: (name) => say(acts.find((act) => act.name === name)?.phrase, name),
    event: (name) => say(events.find((event) => event.name === name)?.label, name),
    place: (id) => {
      const title = library.places.find((place) => place.id === id)?.title
      return title === undefined ? null : textIn(title, lang)
    },
  }
}

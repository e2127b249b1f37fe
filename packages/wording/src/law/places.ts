/** The places of a law, with what each holds. */
import { textIn, type Library, type Texts } from '@brightline/language'
import { tableLines } from '../line/table.ts'
import { sayIn } from '../phrase/phrases.ts'
import { listPhrases, listWords } from './list-phrases.ts'

/** A place with the size of its own law. */
export interface ShownPlace {
  readonly id: string
  readonly title: Texts
  readonly division: string
  readonly geoid: string
  readonly timeZone: string
  readonly instruments: number
  readonly rules: number
}

/** What `places --json` prints. */
export interface PlacesDocument {
  readonly version: 1
  readonly places: readonly ShownPlace[]
}

/** Makes the document of a library's places, in the order of their ids. */
export function toPlacesDocument({ places, instruments }: Library): PlacesDocument {
  const rows = places
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, title, division, geoid, timeZone }) => {
      const own = instruments.filter(({ place }) => place === id)
      const rules = own.reduce((sum, instrument) => sum + instrument.rules.length, 0)
      return { id, title, division, geoid, timeZone, instruments: own.length, rules }
    })
  return { version: 1, places: rows }
}

/** Makes the lines of a table of places. */
export function placesLines({ places }: PlacesDocument, lang: string): readonly string[] {
  const say = sayIn(listPhrases, lang)
  const head = [say('id'), say('name'), say('division'), say('instruments'), say('rules')]
  const rows = places.map(({ id, title, division, instruments, rules }) => [
    ...[id, textIn(title, lang), division],
    ...[String(instruments), String(rules)],
  ])
  return tableLines([head, ...rows])
}

/** Says that some law is left out of a table, since it has errors. */
export function notCountedWords(errors: number, lang: string): string {
  return sayIn(listPhrases, lang, listWords)('not-counted', { errors })
}

/** One side of a comparison and what it is called. */
import type { Stack } from '@brightline/engine'
import type { Texts } from '@brightline/language'
import { inEveryLanguage } from '../phrase/every-language.ts'
import { fill } from '../phrase/fill.ts'
import { comparisonPhrases } from './phrases.ts'

/** The law of a place on a date, perhaps with a working text in place of one of its instruments. */
export interface Side {
  readonly stack: Stack
  /** Id of the instrument that the working text stands for, or null. */
  readonly working: string | null
}

/** Calls a side by the title of its place, its date, and the instrument that its working text stands for. */
export function sideLabel({ stack: { library, place: id, asOf }, working }: Side): Texts {
  const place = placeTitle(library, id)
  const title = library.instruments.find((instrument) => instrument.id === working)?.title ?? working
  return inEveryLanguage(comparisonPhrases, (phrases, lang) =>
    title === null
      ? fill(phrases.sideOn, { place, date: asOf }, lang)
      : fill(phrases.sideWith, { place, date: asOf, title }, lang),
  )
}

/** Gives the title of a place; one that the library does not know is called by its id. */
export function placeTitle({ places }: Stack['library'], id: string): Texts {
  return places.find((place) => place.id === id)?.title ?? { en: id }
}

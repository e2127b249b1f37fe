/** The names for things of both sides of a comparison. */
import { joinVocabularies } from '@brightline/engine/analysis'
import { textIn } from '@brightline/language'
import type { FieldSpeaker } from './field-words.ts'
import { placeTitle, type Side } from './side.ts'

/** Makes the words of both sides, in a language. */
export function speakerOf({ stack: left }: Side, { stack: right }: Side, lang: string): FieldSpeaker {
  const rules = [left, right].flatMap(({ library }) => library.instruments.flatMap((instrument) => instrument.rules))
  const citeById = new Map(rules.map(({ id, cite }) => [id, cite]))
  return {
    vocabulary: joinVocabularies(left.library.vocabulary, right.library.vocabulary),
    lang,
    placeTitle: (id) => {
      const library = left.library.places.some((place) => place.id === id) ? left.library : right.library
      return textIn(placeTitle(library, id), lang)
    },
    ruleCite: (id) => citeById.get(id) ?? id,
  }
}

/** What is said of a place that nobody encoded: that it is so, and what stays unknown. */
import { sayIn } from '../phrase/phrases.ts'
import type { ShownMissing } from './document.ts'
import { placePhrases, placeWords } from './phrases.ts'

/** The sentences about one place. */
export interface MissingWords {
  readonly title: string
  /** Leads into the list of the places above it; says so where none is encoded. */
  readonly above: string
  readonly unknown: string
  readonly counties: readonly string[]
}

/**
 * Says that a place is not encoded, and what that leaves unknown.
 *
 * @example
 * const seattle = { name: { en: 'Seattle, Washington' }, kind: 'city', layers: [], missingState: null, counties: [] }
 * missingWords(seattle, 'en').title // => 'Seattle, Washington is not encoded'
 */
export function missingWords({ name, kind, layers, missingState, counties }: ShownMissing, lang: string): MissingWords {
  const say = sayIn(placePhrases, lang, placeWords)
  const unknown =
    missingState === null ? say('unknown-own', { name }) : say('unknown-state', { name, state: missingState })
  return {
    title: say('not-encoded', { name }),
    above: say(layers.length === 0 ? 'nothing-above' : 'above'),
    unknown: kind === 'state' ? say('unknown-law', { name }) : unknown,
    counties: counties.map(({ name: county, place }) =>
      place === null ? say('county-missing', { county }) : say('county-encoded', { county, place }),
    ),
  }
}

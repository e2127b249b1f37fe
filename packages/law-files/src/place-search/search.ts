/** The one search for places: by id, by name, with or without the place around, with or without accents. */
import { placesAbove } from '@brightline/engine'
import type { Place } from '@brightline/language'
import { readAtlas, type Atlas, type Division } from './atlas.ts'
import { divisionNear, divisionsNamed, nameInState, stateNamed } from './division-named.ts'
import { encodedAround, encodedNamed, encodedPartly, slipNear } from './encoded.ts'
import { isTribe, withoutPostalCode } from './no-place.ts'
import { divisionTitle, type Inside } from './not-encoded.ts'
import { idOf, slug } from './place-name.ts'

/** What a name may mean. */
export interface PlaceSearch {
  /** The encoded places that it means exactly. */
  readonly found: readonly Place[]
  /** The places of that name that nobody encoded. */
  readonly others: readonly Division[]
  /** Where it means none exactly: the encoded places that have its words in their names. */
  readonly partly: readonly Place[]
  /** Where it means none exactly: the id of the encoded place, or else the name in the atlas, that it is near to. */
  readonly meant: string | null
  /** Where it means none exactly: the encoded place that it says it lies in, and the rest of the name. */
  readonly inside: Inside | null
}

/** Searches the encoded places, and then those that exist. */
export function searchPlaces(places: readonly Place[], typed: string): PlaceSearch {
  const text = withoutPostalCode(typed)
  const found = encodedNamed(places, text)
  const atlas = readAtlas()
  const named = places.some(({ id }) => id === idOf(text)) ? [] : divisionsNamed(atlas, text)
  const encoded = new Set(
    places.flatMap(({ id, division, covers }) => [id, division, ...covers.map((one) => one.geoid)]),
  )
  const others = named.filter(({ id, division, geoid }) => ![id, division, geoid].some((one) => encoded.has(one)))
  if (found.length > 0) return { found, others, partly: [], meant: null, inside: null }
  // Another list may have another name for what is encoded under this number.
  const same = places.filter((place) => named.some(({ division }) => division === place.division))
  if (same.length > 0) return { found: same, others, partly: [], meant: null, inside: null }
  if (others.length === 0 && isTribe(text)) return { found: [], others, partly: [], meant: null, inside: null }
  return { found: [], others, partly: encodedPartly(places, text), ...guessed(places, text, others) }
}

/** Says what a name may mean that no encoded place has. */
function guessed(
  places: readonly Place[],
  text: string,
  others: readonly Division[],
): Pick<PlaceSearch, 'meant' | 'inside'> {
  const atlas = readAtlas()
  const inside = insideOf(places, atlas, text)
  const slip = slipNear(places, inside?.name ?? slug(text), inside?.around.id ?? null)
  const near = slip !== null && (slip.isSame || others.length === 0) ? slip.id : null
  const other = near === null && others.length === 0 ? divisionNear(atlas, text) : null
  const meant = near ?? (other === null ? null : divisionTitle(other).en)
  return { meant, inside }
}

/** Finds the encoded place that a text names as lying around: as a path, or behind the name. */
function insideOf(places: readonly Place[], atlas: Atlas, text: string): Inside | null {
  const id = idOf(text)
  if (isInNoState(places, atlas, id)) return null
  const byPath = placesAbove(id)
    .slice(0, -1)
    .flatMap((one) => places.filter((place) => place.id === one))
    .at(-1)
  const state = stateNamed(atlas, text)
  const isStateMissing = state !== null && !places.some((place) => place.id === `us/${state.postal}`)
  const missing = isStateMissing ? state : null
  if (byPath !== undefined) return { name: slug(id.split('/').at(-1) ?? id), around: byPath, state: missing }
  const [byName] = encodedAround(places, slug(text))
  if (byName !== undefined) return { name: byName.first, around: byName.around, state: null }
  const country = places.find((place) => place.id === 'us')
  if (country === undefined || missing === null) return null
  return { name: nameInState(atlas, text), around: country, state: missing }
}

/** Tells whether an id names a state that is neither encoded nor in the atlas, such as `us/zz`. */
function isInNoState(places: readonly Place[], { states }: Atlas, id: string): boolean {
  const postal = /^us\/([a-z]{2})(?:\/|$)/.exec(id)?.[1]
  if (postal === undefined || places.some((place) => place.id === `us/${postal}`)) return false
  return states.every((state) => state.postal !== postal)
}

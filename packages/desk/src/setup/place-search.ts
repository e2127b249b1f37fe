/** What a name may mean at set-up: encoded places, and others with the law above them. */
import { placesAbove } from '@brightline/engine'
import type { Library, Place } from '@brightline/language'
import { notEncodedDivision, notEncodedInside, searchName, type NotEncoded } from '@brightline/law-files'
import { toPlacesDocument, type ShownMissing, type ShownPlace } from '@brightline/wording'

/** What was found. */
export interface FoundPlaces {
  readonly name: string
  /** Those that the name means. */
  readonly found: readonly ShownPlace[]
  /** Those that have it in their names. */
  readonly partly: readonly ShownPlace[]
  /** Those of the name that nobody encoded. */
  readonly missing: readonly ShownMissing[]
  /** The encoded places above the only one that is missing, or above the only one of an agency, the nearest first. */
  readonly layers: readonly ShownPlace[]
  /** The kind of agency that the name says, such as `school` of `Chicago Public Schools`; null where it says none. */
  readonly agency: string | null
  /** What was probably meant, as it can be searched for. */
  readonly meant: string | null
}

/** Searches the places of a law. */
export function findPlaces(library: Library, name: string): FoundPlaces {
  const { search, agency } = searchName(library.places, name)
  const { found, others, partly, meant, inside } = search
  const listed = others.map((one) => notEncodedDivision(library.places, one))
  const isInside = listed.length === 0 && found.length === 0 && partly.length === 0 && meant === null
  const missing = isInside && inside !== null ? [notEncodedInside(library.places, inside)] : listed
  const [only] = missing.length === 1 && found.length === 0 ? missing : []
  return {
    name,
    found: shown(library, found),
    partly: shown(library, partly),
    missing: shownMissing(library, missing),
    layers: shown(library, only?.layers ?? layersOf(library, found, agency)),
    agency,
    meant,
  }
}

/** Kinds of agency that are always of the place in whose name they stand. */
const ofThePlace: readonly string[] = ['police', 'sheriff', 'jail', 'state-police', 'state-prison', 'governing-body']

/** Lists the places above the only one, the nearest first: an agency may be one of the state, in the name of a city. */
function layersOf({ places }: Library, [place, other]: readonly Place[], agency: string | null): readonly Place[] {
  if (agency === null || ofThePlace.includes(agency) || place === undefined || other !== undefined) return []
  const above = placesAbove(place.id).slice(0, -1).toReversed()
  return above.flatMap((id) => places.filter((one) => one.id === id))
}

/** Shows places in the order in which they are given. */
export function shown(library: Library, places: readonly Place[]): readonly ShownPlace[] {
  const listed = places.map((place) => ({ place, relation: null, kilometres: null }))
  return documentOf(library, { places: listed, missing: [] }).places
}

function shownMissing(library: Library, missing: readonly NotEncoded[]): readonly ShownMissing[] {
  return documentOf(library, { places: [], missing }).notEncoded
}

function documentOf(
  library: Library,
  found: Pick<Parameters<typeof toPlacesDocument>[1], 'places' | 'missing'>,
): ReturnType<typeof toPlacesDocument> {
  return toPlacesDocument(library, { asOf: null, asked: null, near: null, agency: null, saysAgency: null, ...found })
}

/** The place that a text names: an id, a name of its own, or a name with the place that it lies in. */
import type { Place, Problem, Result } from '@brightline/language'
import { placeIds, type OpenLaw } from '../folders.ts'
import { problem } from '../problems.ts'
import { readPlaces } from '../read-law.ts'
import { searchAgency } from './agency-named.ts'
import type { Division } from './atlas.ts'
import { encodedNamed } from './encoded.ts'
import { divisionTitle, notEncodedDivision, notEncodedInside, type NotEncoded } from './not-encoded.ts'
import { whyNoPlace } from './no-place.ts'
import { idOf } from './place-name.ts'
import { searchPlaces, type PlaceSearch } from './search.ts'

/** So many places are named where none is meant. */
const mostNamed = 12

/**
 * Finds a place by what people call it, such as `us/tx/houston`, `houston`, `Cook County, Illinois` or `tx`.
 *
 * A place that nobody encoded is told by the places above it that are; a name of several places by all of them; a law
 * by the place that it is of.
 */
export async function findPlace(law: OpenLaw, text: string): Promise<Result<string>> {
  const ids = placeIds(law)
  const id = idOf(text)
  if (ids.includes(id)) return { ok: true, value: id }
  const lawOf = id.slice(0, Math.max(0, id.lastIndexOf('/')))
  if (law.fileByPath.has(`${id}.policy`) && ids.includes(lawOf) && !id.endsWith('/place'))
    return { ok: false, problems: [problem('LAW-0110', { name: text, place: lawOf })] }
  const { places } = (await readPlaces(law)).library
  const found = placeNamed(places, text)
  return found.ok ? { ok: true, value: found.value.id } : found
}

/** Lists the places that a name means beside the encoded one and that nobody encoded: an id and a name with its state mean none. */
export async function othersNamed(law: OpenLaw, text: string): Promise<readonly Division[]> {
  if (placeIds(law).includes(idOf(text))) return []
  const { places } = (await readPlaces(law)).library
  return searchPlaces(places, text).others
}

/**
 * Finds a place among some by its name.
 *
 * @example
 * placeNamed(library.places, 'Cook County, IL').ok // => true
 * placeNamed(library.places, 'Harris County, Texas').problems[0].values.above // => 'us/tx'
 */
export function placeNamed(places: readonly Place[], text: string): Result<Place> {
  // The atlas is read only where no encoded place has the name.
  const exact = encodedNamed(places, text)
  if (exact.length > 0) return oneOf(exact, text)
  const search = searchPlaces(places, text)
  if (search.found.length > 0) return oneOf(search.found, text)
  // An agency is no place, but it has one.
  const agency = search.others.length > 0 ? undefined : searchAgency(places, text)?.search
  const [meant, other] = agency?.found ?? []
  if (meant !== undefined && other === undefined)
    return { ok: false, problems: [problem('REQ-0008', { name: text, meant: meant.id })] }
  const isOfMissing = agency !== undefined && agency.found.length === 0 && agency.others.length > 0
  const known = isOfMissing && search.inside === null ? agency : search
  return { ok: false, problems: [missing(places, text, known)] }
}

function oneOf(found: readonly Place[], text: string): Result<Place> {
  const [only] = found
  if (only !== undefined && found.length === 1) return { ok: true, value: only }
  return { ok: false, problems: [problem('LAW-0102', { name: text, places: found.map(({ id }) => id) })] }
}

function missing(places: readonly Place[], text: string, { others, partly, meant, inside }: PlaceSearch): Problem {
  if (meant !== null) return problem('REQ-0008', { name: text, meant })
  const [only] = others
  const reason = only === undefined ? whyNoPlace(text) : null
  if (reason !== null) return reason
  if (only !== undefined && others.length > 1) return severalMissing(text, others)
  if (only !== undefined) return notEncodedProblem(notEncodedDivision(places, only))
  if (inside !== null) return notEncodedProblem(notEncodedInside(places, inside))
  const ids = (partly.length > 0 ? partly : places).map((place) => place.id).toSorted()
  return problem('REQ-0008', { name: text, places: ids.length > mostNamed ? null : ids })
}

/** Says that a place is not encoded, what is above it, and what that leaves unknown. */
function notEncodedProblem({ name, layers, missingState, isState }: NotEncoded): Problem {
  const [above] = layers
  const own = isState ? {} : { own: name }
  const state = missingState === null ? {} : { state: missingState }
  const known = above === undefined ? {} : { above: above.id, layers: layers.map(({ id }) => id) }
  return problem('LAW-0101', { name, ...known, ...own, ...state })
}

function severalMissing(text: string, others: readonly Division[]): Problem {
  const named = others.slice(0, mostNamed).map((one) => divisionTitle(one).en)
  const left = others.length - named.length
  const [first = text] = named
  return problem('LAW-0111', { name: text, named, first, left: left === 0 ? null : left })
}

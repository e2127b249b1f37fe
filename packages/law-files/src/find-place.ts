/** The place that a text names: an id, a name of its own, or a name with the place that it lies in. */
import { placesAbove } from '@brightline/engine'
import { nearest, type Place, type Problem, type Result } from '@brightline/language'
import { placeIds, type OpenLaw } from './folders.ts'
import { problem } from './problems.ts'
import { readPlaces } from './read-law.ts'

/** So many places are named where none is meant. */
const mostNamed = 12

/**
 * Finds a place by what people call it, such as `us/tx/houston`, `houston`, `Cook County, Illinois` or `tx`.
 *
 * A place that nobody encoded is told by the nearest place above it that is; a name of several places by all of them; a law
 * by the place that it is of.
 */
export async function findPlace(law: OpenLaw, text: string): Promise<Result<string>> {
  const ids = placeIds(law)
  const id = text
    .trim()
    .toLowerCase()
    .replaceAll(/^\/+|\/+$/g, '')
  if (ids.includes(id)) return { ok: true, value: id }
  const lawOf = id.slice(0, Math.max(0, id.lastIndexOf('/')))
  if (law.fileByPath.has(`${id}.policy`) && ids.includes(lawOf) && !id.endsWith('/place'))
    return { ok: false, problems: [problem('LAW-0110', { name: text, place: lawOf })] }
  const { places } = (await readPlaces(law)).library
  const found = placeNamed(places, text)
  return found.ok ? { ok: true, value: found.value.id } : found
}

/**
 * Finds a place among some by its name.
 *
 * @example
 * placeNamed(library.places, 'Cook County, IL').ok // => true
 * placeNamed(library.places, 'Harris County, Texas').problems[0].values.above // => 'us/tx'
 */
export function placeNamed(places: readonly Place[], text: string): Result<Place> {
  const found = matching(places, text)
  const [only] = found
  if (only === undefined) return { ok: false, problems: [missing(places, text)] }
  if (found.length === 1) return { ok: true, value: only }
  const values = { name: text, places: found.map(({ id }) => id) }
  return { ok: false, problems: [problem('LAW-0102', values)] }
}

function matching(places: readonly Place[], text: string): readonly Place[] {
  const name = slug(text)
  const whole = places.filter((place) => {
    return place.id === idOf(text) || namesOf(place).includes(name) || coversAt(place, idOf(text))
  })
  if (whole.length > 0) return whole
  return splits(places, name).flatMap(({ first, around }) =>
    places.filter((place) => place.id.startsWith(`${around.id}/`) && namesOf(place).includes(first)),
  )
}

interface Split {
  readonly first: string
  readonly around: Place
}

/** A name that ends with that of a place: the rest may be a place in it. */
function splits(places: readonly Place[], name: string): readonly Split[] {
  return places.flatMap((around) =>
    namesOf(around)
      .filter((end) => name.endsWith(`-${end}`))
      .map((end) => ({ first: name.slice(0, -end.length - 1), around })),
  )
}

/** Tells whether an id would be that of a county, parish or borough inside a place, such as `us/la/orleans-parish`. */
function coversAt({ id, covers }: Place, other: string): boolean {
  const around = id.slice(0, id.lastIndexOf('/') + 1)
  return covers.some(({ name }) => Object.values(name).some((text) => other === `${around}${slug(text)}`))
}

/**
 * Lists the names of a place: the last part of its id and its titles, with and without what kind of place it is, and
 * what it covers. Those stand in full, as other places have the names of counties.
 */
function namesOf({ id, title, covers }: Place): readonly string[] {
  // A title in another script leaves nothing of its letters.
  const own = [slug(id.split('/').at(-1) ?? ''), ...Object.values(title).map(slug)].filter((name) => name !== '')
  const covered = covers.flatMap(({ name }) => Object.values(name).map(slug)).filter((name) => name !== '')
  return [...new Set([...own, ...own.map(stemOf), ...covered])]
}

function missing(places: readonly Place[], text: string): Problem {
  const id = idOf(text)
  const last = id.split('/').at(-1) ?? id
  const above = placesAbove(id)
    .slice(0, -1)
    .findLast((one) => places.some((place) => place.id === one))
  const inside = splits(places, slug(text)).toSorted((a, b) => b.around.id.length - a.around.id.length)[0]
  const around = above ?? inside?.around.id
  const first = above === undefined ? (inside?.first ?? slug(text)) : slug(last)
  const meant = near(places, first, around)
  if (meant !== null) return problem('REQ-0008', { name: text, meant })
  if (around !== undefined) return notEncoded(places, first, around)
  const ids = places.map((place) => place.id).toSorted()
  return problem('REQ-0008', { name: text, places: ids.slice(0, mostNamed) })
}

/** The one place that a mistyped name is near to, among those in another place where one is named. */
function near(places: readonly Place[], name: string, around: string | undefined): string | null {
  const inside = places.filter(({ id }) => around === undefined || id.slice(0, id.lastIndexOf('/')) === around)
  const stem = stemOf(name)
  // Two letters are another state, and not a slip.
  const limit = stem.length < 3 ? 0 : Math.max(1, Math.floor((stem.length + 1) / 4))
  const known = inside.flatMap((place) => namesOf(place).map((one) => ({ id: place.id, stem: stemOf(one) })))
  const meant = nearest(
    stem,
    known.map((one) => one.stem),
    limit,
  )
  const ids = new Set(known.filter((one) => one.stem === meant).map(({ id }) => id))
  const [only] = ids
  return ids.size === 1 && only !== undefined ? only : null
}

function notEncoded(places: readonly Place[], name: string, above: string): Problem {
  const title = places.find(({ id }) => id === above)?.title ?? { en: above }
  return problem('LAW-0101', { name: titleOf(name), title, above })
}

function stemOf(name: string): string {
  return name.replace(/-(?:city|county|parish|borough)$/, '')
}

function idOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/^\/+|\/+$/g, '')
}

/** `Harris County` of `harris-county`, and `GA` of `ga`. */
function titleOf(part: string): string {
  if (part.length === 2) return part.toUpperCase()
  return part
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

/** A name in the letters of ids: small, without accents, words joined by `-`. */
function slug(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
}

/** The encoded places that matter for a place: those that contain it, and those nearest to it. */
import { placesAbove } from '@brightline/engine'
import type { Place } from '@brightline/language'
import { readAtlas, type Atlas, type Division, type Point } from './atlas.ts'

/** An encoded place as it stands to another. */
export interface NearPlace {
  readonly place: Place
  /** `above`: its law binds there. `county`: the county around, which binds its own staff. The others are neighbours. */
  readonly relation: 'above' | 'county' | 'same-county' | 'same-state' | 'elsewhere'
  /** Between the middles of the counties; null where either is not known. */
  readonly kilometres: number | null
}

/** In other states nothing farther away is a neighbour, in kilometres. */
const farthest = 400

/** Where a place lies, as far as it is known. */
interface Whereabouts {
  readonly id: string
  readonly counties: readonly string[]
}

/** Lists at most so many neighbours, after everything that contains a place. */
export function placesNear(places: readonly Place[], origin: Place | Division, most: number): readonly NearPlace[] {
  const atlas = readAtlas()
  const from = 'state' in origin ? { id: origin.id, counties: origin.counties } : whereaboutsOf(atlas, origin)
  const above = new Set(placesAbove(origin.id).slice(0, -1))
  const rest = places.filter(({ id }) => id !== origin.id && !above.has(id))
  const around = places.filter(({ id }) => above.has(id)).toSorted((a, b) => b.id.length - a.id.length)
  const near = rest
    .filter(({ id }) => id.split('/').length > 2)
    .map((place) => standing(atlas, place, from))
    .filter(({ relation, kilometres }) => relation !== 'elsewhere' || (kilometres ?? Infinity) <= farthest)
    .toSorted((a, b) => order(a) - order(b) || (a.place.id < b.place.id ? -1 : 1))
  const counties = near.filter(({ relation }) => relation === 'county')
  return [
    ...around.map((place): NearPlace => ({ place, relation: 'above', kilometres: null })),
    ...counties,
    ...near.filter(({ relation }) => relation !== 'county').slice(0, most),
  ]
}

function standing(atlas: Atlas, place: Place, from: Whereabouts): NearPlace {
  const { counties } = whereaboutsOf(atlas, place)
  const isShared = counties.some((geoid) => from.counties.includes(geoid))
  const isCounty = place.geoid.length === 5 && from.counties.includes(place.geoid)
  const isSameState = stateIn(place.id) === stateIn(from.id)
  const neighbour = isShared ? 'same-county' : isSameState ? 'same-state' : 'elsewhere'
  return { place, relation: isCounty ? 'county' : neighbour, kilometres: distanceOf(atlas, counties, from.counties) }
}

/** Puts the same county first, then the state, then what is near; what has no known place stands last in its state. */
function order({ relation, kilometres }: NearPlace): number {
  const rank = { above: 0, county: 1, 'same-county': 2, 'same-state': 3, elsewhere: 4 }[relation]
  return rank * 100_000 + (kilometres ?? 50_000)
}

function stateIn(id: string): string {
  return id.split('/').slice(0, 2).join('/')
}

function whereaboutsOf({ byGeoid }: Atlas, { id, geoid, division, covers }: Place): Whereabouts {
  // A school district may have the number of a city.
  const known = byGeoid.get(geoid)
  const own = known?.division === division ? known.counties : []
  const covered = covers.map((one) => one.geoid).filter((one) => one.length === 5)
  return { id, counties: [...new Set([...own, ...covered])] }
}

function distanceOf({ middles }: Atlas, to: readonly string[], from: readonly string[]): number | null {
  const pointsOf = (counties: readonly string[]): readonly Point[] =>
    counties.flatMap((geoid) => middles.get(geoid) ?? [])
  const all = pointsOf(from).flatMap((a) => pointsOf(to).map((b) => kilometresBetween(a, b)))
  return all.length === 0 ? null : Math.round(Math.min(...all))
}

function kilometresBetween(a: Point, b: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const [x, y] = [radians(b.longitude - a.longitude), radians(b.latitude - a.latitude)]
  const chord =
    Math.sin(y / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(x / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(chord))
}

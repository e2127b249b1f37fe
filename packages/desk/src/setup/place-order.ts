/** Places in the order in which somebody looks for them: by name in the language of the page, each below what it lies in. */
import { placesAbove } from '@brightline/engine'
import type { Library, Place } from '@brightline/language'
import { trailOf } from './place-list.ts'

/** Lists every place: the country first, because its law binds everywhere. */
export function placesByName(library: Library, lang: string): readonly Place[] {
  const { compare } = new Intl.Collator(lang)
  const named = library.places.map((place) => ({ place, trail: trailOf(library, place.id, lang) }))
  return named.toSorted((one, other) => compareTrails(one, other, compare)).map(({ place }) => place)
}

interface Named {
  readonly place: Place
  readonly trail: readonly string[]
}

function compareTrails(one: Named, other: Named, compare: (a: string, b: string) => number): number {
  if (isCountry(one.place) !== isCountry(other.place)) return isCountry(one.place) ? -1 : 1
  for (const [at, name] of one.trail.entries()) {
    const against = other.trail[at]
    if (against === undefined) return 1
    const order = compare(name, against)
    if (order !== 0) return order
  }
  return one.trail.length - other.trail.length
}

function isCountry({ id }: Place): boolean {
  return placesAbove(id).length === 1
}

/** Encoded places by what people call them. */
import { nearest, type Place } from '@brightline/language'
import { idOf, namesOf, slug, slugsOf, stemOf, waysOf } from './place-name.ts'

/** Finds the places that a name means exactly: by id, by a name of their own, or with the place that they lie in. */
export function encodedNamed(places: readonly Place[], text: string): readonly Place[] {
  const id = idOf(text)
  const names = waysOf(slug(text))
  const whole = places.filter((place) => {
    return place.id === id || namesOf(place).some((name) => names.includes(name)) || coversAt(place, id)
  })
  if (whole.length > 0) return whole
  return [...new Set(names.flatMap((name) => insideNamed(places, name)))]
}

function insideNamed(places: readonly Place[], name: string): readonly Place[] {
  return encodedAround(places, name).flatMap(({ first, around }) =>
    places.filter((place) => {
      const isInside = place.id.startsWith(`${around.id}/`)
      return isInside && waysOf(first).some((one) => namesOf(place).includes(one))
    }),
  )
}

/** A name that ends with that of a place: the rest may be a place in it. */
export interface Around {
  readonly first: string
  readonly around: Place
}

/** Splits a name at every place with whose name it ends, the innermost first. */
export function encodedAround(places: readonly Place[], name: string): readonly Around[] {
  const found = places.flatMap((around) =>
    namesOf(around)
      .filter((end) => name.endsWith(`-${end}`))
      .map((end) => ({ first: name.slice(0, -end.length - 1), around })),
  )
  return found.toSorted((a, b) => b.around.id.length - a.around.id.length)
}

/** Tells whether an id would be that of a county, parish or borough inside a place, such as `us/la/orleans-parish`. */
function coversAt({ id, covers }: Place, other: string): boolean {
  const around = id.slice(0, id.lastIndexOf('/') + 1)
  return covers.some(({ name }) => slugsOf(name).some((text) => other === `${around}${text}`))
}

/**
 * Finds the places in whose id or names every word of a text begins one, such as `school` of a school district; where
 * there is none, those in which every word stands somewhere.
 */
export function encodedPartly(places: readonly Place[], text: string): readonly Place[] {
  const asked = slug(text)
    .split('-')
    .filter((word) => word !== '')
  if (asked.length === 0) return []
  const having = (isIn: (word: string, asked: string) => boolean): readonly Place[] =>
    places.filter((place) => {
      const words = [...namesOf(place), slug(place.id)].flatMap((name) => name.split('-'))
      return asked.every((one) => words.some((word) => isIn(word, one)))
    })
  const beginning = having((word, one) => word.startsWith(one))
  return beginning.length > 0 ? beginning : having((word, one) => word.includes(one))
}

/** A place that a mistyped name is near to; the same name but for its kind is no slip. */
export interface Slip {
  readonly id: string
  readonly isSame: boolean
}

/** Finds the one place that a mistyped name is near to, among those in another place where one is named. */
export function slipNear(places: readonly Place[], name: string, around: string | null): Slip | null {
  const inside = places.filter(({ id }) => around === null || id.slice(0, id.lastIndexOf('/')) === around)
  const stem = stemOf(name)
  // Two letters are another state, and not a slip.
  const limit = stem.length < 3 ? 0 : Math.max(1, Math.floor((stem.length + 1) / 4))
  const known = inside.flatMap((place) => namesOf(place).map((whole) => ({ id: place.id, whole, stem: stemOf(whole) })))
  const nearTo = (typed: string, part: 'whole' | 'stem'): string | null => {
    const parts = known.map((one) => one[part])
    return nearest(typed, parts, limit)
  }
  // With its kind a name says more: `Cok County` is a county, and the kind may be what was mistyped, as in `Culver Cty`.
  const whole = nearTo(name, 'whole')
  const meant = whole ?? nearTo(stem, 'stem')
  const ids = new Set(known.filter((one) => (whole === null ? one.stem : one.whole) === meant).map(({ id }) => id))
  const [only] = ids
  return ids.size === 1 && only !== undefined ? { id: only, isSame: meant === stem } : null
}

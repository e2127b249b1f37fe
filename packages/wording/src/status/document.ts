/** How far the law of places is encoded, as data: the contract of `brightline law status --json`. */
import { lawStatus, runCases, isClean, type LawStatus, type Situations } from '@brightline/engine'
import type { ExpectedCase, Library, Texts } from '@brightline/language'

/** The state of one place. */
export interface PlaceStatus extends Omit<LawStatus, 'place'> {
  readonly place: string
  readonly placeTitle: Texts
  readonly checked: { readonly through: string; readonly sweep: Texts } | null
  /** The standard cases: how many have an answer that tells a counter what to do, and how many differ from the text. */
  readonly cases: {
    readonly count: number
    readonly clean: number
    readonly differing: number
    readonly written: boolean
  }
}

/** The state of the encoded law. */
export interface StatusDocument {
  readonly version: 2
  readonly asOf: string
  readonly places: readonly PlaceStatus[]
  /** Shares of the whole, between 0 and 1. */
  readonly shares: {
    readonly rulesRead: number
    readonly bearingNotEncoded: number
    readonly casesClean: number
  }
}

/** Everything that the state is counted from. */
export interface StatusParts {
  readonly library: Library
  readonly asOf: string
  readonly situations: Situations
  readonly expected: ReadonlyMap<string, readonly ExpectedCase[]>
  /** The ids of the places to be told; all without any. */
  readonly only?: readonly string[]
}

/** Puts the state of the law of places into the contract. */
export function toStatusDocument({ library, asOf, situations, expected, only = [] }: StatusParts): StatusDocument {
  const told = library.places.filter(({ id }) => only.length === 0 || only.includes(id))
  const inOrder = told.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const places = inOrder.map((place): PlaceStatus => {
    const { place: _, ...status } = lawStatus(library, place, asOf, situations.acts)
    const rows = expected.get(place.id)
    const runs = runCases(library, place.id, situations, rows ?? [])
    const today = runs.filter((run) => run.asOf === situations.asOf)
    return {
      place: place.id,
      placeTitle: place.title,
      checked: place.checked,
      ...status,
      cases: {
        count: situations.situations.length,
        clean: today.filter(({ answer }) => isClean(answer)).length,
        differing: runs.filter(({ isAsExpected }) => !isAsExpected).length,
        written: rows !== undefined,
      },
    }
  })
  return { version: 2, asOf, places, shares: sharesOf(places) }
}

function sharesOf(places: readonly PlaceStatus[]): StatusDocument['shares'] {
  const sum = (of: (place: PlaceStatus) => number): number => places.reduce((total, place) => total + of(place), 0)
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
  return {
    rulesRead: share(
      sum(({ rules }) => rules.read),
      sum(({ rules }) => Object.values(rules).reduce((a, b) => a + b, 0)),
    ),
    bearingNotEncoded: share(
      sum(({ bearing }) => bearing.notEncoded),
      sum(({ bearing }) => bearing.subdivisions),
    ),
    casesClean: share(
      sum(({ cases }) => cases.clean),
      sum(({ cases }) => cases.count),
    ),
  }
}

/** Places of law with what each holds: the contract of `brightline places --json`. */
import { instrumentsBinding } from '@brightline/engine'
import type { Library, Place, Texts } from '@brightline/language'
import { kindOfPlace, type PlaceKind } from './place-kind.ts'

/** How a place stands to the one that was asked about: `above` binds there, `county` is the county around. */
export type PlaceRelation = 'named' | 'above' | 'county' | 'same-county' | 'same-state' | 'elsewhere'

/** A place with the size of its own law. */
export interface ShownPlace {
  readonly id: string
  readonly title: Texts
  readonly kind: PlaceKind
  readonly division: string
  readonly geoid: string
  readonly timeZone: string
  readonly instruments: number
  readonly rules: number
  /** How many of the rules were read in their text. */
  readonly read: number
  /** The day through which its law was looked for, or null. */
  readonly checked: string | null
  /** Null where nothing was asked about. */
  readonly relation: PlaceRelation | null
  /** About how far it is, between the middles of the counties; null where that is not known. */
  readonly kilometres: number | null
  /** The instruments of the place that bind the agency on the date; null where no agency was asked about. */
  readonly binding: readonly { readonly id: string; readonly title: string }[] | null
}

/** A place that nobody encoded. */
export interface ShownMissing {
  readonly name: Texts
  readonly kind: PlaceKind | null
  /** The Open Civic Data id and the GEOID; null where no list has the place. */
  readonly division: string | null
  readonly geoid: string | null
  /** The ids of the encoded places above it, the nearest first. */
  readonly layers: readonly string[]
  /** The state whose law is not encoded either, or null. */
  readonly missingState: Texts | null
  /** The counties around a city, with the id of each that is encoded. */
  readonly counties: readonly { readonly name: Texts; readonly place: string | null }[]
}

/** What `places --json` prints. */
export interface PlacesDocument {
  readonly version: 2
  /** The date on which law binds the agency; null where no agency was asked about. */
  readonly asOf: string | null
  /** The name that was searched, or null. */
  readonly asked: string | null
  /** The name of the place around which was searched, or null. */
  readonly near: Texts | null
  readonly agency: string | null
  /** The kind of agency that the name says, such as `school` of `Chicago Public Schools`; null where it says none. */
  readonly saysAgency: string | null
  readonly places: readonly ShownPlace[]
  readonly notEncoded: readonly ShownMissing[]
}

/** A place to show. */
export interface PlaceToShow {
  readonly place: Place
  readonly relation: PlaceRelation | null
  readonly kilometres: number | null
}

/** A place that nobody encoded, as the search for places tells it. */
export interface MissingPlace {
  readonly name: Texts
  readonly division: { readonly kind: PlaceKind; readonly division: string; readonly geoid: string } | null
  readonly layers: readonly { readonly id: string }[]
  readonly missingState: Texts | null
  readonly counties: readonly { readonly name: Texts; readonly geoid: string }[]
}

/** What was asked about, and what was found. */
export interface PlacesFound {
  readonly asOf: string | null
  readonly asked: string | null
  readonly near: Texts | null
  readonly agency: string | null
  readonly saysAgency: string | null
  readonly places: readonly PlaceToShow[]
  readonly missing: readonly MissingPlace[]
}

/** Makes the document of some places, in the order in which they were found. */
export function toPlacesDocument(library: Library, found: PlacesFound): PlacesDocument {
  const { asOf, asked, near, agency, saysAgency, places, missing } = found
  const shown = places.map((one) => shownPlace(library, one, agency, asOf))
  return {
    version: 2,
    asOf,
    asked,
    near,
    agency,
    saysAgency,
    places: shown.filter(({ binding }) => binding === null || binding.length > 0),
    notEncoded: missing.map((one) => shownMissing(library, one)),
  }
}

/** Lists every place of a library, in the order of their ids. */
export function everyPlace({ places }: Library): readonly PlaceToShow[] {
  const inOrder = places.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return inOrder.map((place) => ({ place, relation: null, kilometres: null }))
}

function shownPlace(
  library: Library,
  { place, relation, kilometres }: PlaceToShow,
  agency: string | null,
  asOf: string | null,
): ShownPlace {
  const { id, title, division, geoid, timeZone, checked } = place
  const own = library.instruments.filter((one) => one.place === id)
  const rules = own.flatMap((instrument) => instrument.rules)
  const binding = agency === null || asOf === null ? null : instrumentsBinding(library, id, agency, asOf)
  return {
    ...{ id, title, kind: kindOfPlace(place), division, geoid, timeZone },
    instruments: own.length,
    rules: rules.length,
    read: rules.filter(({ mark }) => mark.kind === 'read').length,
    checked: checked?.through ?? null,
    ...{ relation, kilometres },
    binding: binding?.map((one) => ({ id: one.id, title: one.title })) ?? null,
  }
}

function shownMissing({ places }: Library, missing: MissingPlace): ShownMissing {
  const { name, division, layers, missingState, counties } = missing
  return {
    name,
    kind: division?.kind ?? null,
    division: division?.division ?? null,
    geoid: division?.geoid ?? null,
    layers: layers.map(({ id }) => id),
    missingState,
    counties: counties.map(({ name: title, geoid }) => ({
      name: title,
      place: places.find((place) => place.geoid === geoid)?.id ?? null,
    })),
  }
}

/** The law that binds the facility of a row: its owner is asked first. A county policy does not bind a state prison. */
import { placesAbove, stackOf, type Stack } from '@brightline/engine'
import type { Library } from '@brightline/language'
import type { Owner } from '../mapping/mapping.ts'

/** A policy to replay: the law of a place as it stands on a date. */
export interface LawOn {
  readonly library: Library
  readonly place: string
  readonly asOf: string
  /** The working text that lies over the law: that of an instrument, or of files; null where none does. */
  readonly working?: Working | null
}

/** A working text. */
export type Working = { readonly kind: 'files' } | { readonly kind: 'text'; readonly instrument: string }

/** The bond between a policy and a facility. */
type Binding =
  /** The whole stack of the place. */
  | 'place'
  /** The state's law only: the place is a county or a city, and the facility is another government's. */
  | 'state'
  /** No law of the place. */
  | 'none'

/** Every stack that a policy needs. */
export interface LawStacks {
  /** `us/ca@2026-01-01`, with `+working` behind it where a working text lies over the law. */
  readonly name: string
  readonly law: LawOn
  readonly place: Stack
  readonly state: Stack
  readonly bindingByOwner: Readonly<Record<Owner, Binding>>
}

/** Builds the stacks of a policy. */
export function stacksOf(law: LawOn): LawStacks {
  const { library, place, asOf, working = null } = law
  const state = placesAbove(place)[1] ?? place
  const own = stackOf(library, place, asOf)
  return {
    name: `${place}@${asOf}${working === null ? '' : '+working'}`,
    law,
    place: own,
    state: state === place ? own : stackOf(library, state, asOf),
    bindingByOwner: bindings(law),
  }
}

/**
 * Lists who is bound. Federal facilities are bound by no state or local law, and a private operator by its contract,
 * which nobody here has read. A facility of unknown owner is decided as if the place bound it, and is a row of its own.
 */
function bindings({ library, place }: LawOn): Readonly<Record<Owner, Binding>> {
  const federal = place === 'us' ? 'place' : 'none'
  if (placesAbove(place).length <= 2) {
    return { county: 'place', city: 'place', state: 'place', federal, private: 'none', unknown: 'place' }
  }
  const division = library.places.find(({ id }) => id === place)?.division ?? ''
  const ranks = new Set(library.instruments.filter((instrument) => instrument.place === place).map(({ rank }) => rank))
  const isCounty = division.includes('/county:') || division.includes('/parish:') || ranks.has('county')
  const isCity = division.includes('/place:') || ranks.has('city')
  return {
    county: isCounty ? 'place' : 'state',
    city: isCity ? 'place' : 'state',
    state: 'state',
    federal,
    private: 'none',
    unknown: 'place',
  }
}

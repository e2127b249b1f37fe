/** Which law binds the facility of a row: its owner is asked first. A county policy does not bind a state prison. */
import { placesAbove, stackOf, type Stack } from '@brightline/engine'
import type { Library } from '@brightline/language'
import type { Owner } from '../mapping/mapping.ts'

/** A policy to replay: the law of a place as it stands on a date. */
export interface Policy {
  /** `us/ca@2026-01-01`, and `with` where working files lie over the law. */
  readonly name: string
  readonly library: Library
  readonly place: string
  readonly asOf: string
}

/** How a policy stands to a facility. */
export type Binding =
  /** The whole stack of the place. */
  | 'place'
  /** The state's law only: the place is a county or a city, and the facility is another government's. */
  | 'state'
  /** No law of the place. */
  | 'none'

/** Every stack that a policy needs. */
export interface PolicyStacks {
  readonly policy: Policy
  readonly place: Stack
  readonly state: Stack
  readonly bindingByOwner: Readonly<Record<Owner, Binding>>
}

/** Builds the stacks of a policy. */
export function stacksOf(policy: Policy): PolicyStacks {
  const { library, place, asOf } = policy
  const state = placesAbove(place)[1] ?? place
  const own = stackOf(library, place, asOf)
  return {
    policy,
    place: own,
    state: state === place ? own : stackOf(library, state, asOf),
    bindingByOwner: bindings(policy),
  }
}

/**
 * Federal facilities are bound by no state or local law, and a private operator by its contract, which nobody here
 * has read. A facility of unknown owner is decided as if the place bound it, and is a row of its own.
 */
function bindings({ library, place }: Policy): Readonly<Record<Owner, Binding>> {
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

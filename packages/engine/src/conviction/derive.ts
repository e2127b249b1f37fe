/**
 * Facts that are computed from the list of convictions.
 *
 * The answer is the exact set of values that the fact can have: a conviction that may or may not count leaves both
 * possible. "Unknown" is never "no".
 */
import { Temporal } from 'temporal-polyfill'
import type { Conviction, Fact, Offence } from '@brightline/language'
import { membershipOf, type Membership } from './membership.ts'

/** A value of a derived fact: a count of years counted up, `never`, or the answer of a yes or no fact. */
export type PossibleValue = number | 'never' | 'yes' | 'no'

/** A conviction, how long ago it was, counted up, and whether it counts. */
interface Weighed {
  readonly conviction: Conviction
  readonly membership: Membership
  readonly years: number
}

/**
 * The values that a derived fact can have, and why; or the convictions, by index, are dated after the date of the
 * decision.
 */
export type DerivedValue =
  /** Numbers ascend, `never` is last; `yes` stands before `no`. */
  | { readonly kind: 'derived'; readonly possible: readonly PossibleValue[]; readonly because: readonly Weighed[] }
  | { readonly kind: 'too-late'; readonly indexes: readonly number[] }

/**
 * Computes a fact from convictions and the offence tables by place, as of an ISO date.
 *
 * @example
 * const derivation = { classes: ['listed'], table: 'us/xx' }
 * const question = { en: 'Listed offence?', es: '¿Delito de la lista?' }
 * const type = { kind: 'yes-no' }
 * const fact = { name: 'ex.listed', question, type, isProtected: false, knownBy: null, cost: 1, derivation }
 * const conviction = { offence: 'Ex. Pen. Code 11', level: 'felony', date: '2020-05-01', place: null }
 * derive(fact, [], {}, '2026-11-22').possible // => ['no']
 * derive(fact, [conviction], {}, '2026-11-22').possible // => ['yes', 'no']
 * derive(fact, [conviction], {}, '2019-01-01') // => { kind: 'too-late', indexes: [0] }
 */
export function derive(
  fact: Fact,
  convictions: readonly Conviction[],
  tables: Readonly<Record<string, readonly Offence[]>>,
  asOf: string,
): DerivedValue {
  const { derivation } = fact
  // INVARIANT: only facts with a derivation are derived; the caller chooses them.
  if (derivation === null) throw new Error(`${fact.name} is not derived`)
  const indexes = convictions.flatMap(({ date }, index) => (date > asOf ? [index] : []))
  if (indexes.length > 0) return { kind: 'too-late', indexes }
  // A place without a table lists nothing, so each conviction may count.
  const offences = derivation.table === null ? [] : (tables[derivation.table] ?? [])
  const because = convictions.map((conviction) => ({
    conviction,
    membership: membershipOf(conviction, derivation, offences),
    years: yearsSince(conviction.date, asOf),
  }))
  return { kind: 'derived', possible: possibleValues(fact, because), because }
}

/**
 * Counts the years since a date, rounded up: the least whole number of years after which the anniversary is not yet
 * past.
 *
 * The fifth anniversary still counts as 5 and the day after as 6. The anniversary of 29 February is 28 February in
 * common years: the same rule as for every span of months and years here, so that a period never runs over into the
 * next month, and a day that the calendar lacks is not added to the time in which a conviction works against a person.
 *
 * @example
 * yearsSince('2021-11-22', '2026-11-22') // => 5
 * yearsSince('2021-11-22', '2026-11-23') // => 6
 * yearsSince('2024-02-29', '2025-02-28') // => 1
 */
export function yearsSince(date: string, asOf: string): number {
  const start = Temporal.PlainDate.from(date)
  const end = Temporal.PlainDate.from(asOf)
  const years = end.year - start.year
  return Temporal.PlainDate.compare(start.add({ years }), end) < 0 ? years + 1 : years
}

function possibleValues({ name, type }: Fact, weighed: readonly Weighed[]): readonly PossibleValue[] {
  const sure = weighed.filter(({ membership }) => membership.kind === 'counts')
  const unsure = weighed.filter(({ membership }) => membership.kind === 'may-count')
  switch (type.kind) {
    case 'yes-no':
      if (sure.length > 0) return ['yes']
      return unsure.length > 0 ? ['yes', 'no'] : ['no']
    case 'number': {
      // A fact ends at its greatest number; a longer time has that number.
      const within = (years: number): number => Math.min(Math.max(years, type.min), type.max)
      const latest = Math.min(...sure.map(({ years }) => within(years)))
      const lower = unsure.map(({ years }) => within(years)).filter((years) => years < latest)
      const numbers = [...new Set(lower)].toSorted((a, b) => a - b)
      return [...numbers, latest === Infinity ? 'never' : latest]
    }
    case 'one-of':
    case 'date':
      // INVARIANT: the check of the vocabulary (POL-0304) derives no other type.
      throw new Error(`${name} cannot be derived`)
  }
}

/**
 * Counts that add up: every row falls into exactly one class, and a class says which verdicts are possible.
 *
 * Minimum and maximum are read off the classes: a row counts in the minimum of a verdict where nothing else is
 * possible, and in the maximum where it is possible at all.
 */
import type { Verdict } from '@brightline/language'
import { pairBit, verdicts } from './verdict-pair.ts'

/** The classes of rows. `open` rows lack a fact; `loose` rows are those of facilities whose owner is not known. */
export type RowClass = { readonly kind: 'bound' | 'loose'; readonly bits: number } | { readonly kind: 'not-bound' }

/** Rows by class, under keys of `keyOf`. */
export type Tally = Map<string, number>

/** Writes the key of a class. */
export function keyOf(of: RowClass): string {
  return of.kind === 'not-bound' ? 'not-bound' : `${of.kind === 'loose' ? '~' : ''}${namesOf(of.bits).join('|')}`
}

/** Tells whether a verdict is possible in a class. */
export function allows(verdict: string): (key: string) => boolean {
  return (key) => key.replace('~', '').split('|').includes(verdict)
}

/** Tells whether something unknown decides over the rows of a class: a fact, or who owns the facility. */
export function isOpenClass(key: string): boolean {
  return key.includes('|') || key.startsWith('~')
}

/** Lists the names of some verdict bits. */
function namesOf(bits: number): readonly (typeof verdicts)[number][] {
  return verdicts.filter((_, index) => (bits >>> index) & 1)
}

/** Adds rows to a class. */
export function addTo(tally: Tally, key: string, count: number): void {
  tally.set(key, (tally.get(key) ?? 0) + count)
}

/** The least and the most rows. */
export interface Bounds {
  readonly min: number
  readonly max: number
}

/** The outcome of a request under every policy. Counts by outcome add up, and every other count of verdicts is a sum of them. */
export interface CaseOutcome {
  readonly sides: readonly { readonly class: string; readonly answer: Verdict | null }[]
  /** Pairs of verdicts that are possible, as bits; null where no law of the place binds. */
  readonly pairs: number | null
  readonly isLoose: boolean
}

/** The difference between two policies: counted exactly, or as far as the counts may be shown. */
export interface Change<T> {
  readonly same: T
  readonly differs: T
  readonly mayDiffer: T
  readonly transitions: readonly {
    readonly before: Verdict
    readonly after: Verdict
    readonly min: T
    readonly max: T
  }[]
}

const diagonal = verdicts.reduce((bits, _, index) => bits | pairBit(index, index), 0)

/** Counts what changes between two policies, by a way to count the outcomes that are wanted. */
export function changeOf<T extends number | null>(
  outcomes: Iterable<CaseOutcome>,
  count: (wanted: (outcome: CaseOutcome) => boolean) => T,
): Change<T> {
  const all = [...outcomes]
  const isSame = ({ pairs }: CaseOutcome): boolean => pairs === null || (pairs & ~diagonal) === 0
  // A facility of unknown owner may turn out not to be bound, and then nothing changes.
  const isOther = ({ pairs, isLoose }: CaseOutcome): boolean => pairs !== null && (pairs & diagonal) === 0 && !isLoose
  const transitions = verdicts.flatMap((before, one) =>
    verdicts.flatMap((after, other) => {
      const bit = pairBit(one, other)
      const isPossible = ({ pairs }: CaseOutcome): boolean => pairs !== null && (pairs & bit) !== 0
      if (before === after || !all.some(isPossible)) return []
      const min = count(({ pairs, isLoose }) => pairs === bit && !isLoose)
      return [{ before, after, min, max: count(isPossible) }]
    }),
  )
  return {
    same: count(isSame),
    differs: count(isOther),
    mayDiffer: count((outcome) => !isSame(outcome) && !isOther(outcome)),
    transitions: transitions.sort((a, b) => (b.max ?? 0) - (a.max ?? 0)),
  }
}

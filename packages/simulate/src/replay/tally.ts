/**
 * Counts that add up: every row falls into exactly one class, and a class says which verdicts are possible.
 *
 * Minimum and maximum are read off the classes: a row counts in the minimum of a verdict where nothing else is
 * possible, and in the maximum where it is possible at all.
 */
import { verdicts } from './together.ts'

/** The classes of rows. `open` rows lack a fact; `loose` rows are those of facilities whose owner is not known. */
export type RowClass = { readonly kind: 'bound' | 'loose'; readonly bits: number } | { readonly kind: 'not-bound' }

/** Rows by class, under keys of `keyOf`. */
export type Tally = Map<string, number>

/** The key of a class. */
export function keyOf(of: RowClass): string {
  return of.kind === 'not-bound' ? 'not-bound' : `${of.kind === 'loose' ? '~' : ''}${namesOf(of.bits).join('|')}`
}

/** The names of some verdict bits. */
export function namesOf(bits: number): readonly (typeof verdicts)[number][] {
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

/** The bounds of one verdict. */
export function boundsOf(tally: ReadonlyMap<string, number>, verdict: string): Bounds {
  let min = 0
  let max = 0
  for (const [key, count] of tally) {
    const names = key.replace('~', '').split('|')
    if (!names.includes(verdict)) continue
    max += count
    if (key === verdict) min += count
  }
  return { min, max }
}

/** Every row. */
export function sumOf(tally: ReadonlyMap<string, number>): number {
  return [...tally.values()].reduce((sum, count) => sum + count, 0)
}

/** Sets of days of law: sorted, disjoint, inclusive intervals. */
import type { Interval } from './policy.ts'
import { byCharacters } from '../by-characters.ts'
import { addDays } from '../calendar-date.ts'

/**
 * Tells whether a day lies in one of the intervals.
 *
 * @example
 * isWithin([{ from: '2018-01-01', through: null }], '2017-12-31') // => false
 */
export function isWithin(intervals: readonly Interval[], date: string): boolean {
  return intervals.some(({ from, through }) => (from === null || from <= date) && (through === null || date <= through))
}

/** Intersects two sets of days. */
export function intersect(left: readonly Interval[], right: readonly Interval[]): readonly Interval[] {
  return left
    .flatMap((a) => right.map((b) => ({ from: later(a.from, b.from), through: earlier(a.through, b.through) })))
    .filter(({ from, through }) => from === null || through === null || from <= through)
    .sort(byStart)
}

/** Takes the days of the second set out of the first. */
export function subtract(left: readonly Interval[], right: readonly Interval[]): readonly Interval[] {
  return right.reduce<readonly Interval[]>((rest, cut) => {
    const outside: Interval[] = []
    if (cut.from !== null) outside.push({ from: null, through: addDays(cut.from, -1) })
    if (cut.through !== null) outside.push({ from: addDays(cut.through, 1), through: null })
    return intersect(rest, outside)
  }, left)
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

function byStart(a: Interval, b: Interval): number {
  return byCharacters(a.from ?? '', b.from ?? '')
}

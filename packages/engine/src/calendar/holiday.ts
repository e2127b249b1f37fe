/**
 * The days on which a place's calendar rests.
 *
 * A holiday counts on the day it is kept: a fixed holiday that is `observed` moves from Saturday to the Friday before
 * and from Sunday to the Monday after, also across the end of a year. Its rule must be law on the day it is kept.
 */
import { Temporal } from 'temporal-polyfill'
import { isWithin, parseHolidayRule, type Holiday, type HolidayRule } from '@brightline/language'

/** One day of rest, with the law that makes it one. */
export interface HolidayDate {
  readonly date: Temporal.PlainDate
  readonly name: string
  readonly cite: string
}

/**
 * Lists the holidays that are kept in a year, in order.
 *
 * @example
 * const force = { from: null, through: null }
 * const rule = { name: "New Year's Day", rule: '01-01 observed', force, cite: '5 USC 6103(a)', mark: 'read' }
 * holidaysOf(2021, [rule]).map((holiday) => holiday.date.toString()) // => ['2021-01-01', '2021-12-31']
 * holidaysOf(2022, [rule]) // => []
 */
export function holidaysOf(year: number, rows: readonly Holiday[]): readonly HolidayDate[] {
  return rows
    .flatMap(({ name, rule, force, cite }) => {
      const meaning = parseHolidayRule(rule)
      // INVARIANT: a holiday row has a rule that can be read; `readHolidays` refuses the others.
      if (meaning === null) throw new Error(`unreadable holiday rule: ${rule}`)
      // A holiday of the year before or after may be kept in this year.
      return [year - 1, year, year + 1]
        .flatMap((named) => keptOn(meaning, named))
        .filter((date) => date.year === year && isWithin([force], date.toString()))
        .map((date) => ({ date, name, cite }))
    })
    .toSorted((a, b) => Temporal.PlainDate.compare(a.date, b.date))
}

/**
 * Tells whether a holiday is kept on this day.
 *
 * @example
 * const force = { from: null, through: null }
 * const rule = { name: 'Labor Day', rule: 'first monday september', force, cite: '5 USC 6103(a)', mark: 'read' }
 * isHoliday(Temporal.PlainDate.from('2026-09-07'), [rule]) // => true
 */
export function isHoliday(date: Temporal.PlainDate, rows: readonly Holiday[]): boolean {
  return holidaysOf(date.year, rows).some((holiday) => holiday.date.equals(date))
}

/** Finds the day on which the holiday of this year is kept, if the year has one. */
function keptOn(rule: HolidayRule, year: number): readonly Temporal.PlainDate[] {
  switch (rule.kind) {
    case 'once':
      return rule.date.startsWith(`${String(year).padStart(4, '0')}-`) ? [Temporal.PlainDate.from(rule.date)] : []
    case 'fixed': {
      const date = Temporal.PlainDate.from({ year, month: rule.month, day: rule.day })
      // 29 February falls in leap years only.
      return date.day === rule.day ? [observed(date, rule.moves)] : []
    }
    case 'weekday':
      return [nthWeekday(rule.ordinal, rule.weekday, year, rule.month).add({ days: rule.daysAfter })]
  }
}

function observed(
  date: Temporal.PlainDate,
  moves: Extract<HolidayRule, { readonly kind: 'fixed' }>['moves'],
): Temporal.PlainDate {
  if (date.dayOfWeek === 6 && moves === 'saturday-and-sunday') return date.subtract({ days: 1 })
  return date.dayOfWeek === 7 && moves !== 'never' ? date.add({ days: 1 }) : date
}

function nthWeekday(ordinal: number | 'last', weekday: number, year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  if (ordinal === 'last') {
    const last = first.with({ day: first.daysInMonth })
    return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 })
  }
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (ordinal - 1) * 7 })
}

/** The few words in which a holiday table says when a holiday falls. */
import { isRealDate } from '../calendar-date.ts'

/** The days on which a holiday falls. Months and weekdays are numbered from 1; Monday is 1. */
export type HolidayRule =
  /** The same day of each year; `moves` says from which weekend days: Saturday to Friday, Sunday to Monday. */
  | {
      readonly kind: 'fixed'
      readonly month: number
      readonly day: number
      readonly moves: 'never' | 'sunday' | 'saturday-and-sunday'
    }
  /** The first to fourth or last such weekday of a month, or the day after it. */
  | {
      readonly kind: 'weekday'
      readonly ordinal: number | 'last'
      readonly weekday: number
      readonly month: number
      readonly daysAfter: 0 | 1
    }
  /** One day of one year. */
  | { readonly kind: 'once'; readonly date: string }

const ordinals = ['first', 'second', 'third', 'fourth']
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const weekdayRule = new RegExp(
  `^(day after )?(?:(last)|(${ordinals.join('|')})) (${weekdays.join('|')}) (${months.join('|')})$`,
)

/**
 * Finds the meaning of a rule of a holiday table; null when it has none.
 *
 * @example
 * parseHolidayRule('07-04 observed') // => { kind: 'fixed', month: 7, day: 4, moves: 'saturday-and-sunday' }
 * parseHolidayRule('02-12 sunday observed') // => { kind: 'fixed', month: 2, day: 12, moves: 'sunday' }
 * parseHolidayRule('last monday may') // => { kind: 'weekday', ordinal: 'last', weekday: 1, month: 5, daysAfter: 0 }
 * parseHolidayRule('fifth monday may') // => null
 */
export function parseHolidayRule(text: string): HolidayRule | null {
  if (isRealDate(text)) return { kind: 'once', date: text }
  const fixed = /^(\d{2})-(\d{2})( observed| sunday observed)?$/.exec(text)
  // 2024 is a leap year: a holiday on 29 February falls in leap years only.
  if (fixed !== null && isRealDate(`2024-${fixed[1]}-${fixed[2]}`)) {
    const moves = fixed[3] === undefined ? 'never' : fixed[3] === ' observed' ? 'saturday-and-sunday' : 'sunday'
    return { kind: 'fixed', month: Number(fixed[1]), day: Number(fixed[2]), moves }
  }
  const floating = weekdayRule.exec(text)
  if (floating === null) return null
  const [, dayAfter, last, ordinal = '', weekday = '', month = ''] = floating
  return {
    kind: 'weekday',
    ordinal: last === undefined ? ordinals.indexOf(ordinal) + 1 : 'last',
    weekday: weekdays.indexOf(weekday) + 1,
    month: months.indexOf(month) + 1,
    daysAfter: dayAfter === undefined ? 0 : 1,
  }
}

/** Days as people write them. */
import { dayNumber } from '@brightline/language'
import { dateFormat, localeOf } from '../phrase/format.ts'

/**
 * Says a day.
 *
 * @param day - A day of the calendar, `YYYY-MM-DD`.
 * @example
 * dayWords('2026-05-01', 'en') // => 'May 1, 2026'
 * dayWords('2026-05-01', 'es') // => '1 de mayo de 2026'
 */
export function dayWords(day: string, lang: string): string {
  return dateFormat(localeOf(lang), { dateStyle: 'long', timeZone: 'UTC' }).format(dayNumber(day) * 86_400_000)
}

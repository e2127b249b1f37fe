/** Times on screens: the clock time with its day and zone, as the agency lives by it. */
import type { Temporal } from 'temporal-polyfill'

/**
 * Says an instant in a zone.
 *
 * @example
 * clockTime(Temporal.Instant.from('2026-11-25T04:58Z'), 'America/Chicago', 'en') // => 'Tue, Nov 24, 22:58 CST'
 */
export function clockTime(instant: Temporal.Instant, timeZone: string, lang: string): string {
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-US' : lang, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
  return format.format(instant.epochMilliseconds)
}

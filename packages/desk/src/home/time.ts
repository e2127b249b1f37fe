/** Times on screens: the clock time with its day and zone, as the agency lives by it, and how far away it is. */
import { dateFormat, localeOf } from '@brightline/wording'
import { Temporal } from 'temporal-polyfill'
import { sayHome } from './words.ts'

/**
 * Says an instant in a zone, with its year where that is another one than now.
 *
 * @example
 * const now = Temporal.Instant.from('2026-11-25T06:00Z')
 * clockTime(Temporal.Instant.from('2026-11-25T04:58Z'), 'America/Chicago', 'en', now) // => 'Tue, Nov 24, 22:58 CST'
 */
export function clockTime(
  instant: Temporal.Instant,
  timeZone: string,
  lang: string,
  now: Temporal.Instant = Temporal.Now.instant(),
): string {
  const isOfThisYear = instant.toZonedDateTimeISO(timeZone).year === now.toZonedDateTimeISO(timeZone).year
  const format = dateFormat(localeOf(lang), {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isOfThisYear ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
  return format.format(instant.epochMilliseconds)
}

/** Says how far away an instant is: in so many hours and minutes, or so late. */
export function awayWords(instant: Temporal.Instant, now: Temporal.Instant, lang: string): string {
  const minutes = Math.trunc((instant.epochMilliseconds - now.epochMilliseconds) / 60_000)
  const say = sayHome(lang)
  const span = spanWords(Math.abs(minutes), lang)
  return say(instant.epochMilliseconds < now.epochMilliseconds ? 'late-by' : 'in-time', { span })
}

/** Says how long ago something was. */
export function agoWords(instant: Temporal.Instant, now: Temporal.Instant, lang: string): string {
  return spanWords(Math.max(0, Math.trunc((now.epochMilliseconds - instant.epochMilliseconds) / 60_000)), lang)
}

function spanWords(minutes: number, lang: string): string {
  const say = sayHome(lang)
  const [days, hours, rest] = [Math.trunc(minutes / 1440), Math.trunc(minutes / 60), minutes % 60]
  if (hours >= 48) return say('days', { days })
  return hours === 0 ? say('minutes', { minutes: rest }) : say('hours', { hours, minutes: rest })
}

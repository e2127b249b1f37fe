/** Times as people say them: how long until something is due, or how late it is. */
import { amountWords, numberFormat, type Say } from '@brightline/wording'
import type { Temporal } from 'temporal-polyfill'

/** The phrases that a length of time stands in. */
export type TimeKey = 'in-time' | 'late-by' | 'due-now'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/**
 * Says a length of time in at most two units, rounded down: what is left is never said to be more than it is.
 *
 * @example
 * lengthWords(11_520, 'en') // => '3 h 12 min'
 */
export function lengthWords(seconds: number, lang: string): string {
  if (seconds >= 2 * day) return amountWords(Math.floor(seconds / day), 'days', lang)
  const short = (amount: number, unit: 'hour' | 'minute'): string =>
    numberFormat(lang, { style: 'unit', unit, unitDisplay: 'short' }).format(amount)
  const [hours, minutes] = [Math.floor(seconds / hour), Math.floor((seconds % hour) / minute)]
  if (hours === 0) return short(minutes, 'minute').replace('hr', 'h')
  const parts = [short(hours, 'hour').replace('hr', 'h'), ...(minutes === 0 ? [] : [short(minutes, 'minute')])]
  return parts.join(' ')
}

/** Says when a moment is, seen from another one. */
export function untilWords(
  now: Temporal.Instant,
  due: Temporal.Instant,
  { say, lang }: { readonly say: Say<TimeKey>; readonly lang: string },
): string {
  const seconds = Math.floor((due.epochMilliseconds - now.epochMilliseconds) / 1000)
  if (Math.abs(seconds) < minute) return say('due-now')
  return seconds > 0
    ? say('in-time', { time: lengthWords(seconds, lang) })
    : say('late-by', { time: lengthWords(-seconds, lang) })
}

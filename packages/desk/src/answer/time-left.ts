/** How long there is: in hours and words, and how late something is. */
import { Temporal } from 'temporal-polyfill'
import { sayAnswer } from './words.ts'

/**
 * Says how long it is until an instant.
 *
 * @example
 * const at = (time) => Temporal.Instant.from(`2026-11-24T${time}Z`)
 * timeLeft(at('22:42'), at('19:30'), 'en') // => 'in 3 h 12 min'
 * timeLeft(at('19:00'), at('19:18'), 'en') // => '18 min late'
 */
export function timeLeft(due: Temporal.Instant, now: Temporal.Instant, lang: string): string {
  const isLate = Temporal.Instant.compare(due, now) < 0
  const [from, to] = isLate ? [due, now] : [now, due]
  return sayAnswer(lang)(isLate ? 'late' : 'in', { span: spanWords(from.until(to), lang) })
}

/** From so many hours on days are counted. */
const longestInHours = 72

function spanWords(span: Temporal.Duration, lang: string): string {
  const say = sayAnswer(lang)
  const total = Math.floor(span.total('minutes'))
  const [hours, minutes] = [Math.floor(total / 60), total % 60]
  if (hours >= longestInHours) return say('days', { count: Math.floor(hours / 24) })
  return hours === 0 ? say('minutes', { minutes }) : say('hours', { hours, minutes })
}

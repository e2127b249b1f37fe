/** Duties without a time, in a few words for the column in which others have theirs. */
import { sayClock } from './words.ts'

/**
 * Says what stands in place of a time: the law wants it at once, or promptly, or names none, or its event is not known yet.
 *
 * @example
 * timelessName('at-once', 'en') // => 'at once'
 */
export function timelessName(calendar: string, lang: string): string {
  const say = sayClock(lang)
  if (calendar === 'at-once') return say('at-once')
  if (calendar === 'promptly') return say('promptly-short')
  return say(calendar === 'none' ? 'no-time' : 'time-not-known')
}

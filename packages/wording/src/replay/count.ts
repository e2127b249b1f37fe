/** Counts of a replay in words. */
import type { Count } from '@brightline/simulate'
import { numberWords } from '../line/number.ts'
import { localeOf, numberFormat } from '../phrase/format.ts'

/**
 * Writes a count; a suppressed one is a star.
 *
 * @example
 * countWords(1200, 'en') // => '1,200'
 * countWords(null, 'en') // => '*'
 */
export function countWords(count: Count, lang: string): string {
  return count === null ? '*' : numberWords(count, lang)
}

/**
 * Writes the least and the most.
 *
 * @example
 * rangeWords(3, 1200, 'en') // => '3–1,200'
 * rangeWords(3, 3, 'en') // => '3'
 */
export function rangeWords(min: Count, max: Count, lang: string): string {
  return min === max ? countWords(min, lang) : `${countWords(min, lang)}–${countWords(max, lang)}`
}

/** Writes the share of open requests. */
export function shareWords(share: Count, lang: string): string {
  return share === null ? '*' : `${numberFormat(localeOf(lang), {}).format(share)} %`
}

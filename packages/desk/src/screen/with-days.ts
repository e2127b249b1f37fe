/** Days inside a sentence of the law, as people write them. */
import { dayWords } from '@brightline/wording'

/**
 * Writes the days of a sentence out.
 *
 * @example
 * withDays('Law of Missouri checked through 2026-02-15', 'en') // => 'Law of Missouri checked through February 15, 2026'
 */
export function withDays(sentence: string, lang: string): string {
  return sentence.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, (day) => dayWords(day, lang))
}

/** Whole numbers as people here read them. */
import { localeOf, numberFormat } from '../phrase/format.ts'

/**
 * Writes a number with its thousands apart. Spanish is that of the United States, which writes them as English does.
 *
 * @example
 * numberWords(1234567, 'en') // => '1,234,567'
 * numberWords(12345, 'es') // => '12,345'
 */
export function numberWords(number: number | bigint, lang: string): string {
  return numberFormat(localeOf(lang), {}).format(number)
}

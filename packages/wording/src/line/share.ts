/** Shares of exact numbers. */
import { localeOf, numberFormat } from '../phrase/format.ts'

/**
 * Writes a share in percent with one digit, never rounded to none or all.
 *
 * @example
 * shareWords(1n, 3n, 'en') // => '33.3%'
 * shareWords(1n, 1000000n, 'en') // => '<0.1%'
 * shareWords(999999n, 1000000n, 'es') // => '>99.9%'
 * shareWords(0n, 3n, 'en') // => '0%'
 */
export function shareWords(part: bigint, whole: bigint, lang: string): string {
  if (part === 0n || whole === 0n) return percent(0, 0, lang)
  if (part === whole) return percent(1, 0, lang)
  const thousandths = Number((part * 2000n + whole) / (whole * 2n))
  if (thousandths === 0) return `<${percent(0.001, 1, lang)}`
  if (thousandths === 1000) return `>${percent(0.999, 1, lang)}`
  return percent(thousandths / 1000, 1, lang)
}

function percent(share: number, digits: number, lang: string): string {
  const options = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  return numberFormat(localeOf(lang), options).format(share)
}

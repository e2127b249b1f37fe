/** Lists as a language writes them. */
import { listFormat } from './format.ts'

/**
 * Joins items with "and" or "or".
 *
 * @example
 * joined(['hold', 'transfer', 'disclose'], 'or', 'en') // => 'hold, transfer or disclose'
 * joined(['hold', 'transfer', 'disclose'], 'and', 'es') // => 'hold, transfer y disclose'
 */
export function joined(items: readonly string[], by: 'and' | 'or', lang: string): string {
  // British English leaves out the comma before the last item, as policies do.
  const locale = lang === 'en' ? 'en-GB' : lang
  const type = by === 'and' ? 'conjunction' : 'disjunction'
  return listFormat(locale, { type }).format(items)
}

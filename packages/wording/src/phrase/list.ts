/** Lists as a language writes them. */
import { listFormat } from './format.ts'

/**
 * Joins items with "and" or "or", without a comma before the last one, as policies do.
 *
 * English and Spanish are joined here: the first format that a program makes takes as long as a whole answer.
 *
 * @example
 * joined(['hold', 'transfer', 'disclose'], 'or', 'en') // => 'hold, transfer or disclose'
 * joined(['hold', 'transfer', 'disclose'], 'and', 'es') // => 'hold, transfer y disclose'
 */
export function joined(items: readonly string[], by: 'and' | 'or', lang: string): string {
  const last = items.at(-1)
  if (last === undefined || items.length === 1) return last ?? ''
  const before = items.slice(0, -1).join(', ')
  switch (lang) {
    case 'en':
      return `${before} ${by} ${last}`
    case 'es':
      return `${before} ${linkInSpanish(by, last)} ${last}`
    default:
      return listFormat(lang, { type: by === 'and' ? 'conjunction' : 'disjunction' }).format(items)
  }
}

/** The word before the last item: before the sound "i" it is "e", and before "o" it is "u". A diphthong is no "i". */
function linkInSpanish(by: 'and' | 'or', next: string): string {
  if (by === 'and') return /^(?:[ií]|h[ií](?![ae]))/i.test(next) ? 'e' : 'y'
  return /^(?:h?[oó]|8|11(?: |$))/i.test(next) ? 'u' : 'o'
}

/** Languages by their names. */
import { languageName as nameOf } from '@brightline/wording'

/**
 * Names a language as the law of California does: the tables of languages call Tagalog by another name.
 *
 * @example
 * languageName('tl', 'es') // => 'Tagalog'
 */
export function languageName(code: string, lang: string): string {
  return code === 'tl' ? 'Tagalog' : nameOf(code, lang)
}

/** The name of a language in another language. */
import type { Lang } from './words.ts'

/**
 * @example
 * languageName('es', 'en') // => 'Spanish'
 */
export function languageName(code: string, lang: Lang): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code
}

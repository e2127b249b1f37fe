/** The name of a language in another language. */
import { displayNames } from './format.ts'

/**
 * Names a language by its code.
 *
 * @example
 * languageName('es', 'en') // => 'Spanish'
 */
export function languageName(code: string, lang: string): string {
  return displayNames(lang, { type: 'language' }).of(code) ?? code
}

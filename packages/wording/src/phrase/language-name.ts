/** The name of a language in another language. */

/**
 * Names a language by its code.
 *
 * @example
 * languageName('es', 'en') // => 'Spanish'
 */
export function languageName(code: string, lang: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code
}

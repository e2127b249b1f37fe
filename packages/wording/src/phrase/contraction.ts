/** Words that grow together where a phrase meets the words that fill it. */

/**
 * Joins the small words that a language does not leave apart: Spanish `de el` and `a el`, before a noun and not before a
 * name such as El Paso.
 *
 * @example
 * contracted('antes de el arresto', 'es') // => 'antes del arresto'
 */
export function contracted(text: string, lang: string): string {
  return lang === 'es' || lang.startsWith('es-') ? text.replaceAll(/\b(de|a) el(?= )/g, '$1l') : text
}

/** Sentences of the wording as they stand by themselves on a page: with a capital at their beginning. */

/**
 * Writes the first letter large.
 *
 * @example
 * sentenceCase('who decides: the sheriff', 'en') // => 'Who decides: the sheriff'
 */
export function sentenceCase(text: string, lang: string): string {
  const [first = ''] = text
  return `${first.toLocaleUpperCase(lang)}${text.slice(first.length)}`
}

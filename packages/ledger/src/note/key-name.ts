/** Names of keys: not empty, no spaces of any script, no plus sign, no control characters. */

/**
 * Whether the text may name a key.
 *
 * @example
 * isKeyName('log.springfield.example') // true
 * isKeyName('two words') // false
 */
export function isKeyName(text: string): boolean {
  return text !== '' && !/[\s\u0085\p{Cc}+]/u.test(text) && text.isWellFormed()
}

/** Names of keys: not empty, no space of Unicode, no plus sign, and no control character that a note may not hold. */

/**
 * Tells whether a text may name a key.
 *
 * @example
 * isKeyName('log.springfield.example') // true
 * isKeyName('two words') // false
 */
export function isKeyName(text: string): boolean {
  return text !== '' && !/[\p{White_Space}[\p{Cc}--[\u{7f}-\u{9f}]]+]/v.test(text) && text.isWellFormed()
}

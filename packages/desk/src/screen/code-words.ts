/** Codes of rows in words. */
import { sayFrame } from './words.ts'

/**
 * Says a code of a row. One that this release does not know is said to be so: a code is shown to nobody.
 *
 * @example
 * codeWords(['released'], 'escaped', () => 'Released', 'en') // => 'something that this release has no words for'
 */
export function codeWords<Code extends string>(
  codes: readonly Code[],
  code: string,
  say: (code: Code) => string,
  lang: string,
): string {
  const known = codes.find((one) => one === code)
  return known === undefined ? sayFrame(lang)('unknown-code') : say(known)
}

/** Text from outside, such as names of keys and files, made safe to show: nothing in it moves a cursor or turns a line. */

const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/**
 * Writes characters that a reader cannot see as their numbers.
 *
 * @example
 * plain('log\u{1b}[2J') // 'log\\u{1b}[2J'
 */
export function plain(text: string): string {
  return text.replace(hidden, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`)
}

/** Text from outside, such as names of keys and files, made safe to show: nothing in it moves a cursor or turns a line. */

const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
const longest = 200

/**
 * Writes characters that a reader cannot see as their numbers, and cuts what is long.
 *
 * @example
 * plain('log\u{1b}[2J') // 'log\\u{1b}[2J'
 */
export function plain(text: string): string {
  const shown = text.replace(hidden, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`)
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown
}

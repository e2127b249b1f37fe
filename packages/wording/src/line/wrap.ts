/** Lines that are no wider than the screen, broken between words. */
import { widthOf } from './painter.ts'
import { breakable } from './width.ts'

/** A space at which no line breaks; on the line it is a space like any other. */
export const fixedSpace = '\u00A0'

/**
 * Keeps a section sign with its number, so that no line breaks between them.
 *
 * @example
 * citesWhole('8 U.S.C. § 1373').split(' ').length // => 3
 */
export function citesWhole(text: string): string {
  return text.replaceAll('§ ', `§${fixedSpace}`)
}

/**
 * Breaks a line; its later parts stand `hanging` columns deep. A word that is too long stays whole, because it may be an
 * address, but for the signs of a script that has no spaces.
 *
 * @example
 * wrapped('  1  a form of immigration', 20, 5) // => ['  1  a form of', '     immigration']
 */
export function wrapped(text: string, width: number, hanging: number): readonly string[] {
  // Most lines fit, and a page has no width.
  if (width === Infinity || widthOf(text) <= width) return [text.replaceAll(fixedSpace, ' ')]
  const start = /^ */.exec(text)?.[0] ?? ''
  const lines: string[] = []
  let line = start
  let isEmpty = true
  const add = (piece: string, gap: string): void => {
    if (!isEmpty && widthOf(line) + gap.length + widthOf(piece) > width) {
      lines.push(line)
      line = ' '.repeat(hanging)
      isEmpty = true
    }
    line += isEmpty ? piece : `${gap}${piece}`
    isEmpty = false
  }
  for (const word of text.slice(start.length).split(' ')) {
    const [first = '', ...rest] = widthOf(word) + hanging > width ? breakable(word) : [word]
    add(first, ' ')
    for (const piece of rest) add(piece, '')
  }
  return [...lines, line].map((one) => one.replaceAll(fixedSpace, ' '))
}

/** Counts how deep the later parts of a line stand: under the text behind its number or sign. */
export function hangingOf(text: string): number {
  return /^ *(?:(?:\d{1,2}|[a-z?]) {2}|[!-] )?/.exec(text)?.[0].length ?? 0
}

/** Lines that are no wider than the screen, broken between words. */
import { widthOf } from './painter.ts'

/**
 * Breaks a line; its later parts stand `hanging` columns deep. A word that is too long stays whole: it may be an address.
 *
 * @example
 * wrapped('  1  a form of immigration', 20, 5) // => ['  1  a form of', '     immigration']
 */
export function wrapped(text: string, width: number, hanging: number): readonly string[] {
  const start = /^ */.exec(text)?.[0] ?? ''
  const lines: string[] = []
  let line = start
  let isEmpty = true
  for (const word of text.slice(start.length).split(' ')) {
    if (!isEmpty && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = ' '.repeat(hanging)
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line]
}

/** How deep the later parts of a line stand: under the text behind its number or sign. */
export function hangingOf(text: string): number {
  return /^ *(?:(?:\d{1,2}|[a-z?]) {2}|[!-] )?/.exec(text)?.[0].length ?? 0
}

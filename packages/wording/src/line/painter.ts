/**
 * Styles of a line. A painter sets marks around a text; the command turns its own marks into colours after everything
 * else was made safe to show, so that no text from outside can paint.
 */
import { shown } from './shown.ts'
import { columnsOf } from './width.ts'

/** A style in which a line can be painted. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow'

/** Sets a text in a style. */
export type Painter = (style: Style, text: string) => string

/** Leaves every text as it is: for pipes, files, and people who want no colour. */
export const plainPainter: Painter = (_style, text) => text

// Code points that are no characters and never will be.
const [open, close] = ['\uFDD0', '\uFDD1']

/**
 * Makes a painter whose marks nobody can forge who does not know the seal.
 *
 * @example
 * const paint = sealedPainter('seal')
 * rendered(paint('bold', 'MAY') + '\u001B[1m', 'seal', (style) => ['<' + style + '>', '</>']) // => '<bold>MAY</>\\u{1b}[1m'
 */
export function sealedPainter(seal: string): Painter {
  return (style, text) => `${open}${seal}:${style}${close}${text}${open}${seal}${close}`
}

/** Makes a line safe to show, and turns the marks of the seal into what `codesOf` says: the beginning and the end. */
export function rendered(
  line: string,
  seal: string,
  codesOf: (style: Style) => readonly [begin: string, end: string],
): string {
  const mark = new RegExp(`${open}${seal}(?::(bold|dim|red|green|yellow))?${close}`, 'g')
  const ends: string[] = []
  let made = ''
  let from = 0
  for (const { index, 0: whole, 1: style } of line.matchAll(mark)) {
    made += shown(line.slice(from, index))
    from = index + whole.length
    if (!isStyle(style)) {
      made += ends.pop() ?? ''
      continue
    }
    const [begin, end] = codesOf(style)
    ends.push(end)
    made += begin
  }
  // A line that ends inside a style does not paint the next one.
  return made + shown(line.slice(from)) + ends.toReversed().join('')
}

/**
 * Counts the columns of a line, without the marks of a painter.
 *
 * @example
 * widthOf(sealedPainter('seal')('bold', 'MAY')) // => 3
 */
export function widthOf(line: string): number {
  return columnsOf(line.replaceAll(/\uFDD0[^\uFDD1]*\uFDD1/g, ''))
}

function isStyle(text: string | undefined): text is Style {
  return text !== undefined
}

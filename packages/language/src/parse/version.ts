/** What a text says before its contents: in which version of the language it is written, and what it is. */

/** The first words of a text. */
export interface Beginning {
  /** The version that the text names, or null where it names none: then it is of the first. */
  readonly version: number | null
  /** The offset of the number. */
  readonly offset: number
  /** The first word behind the version, such as `instrument`. */
  readonly word: string
}

const gap = String.raw`(?:\s|--[^\n\r]*)*`
const beginning = new RegExp(String.raw`^\uFEFF?(${gap})(?:(language${gap})(\d+)${gap})?([a-z]*)`)

/**
 * Reads the first words of a text, past its comments, also of one that cannot be read.
 *
 * @example
 * beginningOf('-- a draft\nlanguage 2\n\nplace us "United States"') // => { version: 2, offset: 20, word: 'place' }
 * beginningOf('place us "United States"').version // => null
 */
export function beginningOf(text: string): Beginning {
  const [, before = '', word, number, contents = ''] = beginning.exec(text) ?? []
  const offset = before.length + (word ?? '').length + (text.startsWith('\uFEFF') ? 1 : 0)
  return { version: number === undefined ? null : Number(number), offset, word: contents }
}

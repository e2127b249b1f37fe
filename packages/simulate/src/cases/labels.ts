/** Texts that tables show, each with a number. */
import { ownValues } from './dimension.ts'

/** More labels than this share the last one. */
const mostLabels = 200_000

/** Makes a text of one line: what steers a terminal or turns the direction of reading does not get through. */
export function printable(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, '\ufffd')
}

/** The texts of a label field. */
export class Labels {
  readonly texts: string[] = []
  readonly #numbers = new Map<string, number>()

  /** Gives the number of a text. Values of our own begin with `~`; a text of the data never does. */
  numberOf(read: string): number {
    return this.#numberOf(printable(read).replace(/^~/, '\\~'))
  }

  #numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    if (this.texts.length >= mostLabels && text !== ownValues.otherPlaces) return this.#numberOf(ownValues.otherPlaces)
    const number = this.texts.push(text) - 1
    this.#numbers.set(text, number)
    return number
  }
}

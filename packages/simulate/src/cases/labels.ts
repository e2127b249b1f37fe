/** Texts that tables show, each with a number. */

/** More labels than this share the last one. */
const mostLabels = 200_000
const others = '(other places)'

/** The texts of a label field. */
export class Labels {
  readonly texts: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    if (this.texts.length >= mostLabels && text !== others) return this.numberOf(others)
    const number = this.texts.push(text) - 1
    this.#numbers.set(text, number)
    return number
  }
}

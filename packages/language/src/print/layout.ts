/** The making of printed lines: width, quoting, lists, and lists that fill several lines. */

/** Printed text, line by line, with its indentation. */
export type Lines = readonly string[]

const width = 100

/** Tells whether a line is short enough to stay whole. */
export function fits(line: string): boolean {
  return line.length <= width
}

/** Indents a line. */
export function at(indent: number, text: string): string {
  return `${' '.repeat(indent)}${text}`
}

/**
 * Puts a text in quotes, with quotes and backslashes escaped.
 *
 * @example
 * quote('the "A-file"') // => '"the \\"A-file\\""'
 */
export function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/**
 * Parts a list into words, so that a line can break between them.
 *
 * @example
 * listWords(['hold', 'transfer', 'disclose']) // => ['hold,', 'transfer', 'or disclose']
 */
export function listWords(items: readonly string[], conjunction: 'or' | 'and' = 'or'): readonly string[] {
  return items.map((item, index) => {
    if (index > 0 && index === items.length - 1) return `${conjunction} ${item}`
    return index < items.length - 2 ? `${item},` : item
  })
}

/**
 * Writes a list in one line.
 *
 * @example
 * list(['hold', 'transfer', 'disclose']) // => 'hold, transfer or disclose'
 */
export function list(items: readonly string[]): string {
  return listWords(items).join(' ')
}

/** Puts words on as few lines as they need; the later lines stand deeper. */
export function fill(indent: number, deeper: number, words: readonly string[]): Lines {
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    const longer = line === '' ? at(indent, word) : `${line} ${word}`
    if (line === '' || fits(longer)) line = longer
    else {
      lines.push(line)
      line = at(deeper, word)
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** Puts parts on one line, or, when that is too long, each on its own, the later ones deeper. */
export function oneOrEach(indent: number, deeper: number, parts: readonly string[]): Lines {
  if (parts.length === 0) return []
  const line = at(indent, parts.join(' '))
  return fits(line) ? [line] : parts.map((part, index) => at(index === 0 ? indent : deeper, part))
}

/** Prints the first line of a file, that says in which version of the language it is written. */
export function printVersion(version: number | undefined): Lines {
  return version === undefined ? [] : [`language ${version}`, '']
}

/** Puts an empty line between blocks of lines. */
export function paragraphs(blocks: readonly Lines[]): Lines {
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ['', ...block]))
}

/** Sorts items of several kinds into the order in which they stand in the text. */
export function inTextOrder<Item extends { readonly $cstNode?: { readonly offset: number } }>(
  items: readonly Item[],
): readonly Item[] {
  return items.toSorted((a, b) => (a.$cstNode?.offset ?? 0) - (b.$cstNode?.offset ?? 0))
}

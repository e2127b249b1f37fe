/** Placeholders of phrases in XLIFF: elements that a program of translators keeps whole, each with what it stands for. */

const placeholder = /\{[^{}]*\}/g

/** A unit as it is written: what its placeholders stand for, and its sides with elements in their places. */
export interface WrittenUnit {
  readonly data: string
  readonly source: string
  readonly target: string
}

/** Writes the sides of a unit. A placeholder has the same id on both, the first of a name that of the first. */
export function writeUnit(english: string, text: string): WrittenUnit {
  const written = [...new Set([...placeholdersIn(english), ...placeholdersIn(text)])]
  const data = written.map((one, at) => `<data id="d${at + 1}">${escaped(one)}</data>`).join('')
  const side = (words: string): string => withElements(words, written)
  return {
    data: data === '' ? '' : `<originalData>${data}</originalData>`,
    source: side(english),
    target: side(text),
  }
}

function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map(([whole]) => whole)
}

function withElements(text: string, written: readonly string[]): string {
  const seen = new Map<string, number>()
  let end = 0
  let made = ''
  for (const match of text.matchAll(placeholder)) {
    const [whole] = match
    const nth = (seen.get(whole) ?? 0) + 1
    seen.set(whole, nth)
    const of = written.indexOf(whole) + 1
    made += `${escaped(text.slice(end, match.index))}<ph id="p${of}${nth === 1 ? '' : `-${nth}`}" dataRef="d${of}" disp="${attribute(whole)}"/>`
    end = match.index + whole.length
  }
  return made + escaped(text.slice(end))
}

function attribute(text: string): string {
  return escaped(text).replaceAll('"', '&quot;')
}

/** Writes a text between elements. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

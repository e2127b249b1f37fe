/**
 * The one way to write Markdown: a template whose values are escaped, and in which nothing is shown other than it is.
 *
 * INVARIANT: a value that is no Markdown becomes text. No text from outside makes a mark, a tag, a link or a new line.
 */
import { shown } from '@brightline/wording'

/** Markdown that was made by a template. */
export class Markdown {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** A value that may stand in a template; a list is set without anything between its items. */
export type MarkdownValue = string | number | Markdown | readonly Markdown[]

/**
 * Makes Markdown of a template.
 *
 * @example
 * prose`# ${'1 < 2 <b>'}`.text // => '# 1 \\< 2 \\<b\\>'
 * prose`- ${'# no\nheading'}`.text // => '- \\# no heading'
 */
export function prose(strings: TemplateStringsArray, ...values: readonly MarkdownValue[]): Markdown {
  return new Markdown(strings.reduce((made, part, at) => made + textOf(values[at - 1]) + part))
}

/** Puts pieces together with something between them. */
export function joinedMarkdown(pieces: readonly Markdown[], between: string): Markdown {
  return new Markdown(pieces.map(({ text }) => text).join(between))
}

/** Makes a table. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): Markdown {
  const line = (cells: readonly string[]): Markdown => new Markdown(`| ${cells.map(escaped).join(' | ')} |`)
  return joinedMarkdown([line(heads), new Markdown(`|${heads.map(() => ' --- |').join('')}`), ...rows.map(line)], '\n')
}

function textOf(value: MarkdownValue | undefined): string {
  if (value === undefined) return ''
  if (value instanceof Markdown) return value.text
  if (typeof value === 'string') return escaped(value)
  return typeof value === 'number' ? `${value}` : value.map(({ text }) => text).join('')
}

/** Escapes what Markdown would read as marks, wherever in a line the text comes to stand. */
function escaped(text: string): string {
  return shown(text.replaceAll(/\s+/g, ' '))
    .replaceAll(/[\\`*_{}[\]<>|~&#]/g, String.raw`\$&`)
    .replace(/^(\s*)([-+=])/, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/, String.raw`$1\$2`)
}

/** Tables of a page: every number in text, and a bar beside it where one helps. */
import { markup, type Markup, type MarkupValue } from './markup.ts'

/** A column. `kind` says how its cells are set. */
export interface Column {
  readonly name: string
  readonly kind: 'text' | 'number' | 'bar'
}

/** A table. The first cell of each row names the row. */
export interface Table {
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly MarkupValue[])[]
  /** Many columns: smaller letters, and the first column stays in sight on a phone. */
  readonly isDense?: boolean
}

/** A part of a bar, as a share of its whole length. */
export interface BarPart {
  readonly look: 'sure' | 'may' | 'out'
  readonly share: number
}

/** Makes a table that scrolls by itself where the screen is narrower. */
export function tableHtml({ caption, columns, rows, isDense = false }: Table): Markup {
  const heads = columns.map(({ name, kind }) => markup`<th scope="col" class="${classOf[kind]}">${name}</th>`)
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => cellHtml(cell, columns[index]?.kind ?? 'text', index))
    return markup`<tr>${cells}</tr>\n`
  })
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
<table class="${isDense ? 'dense' : 'narrow'}">
<caption class="hidden">${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${body}</tbody>
</table>
</div>`
}

/** Makes a bar. It says nothing that the numbers beside it do not say. */
export function barHtml(parts: readonly BarPart[]): Markup {
  const drawn = parts
    .filter(({ share }) => share > 0)
    // A share too small to see still has a line.
    .map(({ look, share }) => markup`<i class="${look}" style="inline-size:max(2px,${percent(share)})"></i>`)
  return markup`<span class="bar" aria-hidden="true">${drawn}</span>`
}

/** Makes the key of bars. */
export function keyHtml(parts: readonly (readonly [look: BarPart['look'], words: string])[]): Markup {
  const items = parts.map(([look, words]) => markup`<span><i class="${look}"></i>${words}</span>`)
  return markup`<p class="key">${items}</p>`
}

/** Makes a link that downloads a text. */
export function downloadHtml(name: string, file: string, text: string): Markup {
  const address = `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`
  return markup`<p class="download"><a download="${file}" href="${address}">${name}</a></p>`
}

const classOf = { text: '', number: 'number', bar: 'bar-cell' } as const

function cellHtml(cell: MarkupValue, kind: Column['kind'], index: number): Markup {
  return index === 0 ? markup`<th scope="row">${cell}</th>` : markup`<td class="${classOf[kind]}">${cell}</td>`
}

function percent(share: number): string {
  return `${(Math.min(Math.max(share, 0), 1) * 100).toFixed(2)}%`
}

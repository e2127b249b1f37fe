/** Tables whose rows stack on a phone, each value behind the name of its column. */
import { markup, type Markup, type MarkupValue } from '@brightline/documents/html'

/** A table. The first cell of each row names the row; a column may be of numbers. */
export interface Rows {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly MarkupValue[])[]
  /** Every column but the first is of numbers. */
  readonly isOfNumbers?: boolean
}

/** Makes the table. Its roles are written out, because rows that stack would lose them. */
export function rowsTable({ caption, columns, rows, isOfNumbers = false }: Rows): Markup {
  const look = isOfNumbers ? 'rows numbers' : columns.length > 5 ? 'rows many' : 'rows'
  const body = rows.map(([first, ...rest]) => {
    const cells = rest.map((cell, at) => markup`<td role="cell" data-column="${columns[at + 1] ?? ''}">${cell}</td>`)
    return markup`<tr role="row"><th scope="row" role="rowheader">${first ?? null}</th>${cells}</tr>\n`
  })
  return markup`<table class="${look}" role="table"><caption class="hidden">${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(columnHead)}</tr></thead>
<tbody role="rowgroup">
${body}</tbody></table>`
}

/** A column without a name has no heading: an empty one would be read out as one. */
function columnHead(name: string): Markup {
  return name === '' ? markup`<td role="cell"></td>` : markup`<th scope="col" role="columnheader">${name}</th>`
}

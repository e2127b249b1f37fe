/** Tables whose rows stack on a phone, each value behind the name of its column. */
import { markup, type Markup, type MarkupValue } from './markup.ts'

/** A table. The first cell of each row names the row. */
export interface StackedTable {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly MarkupValue[])[]
}

/** Makes the table. Its roles are written out, because stacked rows would lose them. */
export function stackedTable({ caption, columns, rows }: StackedTable): Markup {
  return markup`<table class="stacked" role="table">
    <caption class="hidden">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((name) => markup`<th scope="col" role="columnheader">${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) =>
          markup`<tr role="row">
            ${row.map((cell, at) => cellHtml(cell, columns[at] ?? '', at))}
          </tr> `,
      )}
    </tbody>
  </table>`
}

function cellHtml(cell: MarkupValue, column: string, at: number): Markup {
  return at === 0
    ? markup`<th scope="row" role="rowheader">${cell}</th>`
    : markup`<td role="cell" data-column="${column}">${cell}</td>`
}

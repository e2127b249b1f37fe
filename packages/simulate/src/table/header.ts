/** Finds the header of a table: titles and notes often stand above it. */

/** Titles are looked for in so many rows. */
export const mostTitleRows = 100

/** A header, with its place among the first rows. */
export interface HeaderRow {
  readonly columns: readonly string[]
  /** The number of rows above it. */
  readonly row: number
  /** The number of wanted columns that it names. */
  readonly found: number
}

/** Finds the row that names every wanted column, or else the one that names most of them; null where there is no row. */
export function headerAmong(rows: readonly (readonly string[])[], wanted: readonly string[]): HeaderRow | null {
  let best: HeaderRow | null = null
  for (const [row, cells] of rows.slice(0, mostTitleRows).entries()) {
    const columns = cells.map(columnName)
    if (columns.every((name) => name === '')) continue
    const found = wanted.filter((name) => columns.includes(name)).length
    if (best === null || found > best.found) best = { columns, row, found }
    if (found === wanted.length) break
  }
  return best
}

/**
 * Writes the name of a column as it is compared: on one line, without outer blanks.
 *
 * @example
 * columnName(' Date of\nrequest ') // => 'Date of request'
 */
export function columnName(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

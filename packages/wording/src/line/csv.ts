/** Rows as CSV (RFC 4180), which a spreadsheet may open. */

/** A cell; null is a number that is not shown. */
export type CsvCell = string | number | null

/**
 * Writes rows as CSV. A text that a spreadsheet would run as a formula is kept from it by an apostrophe.
 *
 * @example
 * csvText([['place', 'requests'], ['Springfield, North', 12], ['=1+1', null]]) // => 'place,requests\n"Springfield, North",12\n\'=1+1,*\n'
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\n`).join('')
}

function field(cell: CsvCell): string {
  if (cell === null) return '*'
  if (typeof cell === 'number') return String(cell)
  // Blanks before the sign do not keep a spreadsheet from running it.
  const safe = /^\s*[=+@\-＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

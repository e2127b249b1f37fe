/** Tables for people. */
import { widthOf } from './painter.ts'

/**
 * Lays out rows in columns as wide as their widest cell.
 *
 * @example
 * tableLines([['id', 'name'], ['us/ca', 'California']]) // => ['id     name', 'us/ca  California']
 */
export function tableLines(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  )
}

/** Tables for people. */
import { widthOf } from './painter.ts'
import { wrapped } from './wrap.ts'

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

/** The narrowest that a first column is still read in. */
const narrowest = 24

/**
 * Lays out rows in columns that fit a screen: the first column is broken between words where it must be. Where the
 * columns leave it no room, each row becomes a list: its first cell, then each other one behind the head of its column.
 *
 * @example
 * fittingLines([['place', 'checked through'], ['Exampleland', '2026-11-22']], 20)
 * // => ['Exampleland', '  checked through:', '    2026-11-22']
 */
export function fittingLines(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const lines = tableLines(rows)
  if (lines.every((line) => widthOf(line) <= width)) return lines
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  const room = width - widths.slice(1).reduce((sum, one) => sum + one + 2, 0)
  return room < narrowest ? listLines(rows, width) : tableLines(rows.flatMap((row) => brokenRow(row, room)))
}

/** Breaks the first cell of a row; the others stand beside its first line. */
function brokenRow([first = '', ...others]: readonly string[], room: number): readonly (readonly string[])[] {
  return wrapped(first, room, 2).map((line, index) => [line, ...others.map((cell) => (index === 0 ? cell : ''))])
}

function listLines([head = [], ...rows]: readonly (readonly string[])[], width: number): readonly string[] {
  return rows.flatMap(([first = '', ...others]) => [
    ...wrapped(first, width, 2),
    ...others.flatMap((cell, index) => (cell === '' ? [] : wrapped(`  ${head[index + 1] ?? ''}: ${cell}`, width, 4))),
  ])
}

/** Tables as rows of cells that know where they stand. */
import { CsvError, parse } from 'csv-parse/sync'
import type { PolicyCode } from '../errors.ts'
import { fileProblem, type OptionalValues, type PolicyProblem } from '../file-problem.ts'
import { hiddenCharacters } from '../parse/hidden.ts'

/** The text of one cell, and the byte of the table at which it begins. */
export interface Cell {
  readonly text: string
  readonly start: number
}

/** A line of a table: its cells by column name. */
export type Row<Column extends string> = (column: Column) => Cell

/** Reports one error at a cell. */
export type ReportCell = (code: PolicyCode, cell: Cell, values?: OptionalValues) => void

/** A table as far as it could be read, and a way to report more of its errors. */
export interface Table<Column extends string> {
  readonly rows: readonly Row<Column>[]
  readonly problems: readonly PolicyProblem[]
  readonly report: ReportCell
  /** Counts the line on which a cell stands. */
  readonly lineOf: (cell: Cell) => number
}

/**
 * Reads a table with exactly these columns.
 *
 * @example
 * readCsv('a.csv', 'name,cite\nLabor Day,5 USC 6103', ['name', 'cite']).rows[0]('name').text // => 'Labor Day'
 */
export function readCsv<const Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): Table<Column> {
  // Line ends are made one character, so that a byte tells its line.
  const bytes = new TextEncoder().encode(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'))
  const problems: PolicyProblem[] = [...hiddenCharacters(file, text)]
  const report: ReportCell = (code, { start }, values) => {
    problems.push(fileProblem(code, { file, ...positionOf(bytes, start) }, values))
  }
  const lineOf = ({ start }: Cell): number => positionOf(bytes, start).line
  if (problems.length > 0) return { rows: [], problems, report, lineOf }
  const { lines, unreadable } = cellsOf(bytes)
  const [header = [], ...body] = lines
  const rows = hasHeader(header, columns, report) ? body.flatMap((cells) => rowOf(cells, columns, report)) : []
  if (unreadable !== null) report('POL-0405', unreadable)
  return { rows, problems, report, lineOf }
}

/** Shortens a cell to what a message quotes: on one line, and not too long. */
export function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}

function hasHeader(header: readonly Cell[], columns: readonly string[], report: ReportCell): boolean {
  const wrong = columns.findIndex((column, index) => header[index]?.text !== column)
  if (wrong === -1 && header.length === columns.length) return true
  const index = wrong === -1 ? columns.length : wrong
  const cell = header[index] ?? header.at(-1) ?? { text: '', start: 0 }
  const found = header[index] === undefined ? null : shorten(cell.text)
  report('POL-0401', cell, { found, wanted: columns[index] ?? null, header: columns.join(',') })
  return false
}

function rowOf<Column extends string>(
  cells: readonly Cell[],
  columns: readonly Column[],
  report: ReportCell,
): readonly Row<Column>[] {
  const first = cells[0] ?? { text: '', start: 0 }
  if (cells.length !== columns.length) {
    report('POL-0410', first, { cells: cells.length, columns: columns.length })
    return []
  }
  return [(column) => cells[columns.indexOf(column)] ?? first]
}

/** Parts a table into the cells of its lines, up to the first that cannot be read. */
function cellsOf(bytes: Uint8Array): { lines: readonly (readonly Cell[])[]; unreadable: Cell | null } {
  const lines: Cell[][] = []
  let line: Cell[] = []
  let next = 0
  const cellAt = (text: string): Cell => ({ text, start: skipBlanks(bytes, next, line.length === 0) })
  try {
    parse(bytes, {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      trim: true,
      cast(text, { bytes: end }) {
        line.push(cellAt(text.trim()))
        next = end + 1
        return text
      },
      on_record() {
        lines.push(line)
        line = []
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { lines, unreadable: cellAt('') }
  }
  return { lines, unreadable: null }
}

function skipBlanks(bytes: Uint8Array, start: number, isFirstOfLine: boolean): number {
  const blanks = isFirstOfLine ? [32, 9, 10] : [32, 9]
  let at = start
  while (blanks.includes(bytes[at] ?? 0)) at += 1
  return at
}

function positionOf(bytes: Uint8Array, start: number): { line: number; column: number } {
  const before = new TextDecoder().decode(bytes.subarray(0, start)).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** From code that decides four rows at once to columns of any length, with rows that lack a fact. */
import { fitsInBytes, unknownCode, unknownName, type Column, type ColumnType } from './columns.ts'
import { inEach } from './rows.ts'

/** In place of a state, where a fact that is read is not known. */
export const unknownVerdict = 255

/** Decides `rows` rows: a state for each, and the live rules as bits, one array a word. */
export type DecideColumns = (
  columns: readonly Column[],
  rows: number,
  states: Uint8Array,
  live: readonly Int32Array[],
) => void

/** Decides a multiple of four rows; gives the bits of all values together, of names and of numbers. */
export type DecideFours = (
  columns: readonly Column[],
  rows: number,
  states: Uint8Array,
  live: readonly Int32Array[],
) => { readonly bytes: number; readonly numbers: number }

/** Makes a function over columns of any length; a row with an unknown fact gets `unknownVerdict`, and no live rules. */
export function columnsBy(decideFours: DecideFours, types: readonly ColumnType[]): DecideColumns {
  const decide: DecideColumns = (columns, rows, states, live) => {
    const seen = decideFours(
      columns.map((column, index) => inFours(column, types[index], rows)),
      rows,
      states,
      live,
    )
    // Most columns have no unknown value: where the values of all rows together lack the bits of it, nobody looks.
    const mayLack = { names: (seen.bytes & inEach(128)) !== 0, numbers: (seen.numbers & unknownCode) === unknownCode }
    for (const [index, { names, isVolunteered }] of types.entries()) {
      const column = columns[index]
      if (column === undefined || isVolunteered || !(names === null ? mayLack.numbers : mayLack.names)) continue
      overwriteUnknown(column, names === null ? unknownCode : unknownName, rows, { states, live })
    }
  }
  return (columns, rows, states, live) => {
    const whole = rows - (rows % 4)
    decide(columns, whole, states, live)
    if (whole === rows) return
    const last = { states: new Uint8Array(4), live: live.map(() => new Int32Array(4)) }
    decide(
      columns.map((column) => lastFour(column, whole, rows)),
      4,
      last.states,
      last.live,
    )
    states.set(last.states.subarray(0, rows - whole), whole)
    for (const [word, bits] of last.live.entries()) live[word]?.set(bits.subarray(0, rows - whole), whole)
  }
}

/** Reads a column of names four rows at once. */
function inFours(column: Column, type: ColumnType | undefined, rows: number): Column {
  if (type === undefined || !fitsInBytes(type)) return column
  const { buffer, byteOffset } = column.byteOffset % 4 === 0 ? column : column.slice(0, rows)
  return new Int32Array(buffer, byteOffset, rows / 4)
}

/** Copies the rows of a column that are left over, filled up to four. */
function lastFour(column: Column, from: number, to: number): Column {
  const rows = column.subarray(from, to)
  const four = rows instanceof Int32Array ? new Int32Array(4) : new Uint8Array(4)
  four.set(rows)
  return four
}

/** Takes back the answers of the rows in which a column is unknown. */
function overwriteUnknown(
  column: Column,
  unknown: number,
  rows: number,
  { states, live }: { readonly states: Uint8Array; readonly live: readonly Int32Array[] },
): void {
  for (let row = column.indexOf(unknown); row >= 0 && row < rows; row = column.indexOf(unknown, row + 1)) {
    states[row] = unknownVerdict
    for (const word of live) word[row] = 0
  }
}

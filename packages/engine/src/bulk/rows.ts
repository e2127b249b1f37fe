/** What a number of generated code stands for: one row, or four rows with a byte of it each. */
import type { TestWriter } from './expression.ts'

/** A way to write code over rows. */
export interface Rows {
  /** How many rows a number stands for. */
  readonly count: number
  /** The number that is true in each of its rows. */
  readonly one: string
  /** Writes a test of one fact as an expression of 0 or 1 in each row. */
  readonly writeTest: TestWriter
  /** Gives the code of some expressions of 0 or 1 as the bits of a number, for a row. */
  readonly writeBits: (codes: readonly string[]) => (row: number) => string
}

/** Code over one row. */
export function oneRow(writeTest: TestWriter): Rows {
  return { count: 1, one: '1', writeTest, writeBits: (codes) => () => asBits(codes) }
}

/** Code over four rows that lie side by side in bytes. */
export function fourRows(writeTest: TestWriter): Rows {
  const writeBits: Rows['writeBits'] = (codes) => {
    // Eight bits fit into the byte of a row, so that the four rows are put together at once.
    const bytes = Array.from({ length: Math.ceil(codes.length / 8) }, (_, byte) =>
      asBits(codes.slice(byte * 8, byte * 8 + 8)),
    )
    return (row) => bytes.map((byte, index) => shifted(byteOf(`(${byte})`, row), index * 8)).join(' | ') || '0'
  }
  return { count: 4, one: `${inEach(1)}`, writeTest, writeBits }
}

/** Gives the number that has a value in the byte of each row. */
export function inEach(value: number): number {
  return value * 0x01010101
}

/** Puts the numbers of four rows, each 0 or 1, into bytes. */
export function intoBytes(codes: readonly string[]): string {
  return `(${codes.map((code, row) => shifted(code, shiftOf(row))).join(' | ')})`
}

/** Takes the number of a row out of its byte. */
function byteOf(code: string, row: number): string {
  const shift = shiftOf(row)
  return shift === 0 ? `(${code} & 255)` : `(${code} >>> ${shift} & 255)`
}

/** Gives how far the byte of a row lies from the end of a number that was read from memory. */
function shiftOf(row: number): number {
  return 8 * (isLowByteFirst ? row : 3 - row)
}

const isLowByteFirst = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1

function asBits(codes: readonly string[]): string {
  return codes.map((code, index) => shifted(code, index)).join(' | ') || '0'
}

function shifted(code: string, by: number): string {
  return by === 0 ? code : `${code} << ${by}`
}

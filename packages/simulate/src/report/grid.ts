/** Tables of counts, before and after what is small in them is hidden. */

/** Counts that add up, without their sums. */
export interface Grid {
  readonly name: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly number[])[]
  /** Columns whose sum says something of its own: it must not come out either where it is small. */
  readonly groups?: readonly (readonly number[])[]
}

/** The sign in place of a hidden count. */
export const hidden = '*'

/** A count, or that it is hidden. */
export type ShownCount = number | typeof hidden

/** A grid with sums: the last cell of each row and the last row. */
export interface SafeGrid {
  readonly name: string
  readonly rows: readonly string[]
  readonly cells: readonly (readonly ShownCount[])[]
}

/** Counts below this are small. */
export const smallest = 10

/** Rows of one table that are parts of rows of another one: by the name of a row, the rows that hold some of it. */
export interface Nest {
  readonly parts: string
  readonly wholes: string
  readonly wholesByPart: ReadonlyMap<string, ReadonlySet<string>>
}

/** Adds numbers up. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}

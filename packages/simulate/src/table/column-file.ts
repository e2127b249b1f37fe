/** A file of columns, read batch by batch. */

/** Some rows, by column; values as texts, with nothing for a missing one. */
export interface Batch {
  readonly rows: number
  readonly column: (name: string) => readonly string[] | null
  /** The share of the file that was read, 0 to 1. */
  readonly share: number
}

/** A file of columns. */
export interface ColumnFile {
  readonly columns: readonly string[]
  /** Columns that hold lists or structures: no cell of a table. */
  readonly nested: readonly string[]
  /** Rows above the header, and the sheet they stand on; only a workbook has them. */
  readonly titleRows: number
  readonly sheet: string | null
  readonly batches: AsyncIterable<Batch>
  readonly close: () => Promise<void>
}

/** Writes a value as a table would. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return isoDay(value.getTime())
  if (value instanceof Uint8Array) return new TextDecoder().decode(value)
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : ''
}

/** Gives the day of an instant in UTC; nothing where it is none. */
export function isoDay(milliseconds: number): string {
  const day = new Date(milliseconds)
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10)
}

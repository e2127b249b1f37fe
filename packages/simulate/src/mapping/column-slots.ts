/** The columns that a plan reads, each with a slot. */
import { columnName } from '../table/header.ts'

/** Hands out slots. */
export class ColumnSlots {
  readonly names: string[] = []

  /** Gives the slot of a column; the next free one where it has none yet. */
  of(column: string): number {
    const name = columnName(column)
    const known = this.names.indexOf(name)
    return known >= 0 ? known : this.names.push(name) - 1
  }

  /** Gives the slots of some columns. */
  all(columns: readonly string[]): readonly number[] {
    return columns.map((column) => this.of(column))
  }
}

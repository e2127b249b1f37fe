/** Every count and sum of some tables, and the equations between them that a reader can use. */
import { smallest, sum, type Grid, type Nest } from './grid.ts'

/** A count or a sum. */
export interface Amount {
  readonly value: number
  /** The loss to a reader who does not see it: 0 a cell, 1 the sum of a row, 2 of a column, 3 of everything. */
  readonly rank: number
  isHidden: boolean
}

/** Numbers of amounts that add up: the first is the sum of the others. */
export type Equation = readonly number[]

/** Amounts by number, the equations between them, and which amount stands where in the tables. */
export interface Equations {
  readonly amounts: readonly Amount[]
  readonly lines: readonly Equation[]
  /** The amounts by table, row and column; the last row and the last column are sums. */
  readonly tables: readonly (readonly (readonly number[])[])[]
}

/** Writes the equations of tables with the same columns, and of rows that are parts of other rows. */
export function equationsOf(grids: readonly Grid[], nests: readonly Nest[]): Equations {
  const writer = new Writer(grids)
  for (const nest of nests) writer.addNest(grids, nest)
  return writer
}

class Writer implements Equations {
  readonly amounts: Amount[] = []
  readonly lines: Equation[] = []
  readonly tables: Equations['tables']

  constructor(grids: readonly Grid[]) {
    const columns = [...(grids[0]?.columns.keys() ?? [])]
    // The sums of the columns are one and the same in every table.
    const sums = columns.map((column) => this.#amount(sum(grids[0]?.cells.map((row) => row[column] ?? 0) ?? []), 2))
    const whole = this.#amount(sum(grids[0]?.cells.flat() ?? []), 3)
    this.lines.push([whole, ...sums])
    this.tables = grids.map((grid) => this.#table(grid, sums, whole))
  }

  /** Adds the rows whose parts are all of one row alone: each is their sum. */
  addNest(grids: readonly Grid[], { parts, wholes, wholesByPart }: Nest): void {
    const [partsAt, wholesAt] = [parts, wholes].map((name) => grids.findIndex((grid) => grid.name === name))
    const partRows = grids[partsAt ?? -1]?.rows ?? []
    for (const [whole, name] of (grids[wholesAt ?? -1]?.rows ?? []).entries()) {
      const own = partRows.flatMap((part, row) => (wholesByPart.get(part)?.has(name) === true ? [row] : []))
      if (own.length === 0 || own.some((row) => wholesByPart.get(partRows[row] ?? '')?.size !== 1)) continue
      for (const [column, id] of (this.tables[wholesAt ?? -1]?.[whole] ?? []).entries())
        this.lines.push([id, ...own.flatMap((row) => this.tables[partsAt ?? -1]?.[row]?.[column] ?? [])])
    }
  }

  #table(grid: Grid, sums: readonly number[], whole: number): readonly (readonly number[])[] {
    const cells = grid.cells.map((row) => row.map((value) => this.#amount(value, 0)))
    const rowSums = grid.cells.map((row) => this.#amount(sum(row), 1))
    for (const [row, ids] of cells.entries()) this.lines.push([rowSums[row] ?? 0, ...ids])
    for (const [column, id] of sums.entries()) this.lines.push([id, ...cells.map((ids) => ids[column] ?? 0)])
    this.lines.push([whole, ...rowSums])
    for (const ids of [...cells, sums]) for (const group of grid.groups ?? []) this.#addGroup(ids, group)
    return [...cells.map((ids, row) => [...ids, rowSums[row] ?? 0]), [...sums, whole]]
  }

  /** Adds a small sum of some cells of a row as one more unknown, which no table shows. */
  #addGroup(ids: readonly number[], group: readonly number[]): void {
    const own = group.flatMap((column) => ids[column] ?? [])
    const value = sum(own.map((id) => this.amounts[id]?.value ?? 0))
    if (own.length > 1 && isSmall(value)) this.lines.push([this.#amount(value, 0), ...own])
  }

  #amount(value: number, rank: number): number {
    return this.amounts.push({ value, rank, isHidden: isSmall(value) }) - 1
  }
}

/** Tells whether a count is small. Nobody is counted by a zero. */
export function isSmall(value: number): boolean {
  return value > 0 && value < smallest
}

/**
 * Hides small counts so that no subtraction brings them back.
 *
 * Every table gives its rows, its columns and their sums. A reader can add and subtract all of them, so a count is
 * hidden only if it is not fixed by the equations that remain. That is tested exactly, by elimination over all tables
 * together, since they share their column sums; and another count is hidden until it holds.
 */

import { ownValues } from '../cases/dimension.ts'

/** Counts that add up, without their sums. */
export interface Grid {
  readonly name: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly cells: readonly (readonly number[])[]
  /** Columns whose sum says something of its own: it must not come out either where it is small. */
  readonly groups?: readonly (readonly number[])[]
}

/** What stands in place of a hidden count. */
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

/** Puts the rows with a sum under ten together; those that are parts of other rows, by these. */
export function foldSmall(grid: Grid, nest?: Nest): { readonly grid: Grid; readonly nest?: Nest } {
  const kept: (readonly [string, readonly number[]])[] = []
  const smallByWholes = new Map<string, { readonly names: string[]; cells: readonly number[] }>()
  for (const [index, cells] of grid.cells.entries()) {
    const name = grid.rows[index] ?? ''
    if (sum(cells) >= smallest) {
      kept.push([name, cells])
      continue
    }
    const wholes = [...(nest?.wholesByPart.get(name) ?? [])].sort().join()
    const small = smallByWholes.get(wholes) ?? { names: [], cells: grid.columns.map(() => 0) }
    smallByWholes.set(wholes, small)
    small.names.push(name)
    small.cells = small.cells.map((count, column) => count + (cells[column] ?? 0))
  }
  const wholesByPart = new Map(nest?.wholesByPart)
  for (const [wholes, { names, cells }] of smallByWholes) {
    const [first = ''] = names
    const name = `${ownValues.small}${wholes}`
    kept.push([name, cells])
    wholesByPart.set(name, nest?.wholesByPart.get(first) ?? new Set())
  }
  const folded = { ...grid, rows: kept.map(([name]) => name), cells: kept.map(([, cells]) => cells) }
  return nest === undefined ? { grid: folded } : { grid: folded, nest: { ...nest, wholesByPart } }
}

/**
 * Hides counts in tables that share their columns, and adds the sums.
 *
 * @example
 * const grid = { name: 'month', rows: ['2026-01', '2026-02'], columns: ['may', 'must'], cells: [[40, 3], [50, 60]] }
 * suppress([grid])[0].cells[0] // => ['*', '*', 43]
 */
export function suppress(grids: readonly Grid[], nests: readonly Nest[] = []): readonly SafeGrid[] {
  const system = new System(grids)
  for (const nest of nests) system.addNest(grids, nest)
  system.protect()
  return grids.map((grid, table) => ({
    name: grid.name,
    rows: grid.rows,
    cells: Array.from({ length: grid.rows.length + 1 }, (_, row) =>
      Array.from({ length: grid.columns.length + 1 }, (_, column) => system.shown(table, row, column)),
    ),
  }))
}

interface Variable {
  readonly value: number
  /** How much a reader misses it: 0 a cell, 1 the sum of a row, 2 of a column, 3 of everything. */
  readonly rank: number
  isHidden: boolean
}

/** Every count and sum, and the lines that add up: the first of a line is the sum of the others. */
class System {
  readonly #tables: readonly (readonly (readonly number[])[])[]
  readonly #variables: Variable[] = []
  readonly #lines: (readonly number[])[] = []

  constructor(grids: readonly Grid[]) {
    const columns = grids[0]?.columns.length ?? 0
    const variable = (value: number, rank: number): number =>
      this.#variables.push({ value, rank, isHidden: value > 0 && value < smallest }) - 1
    // The sums of the columns are one and the same in every table.
    const sums = Array.from({ length: columns }, (_, column) =>
      variable(sum(grids[0]?.cells.map((row) => row[column] ?? 0) ?? []), 2),
    )
    const whole = variable(sum(grids[0]?.cells.flat() ?? []), 3)
    this.#lines.push([whole, ...sums])
    this.#tables = grids.map((grid) => {
      const cells = grid.cells.map((row) => row.map((value) => variable(value, 0)))
      const rowSums = grid.cells.map((row) => variable(sum(row), 1))
      for (const [row, ids] of cells.entries()) this.#lines.push([rowSums[row] ?? 0, ...ids])
      for (const [column, id] of sums.entries()) this.#lines.push([id, ...cells.map((ids) => ids[column] ?? 0)])
      this.#lines.push([whole, ...rowSums])
      for (const ids of [...cells, sums]) for (const group of grid.groups ?? []) this.#addGroup(ids, group)
      return [...cells.map((ids, row) => [...ids, rowSums[row] ?? 0]), [...sums, whole]]
    })
  }

  /** A small sum of some cells of a row is one more unknown, which no table shows. */
  #addGroup(ids: readonly number[], group: readonly number[]): void {
    const own = group.flatMap((column) => ids[column] ?? [])
    const value = sum(own.map((id) => this.#variables[id]?.value ?? 0))
    if (own.length < 2 || value === 0 || value >= smallest) return
    this.#lines.push([this.#variables.push({ value, rank: 0, isHidden: true }) - 1, ...own])
  }

  /** A row whose parts are all of this row alone is their sum. */
  addNest(grids: readonly Grid[], { parts, wholes, wholesByPart }: Nest): void {
    const [partsAt, wholesAt] = [parts, wholes].map((name) => grids.findIndex((grid) => grid.name === name))
    const partRows = grids[partsAt ?? -1]?.rows ?? []
    for (const [whole, name] of (grids[wholesAt ?? -1]?.rows ?? []).entries()) {
      const own = partRows.flatMap((part, row) => (wholesByPart.get(part)?.has(name) === true ? [row] : []))
      if (own.length === 0 || own.some((row) => wholesByPart.get(partRows[row] ?? '')?.size !== 1)) continue
      for (const [column, id] of (this.#tables[wholesAt ?? -1]?.[whole] ?? []).entries())
        this.#lines.push([id, ...own.flatMap((row) => this.#tables[partsAt ?? -1]?.[row]?.[column] ?? [])])
    }
  }

  shown(table: number, row: number, column: number): ShownCount {
    const one = this.#variables[this.#tables[table]?.[row]?.[column] ?? -1]
    return one === undefined || one.isHidden ? hidden : one.value
  }

  /** Hides what is needed, and shows again what is not: the sums first, which a reader misses most. */
  protect(): void {
    this.#hideEnough()
    const candidates = this.#variables
      .filter(({ isHidden, value }) => isHidden && value >= smallest)
      .sort((a, b) => b.rank - a.rank || b.value - a.value)
    for (const one of candidates) {
      one.isHidden = false
      if (this.#weakLine() !== null || this.#fixed().some((id) => this.#isSmall(id))) one.isHidden = true
    }
    // What follows from the rest may as well be shown: it is none of the small ones.
    for (const id of this.#fixed()) this.#show(id)
  }

  /** Hides more until nothing small is fixed, and no line hides so little that it could be guessed. */
  #hideEnough(): void {
    for (;;) {
      const weak = this.#weakLine()
      const line = weak ?? this.#lineOfFixed()
      if (line === null) return
      const next = line
        .filter((id) => this.#variables[id]?.isHidden === false)
        .sort((a, b) => this.#costOf(a) - this.#costOf(b))[0]
      if (next === undefined) {
        this.#hideAll()
        return
      }
      const variable = this.#variables[next]
      if (variable !== undefined) variable.isHidden = true
    }
  }

  /**
   * What is cheapest to hide: first what opens no new line that would need another hidden count, then small counts;
   * a zero would be guessed.
   */
  #costOf(id: number): number {
    const isOpened = (line: readonly number[]): boolean =>
      !line.some((other) => this.#variables[other]?.isHidden === true)
    const opened = this.#lines.filter((line) => line.includes(id) && isOpened(line)).length
    const value = this.#variables[id]?.value ?? 0
    return opened * 1e12 + (value === 0 ? 1e10 : value)
  }

  #hideAll(): void {
    for (const one of this.#variables) one.isHidden = true
  }

  /** A line that shows its sum, and whose hidden counts are but one, or so small together that they could be guessed. */
  #weakLine(): readonly number[] | null {
    return (
      this.#lines.find(([whole = -1, ...parts]) => {
        if (this.#variables[whole]?.isHidden === true) return false
        const own = parts.flatMap((id) =>
          this.#variables[id]?.isHidden === true ? [this.#variables[id]?.value ?? 0] : [],
        )
        return own.length > 0 && (own.filter((value) => value > 0).length < 2 || sum(own) < smallest)
      }) ?? null
    )
  }

  /** A line of a small count that the equations fix, with something left to hide. */
  #lineOfFixed(): readonly number[] | null {
    const fixed = this.#fixed().filter((id) => this.#isSmall(id))
    if (fixed.length === 0) return null
    const holds = (line: readonly number[]): boolean => line.some((id) => this.#variables[id]?.isHidden === false)
    const candidates = this.#lines.filter((line) => line.some((id) => fixed.includes(id)))
    return candidates.find(holds) ?? []
  }

  /** The hidden counts that the equations fix. */
  #fixed(): readonly number[] {
    const unknown = this.#variables.flatMap(({ isHidden }, id) => (isHidden ? [id] : []))
    return fixedAmong(unknown, this.#lines)
  }

  #isSmall(id: number): boolean {
    const value = this.#variables[id]?.value ?? 0
    return value > 0 && value < smallest
  }

  #show(id: number): void {
    const variable = this.#variables[id]
    if (variable !== undefined) variable.isHidden = false
  }
}

/** A prime below the square root of the largest exact product. */
const prime = 94_906_249

/** The unknowns that the lines fix: elimination over a prime field, where no rounding is. */
function fixedAmong(unknown: readonly number[], lines: readonly (readonly number[])[]): readonly number[] {
  const columnById = new Map(unknown.map((id, column) => [id, column]))
  const rows = lines
    .map((line) => {
      const row = new Float64Array(unknown.length)
      for (const [index, id] of line.entries()) {
        const column = columnById.get(id)
        if (column !== undefined) row[column] = ((row[column] ?? 0) + (index === 0 ? prime - 1 : 1)) % prime
      }
      return row
    })
    .filter((row) => row.some((value) => value !== 0))
  let pivots = 0
  for (let column = 0; column < unknown.length && pivots < rows.length; column++) {
    const found = rows.findIndex((row, index) => index >= pivots && row[column] !== 0)
    if (found < 0) continue
    const row = rows[found]
    const other = rows[pivots]
    if (row === undefined || other === undefined) continue
    rows[found] = other
    rows[pivots] = row
    eliminate(rows, pivots, column)
    pivots += 1
  }
  return rows.slice(0, pivots).flatMap((row) => {
    const used = [...row.keys()].filter((column) => row[column] !== 0)
    const [only] = used
    return used.length === 1 && only !== undefined ? [unknown[only] ?? -1] : []
  })
}

function eliminate(rows: readonly Float64Array[], pivot: number, column: number): void {
  const row = rows[pivot]
  if (row === undefined) return
  const inverse = power(row[column] ?? 1, prime - 2)
  for (let at = 0; at < row.length; at++) row[at] = ((row[at] ?? 0) * inverse) % prime
  for (const [index, other] of rows.entries()) {
    const factor = other[column] ?? 0
    if (index === pivot || factor === 0) continue
    for (let at = 0; at < row.length; at++) {
      if (row[at] !== 0) other[at] = ((other[at] ?? 0) + (prime - factor) * (row[at] ?? 0)) % prime
    }
  }
}

function power(base: number, exponent: number): number {
  let [result, factor, left] = [1, base % prime, exponent]
  while (left > 0) {
    if (left % 2 === 1) result = (result * factor) % prime
    factor = (factor * factor) % prime
    left = Math.floor(left / 2)
  }
  return result
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}

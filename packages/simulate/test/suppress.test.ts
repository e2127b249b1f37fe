import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldSmall } from '../src/report/fold-small.ts'
import { hidden, type Grid, type SafeGrid } from '../src/report/grid.ts'
import { suppress } from '../src/report/suppress.ts'
import { inRoot } from './law.ts'
import { times } from '../../../scripts/test-counts.ts'

const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 10, max: 400 }))

/** Two tables of the same requests: the first by month, the second with its rows put together in another way. */
const grids = fc
  .record({ columns: fc.integer({ min: 1, max: 4 }), rows: fc.integer({ min: 1, max: 5 }) })
  .chain(({ columns, rows }) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )
  .map((cells): readonly Grid[] => {
    const columns = (cells[0] ?? []).map((_, column) => `c${column}`)
    const half = Math.ceil(cells.length / 2)
    const sums = (part: readonly (readonly number[])[]): readonly number[] =>
      columns.map((_, column) => part.reduce((sum, row) => sum + (row[column] ?? 0), 0))
    const others = [sums(cells.slice(0, half)), ...cells.slice(half)]
    const name = (rows: readonly unknown[]): readonly string[] => rows.map((_, row) => `r${row}`)
    return [
      { name: 'one', rows: name(cells), columns, cells },
      { name: 'two', rows: name(others), columns, cells: others },
    ]
  })

/** A table whose small counts no single line gives away, and all lines together do; random ones seldom are such. */
const fixedTogether: readonly Grid[] = [
  {
    ...{ name: 'one', rows: ['r0', 'r1', 'r2'], columns: ['c0', 'c1'] },
    cells: [
      [0, 10],
      [1, 1],
      [0, 0],
    ],
  },
  {
    ...{ name: 'two', rows: ['r0', 'r1'], columns: ['c0', 'c1'] },
    cells: [
      [1, 11],
      [0, 0],
    ],
  },
]

/** Whether another table with the same published counts has another number in a hidden place: by rational elimination. */
function isFixed(safe: readonly SafeGrid[], table: number, row: number, column: number): boolean {
  const ids = new Map<string, number>()
  // The sums of the columns are the same in all tables.
  const key = (t: number, r: number, c: number): string =>
    r === (safe[t]?.rows.length ?? 0) ? `sum ${c}` : `${t} ${r} ${c}`
  const idOf = (t: number, r: number, c: number): number => {
    const known = ids.get(key(t, r, c)) ?? ids.size
    ids.set(key(t, r, c), known)
    return known
  }
  const lines: Map<number, bigint>[] = []
  const addLine = (cells: readonly (readonly [number, number, number])[]): void => {
    const line = new Map<number, bigint>()
    for (const [index, [t, r, c]] of cells.entries()) {
      if (safe[t]?.cells[r]?.[c] !== hidden) continue
      const id = idOf(t, r, c)
      line.set(id, (line.get(id) ?? 0n) + (index === cells.length - 1 ? -1n : 1n))
    }
    if (line.size > 0) lines.push(line)
  }
  for (const [t, { cells }] of safe.entries()) {
    const width = cells[0]?.length ?? 0
    for (let r = 0; r < cells.length; r++) addLine(Array.from({ length: width }, (_, c) => [t, r, c] as const))
    for (let c = 0; c < width; c++) addLine(Array.from({ length: cells.length }, (_, r) => [t, r, c] as const))
  }
  const wanted = idOf(table, row, column)
  return spans(lines, wanted, ids.size)
}

/** Whether a unit vector lies in the span of some lines. Fractions are kept as integers. */
function spans(lines: readonly ReadonlyMap<number, bigint>[], wanted: number, size: number): boolean {
  const rows = lines.map((line) => Array.from({ length: size }, (_, id) => line.get(id) ?? 0n))
  const reduce = (target: bigint[], by: readonly bigint[], at: number): bigint[] => {
    const [a, b] = [by[at] ?? 0n, target[at] ?? 0n]
    return target.map((value, index) => value * a - (by[index] ?? 0n) * b)
  }
  const basis: { row: bigint[]; at: number }[] = []
  const settle = (start: bigint[]): bigint[] =>
    basis.reduce((row, { row: by, at }) => (row[at] === 0n ? row : reduce(row, by, at)), start)
  for (const row of rows) {
    const left = settle(row)
    const at = left.findIndex((value) => value !== 0n)
    if (at >= 0) basis.push({ row: left, at })
  }
  const unit = Array.from({ length: size }, (_, id) => (id === wanted ? 1n : 0n))
  return settle(unit).every((value) => value === 0n)
}

/** For each hidden count from 1 to 9, between which numbers it is for a reader who tightens every sum. */
function smallRanges(grid: Grid | undefined): readonly { value: number; low: number; high: number }[] {
  if (grid === undefined) return []
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0)
  const rows = grid.cells.map((row) => [...row, sum(row)])
  const truth = [
    ...rows,
    [...grid.columns.keys(), grid.columns.length].map((at) => sum(rows.map((row) => row[at] ?? 0))),
  ]
  const width = grid.columns.length + 1
  const ranges = (suppress([grid])[0]?.cells ?? []).flatMap((row, r) =>
    row.map((cell, c) => ({
      value: truth[r]?.[c] ?? 0,
      isHidden: cell === hidden,
      low: cell === hidden ? 0 : cell,
      high: cell === hidden ? Infinity : cell,
    })),
  )
  const lines = [
    ...truth.map((_, r) => ranges.slice(r * width, (r + 1) * width)),
    ...Array.from({ length: width }, (_, c) => truth.flatMap((_row, r) => ranges[r * width + c] ?? [])),
  ]
  // Each pass narrows what the last one left; sixty are more than any of these tables needs.
  for (let pass = 0; pass < 60; pass++) for (const line of lines) tighten(line)
  return ranges.filter(({ isHidden, value }) => isHidden && value > 0 && value < 10)
}

/** Narrows the ranges of a line whose last number is the sum of the others. */
function tighten(line: readonly { low: number; high: number }[]): void {
  const parts = line.slice(0, -1)
  const whole = line.at(-1)
  if (whole === undefined) return
  const lowest = parts.reduce((sum, { low }) => sum + low, 0)
  const highest = parts.reduce((sum, { high }) => sum + high, 0)
  whole.low = Math.max(whole.low, lowest)
  whole.high = Math.min(whole.high, highest)
  for (const part of parts) {
    const [low, high] = [whole.low - otherSum(parts, part, 'high'), whole.high - otherSum(parts, part, 'low')]
    part.low = Math.max(part.low, low)
    part.high = Math.min(part.high, high)
  }
}

function otherSum(
  parts: readonly { readonly low: number; readonly high: number }[],
  part: object,
  end: 'low' | 'high',
): number {
  return parts.reduce((sum, other) => (other === part ? sum : sum + other[end]), 0)
}

describe('suppress', () => {
  it('hides every count from 1 to 9', () => {
    fc.assert(
      fc.property(grids, (given) => {
        for (const { cells } of suppress(given))
          for (const cell of cells.flat()) expect(cell === hidden || cell === 0 || cell >= 10).toBe(true)
      }),
    )
  })

  it('cannot be undone by adding and subtracting what is shown', () => {
    fc.assert(
      fc.property(grids, (given) => {
        const safe = suppress(given)
        for (const [table, { cells }] of safe.entries()) {
          for (const [row, line] of cells.entries()) {
            for (const [column, cell] of line.entries())
              if (cell === hidden) expect(isFixed(safe, table, row, column)).toBe(false)
          }
        }
      }),
      { numRuns: times(40, 400), examples: [[fixedTogether]] },
    )
  })

  it('shows the truth where it shows anything', () => {
    fc.assert(
      fc.property(grids, (given) => {
        for (const [table, { cells }] of suppress(given).entries()) {
          for (const [row, line] of (given[table]?.cells ?? []).entries()) {
            for (const [column, value] of line.entries()) expect([value, hidden]).toContain(cells[row]?.[column])
          }
        }
      }),
    )
  })

  it('leaves no single number where counts are never below zero, and seldom less than ten', () => {
    let [all, narrow] = [0, 0]
    fc.assert(
      fc.property(grids, ([grid]) => {
        for (const { value, low, high } of smallRanges(grid)) {
          expect([value, low < high]).toEqual([value, true])
          all += 1
          if (high - low < 9) narrow += 1
        }
      }),
      { numRuns: times(200, 20_000) },
    )
    // Of a few hundred tables the part varies more than of thousands.
    expect(narrow / all).toBeLessThan(times(0.2, 0.1))
  })

  it('hides what docs/suppression.md says', () => {
    const page = readFileSync(inRoot('docs/suppression.md'), 'utf8')
    const [before = [], after = []] = page
      .split('\n\n')
      .filter((part) => part.startsWith('| month'))
      .map((table) =>
        table.split('\n').map((line) =>
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ),
      )
    const [[, ...columns] = [], , ...lines] = before
    const grid = {
      name: 'month',
      rows: lines.slice(0, -1).map(([name = '']) => name),
      columns: columns.slice(0, -1),
      cells: lines.slice(0, -1).map((line) => line.slice(1, -1).map(Number)),
    }
    const [safe] = suppress([grid])
    expect(safe?.cells.map((row) => row.map(String))).toEqual(
      after.slice(2).map((line) => line.slice(1).map((cell) => cell.replace('\\', ''))),
    )
  })

  it('leaves tables without small counts alone', () => {
    const grid = { name: 'x', rows: ['a', 'b'], columns: ['c'], cells: [[10], [20]] }
    expect(suppress([grid])[0]?.cells).toEqual([
      [10, 10],
      [20, 20],
      [30, 30],
    ])
  })

  it('puts small rows together', () => {
    const grid = {
      name: 'x',
      rows: ['a', 'b', 'c'],
      columns: ['d', 'e'],
      cells: [
        [10, 5],
        [2, 3],
        [4, 0],
      ],
    }
    expect(foldSmall(grid).grid).toMatchObject({
      rows: ['a', '~small:'],
      cells: [
        [10, 5],
        [6, 3],
      ],
    })
  })

  it('puts small rows together only where they are parts of the same rows', () => {
    const cells = [[12], [5], [4], [3]]
    const grid = { name: 'place', rows: ['a', 'b', 'c', 'd'], columns: ['x'], cells }
    const owners = { a: ['county'], b: ['county'], c: ['city'], d: ['county', 'city'] }
    const wholesByPart = new Map(Object.entries(owners).map(([place, own]) => [place, new Set(own)]))
    const { grid: folded, nest } = foldSmall(grid, { parts: 'place', wholes: 'owner', wholesByPart })
    const names = ['county', 'city', 'city,county'].map((own) => `~small:${own}`)
    expect(folded.rows).toEqual(['a', ...names])
    expect([...(nest?.wholesByPart.get(names[0] ?? '') ?? [])]).toEqual(['county'])
  })

  it('hides what the table of the wholes would give away', () => {
    // Of the county there are two places, one of them with 5 requests.
    const place = { name: 'place', rows: ['a', 'b', 'c'], columns: ['x'], cells: [[100], [5], [12]] }
    const owner = { name: 'owner', rows: ['county', 'federal'], columns: ['x'], cells: [[105], [12]] }
    const wholesByPart = new Map([
      ['a', new Set(['county'])],
      ['b', new Set(['county'])],
      ['c', new Set(['federal'])],
    ])
    const [places, owners] = suppress([place, owner], [{ parts: 'place', wholes: 'owner', wholesByPart }])
    const [a, , c] = (places?.cells ?? []).map(([cell]) => cell)
    const [county] = (owners?.cells ?? []).map(([cell]) => cell)
    expect([a, county].includes(hidden) && [a, c].includes(hidden)).toBe(true)
  })
})

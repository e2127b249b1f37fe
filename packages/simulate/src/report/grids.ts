/** The tables of an act by outcome, and what of them a public report may show. */
import { dimensions } from '../cases/dimension.ts'
import type { ActReplay } from '../replay/act-replay.ts'
import { allows, changeOf, isOpenClass, type CaseOutcome } from '../replay/tally.ts'
import { verdicts } from '../replay/verdict-pair.ts'
import { foldSmall } from './fold-small.ts'
import type { Grid, Nest, SafeGrid } from './grid.ts'
import { suppress } from './suppress.ts'

/** Makes the tables by outcome, with their sums. Everything that is shown is read off them. */
export function gridsOf(act: ActReplay, isPublic: boolean): readonly SafeGrid[] {
  const keys = [...act.outcomes.keys()]
  const groups = groupsOf([...act.outcomes.values()], act.sides.length)
  const grids = dimensions.slice(1).map((dimension): Grid => {
    const table = act.tables.get(dimension) ?? new Map<string, ReadonlyMap<string, number>>()
    const cells = [...table.values()].map((tally) => keys.map((key) => tally.get(key) ?? 0))
    return { name: dimension, rows: [...table.keys()], columns: keys, cells, groups }
  })
  return isPublic ? publicGrids(act, grids) : grids.map(withTotals)
}

/** Outcomes that are counted together somewhere, and those that are not: by column. */
function groupsOf(outcomes: readonly CaseOutcome[], sides: number): readonly (readonly number[])[] {
  const groups = new Map<string, readonly number[]>()
  const add = (wanted: (outcome: CaseOutcome) => boolean): 0 => {
    for (const isWanted of [true, false]) {
      const group = outcomes.flatMap((outcome, column) => (wanted(outcome) === isWanted ? [column] : []))
      groups.set(group.join(), group)
    }
    return 0
  }
  for (let side = 0; side < sides; side++) {
    const own = outcomes.flatMap((outcome) => outcome.sides[side] ?? [])
    for (const name of new Set(own.map((one) => one.class))) add((outcome) => outcome.sides[side]?.class === name)
    for (const answer of new Set(own.map((one) => one.answer))) add((outcome) => outcome.sides[side]?.answer === answer)
    for (const verdict of verdicts) add((outcome) => allows(verdict)(outcome.sides[side]?.class ?? ''))
    add((outcome) => isOpenClass(outcome.sides[side]?.class ?? ''))
  }
  if (sides > 1) changeOf(outcomes, add)
  return [...groups.values()]
}

/** Hides what is small. A place has an owner and a month may have a form, so these tables are hidden together. */
function publicGrids(act: ActReplay, grids: readonly Grid[]): readonly SafeGrid[] {
  const byPlace: Nest = { parts: 'place', wholes: 'owner', wholesByPart: act.ownersByPlace }
  const byMonth: Nest = { parts: 'month', wholes: 'form', wholesByPart: act.formsByMonth }
  const folded = grids.map((grid) => {
    if (grid.name === 'month') return { grid, nest: byMonth }
    return grid.name === 'place' ? foldSmall(grid, byPlace) : { grid }
  })
  const nests = folded.flatMap(({ nest }) => nest ?? [])
  return suppress(
    folded.map(({ grid }) => grid),
    nests,
  ).map(inShownOrder)
}

/** Rows in the order of what is shown of them: the order of hidden counts would say something of them. */
function inShownOrder(grid: SafeGrid): SafeGrid {
  if (grid.name === 'month') return grid
  const sumOf = (row: number): number => {
    const shown = grid.cells[row]?.at(-1)
    return typeof shown === 'number' ? shown : -1
  }
  const name = (row: number): string => grid.rows[row] ?? ''
  const order = [...grid.rows.keys()].sort((a, b) => sumOf(b) - sumOf(a) || (name(a) < name(b) ? -1 : 1))
  return {
    name: grid.name,
    rows: order.map(name),
    cells: [...order.map((row) => grid.cells[row] ?? []), grid.cells.at(-1) ?? []],
  }
}

/** Adds the sum of each row at its end, and the sums of the columns below. */
function withTotals(grid: Grid): SafeGrid {
  const rows = grid.cells.map((row) => [...row, row.reduce((sum, cell) => sum + cell, 0)])
  const last = [...grid.columns.keys(), grid.columns.length].map((column) =>
    rows.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  )
  return { name: grid.name, rows: grid.rows, cells: [...rows, last] }
}

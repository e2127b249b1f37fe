/** Puts rows together that are too small to stand alone. */
import { ownValues } from '../cases/dimension.ts'
import { smallest, sum, type Grid, type Nest } from './grid.ts'

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

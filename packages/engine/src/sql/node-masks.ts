/**
 * Rows with unknown facts: every node of the diagram as a column of verdict bits, from the last level up.
 *
 * Where the fact of a node is unknown, the bits of all its children count. So the root holds exactly the verdicts of
 * the completions that can be.
 */
import { leafValue, type Diagram } from '../diagram/store.ts'
import type { Cell } from '../fact/space.ts'
import { keptSubquery } from './dialect.ts'
import { columnOf, writeCells, type Writer } from './predicate.ts'
import { branchesOf, childrenOf, nodesOf, type VerdictDiagram } from './verdict-diagram.ts'

/** What a query reads: the columns to carry, and the rows. */
export interface Source {
  readonly columns: readonly string[]
  readonly from: string
}

/** A query that adds the column `bl_possible` to the columns that are kept. */
export function nodeMasks(writer: Writer, act: VerdictDiagram, source: Source, kept: readonly string[]): string {
  const { store, diagram } = act
  const levels = [...Map.groupBy(nodesOf(store, diagram), (node) => store.level(node))].sort((a, b) => b[0] - a[0])
  const flags = levels.map(([, nodes]) => flagsOf(writer, act, nodes))
  const highest = highestUse(act)
  const select = (columns: readonly string[], from: string, name: string): string =>
    `${keptSubquery(writer.dialect, `SELECT ${columns.join(', ') || '1 AS bl_none'} FROM ${from}`)} ${name}`
  let carried: readonly Diagram[] = []
  const start = select([...source.columns, ...(flags[0]?.columns ?? [])], source.from, 'bl_start')
  const from = levels.reduce((rows, [level, nodes], index) => {
    const made = nodes.map((node) => `${writeNode(act, node, flags[index])} AS ${name(node)}`)
    const columns = [...source.columns, ...carried.map(name), ...made, ...(flags[index + 1]?.columns ?? [])]
    // A node is carried up to the highest level that reads it.
    carried = [...carried, ...nodes].filter((node) => node === diagram || (highest.get(node) ?? Infinity) < level)
    return select(columns, rows, `bl_level${level}`)
  }, start)
  return `SELECT ${[...kept, `${name(diagram)} AS bl_possible`].join(', ')} FROM ${from}`
}

function name(node: Diagram): string {
  return node < 0 ? `${leafValue(node)}` : `bl_n${node}`
}

/** For each set of cells that a branch of a level needs, a column of all bits where the value may lie in it, else 0. */
interface Flags {
  readonly columns: readonly string[]
  readonly nameByCells: ReadonlyMap<string, string>
}

function flagsOf(writer: Writer, act: VerdictDiagram, nodes: readonly Diagram[]): Flags {
  const columns: string[] = []
  const nameByCells = new Map<string, string>()
  for (const node of nodes) {
    const { fact, branches } = branchesOf(act, node)
    for (const { cells } of branches) {
      const key = keyOf(cells)
      if (nameByCells.has(key)) continue
      const flag = `bl_f${act.store.level(node)}_${nameByCells.size}`
      nameByCells.set(key, flag)
      // A value that the fact does not have lies in no set, so that it leads nowhere.
      const test = `${writeCells(writer, fact, cells)} OR ${columnOf(writer, fact.name)} IS NULL`
      columns.push(`CASE WHEN ${test} THEN -1 ELSE 0 END AS ${flag}`)
    }
  }
  return { columns, nameByCells }
}

function writeNode(act: VerdictDiagram, node: Diagram, flags: Flags | undefined): string {
  const parts = branchesOf(act, node).branches.flatMap(({ child, cells }) =>
    child < 0 && leafValue(child) === 0 ? [] : [`(${flags?.nameByCells.get(keyOf(cells)) ?? '0'} & ${name(child)})`],
  )
  return parts.join(' | ') || '0'
}

function keyOf(cells: readonly Cell[]): string {
  return JSON.stringify(cells)
}

/** For each node, the highest level of a node that leads to it. */
function highestUse({ store, diagram }: VerdictDiagram): ReadonlyMap<Diagram, number> {
  const uses = new Map<Diagram, number>()
  for (const node of nodesOf(store, diagram)) {
    for (const child of childrenOf(store, node))
      uses.set(child, Math.min(uses.get(child) ?? Infinity, store.level(node)))
  }
  return uses
}

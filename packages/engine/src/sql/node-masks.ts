/**
 * Rows with unknown facts: every node of the diagram as a column of bits of answers, from the last level up.
 *
 * Where the fact of a node is unknown, the bits of all its children count. So the root holds exactly the verdicts of
 * the completions that can be.
 */
import { leafValue, type Diagram } from '../diagram/store.ts'
import type { Cell } from '../fact/space.ts'
import { answerBits } from './answer-bits.ts'
import { hasRoom, keptSubquery, refuseBeyond, shiftRight } from './dialect.ts'
import { writeMayLieIn, type Writer } from './predicate.ts'
import { branchesOf, childrenOf, nodesOf, type VerdictDiagram } from './verdict-diagram.ts'

/** The source of a query: the columns to carry, the rows, and the columns that stay in its answer. */
export interface Source {
  readonly columns: readonly string[]
  readonly from: string
  readonly kept: readonly string[]
}

/** Nodes that share a column where there are too many for a column each; sixty bits fit a BIGINT. */
const nodesAColumn = Math.floor(60 / answerBits)

/** Writes a query that adds the column `bl_possible` to the columns that are kept. */
export function nodeMasks(writer: Writer, act: VerdictDiagram, source: Source): string {
  const plain = masksIn(1, writer, act, source)
  const { query, widest } = hasRoom(plain.widest) ? plain : masksIn(nodesAColumn, writer, act, source)
  refuseBeyond(widest)
  return query
}

/** Writes the query with so many nodes in a column, and the number of columns of its widest part. */
function masksIn(
  most: number,
  writer: Writer,
  act: VerdictDiagram,
  source: Source,
): { readonly query: string; readonly widest: number } {
  const { diagram } = act
  const highest = highestUse(act)
  const levels = levelsOf(act, highest)
  const flags = levels.map(([, nodes]) => flagsOf(writer, act, nodes))
  const read = readerOf(writer, most, levels)
  let widest = 0
  const select = (columns: readonly string[], from: string, name: string): string => {
    widest = Math.max(widest, columns.length)
    return `${keptSubquery(writer.dialect, `SELECT ${columns.join(', ') || '1 AS bl_none'} FROM ${from}`)} ${name}`
  }
  let carried: readonly (readonly Diagram[])[] = []
  const start = select([...source.columns, ...(flags[0]?.columns ?? [])], source.from, 'bl_start')
  const from = levels.reduce((rows, [level, nodes], index) => {
    const own = inParts(nodes, most)
    const made = own.map((part) => {
      const masks = part.map((node) => writeNode(act, node, flags[index], read))
      return `${most === 1 ? masks.join('') : masks.map(shifted).join(' | ')} AS ${name(part)}`
    })
    const columns = [...source.columns, ...carried.map(name), ...made, ...(flags[index + 1]?.columns ?? [])]
    // A column is carried up to the highest level that reads one of its nodes.
    const isRead = (node: Diagram): boolean => node === diagram || (highest.get(node) ?? Infinity) < level
    carried = [...carried, ...own].filter((part) => part.some(isRead))
    return select(columns, rows, `bl_level${level}`)
  }, start)
  return { query: `SELECT ${[...source.kept, `${read(diagram)} AS bl_possible`].join(', ')} FROM ${from}`, widest }
}

/** Groups the nodes by level, from the last one up; those that are read as far up stand together, and share columns. */
function levelsOf(
  { store, diagram }: VerdictDiagram,
  highest: ReadonlyMap<Diagram, number>,
): readonly (readonly [number, readonly Diagram[]])[] {
  const use = (node: Diagram): number => highest.get(node) ?? -1
  return [...Map.groupBy(nodesOf(store, diagram), (node) => store.level(node))]
    .sort((a, b) => b[0] - a[0])
    .map(([level, nodes]) => [level, nodes.toSorted((a, b) => use(a) - use(b))] as const)
}

/** Gives how the bits of a node are read; above them are those of the nodes after it in its column. */
function readerOf(
  { dialect }: Writer,
  most: number,
  levels: readonly (readonly [number, readonly Diagram[]])[],
): (node: Diagram) => string {
  const readings = levels.flatMap(([, nodes]) =>
    inParts(nodes, most).flatMap((part) =>
      part.map((node, index) => {
        const column = name(part)
        return [node, index === 0 ? column : shiftRight(dialect, column, `${index * answerBits}`)] as const
      }),
    ),
  )
  const byNode = new Map(readings)
  return (node) => byNode.get(node) ?? `${leafValue(node)}`
}

/** Shifts the bits of a node to its place in a column. */
function shifted(mask: string, index: number): string {
  return `CAST((${mask}) & ${2 ** answerBits - 1} AS BIGINT) * ${1n << BigInt(index * answerBits)}`
}

function inParts(nodes: readonly Diagram[], most: number): readonly (readonly Diagram[])[] {
  return Array.from({ length: Math.ceil(nodes.length / most) }, (_, part) =>
    nodes.slice(part * most, (part + 1) * most),
  )
}

/** Names a column after the first of its nodes. */
function name([first]: readonly Diagram[]): string {
  return `bl_n${first}`
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
      columns.push(`CASE WHEN ${writeMayLieIn(writer, fact, cells)} THEN -1 ELSE 0 END AS ${flag}`)
    }
  }
  return { columns, nameByCells }
}

function writeNode(
  act: VerdictDiagram,
  node: Diagram,
  flags: Flags | undefined,
  read: (node: Diagram) => string,
): string {
  const parts = branchesOf(act, node).branches.flatMap(({ child, cells }) =>
    child < 0 && leafValue(child) === 0 ? [] : [`(${flags?.nameByCells.get(keyOf(cells)) ?? '0'} & ${read(child)})`],
  )
  return parts.join(' | ') || '0'
}

function keyOf(cells: readonly Cell[]): string {
  return JSON.stringify(cells)
}

/** Finds for each node the highest level of a node that leads to it. */
function highestUse({ store, diagram }: VerdictDiagram): ReadonlyMap<Diagram, number> {
  const uses = new Map<Diagram, number>()
  for (const node of nodesOf(store, diagram)) {
    for (const child of childrenOf(store, node))
      uses.set(child, Math.min(uses.get(child) ?? Infinity, store.level(node)))
  }
  return uses
}

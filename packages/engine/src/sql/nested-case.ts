/**
 * Complete rows of an act with a small diagram: the diagram as one nested CASE, the fastest way wherever it is short.
 *
 * A shared node is written out again for every way that leads to it.
 */
import { leafValue, type Diagram } from '../diagram/store.ts'
import { writeCells, type Writer } from './predicate.ts'
import { branchesOf, nodesOf, type VerdictDiagram } from './verdict-diagram.ts'

/** The most tests of a nested CASE: beyond, planning takes longer than a hundred thousand rows. */
const mostTests = 2_000

/** Writes an expression for the bits of the answer of a complete row, or null where it would be too long. */
export function nestedCase(writer: Writer, act: VerdictDiagram): string | null {
  if (testsIn(act) > mostTests) return null
  const write = (node: Diagram): string => {
    if (node < 0) return `${leafValue(node)}`
    const { fact, branches } = branchesOf(act, node)
    const last = branches.at(-1)
    const cases = branches
      .slice(0, -1)
      .map(({ child, cells }) => `WHEN ${writeCells(writer, fact, cells)} THEN ${write(child)}`)
    return `CASE ${cases.join(' ')} ELSE ${last === undefined ? 0 : write(last.child)} END`
  }
  return write(act.diagram)
}

/** Counts the tests of the diagram when it is written out as a tree. */
function testsIn(act: VerdictDiagram): number {
  const tests = new Map<Diagram, number>()
  for (const node of nodesOf(act.store, act.diagram)) {
    const { branches } = branchesOf(act, node)
    tests.set(
      node,
      branches.reduce((sum, { child }) => sum + 1 + (tests.get(child) ?? 0), -1),
    )
  }
  return tests.get(act.diagram) ?? 0
}

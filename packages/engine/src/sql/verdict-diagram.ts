/** The decision diagram of the answer alone, over the facts that the rules read. */
import { agencyFact, forAgencies, testsOf } from '../fact/condition.ts'
import type { Cell, Variable } from '../fact/space.ts'
import { compileAct, type CompiledAct } from '../diagram/compile.ts'
import { DiagramTooLarge, leaf, leafValue, type Diagram, type DiagramStore } from '../diagram/store.ts'
import { bitsOfAnswer } from './answer-bits.ts'

/** A diagram whose leaves are the bits of an answer each, or 0 where the case cannot be. */
export interface VerdictDiagram {
  readonly store: DiagramStore
  readonly diagram: Diagram
  /** By level. Levels that no rule reads are in no node. */
  readonly variables: readonly Variable[]
  /** The facts that the rules of the act read, and what is not encoded of it, in this order. */
  readonly facts: readonly string[]
}

/**
 * Leaves duties and doubts out of a compiled act.
 *
 * A fact that only an impossible combination mentions is left out too: a case can be if some value of it lets it be.
 */
export function verdictDiagram(compiled: CompiledAct): VerdictDiagram {
  const { store, space, leaves, rules, notEncoded, needsPower } = compiled
  const tests = [...rules, ...notEncoded].flatMap((one) => [
    ...testsOf(forAgencies(one.agencies, compiled.stack.vocabulary)),
    ...testsOf(one.condition),
  ])
  // An agency that every case has is no fact.
  const facts = [...new Set(tests.map(({ fact }) => fact))].filter(
    (fact) => fact !== agencyFact || space.agency === null,
  )
  const bits = store.map(compiled.diagram, (value) => {
    const at = leaves[value]
    return at?.kind === 'answer' ? bitsOfAnswer(at.state, needsPower) : 0
  })
  return { store, diagram: onlyFacts(store, bits, space.variables, facts), variables: space.variables, facts }
}

/** The most nodes of a diagram of complete rows: beyond, it is too long to be written out as a tree. */
const mostNodes = 50_000

/**
 * Does the same for complete rows: every case counts, as in the interpreter and the generated code. Null where that
 * outgrows what can be written out.
 */
export function completeDiagram({ stack, act, space }: CompiledAct): VerdictDiagram | null {
  const { place, asOf, layers, library, policyHash } = stack
  const vocabulary = { ...stack.vocabulary, impossible: [] }
  const free = { place, asOf, layers, library, policyHash, vocabulary }
  try {
    return verdictDiagram(compileAct(free, act, { duties: 'left-out', budget: mostNodes, agency: space.agency }))
  } catch (error) {
    if (error instanceof DiagramTooLarge) return null
    throw error
  }
}

/** Lists the nodes of a diagram, children before parents. */
export function nodesOf(store: DiagramStore, diagram: Diagram): readonly Diagram[] {
  const seen = new Set<Diagram>()
  const order: Diagram[] = []
  const walk = (node: Diagram): void => {
    if (node < 0 || seen.has(node)) return
    seen.add(node)
    childrenOf(store, node).forEach(walk)
    order.push(node)
  }
  walk(diagram)
  return order
}

/** Lists the child of a node for each cell. */
export function childrenOf(store: DiagramStore, node: Diagram): readonly Diagram[] {
  return Array.from({ length: store.arities[store.level(node)] ?? 0 }, (_, cell) => store.child(node, cell))
}

/** Puts the bits of the children together at the levels of other facts: of those that the fact may have unasked. */
function onlyFacts(
  store: DiagramStore,
  diagram: Diagram,
  variables: readonly Variable[],
  facts: readonly string[],
): Diagram {
  const memo = new Map<Diagram, Diagram>()
  const walk = (node: Diagram): Diagram => {
    if (node < 0) return leaf(leafValue(node))
    const known = memo.get(node)
    if (known !== undefined) return known
    const children = childrenOf(store, node).map(walk)
    const level = store.level(node)
    const variable = variables[level]
    const isKept = variable !== undefined && facts.includes(variable.name)
    const result = isKept
      ? store.node(level, children)
      : children
          .filter((_, cell) => variable === undefined || isUnasked(variable, cell))
          .reduce((a, b) => (a === b ? a : store.apply(a, b, (x, y) => x | y)))
    memo.set(node, result)
    return result
  }
  return walk(diagram)
}

/** Tells whether a fact may have the value of a cell while nobody gave it one. */
function isUnasked({ cells, notGiven }: Variable, cell: number): boolean {
  const at = cells[cell]
  return notGiven === null || (at?.kind === 'name' && notGiven.includes(at.name))
}

/** A child of a node, with the cells that lead to it. */
export interface Branch {
  readonly child: Diagram
  readonly cells: readonly Cell[]
}

/** Lists the branches of a node, those of the fewest cells first. */
export function branchesOf(
  act: VerdictDiagram,
  node: Diagram,
): { readonly fact: Variable; readonly branches: readonly Branch[] } {
  const fact = act.variables[act.store.level(node)]
  if (fact === undefined) throw new Error('a node without a fact')
  const cells = new Map<Diagram, Cell[]>()
  for (const [index, child] of childrenOf(act.store, node).entries()) {
    const cell = fact.cells[index]
    if (cell !== undefined) cells.set(child, [...(cells.get(child) ?? []), cell])
  }
  const branches = [...cells]
    .map(([child, own]) => ({ child, cells: own }))
    .sort((a, b) => a.cells.length - b.cells.length)
  return { fact, branches }
}

/** The information that each unanswered question is expected to give, in one pass up and one pass down a diagram. */
import { leafValue, type Diagram, type DiagramStore } from './store.ts'
import type { Possible } from './walk.ts'

/** The likelihood of a cell among the possible cells of its level. */
export type CellWeight = (level: number, cell: number) => number

/** A diagram to be measured, with the possible cells and the classes of its leaves. */
export interface Measured {
  readonly store: DiagramStore
  readonly diagram: Diagram
  readonly possible: Possible
  /** The number of classes of the leaves. */
  readonly classes: number
  /** Groups the leaves; -1 leaves a leaf out, as it does for impossible cases. */
  readonly classOf: (leaf: number) => number
  /** Facts count as independent. */
  readonly weightOf?: CellWeight | undefined
}

/** Measures the expected remaining entropy, in bits, of the leaf's class after the answer at each of some levels. */
export function expectedEntropy(
  measured: Measured,
  levels: readonly number[],
): { readonly now: number; readonly after: readonly number[] } {
  const { store, diagram, classes } = measured
  const shares = sharesOf(measured)
  const { nodes, sums } = sumsBelow(measured, shares)
  const total = sumsOf(sums, nodes.get(diagram) ?? 0, classes)
  // For each wanted level and cell: the distribution of classes if that were the answer.
  const changed = new Map(levels.map((level) => [level, (shares[level] ?? []).map(() => Float64Array.from(total))]))
  const mass = new Float64Array(nodes.size)
  mass[nodes.get(diagram) ?? 0] = 1
  // Parents stand after their children.
  for (const [a, index] of [...nodes].reverse()) {
    if (a < 0) continue
    const level = store.level(a)
    const cells = changed.get(level)
    const own = sumsOf(sums, index, classes)
    for (const [cell, share] of (shares[level] ?? []).entries()) {
      if (share === 0) continue
      const child = nodes.get(store.child(a, cell)) ?? 0
      const reached = mass[index] ?? 0
      mass[child] = (mass[child] ?? 0) + reached * share
      const answer = cells?.[cell]
      if (answer !== undefined) move(answer, reached, own, sumsOf(sums, child, classes))
    }
  }
  return { now: entropy(total), after: levels.map((level) => weighted(changed.get(level) ?? [], shares[level] ?? [])) }
}

/** Moves what reaches a node to one of its children, as if that were the answer. */
function move(answer: Float64Array, reached: number, from: Float64Array, to: Float64Array): void {
  for (let at = 0; at < answer.length; at++)
    answer[at] = (answer[at] ?? 0) + reached * ((to[at] ?? 0) - (from[at] ?? 0))
}

/** Gives for each level how likely each cell is among the possible ones. */
function sharesOf({ store, possible, weightOf = () => 1 }: Measured): readonly (readonly number[])[] {
  return store.arities.map((arity, level) => {
    const weights = Array.from({ length: arity }, (_, cell) =>
      ((possible[level] ?? 0) >>> cell) & 1 ? weightOf(level, cell) : 0,
    )
    const sum = weights.reduce((a, b) => a + b, 0)
    return weights.map((weight) => (sum === 0 ? 0 : weight / sum))
  })
}

interface Below {
  /** The reachable nodes and leaves by number, children before parents. */
  readonly nodes: ReadonlyMap<Diagram, number>
  /** For each of them, the share of each class below it. */
  readonly sums: Float64Array
}

function sumsBelow({ store, diagram, classes, classOf }: Measured, shares: readonly (readonly number[])[]): Below {
  const nodes = new Map<Diagram, number>()
  let sums = new Float64Array(64 * classes)
  const place = (a: Diagram): number => {
    const index = nodes.size
    nodes.set(a, index)
    if ((index + 1) * classes > sums.length) {
      const longer = new Float64Array(sums.length * 2)
      longer.set(sums)
      sums = longer
    }
    return index
  }
  const up = (a: Diagram): number => {
    const known = nodes.get(a)
    if (known !== undefined) return known
    if (a < 0) {
      const index = place(a)
      const at = classOf(leafValue(a))
      if (at >= 0) sums[index * classes + at] = 1
      return index
    }
    const cells = shares[store.level(a)] ?? []
    const children = cells.map((share, cell) => (share === 0 ? 0 : up(store.child(a, cell))))
    const index = place(a)
    for (const [cell, share] of cells.entries()) {
      if (share === 0) continue
      const child = (children[cell] ?? 0) * classes
      for (let at = 0; at < classes; at++)
        sums[index * classes + at] = (sums[index * classes + at] ?? 0) + share * (sums[child + at] ?? 0)
    }
    return index
  }
  up(diagram)
  return { nodes, sums }
}

function sumsOf(sums: Float64Array, index: number, classes: number): Float64Array {
  return sums.subarray(index * classes, (index + 1) * classes)
}

/** Averages the entropy of the answers, each by how likely it is. */
function weighted(answers: readonly Float64Array[], shares: readonly number[]): number {
  let sum = 0
  let whole = 0
  for (const [cell, sums] of answers.entries()) {
    const share = (shares[cell] ?? 0) * sums.reduce((a, b) => a + b, 0)
    sum += share * entropy(sums)
    whole += share
  }
  return whole === 0 ? 0 : sum / whole
}

function entropy(sums: Float64Array): number {
  const whole = sums.reduce((a, b) => a + b, 0)
  if (whole <= 0) return 0
  return sums.reduce((bits, sum) => (sum <= 0 ? bits : bits - (sum / whole) * Math.log2(sum / whole)), 0)
}

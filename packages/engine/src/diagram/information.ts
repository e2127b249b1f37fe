/** How much each unanswered question is expected to tell, in one pass up and one pass down a diagram. */
import { leafValue, type Diagram, type DiagramStore } from './store.ts'
import type { Possible } from './walk.ts'

/** How likely a cell is among the possible cells of its level. */
export type CellWeight = (level: number, cell: number) => number

/**
 * Expected remaining entropy, in bits, of the leaf's class after the answer at each level.
 *
 * `classOf` groups the leaves; -1 leaves a leaf out, as it does for impossible cases. Facts count as independent.
 */
export function expectedEntropy(
  store: DiagramStore,
  diagram: Diagram,
  possible: Possible,
  classes: number,
  classOf: (leaf: number) => number,
  weightOf: CellWeight = () => 1,
): { readonly now: number; readonly after: readonly number[] } {
  const shares = store.arities.map((arity, level) => {
    const weights = Array.from({ length: arity }, (_, cell) =>
      ((possible[level] ?? 0) >>> cell) & 1 ? weightOf(level, cell) : 0,
    )
    const sum = weights.reduce((a, b) => a + b, 0)
    return weights.map((weight) => (sum === 0 ? 0 : weight / sum))
  })
  const below = new Map<Diagram, readonly number[]>()
  const order: Diagram[] = []
  const up = (a: Diagram): readonly number[] => {
    const known = below.get(a)
    if (known !== undefined) return known
    const sums = Array.from({ length: classes }, () => 0)
    if (a < 0) {
      const at = classOf(leafValue(a))
      if (at >= 0) sums[at] = 1
    } else {
      shares[store.level(a)]?.forEach((share, cell) => {
        if (share === 0) return
        const child = up(store.child(a, cell))
        for (let at = 0; at < classes; at++) sums[at] = (sums[at] ?? 0) + share * (child[at] ?? 0)
      })
      order.push(a)
    }
    below.set(a, sums)
    return sums
  }
  const total = up(diagram)
  const mass = new Map<Diagram, number>([[diagram, 1]])
  // For each level and cell: the distribution of classes if that were the answer.
  const changed = store.arities.map((arity) => Array.from({ length: arity }, () => [...total]))
  for (const a of order.reverse()) {
    const reached = mass.get(a) ?? 0
    const level = store.level(a)
    const own = below.get(a) ?? []
    shares[level]?.forEach((share, cell) => {
      if (share === 0) return
      const child = store.child(a, cell)
      mass.set(child, (mass.get(child) ?? 0) + reached * share)
      const childSums = below.get(child) ?? []
      const sums = changed[level]?.[cell]
      if (sums === undefined) return
      for (let at = 0; at < classes; at++)
        sums[at] = (sums[at] ?? 0) + reached * ((childSums[at] ?? 0) - (own[at] ?? 0))
    })
  }
  const after = changed.map((cells, level) => {
    let weighted = 0
    let whole = 0
    cells.forEach((sums, cell) => {
      const share = (shares[level]?.[cell] ?? 0) * sums.reduce((a, b) => a + b, 0)
      weighted += share * entropy(sums)
      whole += share
    })
    return whole === 0 ? 0 : weighted / whole
  })
  return { now: entropy(total), after }
}

function entropy(sums: readonly number[]): number {
  const whole = sums.reduce((a, b) => a + b, 0)
  if (whole <= 0) return 0
  return sums.reduce((bits, sum) => (sum <= 0 ? bits : bits - (sum / whole) * Math.log2(sum / whole)), 0)
}

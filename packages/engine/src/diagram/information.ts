/** The information that each unanswered question is expected to give, in one pass up and one pass down a diagram. */
import type { Reached } from './reached.ts'
import { leafValue, type DiagramStore } from './store.ts'
import type { Possible } from './walk.ts'

/** The likelihood of a cell among the possible cells of its level. */
export type CellWeight = (level: number, cell: number) => number

/** A diagram to be measured, with the possible cells and the classes of its leaves. */
export interface Measured {
  readonly store: DiagramStore
  readonly reached: Reached
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
  const { classes, reached } = measured
  const sharesAt = sharesOf(measured)
  const sums = sumsBelow(measured, sharesAt)
  const { begins, changed } = changedBy(measured, levels, { sums, sharesAt })
  const after = levels.map((level) => {
    const begin = begins[level] ?? 0
    let bits = 0
    let whole = 0
    for (const [cell, likely] of sharesAt(level).entries()) {
      const at = begin + cell * classes
      const share = likely * sumOf(changed, at, classes)
      bits += share * entropy(changed, at, classes)
      whole += share
    }
    return whole === 0 ? 0 : bits / whole
  })
  return { now: entropy(sums, (reached.order.length - 1) * classes, classes), after }
}

interface Changed {
  /** By level, where the classes of its first cell begin; -1 where it is not wanted. */
  readonly begins: readonly number[]
  /** For each cell of each wanted level: the distribution of classes if that were the answer. */
  readonly changed: Float64Array
}

function changedBy(
  { store, reached, classes }: Measured,
  levels: readonly number[],
  { sums, sharesAt }: { readonly sums: Float64Array; readonly sharesAt: SharesAt },
): Changed {
  const { order, starts, children } = reached
  const top = order.length - 1
  const { begins, changed } = unchanged(store, levels, sums.subarray(top * classes))
  // What reaches a place goes to one of its children, as if that were the answer.
  const move = (to: number, place: number, child: number, reach: number): void => {
    for (let at = 0; at < classes; at++) {
      const moved = (sums[child * classes + at] ?? 0) - (sums[place * classes + at] ?? 0)
      changed[to + at] = (changed[to + at] ?? 0) + reach * moved
    }
  }
  const mass = new Float64Array(order.length)
  mass[top] = 1
  for (let place = top; place >= 0; place--) {
    const level = store.level(order[place] ?? -1)
    const begin = begins[level] ?? -1
    const reach = mass[place] ?? 0
    for (const [cell, share] of sharesAt(level).entries()) {
      if (share === 0) continue
      const child = children[(starts[place] ?? 0) + cell] ?? 0
      mass[child] = (mass[child] ?? 0) + reach * share
      if (begin >= 0) move(begin + cell * classes, place, child, reach)
    }
  }
  return { begins, changed }
}

/** Begins with the whole distribution for each cell of each wanted level. */
function unchanged(store: DiagramStore, levels: readonly number[], whole: Float64Array): Changed {
  const begins = store.arities.map(() => -1)
  let length = 0
  for (const level of levels) {
    begins[level] = length
    length += (store.arities[level] ?? 0) * whole.length
  }
  return { begins, changed: Float64Array.from({ length }, (_, at) => whole[at % whole.length] ?? 0) }
}

/** The likelihoods of the cells of a level among the possible ones; none for a leaf. */
type SharesAt = (level: number) => readonly number[]

function sharesOf({ store, possible, weightOf = () => 1 }: Measured): SharesAt {
  const made: (readonly number[] | undefined)[] = store.arities.map(() => undefined)
  return (level) => {
    const known = made[level]
    if (known !== undefined) return known
    const weights: number[] = []
    for (let cell = 0; cell < (store.arities[level] ?? 0); cell++)
      weights.push(((possible[level] ?? 0) >>> cell) & 1 ? weightOf(level, cell) : 0)
    const sum = weights.reduce((a, b) => a + b, 0)
    const shares = weights.map((weight) => (sum === 0 ? 0 : weight / sum))
    made[level] = shares
    return shares
  }
}

/** Sums for each place the share of each class below it. */
function sumsBelow({ store, reached, classes, classOf }: Measured, sharesAt: SharesAt): Float64Array {
  const { order, starts, children } = reached
  const sums = new Float64Array(order.length * classes)
  for (let place = 0; place < order.length; place++) {
    const a = order[place] ?? -1
    if (a < 0) {
      const at = classOf(leafValue(a))
      if (at >= 0) sums[place * classes + at] = 1
      continue
    }
    const shares = sharesAt(store.level(a))
    for (let cell = 0; cell < shares.length; cell++) {
      const share = shares[cell] ?? 0
      if (share === 0) continue
      const child = children[(starts[place] ?? 0) + cell] ?? 0
      for (let at = 0; at < classes; at++) {
        const to = place * classes + at
        sums[to] = (sums[to] ?? 0) + share * (sums[child * classes + at] ?? 0)
      }
    }
  }
  return sums
}

function sumOf(sums: Float64Array, from: number, length: number): number {
  let sum = 0
  for (let at = from; at < from + length; at++) sum += sums[at] ?? 0
  return sum
}

function entropy(sums: Float64Array, from: number, length: number): number {
  const whole = sumOf(sums, from, length)
  if (whole <= 0) return 0
  let bits = 0
  for (let at = from; at < from + length; at++) {
    const sum = sums[at] ?? 0
    if (sum > 0) bits -= (sum / whole) * Math.log2(sum / whole)
  }
  return bits
}

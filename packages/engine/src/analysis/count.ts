/** Exact numbers of cases. They outgrow what a floating-point number holds. */
import { leafValue, type Diagram, type DiagramStore } from '../diagram/store.ts'
import { everything, type Possible } from '../diagram/walk.ts'

/**
 * Counts the cases that reach each leaf, of all or of those whose cells are `possible`: bit `cell` of each level's number.
 *
 * @example
 * const store = new DiagramStore([2, 3])
 * countByLeaf(store, store.test(1, (cell) => (cell === 0 ? 1 : 0))) // => new Map([[1, 2n], [0, 4n]])
 */
export function countByLeaf(
  store: DiagramStore,
  diagram: Diagram,
  possible: Possible = everything(store),
): ReadonlyMap<number, bigint> {
  const levels = store.arities.length
  // products[level] is the number of cases of all levels from there on.
  const products = Array.from({ length: levels + 1 }, () => 1n)
  for (let level = levels - 1; level >= 0; level--) {
    products[level] = (products[level + 1] ?? 1n) * BigInt(bitsIn(possible[level] ?? 0))
  }
  const memo = new Map<Diagram, ReadonlyMap<number, bigint>>()
  const walk = (a: Diagram): ReadonlyMap<number, bigint> => {
    const known = memo.get(a)
    if (known !== undefined) return known
    const sums = new Map<number, bigint>()
    if (a < 0) sums.set(leafValue(a), 1n)
    else {
      const level = store.level(a)
      const shares = new Map<Diagram, bigint>()
      for (let cell = 0; cell < (store.arities[level] ?? 0); cell++) {
        if (!(((possible[level] ?? 0) >>> cell) & 1)) continue
        const child = store.child(a, cell)
        shares.set(child, (shares.get(child) ?? 0n) + 1n)
      }
      for (const [child, cells] of shares) {
        const factor = (cells * (products[level + 1] ?? 1n)) / (products[Math.min(store.level(child), levels)] ?? 1n)
        for (const [value, count] of walk(child)) sums.set(value, (sums.get(value) ?? 0n) + count * factor)
      }
    }
    memo.set(a, sums)
    return sums
  }
  const outer = (products[0] ?? 1n) / (products[Math.min(store.level(diagram), levels)] ?? 1n)
  return new Map([...walk(diagram)].map(([value, count]) => [value, count * outer]))
}

/** Counts the cases that reach leaf 1. */
export function countOnes(store: DiagramStore, diagram: Diagram, possible?: Possible): bigint {
  return countByLeaf(store, diagram, possible).get(1) ?? 0n
}

function bitsIn(cells: number): number {
  let count = 0
  for (let rest = cells; rest !== 0; rest &= rest - 1) count += 1
  return count
}

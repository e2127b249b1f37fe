/** Exact numbers of cases. They outgrow what a floating-point number holds. */
import { leafValue, type Diagram, type DiagramStore } from '../diagram/store.ts'

/**
 * How many cases reach each leaf.
 *
 * @example
 * const store = new DiagramStore([2, 3])
 * countByLeaf(store, store.test(1, (cell) => (cell === 0 ? 1 : 0))) // => new Map([[1, 2n], [0, 4n]])
 */
export function countByLeaf(store: DiagramStore, diagram: Diagram): ReadonlyMap<number, bigint> {
  const levels = store.arities.length
  // products[level] is the number of cases of all levels from there on.
  const products = Array.from({ length: levels + 1 }, () => 1n)
  for (let level = levels - 1; level >= 0; level--) {
    products[level] = (products[level + 1] ?? 1n) * BigInt(store.arities[level] ?? 1)
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

/** How many cases reach leaf 1. */
export function countOnes(store: DiagramStore, diagram: Diagram): bigint {
  return countByLeaf(store, diagram).get(1) ?? 0n
}

/**
 * A share in percent with one digit, never rounded to none or all.
 *
 * @example
 * percent(1n, 3n) // => '33.3%'
 * percent(1n, 1000000n) // => 'under 0.1%'
 * percent(1n, 1000000n, 'es') // => '< 0.1%'
 */
export function percent(part: bigint, whole: bigint, lang: 'en' | 'es' = 'en'): string {
  if (whole === 0n || part === 0n) return '0%'
  if (part === whole) return '100%'
  const tenths = Number((part * 2000n + whole) / (whole * 2n))
  if (tenths === 0) return `${edges[lang].under} 0.1%`
  if (tenths === 1000) return `${edges[lang].over} 99.9%`
  return `${(tenths / 10).toFixed(1)}%`
}

const edges = { en: { under: 'under', over: 'over' }, es: { under: '<', over: '>' } } as const

/** Two diagrams of one store read side by side, without making a third. */
import { leafValue, type Diagram, type DiagramStore } from './store.ts'

/** The diagrams that are read side by side. */
export interface Pair {
  readonly store: DiagramStore
  readonly left: Diagram
  readonly right: Diagram
}

/** Visits each pair of leaves that some possible case reaches, once; where the left leaf is 0 the case cannot be. */
export function visitPairs(
  { store, left, right }: Pair,
  possible: readonly number[],
  visit: (left: number, right: number) => void,
): void {
  const seen = new Map<Diagram, Set<Diagram>>()
  const walk = (a: Diagram, b: Diagram): void => {
    if (a < 0 && leafValue(a) === 0) return
    const partners = seen.get(a) ?? new Set<Diagram>()
    seen.set(a, partners)
    if (partners.has(b)) return
    partners.add(b)
    if (a < 0 && b < 0) {
      visit(leafValue(a), leafValue(b))
      return
    }
    const [levelA, levelB] = [store.level(a), store.level(b)]
    const level = Math.min(levelA, levelB)
    const cells = possible[level] ?? 0
    for (let cell = 0; cell < (store.arities[level] ?? 0); cell++) {
      if (!((cells >>> cell) & 1)) continue
      walk(levelA === level ? store.child(a, cell) : a, levelB === level ? store.child(b, cell) : b)
    }
  }
  walk(left, right)
}

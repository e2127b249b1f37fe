/** Questions that a diagram answers by walking it: reachable leaves, facts that still matter, weights, witnesses. */
import { leafValue, type Diagram, type DiagramStore } from './store.ts'

/** For each level, which cells are still possible: bit `cell` of the number. Levels have at most 31 cells. */
export type Possible = ArrayLike<number>

/** Collects every leaf value that some possible case reaches. */
export function reachable(store: DiagramStore, diagram: Diagram, possible: Possible): ReadonlySet<number> {
  const found = new Set<number>()
  const seen = new Set<Diagram>()
  const walk = (a: Diagram): void => {
    if (a < 0) {
      found.add(leafValue(a))
      return
    }
    if (seen.has(a)) return
    seen.add(a)
    const level = store.level(a)
    const cells = possible[level] ?? 0
    for (let cell = 0; cells >>> cell !== 0; cell++) if ((cells >>> cell) & 1) walk(store.child(a, cell))
  }
  walk(diagram)
  return found
}

/**
 * Gathers the bits of every leaf that some possible case reaches. The same as `reachable`, without making anything: the
 * path of a single decision.
 */
export function reachableBits(
  store: DiagramStore,
  diagram: Diagram,
  possible: Possible,
  bitsOf: ArrayLike<number>,
): number {
  const seen = new Set<Diagram>()
  const walk = (start: Diagram): number => {
    let a = start
    for (;;) {
      if (a < 0) return bitsOf[leafValue(a)] ?? 0
      const cells = possible[store.level(a)] ?? 0
      if ((cells & (cells - 1)) === 0 && cells !== 0) {
        a = store.child(a, 31 - Math.clz32(cells))
        continue
      }
      if (seen.has(a)) return 0
      seen.add(a)
      let bits = 0
      for (let cell = 0; cells >>> cell !== 0; cell++) if ((cells >>> cell) & 1) bits |= walk(store.child(a, cell))
      return bits
    }
  }
  return walk(diagram)
}

/** Gathers the levels that some possible case looks at, as bits; level 32 shares the bit of level 0, and so on. */
export function levelsLookedAt(store: DiagramStore, diagram: Diagram, possible: Possible): number {
  const seen = new Set<Diagram>()
  let levels = 0
  const walk = (a: Diagram): void => {
    if (a < 0 || seen.has(a)) return
    seen.add(a)
    const level = store.level(a)
    levels |= 1 << level
    const cells = possible[level] ?? 0
    for (let cell = 0; cells >>> cell !== 0; cell++) if ((cells >>> cell) & 1) walk(store.child(a, cell))
  }
  walk(diagram)
  return levels
}

/** Finds the cells through which some possible case reaches a leaf that is not skipped. */
export function consistentCells(
  store: DiagramStore,
  diagram: Diagram,
  possible: Possible,
  skip: (value: number) => boolean,
): number[] {
  const isAlive = livingNodes(store, possible, skip)
  const used = store.arities.map(() => 0)
  const useAll = (from: number, to: number): void => {
    for (let level = from; level < to; level++) used[level] = possible[level] ?? 0
  }
  const seen = new Set<Diagram>()
  const walk = (a: Diagram): void => {
    if (a < 0 || seen.has(a)) return
    seen.add(a)
    const level = store.level(a)
    const cells = possible[level] ?? 0
    for (let cell = 0; cells >>> cell !== 0; cell++) {
      if (!((cells >>> cell) & 1)) continue
      const child = store.child(a, cell)
      if (!isAlive(child)) continue
      used[level] = (used[level] ?? 0) | (1 << cell)
      useAll(level + 1, store.level(child))
      walk(child)
    }
  }
  if (isAlive(diagram)) useAll(0, store.level(diagram))
  walk(diagram)
  return used
}

/** Tells of a node whether some possible case reaches a leaf below it that is not skipped. */
function livingNodes(
  store: DiagramStore,
  possible: Possible,
  skip: (value: number) => boolean,
): (diagram: Diagram) => boolean {
  const alive = new Map<Diagram, boolean>()
  const isAlive = (a: Diagram): boolean => {
    if (a < 0) return !skip(leafValue(a))
    const known = alive.get(a)
    if (known !== undefined) return known
    const cells = possible[store.level(a)] ?? 0
    let some = false
    for (let cell = 0; cells >>> cell !== 0; cell++)
      if ((cells >>> cell) & 1 && isAlive(store.child(a, cell))) some = true
    alive.set(a, some)
    return some
  }
  return isAlive
}

/**
 * Finds a possible case that reaches a wanted leaf: for each level the cell that the path takes, or -1 where any
 * possible cell will do. Null where no case does.
 */
export function witness(
  store: DiagramStore,
  diagram: Diagram,
  possible: Possible,
  wanted: (value: number) => boolean,
): readonly number[] | null {
  const dead = new Set<Diagram>()
  const path = store.arities.map(() => -1)
  const walk = (a: Diagram): boolean => {
    if (a < 0) return wanted(leafValue(a))
    if (dead.has(a)) return false
    const level = store.level(a)
    const cells = possible[level] ?? 0
    for (let cell = 0; cells >>> cell !== 0; cell++) {
      if (!((cells >>> cell) & 1)) continue
      path[level] = cell
      if (walk(store.child(a, cell))) return true
    }
    path[level] = -1
    dead.add(a)
    return false
  }
  return walk(diagram) ? path : null
}

/** Makes every cell possible on every level. */
export function everything(store: DiagramStore): number[] {
  return store.arities.map((arity) => (arity >= 31 ? 0x7fffffff : (1 << arity) - 1))
}

/** The part of a diagram that some possible case reaches, numbered from the leaves up: what several passes go over. */
import { leafValue, type Diagram, type DiagramStore } from './store.ts'
import type { Possible } from './walk.ts'

/** The reached nodes and leaves. A place is an index into `order`. */
export interface Reached {
  /** Children stand before their parents; the diagram itself is last. */
  readonly order: readonly Diagram[]
  /** By place: where the children of a node begin. */
  readonly starts: readonly number[]
  /** The places of children, one for each cell of the node's level; -1 where the cell is impossible. */
  readonly children: readonly number[]
}

/** Numbers what is reached. */
export function reachedFrom(store: DiagramStore, diagram: Diagram, possible: Possible): Reached {
  const order: Diagram[] = []
  const starts: number[] = []
  const children: number[] = []
  const places = new Map<Diagram, number>()
  const walk = (a: Diagram): number => {
    const known = places.get(a)
    if (known !== undefined) return known
    const start = children.length
    if (a >= 0) {
      const level = store.level(a)
      const cells = possible[level] ?? 0
      const arity = store.arities[level] ?? 0
      for (let cell = 0; cell < arity; cell++) children.push(-1)
      for (let cell = 0; cell < arity; cell++)
        if ((cells >>> cell) & 1) children[start + cell] = walk(store.child(a, cell))
    }
    const place = order.length
    places.set(a, place)
    order.push(a)
    starts.push(start)
    return place
  }
  walk(diagram)
  return { order, starts, children }
}

/** Finds the levels whose answer can still change the leaf, ignoring the leaves that `skip` names. */
export function relevantLevels(
  store: DiagramStore,
  { order, starts, children }: Reached,
  skip: (value: number) => boolean,
): readonly number[] {
  const isRelevant = store.arities.map(() => false)
  // By place, what is left when skipped leaves are left out: equal numbers are equal functions, -1 is nothing.
  const left: number[] = []
  const numbered = numbering(order.length, store.arities.length + children.length)
  for (const [place, a] of order.entries()) {
    if (a < 0) {
      left.push(skip(leafValue(a)) ? -1 : place)
      continue
    }
    const level = store.level(a)
    const start = starts[place] ?? 0
    const below: number[] = []
    for (let cell = 0; cell < (store.arities[level] ?? 0); cell++) {
      const child = children[start + cell] ?? -1
      if (child >= 0) below.push(left[child] ?? -1)
    }
    const some = below.find((child) => child >= 0) ?? -1
    const isOne = below.every((child) => child < 0 || child === some)
    if (!isOne) isRelevant[level] = true
    // A cell that cannot be takes the value of one that can, so that only real differences remain.
    left.push(isOne ? some : numbered(level, below, some))
  }
  return isRelevant.flatMap((isOne, level) => (isOne ? [level] : []))
}

type Numbering = (level: number, below: readonly number[], instead: number) => number

/** Numbers nodes by their children, from `first` and the levels on: asking never makes the shared store grow. */
function numbering(first: number, most: number): Numbering {
  const own = new Map<number, number>()
  return (level, below, instead) => {
    let number = first + level
    for (const child of below) {
      const key = number * (first + 2 * most) + (child < 0 ? instead : child)
      const known = own.get(key) ?? first + most + own.size
      own.set(key, known)
      number = known
    }
    return number
  }
}

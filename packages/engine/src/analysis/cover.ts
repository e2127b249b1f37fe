/**
 * A region of cases as few boxes: each box allows some cells of some facts.
 *
 * Cases that cannot be may fall on either side, which keeps the boxes short.
 */
import { DiagramTooLarge, leaf, type Diagram, type DiagramStore } from '../diagram/store.ts'
import { countOnes } from './count.ts'

/** For each level the cells that are allowed; null is any. */
export type Box = readonly (ReadonlySet<number> | null)[]

/** Boxes that lie in the region and, where `rest` is 0, fill it. */
export interface Cover {
  /** Fewest facts first. */
  readonly boxes: readonly Box[]
  /** The boxes of the cases that the others have too much. */
  readonly unless: readonly Box[]
  /** Cases of the region that no box names, because there were too many boxes. */
  readonly rest: bigint
}

const nothing = leaf(0)

/** Shorter than this, a list of boxes reads better than a box with exceptions. */
const readable = 4

/**
 * Covers a region (leaf 1) with at most so many boxes, or with one box and its exceptions where that is shorter.
 * Cases that are not `lawful` may fall on either side.
 */
export function cover(store: DiagramStore, region: Diagram, lawful: Diagram, most: number): Cover {
  let plain: Cover = { boxes: [], unless: [], rest: countOnes(store, region) }
  try {
    plain = boxesOf(store, region, store.or(region, store.not(lawful)), most)
    if (plain.rest === 0n && plain.boxes.length < readable) return plain
    const hull = hullOf(store, region)
    const outside = store.and(lawful, store.not(region))
    const exceptions = boxesOf(store, store.and(boxDiagram(store, hull), outside), store.not(region), most)
    if (exceptions.rest > 0n || (plain.rest === 0n && exceptions.boxes.length >= plain.boxes.length)) return plain
    return { boxes: [hull], unless: exceptions.boxes, rest: 0n }
  } catch (error) {
    // The budget ended the search; what was found stays true.
    if (error instanceof DiagramTooLarge) return plain
    throw error
  }
}

/** Draws the least box around a region. */
function hullOf(store: DiagramStore, region: Diagram): Box {
  const used = store.arities.map(() => new Set<number>())
  const free = store.arities.map(() => false)
  const seen = new Set<Diagram>()
  const skip = (from: number, to: number): void => {
    for (let level = from; level < to; level++) free[level] = true
  }
  const walk = (a: Diagram): void => {
    if (a < 0 || seen.has(a)) return
    seen.add(a)
    const level = store.level(a)
    for (let cell = 0; cell < (store.arities[level] ?? 0); cell++) {
      const child = store.child(a, cell)
      if (child === nothing) continue
      used[level]?.add(cell)
      skip(level + 1, store.level(child))
      walk(child)
    }
  }
  skip(0, store.level(region))
  walk(region)
  return used.map((cells, level) => (free[level] === true || cells.size === store.arities[level] ? null : cells))
}

/** Covers a region with boxes alone. */
function boxesOf(store: DiagramStore, region: Diagram, room: Diagram, most: number): Cover {
  const boxes: Box[] = []
  const isInside = insideOf(store, room)
  let left = region
  try {
    while (left !== nothing && boxes.length < most) {
      const box = widest(store, heaviestPath(store, left), isInside)
      left = store.and(left, store.not(boxDiagram(store, box)))
      boxes.push(box)
    }
  } catch (error) {
    // The budget ended the search; what was found stays true.
    if (!(error instanceof DiagramTooLarge)) throw error
  }
  const kept = left === nothing ? withoutSpare(store, region, boxes) : boxes
  return { boxes: kept.toSorted((a, b) => facts(a) - facts(b)), unless: [], rest: countOnes(store, left) }
}

/** Makes a diagram of the cases of a box. */
function boxDiagram(store: DiagramStore, box: Box): Diagram {
  return box.reduceRight<Diagram>((below, cells, level) => {
    if (cells === null) return below
    return store.node(
      level,
      Array.from({ length: store.arities[level] ?? 0 }, (_, cell) => (cells.has(cell) ? below : nothing)),
    )
  }, leaf(1))
}

/**
 * Picks one case of a region, in the part where most of its cases are; among equals a preferred cell. -1 is any cell.
 */
export function heaviestPath(
  store: DiagramStore,
  region: Diagram,
  preferred: readonly number[] = [],
): readonly number[] {
  const share = sharesOf(store, region)
  const path = store.arities.map(() => -1)
  for (let a = region; a >= 0;) {
    const level = store.level(a)
    let best = preferred[level] ?? 0
    for (let cell = 0; cell < (store.arities[level] ?? 0); cell++) {
      if ((share.get(store.child(a, cell)) ?? 0) > (share.get(store.child(a, best)) ?? 0)) best = cell
    }
    path[level] = best
    a = store.child(a, best)
  }
  return path
}

/** Measures for each node which part of the cases below it lies in the region. */
function sharesOf(store: DiagramStore, region: Diagram): ReadonlyMap<Diagram, number> {
  const shares = new Map<Diagram, number>([
    [nothing, 0],
    [leaf(1), 1],
  ])
  const walk = (a: Diagram): number => {
    const known = shares.get(a)
    if (known !== undefined) return known
    const arity = store.arities[store.level(a)] ?? 0
    let sum = 0
    for (let cell = 0; cell < arity; cell++) sum += walk(store.child(a, cell))
    // A part too small for a floating-point number is still a part.
    const share = sum === 0 ? 0 : Math.max(sum / arity, Number.MIN_VALUE)
    shares.set(a, share)
    return share
  }
  walk(region)
  return shares
}

/** Widens the box around a case until it would leave the room. */
function widest(store: DiagramStore, path: readonly number[], isInside: IsInside): Box {
  const levels = path.flatMap((cell, level) => (cell < 0 ? [] : [level]))
  const down = widen(store, path, isInside, levels)
  const up = widen(store, path, isInside, levels.toReversed())
  return facts(up) < facts(down) ? up : down
}

function widen(store: DiagramStore, path: readonly number[], isInside: IsInside, levels: readonly number[]): Box {
  const box: (Set<number> | null)[] = path.map((cell) => (cell < 0 ? null : new Set([cell])))
  for (const level of levels) {
    const kept = box[level] ?? null
    box[level] = null
    if (!isInside(box)) box[level] = kept
  }
  for (const level of levels) {
    const cells = box[level] ?? null
    if (cells === null) continue
    for (let cell = 0; cell < (store.arities[level] ?? 0); cell++) {
      if (cells.has(cell)) continue
      cells.add(cell)
      if (!isInside(box)) cells.delete(cell)
    }
  }
  return box
}

/** Tells whether every case of a box is in the room. */
type IsInside = (box: Box) => boolean

/** Makes the test for one room. It is asked often, so the nodes that were seen are marked with the number of the asking. */
function insideOf(store: DiagramStore, room: Diagram): IsInside {
  const seen = new Int32Array(store.size)
  let run = 0
  return (box) => {
    run += 1
    const walk = (a: Diagram): boolean => {
      if (a < 0) return a === leaf(1)
      if (seen[a] === run) return true
      seen[a] = run
      const level = store.level(a)
      const cells = box[level] ?? null
      for (let cell = 0; cell < (store.arities[level] ?? 0); cell++) {
        if ((cells === null || cells.has(cell)) && !walk(store.child(a, cell))) return false
      }
      return true
    }
    return walk(room)
  }
}

/** Drops the boxes that the others make unnecessary, the longest first. */
function withoutSpare(store: DiagramStore, region: Diagram, boxes: readonly Box[]): readonly Box[] {
  if (boxes.length < 2) return boxes
  let kept = boxes.map((box) => ({ box, diagram: boxDiagram(store, box) }))
  try {
    for (const candidate of kept.toSorted((a, b) => facts(b.box) - facts(a.box))) {
      const others = kept.filter((other) => other !== candidate)
      const union = store.orAll(others.map(({ diagram }) => diagram))
      if (store.and(region, store.not(union)) === nothing) kept = others
    }
  } catch (error) {
    if (!(error instanceof DiagramTooLarge)) throw error
  }
  return kept.map(({ box }) => box)
}

function facts(box: Box): number {
  return box.filter((cells) => cells !== null).length
}

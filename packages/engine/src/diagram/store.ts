/**
 * Hash-consed decision diagrams over variables with several values.
 *
 * A diagram is a number: below zero a leaf (`leaf(3)` is -4), else the index of a node. Equal functions are equal numbers.
 */
/**
 * The way in which an analysis outgrew its room: nodes past a budget, or a fact cut into more cells than can be told
 * apart.
 */
export type Outgrown =
  | { readonly kind: 'nodes'; readonly nodes: number }
  | { readonly kind: 'cells'; readonly fact: string | null; readonly cells: number; readonly most: number }

/** Raised when a diagram outgrows its room; the caller falls back to the interpreter or says so. */
export class DiagramTooLarge extends Error {
  readonly outgrown: Outgrown

  constructor(outgrown: Outgrown) {
    super(reportOf(outgrown))
    this.name = 'DiagramTooLarge'
    this.outgrown = outgrown
  }
}

/** Writes the error for a log; what people read is made from its values. */
function reportOf(outgrown: Outgrown): string {
  if (outgrown.kind === 'nodes') return `the decision diagram grew past ${outgrown.nodes} nodes`
  const { fact, cells, most } = outgrown
  return `${fact === null ? 'a fact' : `\`${fact}\``} is cut into ${cells} cells, and ${most} can be told apart`
}

/** The cells of a level are bits of one number. */
export const mostCells = 31

/** A function of the case, as a number in one store. */
export type Diagram = number

/** Makes the leaf for a value from 0. */
export function leaf(value: number): Diagram {
  return -1 - value
}

/** Gives the value of a leaf. */
export function leafValue(diagram: Diagram): number {
  return -1 - diagram
}

const half = 2 ** 25

/**
 * Remembers results for pairs of diagrams, one slot a hash: a newer pair may push an older one out, which costs time
 * and never changes a result. A run number tells one operation's entries from another's.
 */
class PairMemo {
  #run = 0
  #filled = 0
  #runs = new Int32Array(1024)
  #left = new Int32Array(1024)
  #right = new Int32Array(1024)
  #result = new Int32Array(1024)

  /** Begins an operation over about so many nodes. */
  begin(nodes: number): number {
    if (this.#runs.length < nodes * 2) this.#grow(2 ** Math.ceil(Math.log2(nodes * 4)))
    this.#run += 1
    this.#filled = 0
    return this.#run
  }

  get(run: number, left: Diagram, right: Diagram): Diagram | null {
    const slot = this.#slot(left, right)
    const isHit = this.#runs[slot] === run && this.#left[slot] === left && this.#right[slot] === right
    return isHit ? (this.#result[slot] ?? null) : null
  }

  set(run: number, left: Diagram, right: Diagram, result: Diagram): void {
    this.#filled += 1
    if (this.#filled > this.#runs.length) this.#grow(this.#runs.length * 4)
    const slot = this.#slot(left, right)
    this.#runs[slot] = run
    this.#left[slot] = left
    this.#right[slot] = right
    this.#result[slot] = result
  }

  /** Makes room and forgets. */
  #grow(size: number): void {
    this.#runs = new Int32Array(size)
    this.#left = new Int32Array(size)
    this.#right = new Int32Array(size)
    this.#result = new Int32Array(size)
    this.#filled = 0
  }

  #slot(left: Diagram, right: Diagram): number {
    const hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b)
    return (hash ^ (hash >>> 15)) & (this.#runs.length - 1)
  }
}

/** One memory for all stores: one operation runs at a time, and its number is its own. */
const memo = new PairMemo()

/** Owns the nodes of every diagram over one order of variables. */
export class DiagramStore {
  /** The number of cells of each level. */
  readonly arities: readonly number[]
  readonly #budget: number
  readonly #levels: number[] = []
  /** Where the children of a node begin. */
  readonly #starts: number[] = []
  readonly #children: number[] = []
  #table: Int32Array = new Int32Array(128).fill(-1)
  /** Room for the children of one node of each level: below a node are nodes of later levels only. */
  readonly #room: Int32Array
  /** Where the room of each level begins. */
  readonly #roomOf: readonly number[]

  constructor(arities: readonly number[], budget: number = 2_000_000) {
    const widest = Math.max(0, ...arities)
    if (widest > mostCells) throw new DiagramTooLarge({ kind: 'cells', fact: null, cells: widest, most: mostCells })
    this.arities = arities
    this.#budget = budget
    let begin = 0
    this.#roomOf = arities.map((arity) => (begin += arity) - arity)
    this.#room = new Int32Array(begin)
  }

  /** Counts the nodes that the store holds. */
  get size(): number {
    return this.#levels.length
  }

  /** Gives the level of a node; leaves lie below every level. */
  level(diagram: Diagram): number {
    return diagram < 0 ? this.arities.length : (this.#levels[diagram] ?? 0)
  }

  /** Gives the child of a node for one cell. */
  child(diagram: Diagram, cell: number): Diagram {
    return this.#children[(this.#starts[diagram] ?? 0) + cell] ?? -1
  }

  /** Makes the node with these children, or the child itself where they are all one. */
  node(level: number, children: readonly Diagram[]): Diagram {
    this.#room.set(children, this.#roomOf[level])
    return this.#nodeInRoom(level)
  }

  /** Makes the node whose children stand in the room of its level. */
  #nodeInRoom(level: number): Diagram {
    const begin = this.#roomOf[level] ?? 0
    const end = begin + (this.arities[level] ?? 0)
    const room = this.#room
    const first = room[begin] ?? -1
    let isOne = true
    let hash = level + 1
    for (let at = begin; at < end; at++) {
      const child = room[at] ?? -1
      if (child !== first) isOne = false
      hash = (Math.imul(hash, 0x01000193) ^ (child + half)) | 0
    }
    if (isOne) return first
    const mask = this.#table.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const found = this.#table[slot] ?? -1
      if (found < 0) break
      if (this.#isSame(found, level, begin)) return found
      slot = (slot + 1) & mask
    }
    return this.#insert(slot, level, begin, end)
  }

  /** Makes a diagram that reads one variable. */
  test(level: number, value: (cell: number) => number): Diagram {
    return this.node(
      level,
      Array.from({ length: this.arities[level] ?? 0 }, (_, cell) => leaf(value(cell))),
    )
  }

  /** Combines two diagrams leaf by leaf. `shortcut` may settle a pair early. */
  apply(
    left: Diagram,
    right: Diagram,
    combine: (left: number, right: number) => number,
    shortcut: (left: Diagram, right: Diagram) => Diagram | null = noShortcut,
  ): Diagram {
    const run = memo.begin(this.#levels.length)
    const walk = (a: Diagram, b: Diagram): Diagram => {
      if (a < 0 && b < 0) return leaf(combine(leafValue(a), leafValue(b)))
      const early = shortcut(a, b)
      if (early !== null) return early
      const known = memo.get(run, a, b)
      if (known !== null) return known
      const levelA = this.level(a)
      const levelB = this.level(b)
      const level = Math.min(levelA, levelB)
      const arity = this.arities[level] ?? 0
      const begin = this.#roomOf[level] ?? 0
      for (let cell = 0; cell < arity; cell++) {
        this.#room[begin + cell] = walk(
          levelA === level ? this.child(a, cell) : a,
          levelB === level ? this.child(b, cell) : b,
        )
      }
      const result = this.#nodeInRoom(level)
      memo.set(run, a, b, result)
      return result
    }
    return walk(left, right)
  }

  /** Changes the leaves of a diagram. */
  map(diagram: Diagram, change: (value: number) => number): Diagram {
    const run = memo.begin(this.#levels.length)
    const walk = (a: Diagram): Diagram => {
      if (a < 0) return leaf(change(leafValue(a)))
      const known = memo.get(run, a, a)
      if (known !== null) return known
      const level = this.level(a)
      const arity = this.arities[level] ?? 0
      const begin = this.#roomOf[level] ?? 0
      for (let cell = 0; cell < arity; cell++) this.#room[begin + cell] = walk(this.child(a, cell))
      const result = this.#nodeInRoom(level)
      memo.set(run, a, a, result)
      return result
    }
    return walk(diagram)
  }

  and(left: Diagram, right: Diagram): Diagram {
    return this.apply(left, right, (a, b) => a & b, andShortcut)
  }

  or(left: Diagram, right: Diagram): Diagram {
    return this.apply(left, right, (a, b) => a | b, orShortcut)
  }

  not(diagram: Diagram): Diagram {
    return this.map(diagram, (value) => 1 - value)
  }

  /** Changes the leaves of a diagram in the cases of another, and leaves it as it is elsewhere. */
  change(diagram: Diagram, where: Diagram, changed: (value: number) => number): Diagram {
    return this.apply(
      diagram,
      where,
      (value, is) => (is === 0 ? value : changed(value)),
      (a, b) => (b === falseLeaf ? a : null),
    )
  }

  /** Joins the bits of many, paired up so that intermediate diagrams stay small. */
  union(diagrams: readonly Diagram[]): Diagram {
    if (diagrams.length === 0) return falseLeaf
    if (diagrams.length === 1) return diagrams[0] ?? falseLeaf
    const middle = diagrams.length >> 1
    const halves = [this.union(diagrams.slice(0, middle)), this.union(diagrams.slice(middle))] as const
    return this.apply(...halves, (a, b) => a | b, unionShortcut)
  }

  /** Joins many by disjunction, paired up so that intermediate diagrams stay small. */
  orAll(diagrams: readonly Diagram[]): Diagram {
    if (diagrams.length === 0) return leaf(0)
    if (diagrams.length === 1) return diagrams[0] ?? leaf(0)
    const middle = diagrams.length >> 1
    return this.or(this.orAll(diagrams.slice(0, middle)), this.orAll(diagrams.slice(middle)))
  }

  #isSame(node: number, level: number, begin: number): boolean {
    if (this.#levels[node] !== level) return false
    const start = this.#starts[node] ?? 0
    const arity = this.arities[level] ?? 0
    for (let cell = 0; cell < arity; cell++) {
      if (this.#children[start + cell] !== this.#room[begin + cell]) return false
    }
    return true
  }

  #insert(slot: number, level: number, begin: number, end: number): Diagram {
    const node = this.#levels.length
    if (node >= this.#budget) {
      throw new DiagramTooLarge({ kind: 'nodes', nodes: this.#budget })
    }
    this.#levels.push(level)
    this.#starts.push(this.#children.length)
    for (let at = begin; at < end; at++) this.#children.push(this.#room[at] ?? -1)
    this.#table[slot] = node
    if (this.#levels.length * 2 > this.#table.length) this.#grow()
    return node
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2).fill(-1)
    const mask = this.#table.length - 1
    for (let node = 0; node < this.#levels.length; node++) {
      const level = this.#levels[node] ?? 0
      const start = this.#starts[node] ?? 0
      let hash = level + 1
      for (let cell = 0; cell < (this.arities[level] ?? 0); cell++) {
        hash = (Math.imul(hash, 0x01000193) ^ ((this.#children[start + cell] ?? 0) + half)) | 0
      }
      let slot = (hash ^ (hash >>> 15)) & mask
      while ((this.#table[slot] ?? -1) >= 0) slot = (slot + 1) & mask
      this.#table[slot] = node
    }
  }
}

const falseLeaf = leaf(0)
const trueLeaf = leaf(1)

function noShortcut(): null {
  return null
}

function andShortcut(a: Diagram, b: Diagram): Diagram | null {
  if (a === falseLeaf || b === falseLeaf) return falseLeaf
  if (a === trueLeaf) return b
  return b === trueLeaf || a === b ? a : null
}

function unionShortcut(a: Diagram, b: Diagram): Diagram | null {
  if (a === falseLeaf) return b
  return b === falseLeaf || a === b ? a : null
}

function orShortcut(a: Diagram, b: Diagram): Diagram | null {
  if (a === trueLeaf || b === trueLeaf) return trueLeaf
  if (a === falseLeaf) return b
  return b === falseLeaf || a === b ? a : null
}

/**
 * A region of cases as few boxes: the irredundant cover of Minato and Morreale, for diagrams with many cells a level.
 *
 * A box allows some cells on some levels. Boxes may overlap; together they are exactly the region. So a region meets a
 * box of possible values if and only if one of its boxes does, fact by fact.
 */
import { leaf, type Diagram, type DiagramStore } from '../../packages/engine/src/diagram/store.ts'
import { childrenOf } from '../../packages/engine/src/sql/verdict-diagram.ts'

/** For some levels, the cells that a box allows, as bits; a level that is absent allows all. */
export type Box = ReadonlyMap<number, number>

const empty = leaf(0)
const full = leaf(1)

/** The boxes of the cases where a diagram of 0 and 1 is 1, or null where there are more than `most`. */
export function coverOf(store: DiagramStore, region: Diagram, most: number): readonly Box[] | null {
  try {
    const { boxes } = new Cover(store, most * 64).between(region, region)
    return boxes.length > most ? null : boxes
  } catch (error) {
    if (error instanceof TooManyBoxes) return null
    throw error
  }
}

/** Covers of pairs of diagrams, each found once. */
class Cover {
  readonly #store: DiagramStore
  readonly #most: number
  readonly #memo = new Map<string, Covered>()
  #made = 0

  constructor(store: DiagramStore, most: number) {
    this.#store = store
    this.#most = most
  }

  /** Finds boxes that cover at least `lower` and at most `upper`. */
  between(lower: Diagram, upper: Diagram): Covered {
    if (lower === empty) return { boxes: [], covered: empty }
    if (upper === full) return { boxes: [new Map()], covered: full }
    const key = `${lower} ${upper}`
    const known = this.#memo.get(key)
    if (known !== undefined) return known
    if (this.#made > this.#most) throw new TooManyBoxes()
    const level = Math.min(this.#store.level(lower), this.#store.level(upper))
    const result = this.#ofGroups(level, groupsOf(this.#store, level, lower, upper))
    this.#made += result.boxes.length
    this.#memo.set(key, result)
    return result
  }

  /** Finds first the boxes that all cells share, then those of each half for itself. */
  #ofGroups(level: number, groups: readonly Group[]): Covered {
    const store = this.#store
    const cells = groups.reduce((bits, group) => bits | group.cells, 0)
    const isAll = cells === 2 ** (store.arities[level] ?? 0) - 1
    const shared = this.between(
      groups.map(({ lower }) => lower).reduce((a, b) => store.and(a, b)),
      groups.map(({ upper }) => upper).reduce((a, b) => store.and(a, b)),
    )
    const boxes = isAll ? shared.boxes : shared.boxes.map((box) => new Map([...box, [level, cells]]))
    const covered = at(store, level, cells, shared.covered)
    if (groups.length === 1) return { boxes, covered }
    const rest = store.not(shared.covered)
    const left = groups.map((group) => ({ ...group, lower: store.and(group.lower, rest) }))
    const halves = [left.slice(0, left.length >> 1), left.slice(left.length >> 1)].map((half) =>
      half.every(({ lower }) => lower === empty) ? none : this.#ofGroups(level, half),
    )
    return {
      boxes: [boxes, ...halves.map((half) => half.boxes)].flat(),
      covered: store.orAll([covered, ...halves.map((half) => half.covered)]),
    }
  }
}

interface Covered {
  readonly boxes: readonly Box[]
  readonly covered: Diagram
}

/** The cells of a level that lead to the same pair of diagrams. */
interface Group {
  readonly cells: number
  readonly lower: Diagram
  readonly upper: Diagram
}

const none: Covered = { boxes: [], covered: empty }

class TooManyBoxes extends Error {}

function groupsOf(store: DiagramStore, level: number, lower: Diagram, upper: Diagram): readonly Group[] {
  const groups = new Map<string, Group>()
  const lowers = store.level(lower) === level ? childrenOf(store, lower) : []
  const uppers = store.level(upper) === level ? childrenOf(store, upper) : []
  for (let cell = 0; cell < (store.arities[level] ?? 0); cell++) {
    const pair = { lower: lowers[cell] ?? lower, upper: uppers[cell] ?? upper }
    const key = `${pair.lower} ${pair.upper}`
    groups.set(key, { ...pair, cells: (groups.get(key)?.cells ?? 0) | (1 << cell) })
  }
  return [...groups.values()]
}

/** A diagram where one level has some cells, and nothing elsewhere. */
function at(store: DiagramStore, level: number, cells: number, diagram: Diagram): Diagram {
  return store.node(
    level,
    Array.from({ length: store.arities[level] ?? 0 }, (_, cell) => ((cells >>> cell) & 1 ? diagram : empty)),
  )
}

/**
 * The parts of a tree that make up its root and its proofs.
 *
 * A tree over n leaves splits at the largest power of two below n. Every range that a proof names begins at a multiple
 * of a power of two, and falls apart into perfect subtrees from left to right.
 */

/** Leaves from `start` up to but without `end`. */
export interface LeafRange {
  readonly start: number
  readonly end: number
}

/** A perfect subtree: 2^level leaves beginning at index * 2^level. */
export interface Subtree {
  readonly level: number
  readonly index: number
}

/** Lists the perfect subtrees of a range, from left to right, largest first. */
export function subtreesOf({ start, end }: LeafRange): readonly Subtree[] {
  const subtrees: Subtree[] = []
  let at = start
  while (at < end) {
    const level = highestBit(end - at)
    subtrees.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return subtrees
}

/**
 * Lists the ranges of an inclusion proof, from the leaf's sibling up to a child of the root.
 *
 * @example
 * inclusionRanges(0, 3) // [{ start: 1, end: 2 }, { start: 2, end: 3 }]
 */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  const ranges: LeafRange[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      ranges.push({ start: middle, end })
      end = middle
    } else {
      ranges.push({ start, end: middle })
      start = middle
    }
  }
  return ranges.reverse()
}

/** Lists the ranges of a consistency proof from an older size, at least 1, to a newer one. */
export function consistencyRanges(older: number, newer: number): readonly LeafRange[] {
  const ranges: LeafRange[] = []
  let [start, end, known] = [0, newer, true]
  while (older !== end) {
    const middle = start + splitOf(end - start)
    if (older <= middle) {
      ranges.push({ start: middle, end })
      end = middle
    } else {
      ranges.push({ start, end: middle })
      start = middle
      known = false
    }
  }
  // The older root itself need not be sent: whoever checks has it.
  if (!known) ranges.push({ start, end })
  return ranges.reverse()
}

/** Finds the exponent of the largest power of two that is not above a width. It counts, because logarithms are rounded. */
function highestBit(width: number): number {
  let level = 0
  while (2 ** (level + 1) <= width) level += 1
  return level
}

/** Finds the largest power of two below a width, which is at least 2. */
function splitOf(width: number): number {
  let split = 1
  while (split * 2 < width) split *= 2
  return split
}

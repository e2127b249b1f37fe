/**
 * An encoding that was tried and not kept: every verdict as boxes, one bit a box.
 *
 * Each fact turns its value into the bits of the boxes that allow the value, and all bits for NULL. The bits that all
 * facts have in common are the boxes that some completion of the row lies in, so the verdicts of those boxes are
 * exactly the verdicts that are possible.
 */
import { verdicts } from '../../packages/engine/src/decide/prepared.ts'
import type { Variable } from '../../packages/engine/src/fact/space.ts'
import { coverOf, type Box } from './cover.ts'
import { columnOf, writeCells, type Writer } from '../../packages/engine/src/sql/predicate.ts'
import type { VerdictDiagram } from '../../packages/engine/src/sql/verdict-diagram.ts'

/** Bits in a word: a BIGINT without its sign. */
const wordBits = 62

/** A box with the bit of its verdict. */
interface VerdictBox {
  readonly box: Box
  readonly verdict: number
}

/** For each word of boxes an expression, and an expression over the words that gives the possible verdicts as bits. */
export interface BoxBits {
  readonly words: readonly string[]
  readonly possible: (words: readonly string[]) => string
}

/** Writes an act as boxes, or null where it takes more boxes than `most`. */
export function boxBits(writer: Writer, act: VerdictDiagram, most: number): BoxBits | null {
  const boxes = boxesOf(act, most)
  if (boxes === null) return null
  const words = Array.from({ length: Math.max(1, Math.ceil(boxes.length / wordBits)) }, (_, word) =>
    boxes.slice(word * wordBits, (word + 1) * wordBits),
  )
  return { words: words.map((word) => writeWord(writer, act, word)), possible: (names) => writePossible(words, names) }
}

function boxesOf({ store, diagram }: VerdictDiagram, most: number): readonly VerdictBox[] | null {
  const boxes: VerdictBox[] = []
  for (const [index] of verdicts.entries()) {
    const verdict = 1 << index
    const cover = coverOf(
      store,
      store.map(diagram, (value) => (value === verdict ? 1 : 0)),
      most - boxes.length,
    )
    if (cover === null) return null
    boxes.push(...cover.map((box) => ({ box, verdict })))
  }
  return boxes
}

function writeWord(writer: Writer, act: VerdictDiagram, boxes: readonly VerdictBox[]): string {
  const masks = act.variables.flatMap((variable, level) => writeMask(writer, variable, level, boxes))
  return masks.length === 0 ? `CAST(${all(boxes)} AS BIGINT)` : masks.join(' & ')
}

/** The boxes that allow the value of a fact, as a CASE; nothing where every value is allowed by all. */
function writeMask(writer: Writer, variable: Variable, level: number, boxes: readonly VerdictBox[]): readonly string[] {
  const cellsByMask = new Map<bigint, number[]>()
  for (const cell of variable.cells.keys()) {
    const mask = boxes.reduce((bits, { box }, index) => {
      const allowed = box.get(level)
      return allowed === undefined || (allowed >>> cell) & 1 ? bits | (1n << BigInt(index)) : bits
    }, 0n)
    cellsByMask.set(mask, [...(cellsByMask.get(mask) ?? []), cell])
  }
  if (cellsByMask.size === 1 && cellsByMask.has(all(boxes))) return []
  const cases = [...cellsByMask].map(([mask, cells]) => {
    const test = writeCells(
      writer,
      variable,
      cells.flatMap((cell) => variable.cells[cell] ?? []),
    )
    return `WHEN ${test} THEN ${mask}`
  })
  const column = columnOf(writer, variable.name)
  return [`CASE ${cases.join(' ')} WHEN ${column} IS NULL THEN ${all(boxes)} ELSE 0 END`]
}

function writePossible(words: readonly (readonly VerdictBox[])[], names: readonly string[]): string {
  const parts = verdicts.flatMap((_, index) => {
    const tests = words.flatMap((boxes, word) => {
      const bits = boxes.reduce(
        (mask, { verdict }, at) => (verdict === 1 << index ? mask | (1n << BigInt(at)) : mask),
        0n,
      )
      return bits === 0n ? [] : [`(${names[word]} & ${bits}) <> 0`]
    })
    return tests.length === 0 ? [] : [`CASE WHEN ${tests.join(' OR ')} THEN ${1 << index} ELSE 0 END`]
  })
  return parts.join(' + ') || '0'
}

function all(boxes: readonly VerdictBox[]): bigint {
  return (1n << BigInt(boxes.length)) - 1n
}

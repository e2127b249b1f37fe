/**
 * Complete rows of an act with a large diagram: live rules as columns, then the tables of layers as shifts of
 * constants.
 */
import { rulesFor, subsets } from '../interpret/interpret.ts'
import { contestedOn } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'
import {
  asState,
  combine,
  instrumentState,
  mergeReadings,
  modalBit,
  rankState,
  stateBit,
  verdictOf,
  type State,
} from '../stack/verdict.ts'
import { verdicts } from '../decide/prepared.ts'
import { keptSubquery, refuseBeyond, refuseDeeper, shiftRight } from './dialect.ts'
import type { Writer } from './predicate.ts'
import { inOrder, rulesOn, withApplies, withLive } from './rule-columns.ts'
import type { Source } from './node-masks.ts'

/** Every state, in the order of their numbers. */
const states = [0, 1, 2, 3, 4, 5].map(asState)

/**
 * Writes a query that adds `bl_possible`, the bit of the verdict of each complete row, to the columns that are kept.
 */
export function layerArithmetic(writer: Writer, stack: Stack, act: string, source: Source): string {
  const rules = rulesOn(stack, act)
  const contested = contestedOn(stack, act).map(({ instrument }) => instrument.id)
  const choices = subsets(contested)
  // Live rules and at most four columns a layer, for each reading.
  refuseBeyond(source.columns.length + rules.length + choices.length * (rules.length + 4 * stack.layers.length))
  refuseDeeper(writer.dialect, choices.length * (inOrder(rules).length + 3 * stack.layers.length + 1))
  let from = withApplies(writer, rules, source)
  for (const [number, without] of choices.entries()) {
    const counted = stack.layers.flatMap(({ instruments }) =>
      instruments.flatMap((standing) => rulesFor(standing, act, without)),
    )
    from = withLive(writer, { rules, counted, prefix: `bl_l${number}_` }, from)
    from = withState(writer, { stack, act, number, without }, from)
  }
  const readings = choices.map((_, reading) => `bl_s${reading}`)
  const merged = readings.reduce((one, other) => ofPair(writer, one, other, mergeReadings))
  const bits = states.map((state) => `WHEN ${state} THEN ${1 << verdicts.indexOf(verdictOf(state))}`)
  return `SELECT ${[...source.kept, `CASE ${merged} ${bits.join(' ')} END AS bl_possible`].join(', ')} FROM ${from}`
}

/** The law on an act with some contested instruments left out. */
interface NumberedReading {
  readonly stack: Stack
  readonly act: string
  readonly number: number
  readonly without: readonly string[]
}

/** Writes rows with the column `bl_s<reading>`: the state in one reading of the law. */
function withState(writer: Writer, { stack, act, number: reading, without }: NumberedReading, rows: string): string {
  const indexById = new Map(rulesOn(stack, act).map(({ id }, index) => [id, index]))
  let from = rows
  let above = '0'
  for (const [number, layer] of stack.layers.entries()) {
    const bits = layer.instruments.flatMap((standing) => {
      const byBit = Map.groupBy(rulesFor(standing, act, without), (rule) => modalBit(rule.modal, rule.reach))
      const parts = [...byBit].map(([bit, rules]) => {
        const live = rules.map(({ id }) => `bl_l${reading}_${indexById.get(id) ?? 0}`)
        return `CASE WHEN ${live.join(' OR ')} THEN ${bit} ELSE 0 END`
      })
      return parts.length === 0 ? [] : [lookUp(writer, `(${parts.join(' + ')})`, stateBits)]
    })
    if (bits.length === 0) continue
    const name = `bl_r${reading}_${number}`
    const rank = `CASE WHEN ${name} >= 16 THEN ${rankState(16)} ELSE ${lookUp(writer, name, rankStates)} END`
    from = `${keptSubquery(writer.dialect, `SELECT *, ${bits.join(' | ')} AS ${name} FROM ${from}`)} ${name}_rows`
    from = `${keptSubquery(writer.dialect, `SELECT *, ${rank} AS ${name}_s FROM ${from}`)} ${name}_states`
    const combined = above === '0' ? `${name}_s` : ofPair(writer, above, `${name}_s`, combine)
    above = `bl_c${reading}_${number}`
    from = `${keptSubquery(writer.dialect, `SELECT *, ${combined} AS ${above} FROM ${from}`)} ${above}_rows`
  }
  return `${keptSubquery(writer.dialect, `SELECT *, ${above} AS bl_s${reading} FROM ${from}`)} bl_s${reading}_rows`
}

/** Looks up a table of two states, with one constant for each state of the first. */
function ofPair(writer: Writer, one: string, other: string, of: (one: State, other: State) => State): string {
  const cases = states.map(
    (state) => `WHEN ${state} THEN ${packed({ size: 6, of: (key) => of(state, asState(key)), bits: 3 })}`,
  )
  return shifted(writer, `CASE ${one} ${cases.join(' ')} END`, other, 3)
}

/** A table of numbers of a few bits each. */
interface SmallTable {
  readonly size: number
  readonly of: (key: number) => number
  readonly bits: number
}

/** From the modals of the live rules of an instrument to the bit of its state. */
const stateBits: SmallTable = { size: 16, of: (key) => stateBit(instrumentState(key)), bits: 5 }

/** From the states of the instruments of a rank to the state of the rank. */
const rankStates: SmallTable = { size: 16, of: rankState, bits: 3 }

/** Looks up a key in a table that is packed into one constant. */
function lookUp(writer: Writer, key: string, table: SmallTable): string {
  const { size, of, bits } = table
  // Sixty bits fit a BIGINT; a wider table is cut in two.
  if (size * bits <= 60) return shifted(writer, `${packed(table)}`, key, bits)
  const half = size >> 1
  const low = lookUp(writer, key, { size: half, of, bits })
  const high = lookUp(writer, `(${key} - ${half})`, { size: size - half, of: (at) => of(at + half), bits })
  return `CASE WHEN ${key} < ${half} THEN ${low} ELSE ${high} END`
}

function packed({ size, of, bits }: SmallTable): bigint {
  return Array.from({ length: size }, (_, key) => BigInt(of(key)) << BigInt(key * bits)).reduce((a, b) => a | b, 0n)
}

function shifted(writer: Writer, table: string, key: string, width: number): string {
  const bits = `CAST(${key} * ${width} AS INTEGER)`
  return `CAST(${shiftRight(writer.dialect, `CAST(${table} AS BIGINT)`, bits)} & ${2 ** width - 1} AS INTEGER)`
}

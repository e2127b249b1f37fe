/**
 * Complete rows of an act with a large diagram: live rules as columns, then the tables of layers as shifts of
 * constants.
 */
import { notEncodedOn, rulesFor, subsets } from '../interpret/interpret.ts'
import { lookupUnder, saidBits, unionsOf } from '../stack/lookup.ts'
import { contestedOn, needsPower } from '../stack/stack.ts'
import type { Stack, Standing } from '../stack/layer.ts'
import { mergeReadings, modalBit, notEncodedBit, state, type State } from '../stack/verdict.ts'
import { bitsOfAnswer } from './answer-bits.ts'
import { keptSubquery, refuseBeyond, refuseDeeper, shiftRight } from './dialect.ts'
import type { Writer } from './predicate.ts'
import { inOrder, rulesOn, unreadOn, withApplies, withLive } from './rule-columns.ts'
import type { Source } from './node-masks.ts'

/** Writes a query that adds `bl_possible`, the bits of the answer of each complete row, to the columns that are kept. */
export function layerArithmetic(writer: Writer, stack: Stack, act: string, source: Source): string {
  const [rules, unread] = [rulesOn(stack, act), unreadOn(stack, act)]
  const contested = contestedOn(stack, act).map(({ instrument }) => instrument.id)
  const choices = subsets(contested)
  // Live rules and two columns a layer, for each reading.
  const wide = unread.length + rules.length + choices.length * (rules.length + 2 * stack.layers.length)
  refuseBeyond(source.columns.length + wide)
  refuseDeeper(writer.dialect, choices.length * (inOrder(rules).length + 2 * stack.layers.length + 1))
  let from = withApplies(writer, { rules, unread }, source)
  const readings: Coded[] = []
  for (const [number, without] of choices.entries()) {
    const counted = stack.layers.flatMap(({ instruments }) =>
      instruments.flatMap((standing) => rulesFor(standing, act, without)),
    )
    from = withLive(writer, { rules, counted, prefix: `bl_l${number}_` }, from)
    const reading = withState(writer, { stack, act, number, without }, from)
    from = reading.rows
    readings.push(reading)
  }
  const power = needsPower(stack, act)
  const { code, states } = readings.reduce((one, other) => merged(writer, one, other, power))
  const bits = states.map((one, number) => `WHEN ${number} THEN ${bitsOfAnswer(one, power)}`)
  return `SELECT ${[...source.kept, `CASE ${code} ${bits.join(' ')} END AS bl_possible`].join(', ')} FROM ${from}`
}

/** An answer in SQL: the number of one of these states. */
interface Coded {
  readonly code: string
  readonly states: readonly State[]
}

/** The law on an act with some contested instruments left out. */
interface NumberedReading {
  readonly stack: Stack
  readonly act: string
  readonly number: number
  readonly without: readonly string[]
}

/** Writes rows with the column of the answer in one reading of the law. */
function withState(writer: Writer, reading: NumberedReading, rows: string): Coded & { readonly rows: string } {
  const { stack, number } = reading
  let from = rows
  let above: Coded = { code: '0', states: [state.nothing] }
  for (const [index, { instruments }] of stack.layers.entries()) {
    const said = instruments.map((standing) => saidIn(reading, standing)).filter((one) => one.size > 0)
    if (said.length === 0) continue
    const rank = `bl_r${number}_${index}`
    const { bits, code } = keyOf(writer, said)
    from = `${keptSubquery(writer.dialect, `SELECT *, ${code} AS ${rank} FROM ${from}`)} ${rank}_rows`
    const { reached, numbers } = lookupUnder(above.states, bits)
    const name = `bl_c${number}_${index}`
    const answer = choose(above, (at) => {
      const table = numbers.slice(at * bits.length, (at + 1) * bits.length)
      return lookUp(writer, rank, table)
    })
    from = `${keptSubquery(writer.dialect, `SELECT *, ${answer} AS ${name} FROM ${from}`)} ${name}_rows`
    above = { code: name, states: reached }
  }
  return { ...above, rows: from }
}

/** The modals of the live rules of an instrument, and what is not encoded of it, each with the columns of which one is true. */
type Said = ReadonlyMap<number, readonly string[]>

function saidIn({ stack, act, number, without }: NumberedReading, standing: Standing): Said {
  const power = needsPower(stack, act)
  const columns = new Map<number, readonly string[]>()
  const add = (bit: number, column: string): void => void columns.set(bit, [...(columns.get(bit) ?? []), column])
  const [rules, unread] = [rulesOn(stack, act), unreadOn(stack, act)]
  for (const rule of rulesFor(standing, act, without))
    add(modalBit(rule.modal, rule.reach, power), `bl_l${number}_${rules.indexOf(rule)}`)
  for (const one of notEncodedOn(standing, act)) add(notEncodedBit, `bl_n${unread.indexOf(one)}`)
  return columns
}

/** Makes the key of a rank from the bits of its instruments' answers, and the bits of the rank for each key. */
function keyOf(writer: Writer, said: readonly Said[]): { readonly bits: readonly number[]; readonly code: string } {
  const answers = said.map((one) => ({ one, byKey: unionsOf([...one.keys()]).map(saidBits) }))
  const all = answers.flatMap(({ byKey }) => byKey).reduce((a, b) => a | b, 0)
  const used = Array.from({ length: 8 }, (_, at) => 1 << at).filter((bit) => all & bit)
  const codes = answers.map(({ one, byKey }) => {
    const parts = [...one.values()].map((live, at) => `CASE WHEN ${live.join(' OR ')} THEN ${1 << at} ELSE 0 END`)
    const values = byKey.map((bits) => used.reduce((key, bit, at) => (bits & bit ? key | (1 << at) : key), 0))
    return lookUp(writer, `(${parts.join(' + ')})`, values)
  })
  return { bits: unionsOf(used), code: codes.join(' | ') }
}

/** Writes what is looked up for each answer above. */
function choose({ code, states }: Coded, of: (number: number) => string): string {
  if (states.length === 1) return of(0)
  return `CASE ${code} ${states.map((_, number) => `WHEN ${number} THEN ${of(number)}`).join(' ')} END`
}

/** Writes the answer of two readings. */
function merged(writer: Writer, one: Coded, other: Coded, power: boolean): Coded {
  const states: State[] = []
  const numberOf = (of: State): number => (states.includes(of) ? states.indexOf(of) : states.push(of) - 1)
  const numbers = one.states.map((left) => other.states.map((right) => numberOf(mergeReadings(left, right, power))))
  return { code: choose(one, (number) => lookUp(writer, other.code, numbers[number] ?? [])), states }
}

/** Looks a key up in a table that is packed into one constant. */
function lookUp(writer: Writer, key: string, table: readonly number[]): string {
  if (table.every((value) => value === table[0])) return `${table[0] ?? 0}`
  if (table.every((value, at) => value === at)) return key
  const width = 32 - Math.clz32(Math.max(...table))
  // Sixty bits fit a BIGINT; a wider table is cut in two.
  if (table.length * width <= 60) return shifted(writer, packed(table, width), key, width)
  const half = table.length >> 1
  const low = lookUp(writer, key, table.slice(0, half))
  const high = lookUp(writer, `(${key} - ${half})`, table.slice(half))
  return `CASE WHEN ${key} < ${half} THEN ${low} ELSE ${high} END`
}

function packed(table: readonly number[], width: number): bigint {
  return table.map((value, key) => BigInt(value) << BigInt(key * width)).reduce((a, b) => a | b, 0n)
}

function shifted(writer: Writer, table: bigint, key: string, width: number): string {
  const bits = `CAST(${key} * ${width} AS INTEGER)`
  return `CAST(${shiftRight(writer.dialect, `CAST(${table} AS BIGINT)`, bits)} & ${2 ** width - 1} AS INTEGER)`
}

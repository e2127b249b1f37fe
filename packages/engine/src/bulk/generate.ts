/**
 * Generated code: the rules of one act as straight-line JavaScript, over columns or over single records.
 *
 * It needs complete facts. A row with an unknown fact that is read gets `unknownVerdict`, and the diagram decides it.
 */
import type { Rule } from '@brightline/language'
import { forAgencies, testsOf, type FactTest, type FactValue } from '../fact/condition.ts'
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
  type State,
} from '../stack/verdict.ts'
import { columnType, unknownCode, unknownName, writeColumnTest, type Column, type ColumnType } from './columns.ts'
import { writeCondition, type TestWriter } from './expression.ts'

/** In place of a state, where a fact that is read is not known. */
export const unknownVerdict = 255

/** An act of a stack as generated code. */
export interface GeneratedAct {
  readonly act: string
  /** Bit `i % 32` of word `i / 32` is rule `i`. */
  readonly rules: readonly Rule[]
  readonly columns: readonly ColumnType[]
  /** Decides `rows` rows: a state for each, and the live rules as bits, one array a word. */
  readonly decideColumns: (
    columns: readonly Column[],
    rows: number,
    states: Uint8Array,
    live: readonly Int32Array[],
  ) => void
  /** Gives the state of one record of facts, or `unknownVerdict`. */
  readonly decideRecord: (facts: Readonly<Record<string, FactValue | undefined>>) => number
  /** The source of both. */
  readonly source: string
}

/** Writes and compiles the code of one act. */
export function generateAct(stack: Stack, act: string): GeneratedAct {
  const rules = stack.layers.flatMap(({ instruments }) =>
    instruments.flatMap((standing) => rulesFor(standing, act, [])),
  )
  const tests = rules.flatMap((rule) => [...testsOf(forAgencies(rule.agencies)), ...testsOf(rule.condition)])
  const facts = [...new Set(tests.map(({ fact }) => fact))]
  const columns = facts.map((fact) => columnType(stack.vocabulary, fact))
  const body = new Body(stack, act, rules)
  const source = `return {\n${writeColumns(columns, rules, body)},\n${writeRecord(columns, body)},\n}`
  return { act, rules, columns, ...evaluate(source), source }
}

/** Lookup tables, so that generated code and interpreter share one meaning of layers. */
const tablesOf = {
  /** By the modals of an instrument's live rules. */
  ofInstrument: Uint8Array.from({ length: 16 }, (_, bits) => stateBit(instrumentState(bits))),
  /** By the answer above and the answers of the instruments of a rank: `above << 5 | bits`. */
  under: keyed(5, (above, bits) => combine(above, rankState(bits))),
  /** By the answer above and the modals of the only instrument of a rank: `above << 4 | bits`. */
  underAlone: keyed(4, (above, bits) => combine(above, instrumentState(bits))),
  /** By two readings: `one << 3 | other`. */
  merged: keyed(3, (one, other) => (other < 6 ? mergeReadings(one, asState(other)) : 0)),
}

function keyed(shift: number, of: (above: State, bits: number) => State): Uint8Array {
  const size = 1 << shift
  return Uint8Array.from({ length: 6 * size }, (_, key) => of(asState(key >> shift), key & (size - 1)))
}

/** Statements that compute the live rules `l0…` and the state `state` of one row. */
class Body {
  readonly #stack: Stack
  readonly #act: string
  readonly #rules: readonly Rule[]
  readonly #indexById: ReadonlyMap<string, number>

  constructor(stack: Stack, act: string, rules: readonly Rule[]) {
    this.#stack = stack
    this.#act = act
    this.#rules = rules
    this.#indexById = new Map(rules.map(({ id }, index) => [id, index]))
  }

  write(writeTest: TestWriter): string {
    const contested = contestedOn(this.#stack, this.#act).map(({ instrument }) => instrument.id)
    const shared = new SharedTests(writeTest)
    const conditions = this.#rules.map((rule, index) => {
      const parts = [forAgencies(rule.agencies), rule.condition].map((part) => writeCondition(part, shared.write))
      return `const a${index} = ${parts.filter((part) => part !== '1').join(' & ') || '1'}`
    })
    const lines = [...shared.lines, ...conditions, ...this.#liveLines('l', []), ...this.#stateLines('s', 'l', [])]
    for (const [number, without] of subsets(contested).slice(1).entries()) {
      lines.push(...this.#liveLines(`m${number}_`, without))
      lines.push(...this.#stateLines(`t${number}_`, `m${number}_`, without))
    }
    const readings = [
      's',
      ...subsets(contested)
        .slice(1)
        .map((_, number) => `t${number}_`),
    ]
    const merged = readings.reduce((a, b) => `merged[${a} << 3 | ${b}]`)
    return [...lines, `const state = ${merged}`].join('\n')
  }

  /** Overriders first: `check` refuses circles. */
  #liveLines(prefix: string, without: readonly string[]): readonly string[] {
    const lines: string[] = []
    const done = new Set<string>()
    const kept = this.#kept(without)
    const write = (rule: Rule): void => {
      if (done.has(rule.id)) return
      done.add(rule.id)
      const over = kept.filter((other) => other.overrides.includes(rule.id))
      over.forEach(write)
      const live = over.map((other) => this.#live(other, prefix)).join(' | ')
      const index = this.#indexById.get(rule.id) ?? 0
      lines.push(`const ${prefix}${index} = a${index}${live === '' ? '' : ` & ((${live}) ^ 1)`}`)
    }
    kept.forEach(write)
    return lines
  }

  #stateLines(name: string, live: string, without: readonly string[]): readonly string[] {
    let above = '0'
    const lines: string[] = []
    for (const [number, layer] of this.#stack.layers.entries()) {
      const speaking = layer.instruments
        .map((standing) => rulesFor(standing, this.#act, without))
        .filter((rules) => rules.length > 0)
      if (speaking.length === 0) continue
      lines.push(`const ${name}${number} = ${this.#layer(speaking, live, above)}`)
      above = `${name}${number}`
    }
    return [...lines, `const ${name} = ${above}`]
  }

  #layer(speaking: readonly (readonly Rule[])[], live: string, above: string): string {
    const key = (shift: number, bits: string): string => (above === '0' ? bits : `${above} << ${shift} | ${bits}`)
    const [only, ...others] = speaking
    if (only !== undefined && others.length === 0) return `underAlone[${key(4, this.#modals(only, live))}]`
    const answers = speaking.map((rules) => {
      const bits = this.#modals(rules, live)
      // Rules of one modal cannot contradict each other: their bit is the instrument's answer.
      return new Set(rules.map((rule) => modalBit(rule.modal, rule.reach))).size === 1 ? bits : `ofInstrument[${bits}]`
    })
    return `under[${key(5, answers.join(' | '))}]`
  }

  /** Writes the modals of the live rules of an instrument as bits. */
  #modals(rules: readonly Rule[], live: string): string {
    const byBit = Map.groupBy(rules, (rule) => modalBit(rule.modal, rule.reach))
    return [...byBit]
      .map(([bit, of]) => `(${of.map((rule) => this.#live(rule, live)).join(' | ')}) << ${Math.log2(bit)}`)
      .join(' | ')
  }

  #live(rule: Rule, prefix: string): string {
    return `${prefix}${this.#indexById.get(rule.id) ?? 0}`
  }

  #kept(without: readonly string[]): readonly Rule[] {
    return this.#stack.layers.flatMap(({ instruments }) =>
      instruments.flatMap((standing) => rulesFor(standing, this.#act, without)),
    )
  }
}

/** Names each test once, so that rules that ask the same share the answer. */
class SharedTests {
  readonly #nameByCode = new Map<string, string>()
  readonly #writeTest: TestWriter

  constructor(writeTest: TestWriter) {
    this.#writeTest = writeTest
  }

  readonly write: TestWriter = (test) => {
    const code = this.#writeTest(test)
    if (/^\w+$/.test(code)) return code
    const name = this.#nameByCode.get(code) ?? `t${this.#nameByCode.size}`
    this.#nameByCode.set(code, name)
    return name
  }

  get lines(): readonly string[] {
    return [...this.#nameByCode].map(([code, name]) => `const ${name} = ${code}`)
  }
}

function writeColumns(columns: readonly ColumnType[], rules: readonly Rule[], body: Body): string {
  const words = Math.ceil(rules.length / 32)
  const writeTest: TestWriter = (test) => writeTestWith(columns, test, (index) => `v${index}`)
  const packed = Array.from({ length: words }, (_, word) => {
    const bits = rules.slice(word * 32, word * 32 + 32).map((_rule, bit) => `l${word * 32 + bit} << ${bit}`)
    return `live${word}[i] = ${bits.join(' | ') || '0'}`
  })
  // Rows with an unknown value are computed like the others and then overwritten: most columns have none.
  const overwritten = columns.map(({ names }, index) => {
    return `overwriteUnknown(c${index}, ${names === null ? unknownCode : unknownName}, rows, { states, live })`
  })
  return `decideColumns(columns, rows, states, live) {
const { ofInstrument, under, underAlone, merged } = tables
${columns.map((_, index) => `const c${index} = columns[${index}]`).join('\n')}
${Array.from({ length: words }, (_, word) => `const live${word} = live[${word}]`).join('\n')}
for (let i = 0; i < rows; i++) {
${columns.map((_, index) => `const v${index} = c${index}[i]`).join('\n')}
${body.write(writeTest)}
states[i] = state
${packed.join('\n')}
}
${overwritten.join('\n')}
}`
}

/** Takes back the answers of the rows in which a column is unknown. */
function overwriteUnknown(
  column: Column,
  unknown: number,
  rows: number,
  { states, live }: { readonly states: Uint8Array; readonly live: readonly Int32Array[] },
): void {
  for (let row = column.indexOf(unknown); row >= 0 && row < rows; row = column.indexOf(unknown, row + 1)) {
    states[row] = unknownVerdict
    for (const word of live) word[row] = 0
  }
}

function writeRecord(columns: readonly ColumnType[], body: Body): string {
  const writeTest: TestWriter = (test) => {
    const index = columns.findIndex(({ fact }) => fact === test.fact)
    switch (test.kind) {
      case 'is':
        return `+(${test.values.map((value) => `f${index} === ${JSON.stringify(value)}`).join(' || ') || 'false'})`
      case 'never':
        return `+(f${index} === 'never')`
      case 'range':
        // A text compares as NaN, so `never` lies in no range.
        return `+(f${index} >= ${test.from ?? -Infinity} && f${index} <= ${test.to ?? Infinity})`
    }
  }
  return `decideRecord(facts) {
const { ofInstrument, under, underAlone, merged } = tables
${columns.map(({ fact }, index) => `const f${index} = facts[${JSON.stringify(fact)}]`).join('\n')}
if (${columns.map((_, index) => `f${index} === undefined`).join(' || ') || 'false'}) return ${unknownVerdict}
${body.write(writeTest)}
return state
}`
}

function writeTestWith(columns: readonly ColumnType[], test: FactTest, code: (index: number) => string): string {
  const index = columns.findIndex(({ fact }) => fact === test.fact)
  const type = columns[index]
  if (type === undefined) throw new Error(`no column for ${test.fact}`)
  return writeColumnTest(type, test, code(index))
}

function evaluate(source: string): Pick<GeneratedAct, 'decideColumns' | 'decideRecord'> {
  // oxlint-disable-next-line no-implied-eval -- The source holds only numbers, names from the vocabulary as JSON texts, and words of this file.
  const make = new Function('tables', 'overwriteUnknown', source)
  // oxlint-disable-next-line no-unsafe-return -- What the source returns is written above.
  return make(tablesOf, overwriteUnknown)
}

/**
 * Generated code: the rules of one act as straight-line JavaScript, over columns or over single records.
 *
 * It needs complete facts. A row with an unknown fact that is read gets `unknownVerdict`, and the diagram decides it.
 */
import type { Rule } from '@brightline/language'
import { forAgencies, testsOf, type FactTest, type FactValue } from '../fact/condition.ts'
import { rulesFor, subsets } from '../interpret/interpret.ts'
import { contestedOn, type Stack } from '../stack/stack.ts'
import { asState, combine, instrumentState, mergeReadings, modalBit, rankState, stateBit } from '../stack/verdict.ts'
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
  readonly decideColumns: (columns: readonly Column[], rows: number, states: Uint8Array, live: readonly Int32Array[]) => void
  /** The state of one record of facts, or `unknownVerdict`. */
  readonly decideRecord: (facts: Readonly<Record<string, FactValue | undefined>>) => number
  /** The source of both, for reading. */
  readonly source: string
}

/** Writes and compiles the code of one act. */
export function generateAct(stack: Stack, act: string): GeneratedAct {
  const rules = stack.layers.flatMap(({ instruments }) => instruments.flatMap((standing) => rulesFor(standing, act, [])))
  const tests = rules.flatMap((rule) => [...testsOf(forAgencies(rule.agencies)), ...testsOf(rule.condition)])
  const facts = [...new Set(tests.map(({ fact }) => fact))]
  const columns = facts.map((fact) => columnType(stack.vocabulary, fact))
  const body = new Body(stack, act, rules)
  const columnSource = writeColumns(columns, rules, body)
  const recordSource = writeRecord(columns, body)
  return {
    act,
    rules,
    columns,
    decideColumns: evaluate(columnSource, tablesOf),
    decideRecord: evaluate(recordSource, tablesOf),
    source: `${columnSource}\n\n${recordSource}`,
  }
}

/** Lookup tables, so that generated code and interpreter share one meaning of layers. */
const tablesOf = {
  ofInstrument: Uint8Array.from({ length: 16 }, (_, bits) => stateBit(instrumentState(bits))),
  ofRank: Uint8Array.from({ length: 32 }, (_, bits) => rankState(bits)),
  combined: pairs((above, below) => combine(asState(above), asState(below))),
  merged: pairs((one, other) => mergeReadings(asState(one), asState(other))),
}

function pairs(of: (a: number, b: number) => number): Uint8Array {
  return Uint8Array.from({ length: 64 }, (_, key) => (key >> 3 < 6 && (key & 7) < 6 ? of(key >> 3, key & 7) : 0))
}

/** Statements that compute the live rules `l0…` and the state `s` of one row. */
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
    const lines = this.#rules.map((rule, index) => {
      const parts = [forAgencies(rule.agencies), rule.condition].map((part) => writeCondition(part, writeTest))
      return `const a${index} = ${parts.filter((part) => part !== '1').join(' & ') || '1'}`
    })
    lines.push(...this.#liveLines('l', []))
    lines.push(...this.#stateLines('s', 'l', []))
    for (const [number, without] of subsets(contested).slice(1).entries()) {
      lines.push(...this.#liveLines(`m${number}_`, without))
      lines.push(...this.#stateLines(`t${number}_`, `m${number}_`, without))
    }
    const readings = ['s', ...subsets(contested).slice(1).map((_, number) => `t${number}_`)]
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
      const index = this.#indexById.get(rule.id) ?? 0
      const defeats = over.map((other) => ` & (${prefix}${this.#indexById.get(other.id) ?? 0} ^ 1)`).join('')
      lines.push(`const ${prefix}${index} = a${index}${defeats}`)
    }
    kept.forEach(write)
    return lines
  }

  #stateLines(name: string, live: string, without: readonly string[]): readonly string[] {
    let above = '0'
    const lines: string[] = []
    for (const [number, layer] of this.#stack.layers.entries()) {
      const bits = layer.instruments
        .map((standing) => rulesFor(standing, this.#act, without))
        .filter((rules) => rules.length > 0)
        .map((rules) => `ofInstrument[${rules.map((rule) => this.#bit(rule, live)).join(' | ')}]`)
      if (bits.length === 0) continue
      const rank = `ofRank[${bits.join(' | ')}]`
      lines.push(`const ${name}${number} = ${above === '0' ? rank : `combined[${above} << 3 | ${rank}]`}`)
      above = `${name}${number}`
    }
    return [...lines, `const ${name} = ${above}`]
  }

  #bit(rule: Rule, live: string): string {
    const shift = Math.log2(modalBit(rule.modal, rule.reach))
    return `${live}${this.#indexById.get(rule.id) ?? 0}${shift === 0 ? '' : ` << ${shift}`}`
  }

  #kept(without: readonly string[]): readonly Rule[] {
    return this.#stack.layers.flatMap(({ instruments }) =>
      instruments.flatMap((standing) => rulesFor(standing, this.#act, without)),
    )
  }
}

function writeColumns(columns: readonly ColumnType[], rules: readonly Rule[], body: Body): string {
  const words = Math.ceil(rules.length / 32)
  const writeTest: TestWriter = (test) => writeTestWith(columns, test, (index) => `c${index}[i]`)
  const unknown = columns.map((type, index) => `c${index}[i] === ${type.names === null ? unknownCode : unknownName}`)
  const packed = Array.from({ length: words }, (_, word) => {
    const bits = rules.slice(word * 32, word * 32 + 32).map((_rule, bit) => `l${word * 32 + bit} << ${bit}`)
    return `live${word}[i] = ${bits.join(' | ') || '0'}`
  })
  return `return function decideColumns(columns, rows, states, live) {
const { ofInstrument, ofRank, combined, merged } = tables
${columns.map((_, index) => `const c${index} = columns[${index}]`).join('\n')}
${Array.from({ length: words }, (_, word) => `const live${word} = live[${word}]`).join('\n')}
for (let i = 0; i < rows; i++) {
if (${unknown.join(' || ') || 'false'}) { states[i] = ${unknownVerdict}; continue }
${body.write(writeTest)}
states[i] = state
${packed.join('\n')}
}
}`
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
  return `return function decideRecord(facts) {
const { ofInstrument, ofRank, combined, merged } = tables
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

function evaluate<T>(source: string, tables: typeof tablesOf): T {
  // The source holds only numbers, names from the vocabulary as JSON texts, and the words of this file.
  const make: (tables: unknown) => T = new Function('tables', source) as (tables: unknown) => T
  return make(tables)
}

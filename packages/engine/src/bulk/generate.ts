/**
 * Generated code: the rules of one act as straight-line JavaScript, over columns or over single records.
 *
 * It needs complete facts. A row with an unknown fact that is read gets `unknownVerdict`, and the diagram decides it.
 */
import type { NotEncoded, Rule } from '@brightline/language'
import { forAgencies, testsOf, type FactTest, type FactValue } from '../fact/condition.ts'
import { notEncodedOn, rulesFor, subsets } from '../interpret/interpret.ts'
import { lookupUnder, saidBits, unionsOf } from '../stack/lookup.ts'
import { contestedOn, needsPower } from '../stack/stack.ts'
import type { Stack, Standing } from '../stack/layer.ts'
import { mergeReadings, modalBit, notEncodedBit, state, states, type State } from '../stack/verdict.ts'
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
  const unread = stack.layers.flatMap(({ instruments }) =>
    instruments.flatMap((standing) => notEncodedOn(standing, act)),
  )
  const tests = [...rules, ...unread].flatMap((one) => [
    ...testsOf(forAgencies(one.agencies, stack.vocabulary)),
    ...testsOf(one.condition),
  ])
  const facts = [...new Set(tests.map(({ fact }) => fact))]
  const columns = facts.map((fact) => columnType(stack.vocabulary, fact))
  const tables = new Tables()
  const body = new Body(stack, act, { rules, unread, tables })
  const source = `return {\n${writeColumns(columns, rules, body)},\n${writeRecord(columns, body)},\n}`
  return { act, rules, columns, ...evaluate(source, tables.all), source: `${tables.write()}\n${source}` }
}

/** Keys of at most so many bits choose an answer at once; wider ones are put together from the instruments' answers. */
const widestKey = 9

/** The tables of the generated code; equal ones are one. */
class Tables {
  readonly all: Uint8Array[] = []
  readonly #names = new Map<string, string>()

  nameOf(values: readonly number[]): string {
    const key = values.join()
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const name = `k${this.all.push(Uint8Array.from(values)) - 1}`
    this.#names.set(key, name)
    return name
  }

  /** Writes what gives the tables their names. */
  get names(): string {
    return this.all.map((_, index) => `const k${index} = tables[${index}]`).join('\n')
  }

  /** Writes the tables out, for a reader. */
  write(): string {
    return `// tables: ${JSON.stringify(this.all.map((table) => [...table]))}`
  }
}

/** The modals of the live rules of an instrument, and what is not encoded of it, each with the code of its 0 or 1. */
type Said = ReadonlyMap<number, string>

/** An answer in code: the number of one of these states. */
interface Coded {
  readonly code: string
  readonly states: readonly State[]
}

/** The provisions of an act, and the tables that its code needs. */
interface Parts {
  readonly rules: readonly Rule[]
  readonly unread: readonly NotEncoded[]
  readonly tables: Tables
}

/** Statements that compute the live rules `l0…` and the state `state` of one row. */
class Body {
  readonly #stack: Stack
  readonly #act: string
  readonly #parts: Parts
  readonly #power: boolean
  readonly #indexById: ReadonlyMap<string, number>

  constructor(stack: Stack, act: string, parts: Parts) {
    this.#stack = stack
    this.#act = act
    this.#parts = parts
    this.#power = needsPower(stack, act)
    this.#indexById = new Map([parts.rules, parts.unread].flatMap((all) => all.map(({ id }, index) => [id, index])))
  }

  /** Writes the statements, and what gives their tables names. */
  write(writeTest: TestWriter): { readonly tables: string; readonly statements: string } {
    const { rules, unread, tables } = this.#parts
    const contested = contestedOn(this.#stack, this.#act).map(({ instrument }) => instrument.id)
    const shared = new SharedTests(writeTest)
    const applying = (name: string, { agencies, condition }: Rule | NotEncoded): string => {
      const parts = [forAgencies(agencies, this.#stack.vocabulary), condition].map((part) =>
        writeCondition(part, shared.write),
      )
      return `const ${name} = ${parts.filter((part) => part !== '1').join(' & ') || '1'}`
    }
    const conditions = [
      ...rules.map((rule, index) => applying(`a${index}`, rule)),
      ...unread.map((one, index) => applying(`n${index}`, one)),
    ]
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
    const merged = readings.reduce((a, b) => `${tables.nameOf(mergedBy(this.#power))}[${a} * ${states.length} + ${b}]`)
    const statements = [...lines, `const state = ${merged}`].join('\n')
    return { tables: tables.names, statements }
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
    const speaking = this.#stack.layers
      .map(({ instruments }) => instruments.map((standing) => this.#said(standing, live, without)))
      .map((instruments) => instruments.filter((said) => said.size > 0))
      .filter((instruments) => instruments.length > 0)
    const lines: string[] = []
    let above: Coded = { code: '0', states: [state.nothing] }
    for (const [number, instruments] of speaking.entries()) {
      const answer = this.#layer(instruments, above, number === speaking.length - 1)
      lines.push(`const ${name}${number} = ${answer.code}`)
      above = { ...answer, code: `${name}${number}` }
    }
    return [...lines, `const ${name} = ${above.code}`]
  }

  /** Looks the answer of a rank up; the last one gives the state itself. */
  #layer(instruments: readonly Said[], above: Coded, isLast: boolean): Coded {
    const width = instruments.reduce((sum, said) => sum + said.size, 0)
    const { bits, code } = width <= widestKey ? keyAtOnce(instruments) : this.#keyOfAnswers(instruments)
    const { reached, numbers } = lookupUnder(above.states, bits)
    const values = isLast ? numbers.map((number) => reached[number] ?? 0) : numbers
    const key = above.states.length === 1 ? code : `${above.code} << ${Math.log2(bits.length)} | ${code}`
    return { code: `${this.#parts.tables.nameOf(values)}[${key}]`, states: reached }
  }

  /** Makes the key of a rank from the bits of its instruments' answers. */
  #keyOfAnswers(instruments: readonly Said[]): Key {
    const answers = instruments.map((said) => ({ said, byKey: unionsOf([...said.keys()]).map(saidBits) }))
    const used = bitsIn(answers.flatMap(({ byKey }) => byKey))
    const codes = answers.map(({ said, byKey }) => {
      const values = byKey.map((bits) => used.reduce((key, bit, at) => (bits & bit ? key | (1 << at) : key), 0))
      const { code } = keyAtOnce([said])
      return `${this.#parts.tables.nameOf(values)}[${code}]`
    })
    return { bits: unionsOf(used), code: codes.join(' | ') }
  }

  /** Gives the modals of the live rules of an instrument, and what is not encoded of it, as code. */
  #said(standing: Standing, live: string, without: readonly string[]): Said {
    const rules = rulesFor(standing, this.#act, without)
    const codes = new Map<number, readonly string[]>()
    const add = (bit: number, code: string): void => void codes.set(bit, [...(codes.get(bit) ?? []), code])
    for (const rule of rules) add(modalBit(rule.modal, rule.reach, this.#power), this.#live(rule, live))
    for (const { id } of notEncodedOn(standing, this.#act)) add(notEncodedBit, `n${this.#indexById.get(id) ?? 0}`)
    return new Map([...codes].map(([bit, all]) => [bit, `(${all.join(' | ')})`]))
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

/** The code of a key, and the bits of the rank's instruments for each of its values. */
interface Key {
  readonly bits: readonly number[]
  readonly code: string
}

/** Makes a key of every modal of every instrument of a rank. */
function keyAtOnce(instruments: readonly Said[]): Key {
  const codes = instruments.flatMap((said) => [...said.values()])
  const code = codes.map((one, index) => (index === 0 ? one : `${one} << ${index}`)).join(' | ')
  const bits = instruments.reduce<readonly number[]>(
    (sofar, said) => unionsOf([...said.keys()]).flatMap((live) => sofar.map((rank) => rank | saidBits(live))),
    [0],
  )
  return { bits, code }
}

/** Lists the bits that some sets have. */
function bitsIn(sets: readonly number[]): readonly number[] {
  const all = sets.reduce((a, b) => a | b, 0)
  return Array.from({ length: 32 - Math.clz32(all) }, (_, index) => 1 << index).filter((bit) => all & bit)
}

/** By two readings: `one * states + other`. */
function mergedBy(power: boolean): readonly number[] {
  return states.flatMap((one) => states.map((other) => mergeReadings(one, other, power)))
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
  const overwritten = columns.flatMap(({ names, isVolunteered }, index) => {
    if (isVolunteered) return []
    return `overwriteUnknown(c${index}, ${names === null ? unknownCode : unknownName}, rows, { states, live })`
  })
  const { tables, statements } = body.write(writeTest)
  return `decideColumns(columns, rows, states, live) {
${tables}
${columns.map((_, index) => `const c${index} = columns[${index}]`).join('\n')}
${Array.from({ length: words }, (_, word) => `const live${word} = live[${word}]`).join('\n')}
for (let i = 0; i < rows; i++) {
${columns.map((type, index) => `const v${index} = ${valueOf(type, `c${index}[i]`)}`).join('\n')}
${statements}
states[i] = state
${packed.join('\n')}
}
${overwritten.join('\n')}
}`
}

/** Writes the value of a column; a volunteered fact that nobody gave is no. */
function valueOf({ isVolunteered }: ColumnType, code: string): string {
  return isVolunteered ? `+(${code} === 1)` : code
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
  const { tables, statements } = body.write(writeTest)
  const values = columns.map(({ fact, isVolunteered }, index) => {
    return `const f${index} = facts[${JSON.stringify(fact)}]${isVolunteered ? " ?? 'no'" : ''}`
  })
  return `decideRecord(facts) {
${tables}
${values.join('\n')}
if (${columns.map((_, index) => `f${index} === undefined`).join(' || ') || 'false'}) return ${unknownVerdict}
${statements}
return state
}`
}

function writeTestWith(columns: readonly ColumnType[], test: FactTest, code: (index: number) => string): string {
  const index = columns.findIndex(({ fact }) => fact === test.fact)
  const type = columns[index]
  if (type === undefined) throw new Error(`no column for ${test.fact}`)
  return writeColumnTest(type, test, code(index))
}

function evaluate(source: string, tables: readonly Uint8Array[]): Pick<GeneratedAct, 'decideColumns' | 'decideRecord'> {
  // oxlint-disable-next-line no-implied-eval -- The source holds only numbers, names from the vocabulary as JSON texts, and words of this file.
  const make = new Function('tables', 'overwriteUnknown', source)
  // oxlint-disable-next-line no-unsafe-return -- What the source returns is written above.
  return make(tables, overwriteUnknown)
}

/** The statements of generated code: live rules, layers and readings of one row. */
import type { NotEncoded, Rule } from '@brightline/language'
import { forAgencies } from '../fact/condition.ts'
import { notEncodedOn, rulesFor, subsets } from '../interpret/interpret.ts'
import { lookupUnder } from '../stack/lookup.ts'
import { contestedOn, needsPower } from '../stack/stack.ts'
import type { Stack, Standing } from '../stack/layer.ts'
import { modalBit, notEncodedBit, state, states, type State } from '../stack/verdict.ts'
import { writeCondition, type TestWriter } from './expression.ts'
import { rankKey, type Said } from './rank-key.ts'
import type { Rows } from './rows.ts'
import { simplify } from './simplify.ts'
import { mergedBy, type Tables } from './tables.ts'

/** An answer in code: the number of one of these states. */
interface Coded {
  readonly code: string
  readonly states: readonly State[]
}

/** The law without some contested instruments, and the beginnings of the names of its states and its live rules. */
interface Reading {
  readonly without: readonly string[]
  readonly state: string
  readonly live: string
}

/** The provisions of an act, and the tables that its code needs. */
interface Parts {
  readonly rules: readonly Rule[]
  readonly unread: readonly NotEncoded[]
  readonly tables: Tables
}

/** The code of what was computed: statements, and for each row the name of its state. */
interface Written {
  /** What gives the tables their names. */
  readonly tables: string
  readonly statements: string
  readonly states: readonly string[]
}

/** Statements that compute the live rules `l0…`, and the state of each row. */
export class Body {
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

  /** Writes the statements over rows. */
  write(rows: Rows): Written {
    const { rules, unread, tables } = this.#parts
    const contested = contestedOn(this.#stack, this.#act).map(({ instrument }) => instrument.id)
    const shared = new SharedTests(rows.writeTest)
    const applying = (name: string, { agencies, condition }: Rule | NotEncoded): string => {
      const whole = simplify({ kind: 'all', of: [forAgencies(agencies, this.#stack.vocabulary), condition] })
      return `const ${name} = ${writeCondition(whole, shared.write, rows.one)}`
    }
    const conditions = [
      ...rules.map((rule, index) => applying(`a${index}`, rule)),
      ...unread.map((one, index) => applying(`n${index}`, one)),
    ]
    const readings = subsets(contested).map((without, number) => ({
      without,
      state: `s${number}_`,
      live: liveOf(number),
    }))
    const live = readings.flatMap((reading) => this.#liveLines(reading.live, reading.without, rows.one))
    const each = Array.from({ length: rows.count }, (_, row) => {
      const lines = readings.flatMap((reading) => this.#stateLines(reading, rows, row))
      const state = readings
        .map((reading) => `${reading.state}${row}`)
        .reduce((a, b) => `${tables.nameOf(mergedBy(this.#power))}[${a} * ${states.length} + ${b}]`)
      return { lines: [...lines, `const state${row} = ${state}`], state: `state${row}` }
    })
    return {
      tables: tables.names,
      statements: [...shared.lines, ...conditions, ...live, ...each.flatMap(({ lines }) => lines)].join('\n'),
      states: each.map(({ state }) => state),
    }
  }

  /** Overriders first: `check` refuses circles. */
  #liveLines(prefix: string, without: readonly string[], one: string): readonly string[] {
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
      lines.push(`const ${prefix}${index} = a${index}${live === '' ? '' : ` & ((${live}) ^ ${one})`}`)
    }
    kept.forEach(write)
    return lines
  }

  #stateLines({ state: name, live, without }: Reading, rows: Rows, row: number): readonly string[] {
    const speaking = this.#stack.layers
      .map(({ instruments }) => instruments.map((standing) => this.#said(standing, live, without)))
      .map((instruments) => instruments.filter((said) => said.size > 0))
      .filter((instruments) => instruments.length > 0)
    const lines: string[] = []
    let above: Coded = { code: '0', states: [state.nothing] }
    for (const [number, instruments] of speaking.entries()) {
      const { bits, code } = rankKey(instruments, rows, this.#parts.tables)
      const answer = this.#layer({ bits, code: code(row) }, above, number === speaking.length - 1)
      lines.push(`const ${name}${row}_${number} = ${answer.code}`)
      above = { ...answer, code: `${name}${row}_${number}` }
    }
    return [...lines, `const ${name}${row} = ${above.code}`]
  }

  /** Looks the answer of a rank up; the last one gives the state itself. */
  #layer(
    { bits, code }: { readonly bits: readonly number[]; readonly code: string },
    above: Coded,
    isLast: boolean,
  ): Coded {
    const { reached, numbers } = lookupUnder(above.states, bits)
    const values = isLast ? numbers.map((number) => reached[number] ?? 0) : numbers
    const key = above.states.length === 1 ? code : `${above.code} << ${Math.log2(bits.length)} | ${code}`
    return { code: `${this.#parts.tables.nameOf(values)}[${key}]`, states: reached }
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

/** Gives the beginning of the names of the live rules of a reading; the first reads all the law. */
export function liveOf(reading: number): string {
  return reading === 0 ? 'l' : `l${reading}_`
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

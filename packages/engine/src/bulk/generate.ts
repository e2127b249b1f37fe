/**
 * Generated code: the rules of one act as straight-line JavaScript, over columns or over single records.
 *
 * It needs complete facts. A row with an unknown fact that is read gets `unknownVerdict`, and the diagram decides it.
 */
import type { Rule } from '@brightline/language'
import { forAgencies, testsOf, type FactTest, type FactValue } from '../fact/condition.ts'
import { notEncodedOn, rulesFor } from '../interpret/interpret.ts'
import type { Stack } from '../stack/layer.ts'
import { Body } from './body.ts'
import { columnType, unknownCode, unknownName, writeColumnTest, type Column, type ColumnType } from './columns.ts'
import type { TestWriter } from './expression.ts'
import { Tables } from './tables.ts'

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

function writeColumns(columns: readonly ColumnType[], rules: readonly Rule[], body: Body): string {
  const words = Math.ceil(rules.length / 32)
  const writeTest: TestWriter = (test) => writeTestWith(columns, test, (index) => `v${index}`)
  const packed = Array.from({ length: words }, (_, word) => {
    const bits = rules.slice(word * 32, word * 32 + 32).map((_rule, bit) => `l${word * 32 + bit} << ${bit}`)
    return `live${word}[i] = ${bits.join(' | ') || '0'}`
  })
  // Rows with an unknown value are computed like the others and then overwritten. Most columns have none: where the
  // values of all rows together lack a bit of it, nobody needs to look for it.
  const seen = [unknownName, unknownCode]
    .map((unknown) => ({ unknown, name: `seen${unknown}`, of: columnsWith(columns, unknown) }))
    .filter(({ of }) => of.length > 0)
  const { tables, statements } = body.write(writeTest)
  return `decideColumns(columns, rows, states, live) {
${tables}
${columns.map((_, index) => `const c${index} = columns[${index}]`).join('\n')}
${Array.from({ length: words }, (_, word) => `const live${word} = live[${word}]`).join('\n')}
${seen.map(({ name }) => `let ${name} = 0`).join('\n')}
for (let i = 0; i < rows; i++) {
${columns.map((type, index) => `const v${index} = ${valueOf(type, `c${index}[i]`)}`).join('\n')}
${statements}
states[i] = state
${packed.join('\n')}
${seen.map(({ name, of }) => `${name} |= ${of.map((index) => `v${index}`).join(' | ')}`).join('\n')}
}
${seen.map(({ name, unknown, of }) => `if ((${name} & ${unknown}) === ${unknown}) {\n${overwrite(of, unknown)}\n}`).join('\n')}
}`
}

/** Lists the columns in which a code stands for unknown; a volunteered fact is never unknown. */
function columnsWith(columns: readonly ColumnType[], unknown: number): readonly number[] {
  return columns.flatMap(({ names, isVolunteered }, index) =>
    !isVolunteered && (names === null ? unknownCode : unknownName) === unknown ? [index] : [],
  )
}

function overwrite(columns: readonly number[], unknown: number): string {
  return columns.map((index) => `overwriteUnknown(c${index}, ${unknown}, rows, { states, live })`).join('\n')
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

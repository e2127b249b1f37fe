/**
 * Generated code: the rules of one act as straight-line JavaScript, over columns or over single records.
 *
 * It needs complete facts. A row with an unknown fact that is read gets `unknownVerdict`, and the diagram decides it.
 */
import type { Rule } from '@brightline/language'
import { forAgencies, testsOf, type FactTest, type FactValue } from '../fact/condition.ts'
import { notEncodedOn, rulesFor } from '../interpret/interpret.ts'
import type { Stack } from '../stack/layer.ts'
import { Body, liveOf } from './body.ts'
import { columnType, fitsInBytes, writeEqual, writeRowsTest, type ColumnType } from './columns.ts'
import type { TestWriter } from './expression.ts'
import { columnsBy, unknownVerdict, type DecideColumns, type DecideFours } from './fours.ts'
import { fourRows, inEach, oneRow } from './rows.ts'
import { Tables } from './tables.ts'

/** An act of a stack as generated code. */
export interface GeneratedAct {
  readonly act: string
  /** Bit `i % 32` of word `i / 32` is rule `i`. */
  readonly rules: readonly Rule[]
  readonly columns: readonly ColumnType[]
  /** Decides `rows` rows: a state for each, and the live rules as bits, one array a word. */
  readonly decideColumns: DecideColumns
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
  const source = `return {\n${writeFours(columns, rules, body)},\n${writeRecord(columns, body)},\n}`
  const { decideFours, decideRecord } = evaluate(source, tables.all)
  return {
    act,
    rules,
    columns,
    decideColumns: columnsBy(decideFours, columns),
    decideRecord,
    source: `${tables.write()}\n${source}`,
  }
}

const four = [0, 1, 2, 3]

/** Writes the function that decides rows, four at once; their number is a multiple of four. */
function writeFours(columns: readonly ColumnType[], rules: readonly Rule[], body: Body): string {
  const rows = fourRows((test) => {
    const index = indexOf(columns, test)
    return writeRowsTest(typeAt(columns, index), test, { bytes: `v${index}`, each: each(index) })
  })
  const { tables, statements, states } = body.write(rows)
  const liveWords = Array.from({ length: Math.ceil(rules.length / 32) }, (_, word) =>
    rows.writeBits(rules.slice(word * 32, word * 32 + 32).map((_rule, bit) => `${liveOf(0)}${word * 32 + bit}`)),
  )
  return `decideFours(columns, rows, states, live) {
${tables}
${columns.map((_, index) => `const c${index} = columns[${index}]`).join('\n')}
${liveWords.map((_, word) => `const live${word} = live[${word}]`).join('\n')}
let seenBytes = 0, seenNumbers = 0
for (let i = 0, row = 0; row < rows; i++, row += 4) {
${columns.map(writeValues).join('\n')}
${statements}
${four.map((row) => `states[row + ${row}] = ${states[row]}`).join('\n')}
${liveWords.flatMap((code, word) => four.map((row) => `live${word}[row + ${row}] = ${code(row)}`)).join('\n')}
seenBytes |= ${seenIn(columns, ({ names }) => names !== null)}
seenNumbers |= ${seenIn(columns, ({ names }) => names === null)}
}
return { bytes: seenBytes, numbers: seenNumbers }
}`
}

/** Reads a column: `w…` as it is and `v…` without the bit of the unknown, or a value for each row. */
function writeValues(type: ColumnType, index: number): string {
  if (!fitsInBytes(type)) {
    const values = each(index).map((name, row) => `${name} = c${index}[row + ${row}]`)
    return `const ${values.join(', ')}`
  }
  const known = `c${index}[i] & ${inEach(127)}`
  // A volunteered fact that nobody gave is no.
  return type.isVolunteered
    ? `const v${index} = ${writeEqual(`(${known})`, 1)}`
    : `const w${index} = c${index}[i], v${index} = w${index} & ${inEach(127)}`
}

/** Writes the bits of all values of some columns in which a value may be unknown. */
function seenIn(columns: readonly ColumnType[], isMeant: (type: ColumnType) => boolean): string {
  const values = columns.flatMap((type, index) => {
    if (type.isVolunteered || !isMeant(type)) return []
    return fitsInBytes(type) ? [`w${index}`] : each(index)
  })
  return values.join(' | ') || '0'
}

function each(index: number): readonly string[] {
  return four.map((row) => `v${index}_${row}`)
}

function writeRecord(columns: readonly ColumnType[], body: Body): string {
  const writeTest: TestWriter = (test) => {
    const index = indexOf(columns, test)
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
  const { tables, statements, states } = body.write(oneRow(writeTest))
  const values = columns.map(({ fact, isVolunteered }, index) => {
    return `const f${index} = facts[${JSON.stringify(fact)}]${isVolunteered ? " ?? 'no'" : ''}`
  })
  return `decideRecord(facts) {
${tables}
${values.join('\n')}
if (${columns.map((_, index) => `f${index} === undefined`).join(' || ') || 'false'}) return ${unknownVerdict}
${statements}
return ${states[0]}
}`
}

function indexOf(columns: readonly ColumnType[], { fact }: FactTest): number {
  return columns.findIndex((column) => column.fact === fact)
}

function typeAt(columns: readonly ColumnType[], index: number): ColumnType {
  const type = columns[index]
  if (type === undefined) throw new Error(`no column ${index}`)
  return type
}

interface Functions {
  readonly decideFours: DecideFours
  readonly decideRecord: GeneratedAct['decideRecord']
}

function evaluate(source: string, tables: readonly Uint8Array[]): Functions {
  // oxlint-disable-next-line no-implied-eval -- The source holds only numbers, names from the vocabulary as JSON texts, and words of this file.
  const make = new Function('tables', source)
  // oxlint-disable-next-line no-unsafe-return -- What the source returns is written above.
  return make(tables)
}

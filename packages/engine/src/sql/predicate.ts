/** Tests of facts as SQL over the column of a fact. */
import { addDays, type Condition, type Fact, type Vocabulary } from '@brightline/language'
import { agencyFact, type FactTest, type FactValue } from '../fact/condition.ts'
import type { Cell, Variable } from '../fact/space.ts'
import { neverCode } from '../bulk/columns.ts'
import { quoteName, quoteText, type Dialect } from './dialect.ts'

/** The type of the column of a fact: yes/no as boolean, names as text, numbers as integers, dates as dates. */
export type SqlType = 'boolean' | 'text' | 'integer' | 'date'

/** A writer of tests: the dialect and the types of the facts. */
export interface Writer {
  readonly dialect: Dialect
  /** The kinds of agency that the law knows. */
  readonly agencies: Vocabulary['agencies']
  readonly typeOf: (fact: string) => SqlType
  /** True where NULL counts as no. */
  readonly isVolunteered: (fact: string) => boolean
}

/** Makes a writer for the facts of a vocabulary. */
export function writerFor(dialect: Dialect, vocabulary: Vocabulary): Writer {
  const types = new Map<string, SqlType>(vocabulary.facts.map((fact) => [fact.name, sqlType(fact)]))
  types.set(agencyFact, 'text')
  const volunteered = new Set(vocabulary.facts.filter((fact) => fact.isVolunteered).map(({ name }) => name))
  return {
    dialect,
    agencies: vocabulary.agencies,
    typeOf: (fact) => {
      const type = types.get(fact)
      if (type === undefined) throw new Error(`no fact ${fact}`)
      return type
    },
    isVolunteered: (fact) => volunteered.has(fact),
  }
}

/** Names the column of a fact. */
export function columnOf(writer: Writer, fact: string): string {
  return quoteName(writer.dialect, fact)
}

/**
 * Tells whether the value of a fact may lie in one of some cells. A volunteered fact that nobody gave is no; an agency
 * that nobody gave is a public one.
 */
export function writeMayLieIn(writer: Writer, variable: Variable, cells: readonly Cell[]): string {
  const { name, notGiven } = variable
  const test = writeCells(writer, variable, cells)
  // The value itself is tested, or what stands for it.
  if (writer.isVolunteered(name)) return test
  const isAmong = notGiven?.some((value) => cells.some((cell) => cell.kind === 'name' && cell.name === value)) ?? true
  return isAmong ? `${test} OR ${columnOf(writer, name)} IS NULL` : test
}

/** Writes a condition as a predicate. An unknown fact makes it NULL unless the other facts settle it. */
export function writePredicate(writer: Writer, condition: Condition): string {
  switch (condition.kind) {
    case 'always':
      return 'TRUE'
    case 'all':
      return join(writer, condition.of, ' AND ', 'TRUE')
    case 'any':
      return join(writer, condition.of, ' OR ', 'FALSE')
    case 'not':
      return `(NOT ${writePredicate(writer, condition.of)})`
    case 'term':
      return writePredicate(writer, condition.of)
    case 'is':
    case 'range':
    case 'never':
      return writeTest(writer, condition)
  }
}

/** Tells whether the value of a fact lies in one of some cells of its variable. */
export function writeCells(writer: Writer, variable: Variable, cells: readonly Cell[]): string {
  const type = writer.typeOf(variable.name)
  const column = columnOf(writer, variable.name)
  if (type === 'boolean' || type === 'text') {
    return writeNames(
      writer,
      variable.name,
      cells.flatMap((cell) => (cell.kind === 'name' ? [cell.name] : [])),
    )
  }
  const parts = mergeRanges(cells).map(({ from, to }) => writeRange(writer, variable.name, from, to))
  if (cells.some(({ kind }) => kind === 'never')) parts.push(`${column} = ${neverCode}`)
  return parts.length === 1 ? (parts[0] ?? 'FALSE') : `(${parts.join(' OR ') || 'FALSE'})`
}

/** Writes the value of a fact as a literal for its column; `undefined` is unknown. */
export function writeValue(dialect: Dialect, type: SqlType, value: FactValue | undefined): string {
  if (value === undefined) return 'NULL'
  switch (type) {
    case 'boolean':
      return value === 'yes' ? 'TRUE' : 'FALSE'
    case 'text':
      return quoteText(dialect, String(value))
    case 'integer':
      return `${value === 'never' ? neverCode : Number(value)}`
    case 'date':
      return writeDate(dialect, Number(value))
  }
}

function writeDate(dialect: Dialect, day: number): string {
  return `DATE ${quoteText(dialect, addDays('1970-01-01', day))}`
}

function sqlType({ type }: Fact): SqlType {
  switch (type.kind) {
    case 'yes-no':
      return 'boolean'
    case 'one-of':
      return 'text'
    case 'number':
      return 'integer'
    case 'date':
      return 'date'
  }
}

function join(writer: Writer, parts: readonly Condition[], operator: string, empty: string): string {
  if (parts.length === 0) return empty
  return `(${parts.map((part) => writePredicate(writer, part)).join(operator)})`
}

function writeTest(writer: Writer, test: FactTest): string {
  switch (test.kind) {
    case 'is':
      return writeNames(writer, test.fact, test.values)
    case 'never':
      return `(${columnOf(writer, test.fact)} = ${neverCode})`
    case 'range':
      return writeRange(writer, test.fact, test.from, test.to)
  }
}

function writeNames(writer: Writer, fact: string, names: readonly string[]): string {
  const own = columnOf(writer, fact)
  const column = writer.isVolunteered(fact) ? `COALESCE(${own}, FALSE)` : own
  const { dialect } = writer
  if (writer.typeOf(fact) === 'boolean') {
    const [yes, no] = [names.includes('yes'), names.includes('no')]
    if (yes === no) return yes ? 'TRUE' : 'FALSE'
    return yes ? column : `(NOT ${column})`
  }
  if (names.length === 0) return 'FALSE'
  if (names.length === 1) return `(${column} = ${quoteText(dialect, names[0] ?? '')})`
  return `(${column} IN (${names.map((name) => quoteText(dialect, name)).join(', ')}))`
}

function writeRange(writer: Writer, fact: string, from: number | null, to: number | null): string {
  const column = columnOf(writer, fact)
  const isDate = writer.typeOf(fact) === 'date'
  const value = (bound: number): string => (isDate ? writeDate(writer.dialect, bound) : `${bound}`)
  // `never` lies in no range.
  const last = to ?? (isDate ? null : neverCode - 1)
  const bounds = [
    from === null ? null : `${column} >= ${value(from)}`,
    last === null ? null : `${column} <= ${value(last)}`,
  ]
  const parts = bounds.filter((bound) => bound !== null)
  return parts.length === 0 ? 'TRUE' : `(${parts.join(' AND ')})`
}

/** Joins neighbouring ranges. */
function mergeRanges(cells: readonly Cell[]): readonly { readonly from: number; readonly to: number }[] {
  const merged: { from: number; to: number }[] = []
  for (const cell of cells) {
    if (cell.kind !== 'range') continue
    const last = merged.at(-1)
    if (last !== undefined && last.to + 1 === cell.from) last.to = cell.to
    else merged.push({ from: cell.from, to: cell.to })
  }
  return merged
}

/**
 * One act of a stack as SQL: the same law for a table with a column for each fact.
 *
 * Names are text, yes/no is boolean, numbers are integers with `neverCode` for never, dates are dates, NULL is unknown, or
 * no for a volunteered fact.
 */
import type { Rule } from '@brightline/language'
import { verdicts } from '../decide/prepared.ts'
import { compileAct, type CompiledAct } from '../diagram/compile.ts'
import { agencyFact } from '../fact/condition.ts'
import type { Stack } from '../stack/layer.ts'
import { notEncodedMark, verdictMask } from './answer-bits.ts'
import { distinctColumns, quoteName, quoteText, refuseDeeper, type Dialect } from './dialect.ts'
import { keptColumnProblems } from './kept-columns.ts'
import { layerArithmetic } from './layer-arithmetic.ts'
import { nestedCase } from './nested-case.ts'
import { nodeMasks, type Source } from './node-masks.ts'
import { lawOn } from './one-agency.ts'
import { columnOf, writeCells, writerFor, type SqlType, type Writer } from './predicate.ts'
import { liveRuleQuery, rulesOn } from './rule-columns.ts'
import { completeDiagram, verdictDiagram, type VerdictDiagram } from './verdict-diagram.ts'

/** How an act is written as SQL. */
export interface SqlOptions {
  /** The kind of agency of every row: the table then has no column for it, and the law on others is left out. */
  readonly agency?: string | null
}

/** A column that the queries read. */
export interface SqlColumn {
  readonly fact: string
  readonly type: SqlType
}

/** An act as SQL. A table is named by its parts, such as `['public', 'requests']`. */
export interface ActSql {
  readonly dialect: Dialect
  readonly act: string
  readonly columns: readonly SqlColumn[]
  readonly rules: readonly Rule[]
  /**
   * Makes a table whose columns refuse values that the facts do not have; `others` are more columns of yours, as text.
   */
  readonly createTable: (table: readonly string[], others?: readonly string[]) => string
  /**
   * Selects the columns in `keep`, and `verdict`: `needs-facts` exactly where completions disagree, and `impossible`
   * where the facts cannot be true together or a value is none of the fact's. `not_encoded` is true where something that
   * is not encoded could change the answer.
   */
  readonly verdictQuery: (table: readonly string[], keep?: readonly string[]) => string
  /**
   * Selects the columns in `keep`, and `rules`: the live rules with every contested provision counted, separated by `;
   * `, and NULL where a value is none of the fact's.
   */
  readonly ruleQuery: (table: readonly string[], keep?: readonly string[]) => string
}

/**
 * Writes the law of a stack on an act as SQL, or throws `SqlTooLarge` or `DiagramTooLarge`. The law on one kind of agency is
 * much smaller than that on all.
 *
 * @example
 * sqlFor(stackOf(library, 'us/ca', '2026-11-01'), 'hold', 'duckdb').columns[0] // => { fact: 'agency', type: 'text' }
 */
export function sqlFor(stack: Stack, act: string, dialect: Dialect, { agency = null }: SqlOptions = {}): ActSql {
  return sqlOf(compileForSql(stack, act, agency), dialect)
}

/** Compiles what SQL is written from: the answers without their duties, where an agency is given for that alone. */
export function compileForSql(stack: Stack, act: string, agency: string | null = null): CompiledAct {
  return compileAct(lawOn(stack, agency), act, { duties: 'left-out', agency })
}

/** Writes a compiled act: what was compiled for one kind of agency is written for rows of that kind. */
export function sqlOf(compiled: CompiledAct, dialect: Dialect): ActSql {
  const { stack, act, space } = compiled
  const writer = writerFor(dialect, stack.vocabulary)
  const diagram = verdictDiagram(compiled)
  const rules = rulesOn(stack, act)
  const complete = completeDiagram(compiled)
  const nested = complete === null ? null : nestedCase(writer, complete)
  const columns = diagram.facts.map((fact) => ({ fact, type: writer.typeOf(fact) }))
  // The verdicts take a query for each fact that the diagram looks at.
  refuseDeeper(dialect, columns.length)
  const columnsOf = (keep: readonly string[]): readonly string[] => {
    // INVARIANT: callers asked `keptColumnProblems` before; a protected column is made by nobody.
    if (keptColumnProblems(stack, keep).length > 0) throw new Error('a kept column says something protected')
    return distinctColumns(dialect, [...columns.map(({ fact }) => fact), ...keep])
  }
  const sourceOf = (table: readonly string[], keep: readonly string[]): Source => ({
    ...rowsOf(dialect, tableName(dialect, table), columnsOf(keep), space.agency),
    kept: distinctColumns(dialect, keep).map((name) => quoteName(dialect, name)),
  })
  return {
    dialect,
    act,
    columns,
    rules,
    createTable: (table, others = []) =>
      createTable(writer, diagram, tableName(dialect, table), columnsOf(others).slice(columns.length)),
    verdictQuery: (table, keep = []) => {
      const source = sourceOf(table, keep)
      const { complete, other } = split(writer, diagram, source.from)
      const short =
        nested === null
          ? layerArithmetic(writer, stack, act, { ...source, from: complete })
          : `SELECT ${[...source.kept, `${nested} AS bl_possible`].join(', ')} FROM ${complete}`
      const exact = nodeMasks(writer, diagram, { ...source, from: other })
      return `SELECT ${[...source.kept, nameVerdict(writer), nameNotEncoded].join(', ')} FROM (\n${short}\nUNION ALL\n${exact}\n) bl_rows`
    },
    ruleQuery: (table, keep = []) =>
      liveRuleQuery(writer, rules, sourceOf(table, keep), hasValues(writer, diagram, 'or none')),
  }
}

/** Names the columns of the rows, and where they come from: of a table of one agency, with a column for its kind. */
function rowsOf(
  dialect: Dialect,
  table: string,
  names: readonly string[],
  agency: string | null,
): Pick<Source, 'columns' | 'from'> {
  const columns = names.map((name) => quoteName(dialect, name))
  if (agency === null) return { columns, from: table }
  const name = quoteName(dialect, agencyFact)
  const others = columns.filter((column) => column !== name)
  const all = [`${quoteText(dialect, agency)} AS ${name}`, ...others].join(', ')
  return { columns: [name, ...others], from: `(SELECT ${all} FROM ${table}) bl_table` }
}

/** Sends rows where every fact has one of its values the short way, and all others the exact one. */
function split(
  writer: Writer,
  act: VerdictDiagram,
  table: string,
): { readonly complete: string; readonly other: string } {
  const all = hasValues(writer, act, 'each')
  return {
    complete: `(SELECT * FROM ${table} WHERE ${all}) bl_complete`,
    other: `(SELECT * FROM ${table} WHERE (${all}) IS NOT TRUE) bl_other`,
  }
}

/** Tells whether each column has one of the values of its fact, or one or NULL. */
function hasValues(writer: Writer, act: VerdictDiagram, which: 'each' | 'or none'): string {
  const tests = act.facts.flatMap((fact) => {
    const variable = act.variables.find(({ name }) => name === fact)
    if (variable === undefined) throw new Error(`no fact ${fact}`)
    const column = columnOf(writer, fact)
    if (writer.isVolunteered(fact)) return []
    if (writer.typeOf(fact) === 'boolean') return which === 'each' ? [`${column} IS NOT NULL`] : []
    const test = writeCells(writer, variable, variable.cells)
    return [which === 'each' ? test : `(${test} OR ${column} IS NULL)`]
  })
  return tests.join(' AND ') || 'TRUE'
}

function nameVerdict({ dialect }: Writer): string {
  const cases = verdicts.map((verdict, index) => `WHEN ${1 << index} THEN ${quoteText(dialect, verdict)}`)
  return `CASE (bl_possible & ${verdictMask}) ${cases.join(' ')} WHEN 0 THEN 'impossible' ELSE 'needs-facts' END AS verdict`
}

const nameNotEncoded = `(bl_possible & ${notEncodedMark}) <> 0 AS not_encoded`

function tableName(dialect: Dialect, parts: readonly string[]): string {
  return parts.map((part) => quoteName(dialect, part)).join('.')
}

function createTable(writer: Writer, act: VerdictDiagram, table: string, others: readonly string[]): string {
  const { dialect } = writer
  const text = dialect === 'spark' ? 'STRING' : 'TEXT'
  const typeName = { boolean: 'BOOLEAN', text, integer: 'INTEGER', date: 'DATE' }
  const lines = act.facts.map((fact) => {
    const type = writer.typeOf(fact)
    const variable = act.variables.find(({ name }) => name === fact)
    // Spark has no checks in a table definition.
    const check =
      variable === undefined || type === 'boolean' || dialect === 'spark'
        ? ''
        : ` CHECK (${writeCells(writer, variable, variable.cells)})`
    return `${columnOf(writer, fact)} ${typeName[type]}${check}`
  })
  return `CREATE TABLE ${table} (\n  ${[...others.map((name) => `${quoteName(dialect, name)} ${text}`), ...lines].join(',\n  ')}\n)`
}

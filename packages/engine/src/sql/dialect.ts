/** Differences between the dialects of SQL, and the quoting of names and values in each. */

/** A dialect that queries are written in. */
export type Dialect = 'postgresql' | 'duckdb' | 'spark'

/**
 * Quotes a name of a table or column. Everything that comes from outside is quoted.
 *
 * @example
 * quoteName('postgresql', 'release "public"') // => '"release ""public"""'
 */
export function quoteName(dialect: Dialect, name: string): string {
  refuseControls(name)
  return dialect === 'spark' ? `\`${name.replaceAll('`', '``')}\`` : `"${name.replaceAll('"', '""')}"`
}

/**
 * Quotes a text value. Spark reads a backslash as an escape; the others do not.
 *
 * @example
 * quoteText('duckdb', "sheriff's deputy") // => "'sheriff''s deputy'"
 */
export function quoteText(dialect: Dialect, text: string): string {
  refuseControls(text)
  if (dialect === 'spark') return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  return `'${text.replaceAll("'", "''")}'`
}

/** Raised when an act is too large for a statement that databases plan; the caller says so. */
export class SqlTooLarge extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SqlTooLarge'
  }
}

/** Lists columns without repeats: DuckDB and Spark take capitals and small letters as one. */
export function distinctColumns(dialect: Dialect, names: readonly string[]): readonly string[] {
  const keyOf = (name: string): string => (dialect === 'postgresql' ? name : name.toLowerCase())
  return names.filter((name, index) => names.findIndex((other) => keyOf(other) === keyOf(name)) === index)
}

/** PostgreSQL has room for 1,664 columns in a query. */
const mostColumns = 1_600

/** Tells whether databases plan a query of so many columns. */
export function hasRoom(columns: number): boolean {
  return columns <= mostColumns
}

/** Refuses a query of too many columns. */
export function refuseBeyond(columns: number): void {
  if (hasRoom(columns)) return
  throw new SqlTooLarge(`it needs a query of ${columns} columns, and databases have room for ${mostColumns}`)
}

/**
 * The deepest that queries may nest. At 300 PostgreSQL plans for seconds, and at 1,000 it and DuckDB give up; the
 * analyser of Spark gives up at a hundred as it is shipped.
 */
const deepest = { postgresql: 300, duckdb: 300, spark: 80 } as const

/** Refuses a query that nests too deep. */
export function refuseDeeper(dialect: Dialect, depth: number): void {
  if (depth <= deepest[dialect]) return
  throw new SqlTooLarge(`it needs ${depth} queries in one another, and ${dialect} plans ${deepest[dialect]}`)
}

/** Writes a subquery that a planner keeps as it is, so that its columns are computed once for each row. */
export function keptSubquery(dialect: Dialect, query: string): string {
  // PostgreSQL would write the expressions of a plain subquery out again wherever they are used.
  return dialect === 'postgresql' ? `(${query} OFFSET 0)` : `(${query})`
}

/** Shifts a number to the right by a number of bits. */
export function shiftRight(dialect: Dialect, value: string, bits: string): string {
  return dialect === 'spark' ? `shiftright(${value}, ${bits})` : `(${value} >> ${bits})`
}

/** Why a name is refused: it is empty, has a control character, or the queries make a column of that name. */
export type NameFault = 'empty' | 'control' | 'taken'

/** Tells why a text from outside cannot name a table or column, or null. */
export function nameProblem(name: string): NameFault | null {
  if (name === '') return 'empty'
  return controls.test(name) ? 'control' : null
}

/** Tells why a text from outside cannot name a column to keep, or null: queries name their own columns too. */
export function columnProblem(name: string): NameFault | null {
  const isTaken = /^(verdict|not_encoded|rules|bl_.*)$/i.test(name)
  return isTaken ? 'taken' : nameProblem(name)
}

/** Names and values of the law have no control characters; a text with one came from somewhere else. */
const controls = /\p{Cc}/u

function refuseControls(text: string): void {
  if (controls.test(text)) throw new Error('a name or a value has a control character')
}

/** The side door `@brightline/engine/sql`: the law on an act as statements for a database. */
export { sqlFor, type ActSql, type SqlColumn } from './sql/act-sql.ts'
export { columnProblem, nameProblem, SqlTooLarge, type Dialect, type NameFault } from './sql/dialect.ts'
export { keptColumnProblems, sqlProblems, type SqlCode } from './sql/kept-columns.ts'

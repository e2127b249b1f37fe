/** What can be wrong with a data set or a mapping: every code once. docs/simulate.md explains each; a test keeps the two together. */

/** By code: what happened, and what to do. */
export const problemKinds = {
  'DATA-0001': {
    message: 'the data has no such column',
    help: 'correct the name in the mapping, or the header of the file',
  },
  'DATA-0002': {
    message: 'the row has another number of fields than the header',
    help: 'put quotes around text that holds the delimiter',
  },
  'DATA-0003': {
    message: 'a quote is not closed, or text follows a closing quote',
    help: 'double every quote inside quotes',
  },
  'DATA-0004': { message: 'the line is longer than 1 MB', help: 'look at the file: a line break may be missing' },
  'DATA-0005': { message: 'the file cannot be read as a table', help: 'give CSV, gzip CSV, Parquet or Arrow' },
  'DATA-0006': {
    message: 'the header has too many columns',
    help: 'at most 10,000 columns and 1 MB of header are read',
  },
  'DATA-0007': {
    message: 'the file is cut short or damaged',
    help: 'fetch it again; what was read up to here is counted',
  },
  'DATA-0008': {
    message: 'the value is not in the mapping',
    help: 'add it to the values of the column; null means unknown',
  },
  'DATA-0009': {
    message: 'the date is in no listed format, or does not exist',
    help: 'list its format in the mapping under date formats',
  },
  'DATA-0010': {
    message: 'the number is not a whole number in the range of the fact',
    help: 'correct the cell, or the mapping',
  },
  'DATA-0011': { message: 'the count is not a whole number from 0', help: 'correct the cell' },
  'DATA-0012': { message: 'the facts of the row cannot be true together', help: 'correct the row, or the mapping' },
  'DATA-0013': { message: 'the data names a column twice', help: 'rename one of the two' },
  'DATA-0014': { message: 'the data has too many different cases', help: 'map fewer columns, or split the data' },
  'DATA-0015': { message: 'the date of the event lies after the date of the row', help: 'correct the row' },
  'DATA-0016': {
    message: 'the column holds lists or structures',
    help: 'write one value a cell',
  },
  'DATA-0017': {
    message: 'the place is not in the mapping',
    help: 'add it to the jurisdictions of the mapping, if it is one',
  },
  'MAP-0001': {
    message: 'the mapping cannot be read',
    help: 'see docs/simulate.md; packages/simulate/mapping.schema.json is its schema',
  },
  'MAP-0002': { message: 'unknown fact', help: 'see `brightline vocabulary`' },
  'MAP-0003': { message: 'unknown value', help: 'see `brightline vocabulary`' },
  'MAP-0004': {
    message: 'the fact is protected and no law here forces it',
    help: 'immigration status, citizenship, birthplace, religion and the like may be neither asked nor stored',
  },
  'MAP-0005': {
    message: 'the way to read it does not suit the type of the fact',
    help: 'see docs/simulate.md, "Facts"',
  },
  'MAP-0006': { message: 'unknown place', help: 'see `brightline places`' },
} as const

export type ProblemCode = keyof typeof problemKinds

/** One problem, with how often it came and where first. A value of a cell is repeated only where ten rows have it. */
export interface Problem {
  readonly code: ProblemCode
  readonly message: string
  readonly help: string
  readonly column: string | null
  /** The first row, counted from 1 without the header; null where no row is meant. */
  readonly row: number | null
  readonly rows: number
  readonly severity: 'error' | 'warning'
}

/** Makes a problem. */
export function problem(
  code: ProblemCode,
  detail: string | null,
  where: { readonly column?: string | null; readonly row?: number | null; readonly rows?: number } = {},
  severity: Problem['severity'] = 'error',
): Problem {
  const { message, help } = problemKinds[code]
  const { column = null, row = null, rows = 1 } = where
  return { code, message: detail === null ? message : `${message}: ${detail}`, help, column, row, rows, severity }
}

/** A problem as one line. */
export function printProblem({ code, message, help, column, row, rows, severity }: Problem): string {
  const at = [row === null ? null : `row ${row}`, column === null ? null : `column \`${column}\``].filter(
    (part) => part !== null,
  )
  const often = rows > 1 ? ` (${rows} rows)` : ''
  return `${at.length === 0 ? '' : `${at.join(', ')}: `}${severity} ${code}: ${message}${often}; ${help}`
}

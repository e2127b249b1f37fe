/**
 * The problems of data sets and mappings: every code once, with the situation that it stands for.
 * docs/simulate.md has a line for each; a test keeps the two together.
 */
import type { Problem, ProblemValue } from '@brightline/language'

/** The situations of data sets. */
export const dataProblems = {
  'DATA-0001': 'the data has no such column',
  'DATA-0002': 'a row has another number of fields than the header',
  'DATA-0003': 'a quote is not closed',
  'DATA-0004': 'a line is too long',
  'DATA-0005': 'the file is damaged, or packed in a way that is not read',
  'DATA-0006': 'the header has too many columns',
  'DATA-0007': 'the file breaks off in the middle',
  'DATA-0008': 'a value is not in the mapping',
  'DATA-0009': 'a date is in no listed format, or does not exist',
  'DATA-0010': 'a number is not whole, or not in the range of the fact',
  'DATA-0011': 'a count is not a whole number',
  'DATA-0012': 'the facts of a row cannot be true together',
  'DATA-0013': 'the data names a column twice',
  'DATA-0014': 'there are too many different cases',
  'DATA-0015': 'an event is dated after the row',
  'DATA-0016': 'a column holds lists or structures',
  'DATA-0017': 'a place is in none of the jurisdictions',
  'DATA-0018': 'text follows the quote that closes a field',
  'DATA-0019': 'it is no regular file',
  'DATA-0020': 'the system does not let the file be read',
  'DATA-0021': 'the file is empty',
  'DATA-0022': 'the file is not text',
  'DATA-0023': 'lines end with a carriage return alone',
  'DATA-0024': 'the header is too long',
  'DATA-0025': 'a pointer stands in place of the data, which a tool keeps elsewhere',
  'DATA-0026': 'a file of a kind that is not read',
  'DATA-0027': 'the package that reads such files is not installed',
  'DATA-0028': 'a link that leads nowhere',
  'DATA-0029': 'too large to be held in memory',
} as const

/** The situations of mappings. */
export const mappingProblems = {
  'MAP-0001': 'the mapping is not JSON',
  'MAP-0002': 'unknown fact',
  'MAP-0003': 'unknown value of a fact',
  'MAP-0004': 'a protected fact that no law here forces',
  'MAP-0005': 'a way to read it that does not suit the type of the fact',
  'MAP-0006': 'a place id that cannot be one',
  'MAP-0007': 'a key comes twice in one object',
  'MAP-0008': 'a key that has no meaning here',
  'MAP-0009': 'a key is missing',
  'MAP-0010': 'a value of the wrong type',
  'MAP-0011': 'a value that is none of those allowed',
  'MAP-0012': 'a value is named twice',
  'MAP-0013': 'a date that does not exist',
  'MAP-0014': 'a list that is too short or too long',
  'MAP-0015': 'words without letters or digits',
  'MAP-0016': 'unknown agency',
  'MAP-0017': 'unknown act',
  'MAP-0018': 'a fact that needs the date of the row, which the mapping does not name',
  'MAP-0019': 'a column that says something protected of a person, or who they are',
} as const

export type DataCode = keyof typeof dataProblems
export type MappingCode = keyof typeof mappingProblems
export type DataProblem = Problem<DataCode>
export type MappingProblem = Problem<MappingCode>

/** A place in a table: the first row, counted from 1 without the header; null where none is meant. */
export interface CellPlace {
  readonly row?: number | null
  readonly column?: string | null
}

/** Makes a problem of a table. `rows` says in how many it came. */
export function dataProblem(
  code: DataCode,
  { row = null, column = null }: CellPlace = {},
  values: Readonly<Record<string, ProblemValue>> = {},
): DataProblem {
  // A place that the mapping leaves out may be meant so.
  const severity = code === 'DATA-0017' ? 'warning' : 'error'
  return { code, severity, where: { kind: 'cell', row, column }, values }
}

/** Makes a problem of a mapping, at the keys that lead to it. */
export function mappingProblem(
  code: MappingCode,
  keys: readonly (string | number)[],
  values: Readonly<Record<string, ProblemValue>> = {},
): MappingProblem {
  const pointer = keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  return { code, severity: 'error', where: { kind: 'pointer', pointer }, values }
}

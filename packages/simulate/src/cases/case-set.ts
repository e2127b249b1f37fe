/** The cases of a data set. */
import type { DataProblem } from '../problem.ts'

/** Distinct cases, with the number of requests each stands for. */
export interface CaseSet {
  /** The names of the fields, in the order of the cells. */
  readonly fields: readonly string[]
  /** `size` cases of as many numbers as there are fields. */
  readonly cells: Int32Array
  readonly counts: Float64Array
  /** The first row of each case, counted from 1 without the header. */
  readonly firstRows: Float64Array
  readonly size: number
  /** The texts of the field `label`. */
  readonly labels: readonly string[]
  /** Rows of the data, those that were refused among them. */
  readonly rowsRead: number
  readonly rowsRefused: number
  /** Columns of the data that nothing reads. */
  readonly unreadColumns: readonly string[]
  readonly form: TableForm
  readonly problems: readonly DataProblem[]
}

/** The form of a table, found out while it was read. */
export interface TableForm {
  /** Rows above the header, which were passed over. */
  readonly titleRows: number
  /** The sign between the fields of CSV. */
  readonly delimiter: string | null
  /** The encoding of CSV, where it is not UTF-8. */
  readonly encoding: string | null
  /** The sheet of a workbook. */
  readonly sheet: string | null
}

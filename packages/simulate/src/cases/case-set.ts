/** The cases of a data set. */
import type { Problem } from '../problems.ts'

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
  readonly problems: readonly Problem[]
}

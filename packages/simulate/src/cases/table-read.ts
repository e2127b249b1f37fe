/** A table that was read, before the cases of several threads are put together. */
import type { DataProblem } from '../problem.ts'
import type { Gathered } from './gather.ts'
import type { TableForm } from './case-set.ts'

/** Options of reading. */
export interface ReadOptions {
  /** Worker threads; 0 reads on this one. Left out: two for large files. */
  readonly workers?: number
  /** Told now and then the share of the data that was read, 0 to 1; not told where nobody knows how much there is. */
  readonly onProgress?: (share: number) => void
}

/** A table that was read. */
export interface TableRead {
  readonly columns: readonly string[]
  readonly gathered: readonly Gathered[]
  /** The first row of each chunk, less one. */
  readonly rowsBefore: readonly number[]
  readonly rows: number
  readonly dropped: number
  readonly form: TableForm
  readonly problems: readonly DataProblem[]
}

/** The form of a table that says nothing of its own. */
export const plainForm: TableForm = { titleRows: 0, delimiter: null, encoding: null, sheet: null }

/** Makes a table of which nothing can be read. */
export function unread(problems: readonly DataProblem[]): TableRead {
  return { columns: [], gathered: [], rowsBefore: [], rows: 0, dropped: 0, form: plainForm, problems }
}

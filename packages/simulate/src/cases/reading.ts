/** What is read of a file, before the cases of its threads are put together. */
import type { Problem } from '../problems.ts'
import type { Gathered } from './gather.ts'

/** How to read. */
export interface ReadOptions {
  /** Worker threads; 0 reads on this one. Left out: two for large files. */
  readonly workers?: number
  /** Told now and then the share of the file that was read, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

/** What was read of a file. */
export interface Reading {
  readonly columns: readonly string[]
  readonly gathered: readonly Gathered[]
  /** The first row of each chunk, less one. */
  readonly rowsBefore: readonly number[]
  readonly rows: number
  readonly dropped: number
  readonly problems: readonly Problem[]
}

/** The flags that name a data set, and how to read it. */
import { Option, type Command } from 'commander'
import type { Window } from '@brightline/simulate'
import { UsageError } from '../terminal/output.ts'
import { readLawDate } from './as-of.ts'

/** As the command line gives them. */
export interface DataFlags {
  readonly data?: string
  readonly mapping?: string
  readonly from?: string
  readonly through?: string
  readonly workers?: string
}

/** Adds the flags to a command. */
export function addData(command: Command): Command {
  return command
    .option('--data <file>', 'the data set: CSV (also gzip), .xlsx, Parquet or Arrow; - for standard input')
    .option('--mapping <file>', 'how its columns become facts: a file, or the name of a ready mapping')
    .option('--from <date>', 'the first day that counts')
    .option('--through <date>', 'the last day that counts')
    .addOption(new Option('--workers <number>', 'worker threads (default: two for large files)'))
}

/** Reads the days that count. */
export function readWindow(flags: Pick<DataFlags, 'from' | 'through'>): Window {
  const from = flags.from === undefined ? null : readLawDate(flags.from)
  const through = flags.through === undefined ? null : readLawDate(flags.through)
  if (from !== null && through !== null && from > through)
    throw new UsageError('the window ends before it begins', 'write --from the first day and --through the last')
  return { from, through }
}

/** Reads the number of workers; null where the reader chooses. */
export function readWorkers({ workers }: Pick<DataFlags, 'workers'>): number | null {
  if (workers === undefined) return null
  if (!/^\d{1,2}$/.test(workers)) throw new UsageError(`\`${workers}\` is no number of workers`, 'write 0 to 99')
  return Number(workers)
}

/** A public report is about one act. */
export function checkPublic(acts: readonly string[]): void {
  if (acts.length === 1) return
  throw new UsageError(
    'a public report is about one act',
    'name it with --act: the counts of two acts could be subtracted from each other',
  )
}

/** The flags that name a data set, and how to read it. */
import { Option, type Command } from 'commander'
import type { Window } from '@brightline/simulate'
import { readLawDate } from './as-of.ts'
import { wrongUse } from '../terminal/usage.ts'

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
    throw wrongUse('USE-0109', { from: '--from', through: '--through' })
  return { from, through }
}

/** Reads the number of workers; null where the reader chooses. */
export function readWorkers({ workers }: Pick<DataFlags, 'workers'>): number | null {
  if (workers === undefined) return null
  if (!/^\d{1,2}$/.test(workers))
    throw wrongUse('USE-0004', { flag: '--workers', what: 'workers', word: workers, least: '0', most: '99' })
  return Number(workers)
}

/** A public report is about one act. */
export function checkPublic(acts: readonly string[]): void {
  if (acts.length === 1) return
  throw wrongUse('USE-0108', { flag: '--act' })
}

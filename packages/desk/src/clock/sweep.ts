/**
 * The sweep: finds what is due soon and what was missed, whatever happened to whoever should have noticed.
 *
 * INVARIANT: no legal deadline hangs on this process. Due times are columns, the clock is that of the database, and each
 * duty is noted once, however many processes sweep.
 */
import { sql } from 'kysely'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../database/transaction.ts'
import { faultOf, type Log } from '../server/log.ts'

/** What a sweep did. */
export interface Swept {
  readonly reminded: number
  readonly escalated: number
  /** By how much the clock of the database was set back since the sweep before. */
  readonly setBackSeconds: number
}

/** Sweeps once; null where another process is at it. */
export async function sweep(database: Database): Promise<Swept | null> {
  const { rows } = await sql<{ reminded: number; escalated: number; set_back_seconds: number }>`
    select reminded, escalated, set_back_seconds from desk.sweep_duties()`.execute(database)
  const [row] = rows
  if (row === undefined) return null
  return { reminded: row.reminded, escalated: row.escalated, setBackSeconds: row.set_back_seconds }
}

/** What is done at each turn beside the sweep. */
export interface ClockWork {
  readonly database: Database
  readonly log: Log
  /** Done before each sweep, such as keeping the days of the law. */
  readonly before: () => Promise<void>
  readonly everyMilliseconds: number
}

/** Sweeps at once and then again and again, until it is told to stop. A turn that fails is written down, and the next one comes. */
export function startClock({ database, log, before, everyMilliseconds }: ClockWork): () => Promise<void> {
  const ending = new AbortController()
  const turn = async (): Promise<void> => {
    await before()
    const swept = await sweep(database)
    if (swept === null) return
    const { reminded, escalated, setBackSeconds } = swept
    if (reminded + escalated > 0) log('swept', { reminded, escalated })
    if (setBackSeconds > 0) log('clock-set-back', { seconds: setBackSeconds })
  }
  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await turn().catch((error: unknown) => log('sweep-failed', faultOf(error)))
      await wait(everyMilliseconds, undefined, { signal: ending.signal, ref: false }).catch(() => undefined)
    }
  }
  const running = run()
  return async () => {
    ending.abort()
    await running
  }
}

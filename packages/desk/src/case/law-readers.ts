/**
 * A reload of the law reaches every server process: each looks every few seconds whether one was asked for, and says
 * whether it could read the law. It needs no open connection, and works through a pooler too.
 */
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database, Work } from '../database/transaction.ts'
import { faultOf, type Log } from '../server/log.ts'
import type { LawInUse } from './law-in-use.ts'

/** What follows the calls. */
export interface Following {
  readonly database: Database
  readonly law: LawInUse
  readonly log: Log
  readonly everyMilliseconds: number
}

/** The processes that use this database. */
export interface LawReaders {
  readonly processes: number
  /** Those whose last reading had errors: they go on with the law from before. */
  readonly failed: number
  /** Those that have not read it since it was last asked for. */
  readonly behind: number
}

/** Asks every process to read the law again, for an administrator. */
export async function callLaw(work: Work): Promise<void> {
  await sql`select desk.call_law()`.execute(work)
}

/** Counts the processes, for an administrator. */
export async function countLawReaders(work: Work): Promise<LawReaders> {
  const { rows } = await sql<LawReaders>`select processes, failed, behind from desk.law_reader_numbers()`.execute(work)
  return rows[0] ?? { processes: 0, failed: 0, behind: 0 }
}

/** Looks again and again until it is told to stop. A turn that fails is written down, and the next one comes. */
export function followLaw({ database, law, log, everyMilliseconds }: Following): () => Promise<void> {
  const ending = new AbortController()
  const process = randomUUID()
  let heard: number | null = null
  const tell = async (): Promise<number> => {
    const { readAt, failed } = await law.state()
    const { rows } = await sql<{ called: number }>`select desk.note_law_reader(${process}, ${heard ?? 0},
      ${failed === null}, ${(failed?.at ?? readAt).toString()}::timestamptz) as called`.execute(database)
    return rows[0]?.called ?? 0
  }
  const turn = async (): Promise<void> => {
    const called = await tell()
    if (called === heard) return
    // What was called before this process began was read by its start.
    const isFirst = heard === null
    if (!isFirst) log((await law.reload()).failed === null ? 'law-reloaded' : 'law-refused', { call: called })
    heard = called
    await tell()
  }
  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await turn().catch((error: unknown) => log('law-not-followed', faultOf(error)))
      await wait(everyMilliseconds, undefined, { signal: ending.signal, ref: false }).catch(() => undefined)
    }
    await sql`select desk.forget_law_reader(${process})`.execute(database).catch(() => undefined)
  }
  const running = run()
  return async () => {
    ending.abort()
    await running
  }
}

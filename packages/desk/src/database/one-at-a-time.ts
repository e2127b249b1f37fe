/** Turns that are taken one after the other, where a row that could be locked is not there yet. */
import { sql } from 'kysely'
import type { Work } from './transaction.ts'

/** Waits until nobody else does what is named; until the transaction ends, nobody else begins. */
export async function oneAtATime(work: Work, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`brightline ${what}`}, 0))`.execute(work)
}

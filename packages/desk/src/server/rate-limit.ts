/** Counts attempts in the database, so that several servers count together. What is counted is kept as a hash. */
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import { tokenHash } from '../people/token.ts'
import { Refusal } from './refusal.ts'

/** So many attempts in so many seconds. */
export interface Limit {
  readonly most: number
  readonly seconds: number
}

/**
 * Counts an attempt, and refuses it where there were too many.
 *
 * @example
 * await limit(database, `sign-in from ${request.ip}`, { most: 30, seconds: 60 })
 */
export async function limit(database: Database, what: string, { most, seconds }: Limit): Promise<void> {
  const { rows } = await sql<{ attempts: number }>`
    select desk.count_attempt(${tokenHash(what)}, ${seconds}) as attempts`.execute(database)
  if ((rows[0]?.attempts ?? 0) > most) throw new Refusal('too-many')
}

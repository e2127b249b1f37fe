/**
 * The only way in which the desk touches rows of an agency.
 *
 * INVARIANT: agency, desk, role and user are set for one transaction and end with it, so that a connection that goes back
 * to the pool reaches nothing. The policies of the database read them.
 */
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import type { Pool } from 'pg'
import type { Role } from '../people/role.ts'
import type { Tables } from './tables.ts'

/** For whom a transaction works. */
export interface Who {
  readonly agency: string
  /** The desk of a clerk; null for those who look over the whole agency. */
  readonly desk: string | null
  readonly role: Role
  readonly user: string
}

/** The database of the desk, as its application login. */
export type Database = Kysely<Tables>

/** One transaction on it. */
export type Work = Transaction<Tables>

/** Makes the typed database of a pool. */
export function databaseOn(pool: Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/**
 * Does work for somebody, in one transaction.
 *
 * @example
 * const open = await transaction(database, who, async (work) => await work.selectFrom('cases').select('reference').execute())
 */
export async function transaction<Value>(
  database: Database,
  { agency, desk, role, user }: Who,
  work: (work: Work) => Promise<Value>,
): Promise<Value> {
  return await database.transaction().execute(async (begun) => {
    await sql`select set_config('desk.agency', ${agency}, true), set_config('desk.desk', ${desk ?? ''}, true),
      set_config('desk.role', ${role}, true), set_config('desk.user', ${user}, true)`.execute(begun)
    return await work(begun)
  })
}

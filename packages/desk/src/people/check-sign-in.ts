/** Holds a name and a password against what is known, with lock-out, and says nothing of which was wrong. */
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import { isPassword } from './password.ts'

/**
 * Gives the id of the user, or null. The attempt is counted first, by the name that was typed: attempts at the same time
 * cannot pass the count, and a name that nobody has is locked like any other.
 */
export async function checkSignIn(database: Database, name: string, password: string): Promise<string | null> {
  const { rows } = await sql<{ user_id: string; password_hash: string | null }>`
    select user_id, password_hash from desk.begin_sign_in(${name})`.execute(database)
  const found = rows[0]
  const isRight = await isPassword(found?.password_hash ?? null, password)
  if (found === undefined || !isRight) return null
  await sql`select desk.forget_failed_sign_ins(${found.user_id})`.execute(database)
  return found.user_id
}

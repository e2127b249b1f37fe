/** Holds a name and a password against what is known, with lock-out, and says nothing of which was wrong. */
import { sql } from 'kysely'
import type { Database } from '../database/transaction.ts'
import { isPassword } from './password.ts'

/** Gives the id of the user, or null. A name that is locked is refused with the right password too. */
export async function checkSignIn(database: Database, name: string, password: string): Promise<string | null> {
  const { rows } = await sql<{ user_id: string; password_hash: string | null; is_locked: boolean }>`
    select user_id, password_hash, is_locked from desk.find_sign_in(${name})`.execute(database)
  const found = rows[0]
  const isRight = await isPassword(found?.password_hash ?? null, password)
  if (found === undefined || found.is_locked) return null
  if (isRight) return found.user_id
  await sql`select desk.note_failed_sign_in(${found.user_id})`.execute(database)
  return null
}

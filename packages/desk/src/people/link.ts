/** One-time links. They open one page, once, and are good for a while. */
import { sql } from 'kysely'
import type { Pool } from 'pg'
import { noteEvent } from '../administration/note-event.ts'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import { newToken, tokenHash } from './token.ts'

/** What a link is for. */
export type LinkPurpose = 'set-up' | 'demonstration'

/** Makes the link of set-up, as the owner of the tables: the application cannot. The ones before are void. */
export async function makeSetUpToken(owner: Pool): Promise<string> {
  const token = newToken()
  await owner.query('select desk.make_set_up_link($1)', [tokenHash(token)])
  return token
}

/** Tells if a link is good, and leaves it so: a preview of the page must not use it up. */
export async function isLinkGood(database: Database, token: string, purpose: LinkPurpose): Promise<boolean> {
  const { rows } = await sql<{ good: boolean }>`
    select desk.is_link_good(${tokenHash(token)}, ${purpose}) as good`.execute(database)
  return rows[0]?.good === true
}

/** Tells if any agency is set up. */
export async function isSetUp(database: Database): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select desk.is_set_up() as done`.execute(database)
  return rows[0]?.done === true
}

/** Whose link it is, and why it was made. */
export interface UserLink {
  readonly purpose: 'invitation' | 'recovery'
  readonly name: string
}

/** Says whose link a token opens, and leaves it good; null where it is used, old, or none. */
export async function describeLink(database: Database, token: string): Promise<UserLink | null> {
  const { rows } = await sql<UserLink>`
    select purpose, sign_in_name as name from desk.describe_link(${tokenHash(token)})`.execute(database)
  return rows[0] ?? null
}

/** Makes a link for somebody who forgot a password; null where the person is none of the agency. */
export async function makeRecoveryLink(database: Database, who: Who, user: string): Promise<string | null> {
  const token = newToken()
  return await transaction(database, who, async (work) => {
    const { rows } = await sql<{ made: boolean }>`
      select desk.make_user_link(${tokenHash(token)}, ${user}, 'recovery') as made`.execute(work)
    if (rows[0]?.made !== true) return null
    await noteEvent(work, who, 'recovery-link-made', user)
    return token
  })
}

/** Makes a link for an administrator, as the owner of the tables; null where nobody of that name administers. */
export async function makeRecoveryToken(owner: Pool, name: string): Promise<string | null> {
  const token = newToken()
  const { rows } = await owner.query('select desk.make_recovery_link($1, $2) as made', [tokenHash(token), name])
  return rows[0]?.made === true ? token : null
}

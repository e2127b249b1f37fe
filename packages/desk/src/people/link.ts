/** One-time links. They open one page, once, and are good for a while. */
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Database } from '../database/transaction.ts'
import { newToken, tokenHash } from './token.ts'

/** What a link is for. */
export type LinkPurpose = 'set-up' | 'invitation' | 'demonstration'

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

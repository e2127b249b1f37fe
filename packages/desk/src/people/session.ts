/** Sessions: rows in the database, so that they can be ended there. The browser holds the random id, the row its hash. */
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import type { Role } from './role.ts'
import { newToken, tokenHash } from './token.ts'

/** Whoever is signed in, and what the frame of every page says of where. */
export interface SignedIn {
  readonly token: string
  readonly who: Who
  readonly agencyName: string
  readonly deskName: string | null
  readonly timeZone: string
  readonly isDemonstration: boolean
  /** Names the session in lists, and opens nothing. */
  readonly sessionId: string
  readonly way: Way
  /** Who it is was proved in the last quarter of an hour: ways to sign in may be changed. */
  readonly isFresh: boolean
}

/** How somebody was proved to be who she is. */
export type Way = 'password' | 'passkey' | 'provider' | 'link'

/** A role that a user holds, at a desk where it has one. */
export interface HeldRole {
  readonly role: Role
  readonly desk: string | null
  readonly deskName: string | null
}

interface FoundRow {
  readonly agency_id: string
  readonly user_id: string
  readonly role: Role
  readonly desk_id: string | null
  readonly agency_name: string
  readonly desk_name: string | null
  readonly time_zone: string
  readonly is_demonstration: boolean
  readonly session_id: string
  readonly way: Way
  readonly is_fresh: boolean
}

/** Finds the session of a token; null where it is none, ended, or its role is no longer held. */
export async function findSession(database: Database, token: string): Promise<SignedIn | null> {
  const { rows } = await sql<FoundRow>`select * from desk.find_session(${tokenHash(token)})`.execute(database)
  const row = rows[0]
  if (row === undefined) return null
  return {
    token,
    who: { agency: row.agency_id, desk: row.desk_id, role: row.role, user: row.user_id },
    agencyName: row.agency_name,
    deskName: row.desk_name,
    timeZone: row.time_zone,
    isDemonstration: row.is_demonstration,
    sessionId: row.session_id,
    way: row.way,
    isFresh: row.is_fresh,
  }
}

/** Lists the roles of a user, those of desks first. */
export async function listRoles(database: Database, user: string): Promise<readonly HeldRole[]> {
  const { rows } = await sql<HeldRole>`select role, desk_id as desk, desk_name as "deskName"
    from desk.list_roles(${user})`.execute(database)
  return rows
}

/** Starts a session in a role that the user holds, and gives its token; null where it is not held. */
export async function startSession(
  database: Database,
  user: string,
  { role, desk }: HeldRole,
  way: Way,
): Promise<string | null> {
  const token = newToken()
  const { rows } = await sql<{ started: boolean }>`
    select desk.start_session(${tokenHash(token)}, ${user}, ${role}, ${desk}, ${way}) as started`.execute(database)
  return rows[0]?.started === true ? token : null
}

/** Goes on in another role that is held, until the session before would have ended; null where it is not held. */
export async function changeSession(
  database: Database,
  { token: before }: SignedIn,
  { role, desk }: HeldRole,
): Promise<string | null> {
  const token = newToken()
  const { rows } = await sql<{ changed: boolean }>`
    select desk.change_session(${tokenHash(before)}, ${tokenHash(token)}, ${role}, ${desk}) as changed`.execute(
    database,
  )
  return rows[0]?.changed === true ? token : null
}

/** Finds the role in which somebody worked in a session of hers that has ended; null where it was of somebody else. */
export async function findRoleOf(database: Database, who: Who, endedToken: string): Promise<HeldRole | null> {
  const row = await transaction(database, who, async (work) => {
    const ended = work.selectFrom('sessions').select(['role', 'desk_id']).where('id_hash', '=', tokenHash(endedToken))
    return await ended.where('user_id', '=', who.user).executeTakeFirst()
  })
  return row === undefined ? null : { role: row.role, desk: row.desk_id, deskName: null }
}

/** Ends a session. Its token opens nothing from then on, wherever it is. */
export async function endSession(database: Database, { token, who }: SignedIn): Promise<void> {
  await transaction(database, who, async (work) => {
    const revoked = { revoked_at: Temporal.Now.instant().toString() }
    await work.updateTable('sessions').set(revoked).where('id_hash', '=', tokenHash(token)).execute()
  })
}

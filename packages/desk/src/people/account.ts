/** What a person, or her administrator, sees of how she signs in, and where she is signed in. */
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { noteEvent } from '../administration/note-event.ts'
import { transaction, type Database, type Who, type Work } from '../database/transaction.ts'
import { hashPassword } from './password.ts'
import type { Role } from './role.ts'
import type { SignedIn } from './session.ts'
import { tokenHash } from './token.ts'

/** A session that is open. */
interface OpenSession {
  readonly id: string
  readonly role: Role
  readonly way: string
  readonly started: Temporal.Instant
  readonly seen: Temporal.Instant
}

/** A passkey, by the name that its user gave it. */
interface NamedPasskey {
  readonly id: string
  readonly name: string
  readonly made: Temporal.Instant
  readonly used: Temporal.Instant | null
}

/** How somebody signs in, and where she is signed in. */
export interface Account {
  readonly name: string
  readonly hasPassword: boolean
  readonly isLocked: boolean
  readonly sessions: readonly OpenSession[]
  readonly passkeys: readonly NamedPasskey[]
  /** By what the provider of the city knows her. */
  readonly providerValue: string | null
}

/** Reads the account of somebody that the reader may see; null where there is none. */
export async function readAccount(database: Database, who: Who, user: string): Promise<Account | null> {
  return await transaction(database, who, async (work) => {
    const found = await work
      .selectFrom('users')
      .select('sign_in_name as name')
      .where('id', '=', user)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (found === undefined) return null
    const { rows } = await sql<{ has_password: boolean; is_locked: boolean }>`
      select has_password, is_locked from desk.ways_of(${user})`.execute(work)
    const link = await work.selectFrom('provider_links').select('value').where('user_id', '=', user).executeTakeFirst()
    const passkeys = await work
      .selectFrom('passkeys')
      .select(['id', 'name', 'made_at as made', 'used_at as used'])
      .where('user_id', '=', user)
      .orderBy('made_at')
      .execute()
    return {
      ...found,
      hasPassword: rows[0]?.has_password === true,
      isLocked: rows[0]?.is_locked === true,
      sessions: await openSessions(work, user),
      passkeys,
      providerValue: link?.value ?? null,
    }
  })
}

async function openSessions(work: Work, user: string): Promise<readonly OpenSession[]> {
  return await work
    .selectFrom('sessions')
    .select(['id', 'role', 'way', 'started_at as started', 'seen_at as seen'])
    .where('user_id', '=', user)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`expires_at > now() and seen_at > now() - interval '2 hours'`)
    .orderBy('started_at', 'desc')
    .execute()
}

/** Gives the name by which somebody signs in. */
export async function ownName(database: Database, who: Who): Promise<string> {
  const { name } = await transaction(
    database,
    who,
    async (work) =>
      await work
        .selectFrom('users')
        .select('sign_in_name as name')
        .where('id', '=', who.user)
        .executeTakeFirstOrThrow(),
  )
  return name
}

/** Ends one session of somebody, or all of them but the one that is kept. */
export async function endSessions(
  database: Database,
  who: Who,
  { user, session, kept }: { readonly user: string; readonly session?: string | undefined; readonly kept?: string },
): Promise<void> {
  await transaction(database, who, async (work) => {
    let meant = work
      .updateTable('sessions')
      .set({ revoked_at: Temporal.Now.instant().toString() })
      .where('user_id', '=', user)
      .where('revoked_at', 'is', null)
    if (session !== undefined) meant = meant.where('id', '=', session)
    if (kept !== undefined) meant = meant.where('id', '<>', kept)
    await meant.execute()
    await noteEvent(work, who, 'session-ended', user)
  })
}

/** Removes a passkey of somebody. */
export async function removePasskey(database: Database, who: Who, user: string, passkey: string): Promise<void> {
  await transaction(database, who, async (work) => {
    await work.deleteFrom('passkeys').where('id', '=', passkey).where('user_id', '=', user).execute()
    await noteEvent(work, who, 'passkey-removed', user)
  })
}

/** Gives whoever is signed in another password. Every other session of hers ends. */
export async function setOwnPassword(database: Database, { who, token }: SignedIn, password: string): Promise<void> {
  const hash = await hashPassword(password)
  await transaction(database, who, async (work) => {
    await sql`select desk.set_own_password(${hash}, ${tokenHash(token)})`.execute(work)
    await noteEvent(work, who, 'password-changed')
  })
}

/** What an administrator changes of somebody who works here. Each change is on record. */
import { Temporal } from 'temporal-polyfill'
import { noteEvent } from '../administration/note-event.ts'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import type { Role } from './role.ts'

/** A role, and the desk of a clerk. */
export interface RoleAt {
  readonly role: Role
  readonly desk: string | null
}

/** Gives somebody a role; once given it stays as it is. */
export async function grantRole(database: Database, who: Who, user: string, { role, desk }: RoleAt): Promise<void> {
  await transaction(database, who, async (work) => {
    const row = { agency_id: who.agency, user_id: user, role, desk_id: desk }
    await work
      .insertInto('user_roles')
      .values(row)
      .onConflict((already) => already.doNothing())
      .execute()
    await noteEvent(work, who, 'role-granted', user)
  })
}

/** Takes a role away. Sessions in it end with it. The database refuses it where no administrator would be left. */
export async function removeRole(database: Database, who: Who, user: string, { role, desk }: RoleAt): Promise<void> {
  await transaction(database, who, async (work) => {
    const held = work.deleteFrom('user_roles').where('user_id', '=', user).where('role', '=', role)
    await (desk === null ? held.where('desk_id', 'is', null) : held.where('desk_id', '=', desk)).execute()
    await noteEvent(work, who, 'role-removed', user)
  })
}

/** Closes an account. What its user did stays on record; nobody signs in with it again. */
export async function closeAccount(database: Database, who: Who, user: string): Promise<void> {
  await transaction(database, who, async (work) => {
    await work
      .updateTable('users')
      .set({ closed_at: Temporal.Now.instant().toString() })
      .where('id', '=', user)
      .execute()
    await noteEvent(work, who, 'account-closed', user)
  })
}

/** Says by what a provider knows somebody; an empty value unlinks. Tells if nobody else has that value. */
export async function linkToProvider(
  database: Database,
  who: Who,
  user: string,
  { issuer, value }: { readonly issuer: string; readonly value: string },
): Promise<boolean> {
  try {
    await transaction(database, who, async (work) => {
      if (value !== '') {
        // The new one comes first for a moment in the same transaction, so that an administrator keeps a way in.
        const taken = await work
          .selectFrom('provider_links')
          .select('user_id')
          .where('issuer', '=', issuer)
          .where('value', '=', value)
          .executeTakeFirst()
        if (taken?.user_id === user) return
      }
      await work.deleteFrom('provider_links').where('user_id', '=', user).where('issuer', '=', issuer).execute()
      const row = { agency_id: who.agency, user_id: user, issuer, value }
      if (value !== '') await work.insertInto('provider_links').values(row).execute()
      await noteEvent(work, who, value === '' ? 'provider-unlinked' : 'provider-linked', user)
    })
    return true
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === 'provider_links_issuer_value_key')
      return false
    throw error
  }
}

/** The people of an agency, as its administrators see and add them. */
import { Temporal } from 'temporal-polyfill'
import { noteEvent } from '../administration/note-event.ts'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import type { Role } from './role.ts'
import { newToken, tokenHash } from './token.ts'

/** Somebody who may sign in. */
export interface User {
  readonly id: string
  readonly name: string
  readonly roles: readonly { readonly role: Role; readonly deskId: string | null; readonly deskName: string | null }[]
}

/** A desk to which a clerk may be added. */
export interface DeskName {
  readonly id: string
  readonly name: string
}

/** Who is added: a name, one role, and a desk where the role has one. */
export interface NewUser {
  readonly name: string
  readonly role: Role
  readonly desk: string | null
}

/** Lists people and desks. */
export async function listPeople(
  database: Database,
  who: Who,
): Promise<{ readonly users: readonly User[]; readonly desks: readonly DeskName[] }> {
  return await transaction(database, who, async (work) => {
    const desks = await work.selectFrom('desks').select(['id', 'name']).orderBy('name').execute()
    const rows = await work
      .selectFrom('users')
      .leftJoin('user_roles', 'user_roles.user_id', 'users.id')
      .leftJoin('desks', 'desks.id', 'user_roles.desk_id')
      .select([
        'users.id',
        'users.sign_in_name as name',
        'user_roles.role',
        'desks.id as deskId',
        'desks.name as deskName',
      ])
      .where('users.closed_at', 'is', null)
      .orderBy('users.sign_in_name')
      .execute()
    const users = Map.groupBy(rows, ({ id }) => id)
    return {
      desks,
      users: [...users].map(([id, held]) => ({
        id,
        name: held[0]?.name ?? '',
        roles: held.flatMap(({ role, deskId, deskName }) => (role === null ? [] : [{ role, deskId, deskName }])),
      })),
    }
  })
}

/** Adds somebody, and gives the token of the invitation; null where the name is taken. */
export async function addUser(database: Database, who: Who, { name, role, desk }: NewUser): Promise<string | null> {
  const token = newToken()
  const expires = Temporal.Now.instant().add({ hours: 72 }).toString()
  const agency = { agency_id: who.agency }
  try {
    await transaction(database, who, async (work) => {
      const { id } = await work
        .insertInto('users')
        .values({ ...agency, sign_in_name: name })
        .returning('id')
        .executeTakeFirstOrThrow()
      await work
        .insertInto('user_roles')
        .values({ ...agency, user_id: id, role, desk_id: desk })
        .execute()
      const link = { ...agency, user_id: id, token_hash: tokenHash(token), purpose: 'invitation', expires_at: expires }
      await work.insertInto('one_time_links').values(link).execute()
      await noteEvent(work, who, 'user-added', id)
    })
    return token
  } catch (error) {
    if (isTaken(error)) return null
    throw error
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'users_sign_in_name_key'
}

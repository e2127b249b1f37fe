/** Visits of the demonstration: in by a one-time link, on in another role, and the end of all of it. */
import { sql } from 'kysely'
import type { Pool } from 'pg'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import type { Role } from '../people/role.ts'
import type { SignedIn } from '../people/session.ts'
import { newToken, tokenHash } from '../people/token.ts'

/** Makes the link of the demonstration, as the owner of the tables. The ones before are void. */
export async function makeDemonstrationToken(owner: Pool): Promise<string> {
  const token = newToken()
  await owner.query('select desk.make_demonstration_link($1)', [tokenHash(token)])
  return token
}

/** Tells if there is a demonstration. */
export async function hasDemonstration(database: Database): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select desk.has_demonstration() as found`.execute(database)
  return rows[0]?.found === true
}

/** Uses a link up and starts a session as the clerk; null where the link is no longer good. */
export async function enterDemonstration(database: Database, link: string): Promise<string | null> {
  const token = newToken()
  const { rows } = await sql<{ entered: boolean }>`
    select desk.enter_demonstration(${tokenHash(link)}, ${tokenHash(token)}) as entered`.execute(database)
  return rows[0]?.entered === true ? token : null
}

/** Goes on in another role, as somebody else of the demonstration; the session from before ends. */
export async function changeInDemonstration(
  database: Database,
  { token: before }: Pick<SignedIn, 'token'>,
  role: Role,
): Promise<string | null> {
  const token = newToken()
  const { rows } = await sql<{ changed: boolean }>`
    select desk.change_in_demonstration(${tokenHash(before)}, ${tokenHash(token)}, ${role}) as changed`.execute(
    database,
  )
  return rows[0]?.changed === true ? token : null
}

/** Lists the places of the demonstration, the invented town first. */
export async function listDemonstration(
  database: Database,
): Promise<readonly { readonly place: string; readonly name: string }[]> {
  const listed = sql<{ place: string; name: string }>`select place, name from desk.list_demonstration()`
  return (await listed.execute(database)).rows
}

/** Goes on at another place of the demonstration, as somebody else; the session from before ends. */
export async function moveInDemonstration(
  database: Database,
  { token: before }: Pick<SignedIn, 'token'>,
  { place, role }: { readonly place: string; readonly role: Role },
): Promise<string | null> {
  const token = newToken()
  const { rows } = await sql<{ moved: boolean }>`
    select desk.move_in_demonstration(${tokenHash(before)}, ${tokenHash(token)}, ${place}, ${role}) as moved`.execute(
    database,
  )
  return rows[0]?.moved === true ? token : null
}

/** Removes every row of the demonstration; false where there is none. The database refuses whoever is no administrator. */
export async function removeDemonstration(database: Database, who: Who): Promise<boolean> {
  return await transaction(database, who, async (work) => {
    const { rows } = await sql<{ removed: boolean }>`select desk.remove_demonstration() as removed`.execute(work)
    return rows[0]?.removed === true
  })
}

/** Makes the demonstration whole, or not at all: what a process that was killed left half made is removed and made anew. */
import { access, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Database } from '../database/transaction.ts'
import { findSession } from '../people/session.ts'
import {
  changeInDemonstration,
  enterDemonstration,
  hasDemonstration,
  makeDemonstrationToken,
  removeDemonstration,
} from './visit.ts'

/** Where the demonstration is made. */
export interface MakingPlace {
  readonly folder: string
  /** The owner of the tables, with two connections: one holds the lock. */
  readonly owner: Pool
  readonly database: Database
}

/** Stands in the folder of the desk while the demonstration is made. */
export const unfinishedName = 'demonstration-unfinished'
const lockName = `hashtext('brightline desk demonstration')`

/** Makes it where there is none that is whole. Of several processes one does, and the others go on without waiting. */
export async function makeOnce(place: MakingPlace, make: () => Promise<void>): Promise<void> {
  const { folder, owner, database } = place
  const mark = join(folder, unfinishedName)
  // The lock ends with its connection, also where the process is killed.
  const holder = await owner.connect()
  try {
    const { rows } = await holder.query<{ held: boolean }>(`select pg_try_advisory_lock(${lockName}) as held`)
    if (rows[0]?.held !== true) return
    if (await isThere(mark)) await removeHalf(place)
    if (await hasDemonstration(database)) return
    await writeFile(mark, '', { mode: 0o600 })
    await make()
    await rm(mark)
  } finally {
    await holder.query(`select pg_advisory_unlock(${lockName})`).catch(() => undefined)
    holder.release()
  }
}

/** Removes what is there, as its administrator, whom the database asks for. */
async function removeHalf({ owner, database }: MakingPlace): Promise<void> {
  if (!(await hasDemonstration(database))) return
  const token = await enterDemonstration(database, await makeDemonstrationToken(owner))
  const changed = token === null ? null : await changeInDemonstration(database, { token }, 'administrator')
  const session = changed === null ? null : await findSession(database, changed)
  if (session === null || !(await removeDemonstration(database, session.who)))
    throw new Error('the demonstration that was left half made cannot be removed')
}

async function isThere(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  )
}

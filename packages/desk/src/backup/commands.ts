/** The commands of backup and restore, for a database of the desk's own, and for one of somebody else. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openPool, type Connection, type OutsideDatabase } from '../database/connection.ts'
import { databaseOn } from '../database/transaction.ts'
import { startEmbedded } from '../embedded/embedded.ts'
import { Obstacle } from '../obstacle.ts'
import { destroyedName, noteDestroyed, readDestroyed } from './destroyed-cases.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

/** Which desk is meant. */
export interface KeptDesk {
  readonly folder: string
  readonly outside?: OutsideDatabase
  /** Whoever administers a database of somebody else. */
  readonly administrator?: Connection
}

/** How a restore is made. */
export interface RestoreOptions extends KeptDesk {
  /** Where the list of destroyed cases lies, if not in the folder. */
  readonly destroyed: string | null
  /** Restores without a list: nothing was ever destroyed, or it does not matter. */
  readonly withoutDestroyed: boolean
}

/** Makes a backup, and tells how many rows it holds. The desk may run meanwhile where its database is outside. */
export async function backUp(desk: KeptDesk, file: string): Promise<number> {
  return await withLogins(desk, async ({ administrator, application }) => {
    const pool = openPool(application, 1)
    try {
      await noteDestroyed(databaseOn(pool), join(resolve(desk.folder), destroyedName))
    } finally {
      await pool.end()
    }
    return await makeBackup(administrator, resolve(file))
  })
}

/** Restores a backup into an empty database, and tells how many rows came back. */
export async function restore(options: RestoreOptions, file: string): Promise<number> {
  const folder = resolve(options.folder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const list = options.destroyed ?? join(folder, destroyedName)
  const destroyed = await readDestroyed(list)
  if (destroyed === null && !options.withoutDestroyed) throw new Obstacle('destroyed-missing', { file: list })
  const rows = await withLogins(
    options,
    async ({ administrator, owner }) =>
      await restoreBackup(resolve(file), { administrator, owner, destroyed: destroyed ?? [] }),
  )
  // The new desk goes on with the list.
  if (destroyed !== null && list !== join(folder, destroyedName))
    await writeFile(join(folder, destroyedName), destroyed.map((id) => `${id}\n`).join(''), { mode: 0o600 })
  return rows
}

interface Logins {
  readonly administrator: Connection
  readonly owner: Connection
  readonly application: Connection
}

async function withLogins<Value>(
  { folder, outside, administrator }: KeptDesk,
  work: (logins: Logins) => Promise<Value>,
): Promise<Value> {
  if (outside === undefined) {
    const running = await startEmbedded({ folder: resolve(folder) })
    try {
      return await work(running)
    } finally {
      await running.stop()
    }
  }
  if (administrator === undefined || outside.owner === undefined) throw new Obstacle('administrator-missing', {})
  return await work({ administrator, owner: outside.owner, application: outside.application })
}

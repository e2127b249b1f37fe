/** Proves that a backup can be restored: into a database beside that of the desk, which is removed afterwards. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Connection } from '../database/connection.ts'
import { rolesText } from '../database/migrate.ts'
import { makeBackup, noteOperation } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

/** The logins with which a restore is tested. */
export interface TestLogins {
  readonly administrator: Connection
  readonly owner: Connection
}

/** Makes a backup, restores it, compares, and tells how many rows came back. Throws where they are not all. */
export async function testRestore({ administrator, owner }: TestLogins): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'brightline-restore-'))
  const database = `desk_restore_test_${process.pid}`
  const client = new pg.Client(administrator)
  client.on('error', () => undefined)
  await client.connect()
  let rows = 0
  try {
    const file = join(folder, 'backup')
    const made = await makeBackup(administrator, file)
    await client.query(`create database ${database}`)
    await prepare({ ...administrator, database })
    const beside = { administrator: { ...administrator, database }, owner: { ...owner, database }, destroyed: [] }
    rows = await restoreBackup(file, beside)
    if (rows !== made) throw new Error(`${made} rows were written, and ${rows} came back`)
    return rows
  } finally {
    await client.query(`drop database if exists ${database} with (force)`)
    await noteOperation(client, 'test-restore', { isGood: rows > 0, rows })
    await client.end()
    await rm(folder, { recursive: true, force: true })
  }
}

async function prepare(connection: Connection): Promise<void> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(rolesText())
  } finally {
    await client.end()
  }
}

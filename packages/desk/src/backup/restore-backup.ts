/** Restores a backup into tables that are empty, whichever release made it, and destroys again what was destroyed since. */
import { once } from 'node:events'
import { from as copyFrom } from 'pg-copy-streams'
import pg from 'pg'
import { openPool, type Connection } from '../database/connection.ts'
import { migrate } from '../database/migrate.ts'
import { Obstacle } from '../obstacle.ts'
import { checkBackup, readBackup, type BackupTable } from './backup-file.ts'

/** What a restore is made with. */
export interface Restoring {
  readonly administrator: Connection
  readonly owner: Connection
  /** The cases whose identities were destroyed, from outside the backup. */
  readonly destroyed: readonly string[]
}

/** Restores a backup, and tells how many rows came back. Where anything fails, nothing is there. */
export async function restoreBackup(file: string, { administrator, owner, destroyed }: Restoring): Promise<number> {
  const { migration } = await checkBackup(file)
  const pool = openPool(owner, 1)
  const client = new pg.Client({ ...administrator, application_name: 'brightline restore' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await refuseFull(client)
    await migrate(pool, migration)
    await client.query('begin')
    // Rows come in the order of their tables, and not of their keys; what follows from rows came with them.
    await client.query('set local session_replication_role = replica')
    const rows = await copyAll(client, file)
    await destroyAgain(client, destroyed)
    await client.query('commit')
    await migrate(pool)
    return rows
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
    await pool.end()
  }
}

/** A desk that is set up is not written over. */
async function refuseFull(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('desk.agencies') is not null as there`)
  if (rows[0]?.there !== true) return
  const { rowCount } = await client.query('select from desk.agencies limit 1')
  if (rowCount !== 0) throw new Obstacle('restore-not-empty', {})
}

async function copyAll(client: pg.Client, file: string): Promise<number> {
  let [rows, stream]: [number, ReturnType<typeof copyFrom> | null] = [0, null]
  for await (const part of readBackup(file)) {
    if (part.kind === 'table') stream = await startCopy(client, part.table)
    else if (stream !== null && part.kind === 'row') {
      rows += 1
      if (!stream.write(part.line)) await once(stream, 'drain')
    } else if (stream !== null) {
      stream.end()
      await once(stream, 'finish')
      stream = null
    }
  }
  await setSequences(client)
  return rows
}

async function startCopy(client: pg.Client, { table, columns }: BackupTable): Promise<ReturnType<typeof copyFrom>> {
  const agency = /^ledger_([0-9a-f]{32})\./.exec(table)?.[1]
  if (agency !== undefined) await client.query(`select set_config('desk.agency', $1, true), desk.make_log()`, [agency])
  // What migrations and the making of a log put there comes with the backup too.
  await client.query(`delete from ${table}`)
  const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  return client.query(copyFrom(`copy ${table} (${names}) from stdin`))
}

/** Lets numbers go on behind the highest that came back. */
async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; column: string }>(
    `select format('%I.%I', table_schema, table_name) as name, column_name as column from information_schema.columns
     where is_identity = 'YES' and (table_schema = 'desk' or table_schema ~ '^ledger_[0-9a-f]{32}$')`,
  )
  for (const { name, column } of rows) {
    const field = pg.escapeIdentifier(column)
    await client.query(
      `select setval(pg_get_serial_sequence('${name}', $1), coalesce((select max(${field}) from ${name}), 0) + 1, false)`,
      [column],
    )
  }
}

async function destroyAgain(client: pg.Client, destroyed: readonly string[]): Promise<void> {
  await client.query(
    `update desk.vault set sealed = null, wrapped_key = null, master_key_id = null, destroyed_at = now()
     where case_id = any($1) and destroyed_at is null`,
    [destroyed],
  )
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('desk.case_keys') is not null as there`)
  if (rows[0]?.there !== true) return
  await client.query(
    `update desk.case_keys set key = null, destroyed_at = now() where destroyed_at is null
     and case_id in (select case_id from desk.vault where destroyed_at is not null)`,
  )
}

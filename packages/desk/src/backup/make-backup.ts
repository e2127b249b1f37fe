/** Makes a backup of one moment, while the desk goes on. It holds what is sealed as it is sealed, and no master key. */
import { to as copyTo } from 'pg-copy-streams'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import type { Connection } from '../database/connection.ts'
import { endOfRows, writeBackup, type BackupHeader, type BackupTable } from './backup-file.ts'

/** What is of one moment only, or of one server, and is left out. */
const leftOut = ['migrations', 'rate_limits', 'sessions', 'one_time_links', 'sign_in_attempts', 'sign_in_challenges']

/** Writes a backup as whoever administers the server, and tells how many rows it holds. */
export async function makeBackup(administrator: Connection, file: string): Promise<number> {
  const client = new pg.Client({ ...administrator, application_name: 'brightline backup' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const counter = { rows: 0 }
    await writeBackup(file, linesOf(client, counter))
    await client.query('commit')
    await noteOperation(client, 'backup', { isGood: true, rows: counter.rows })
    return counter.rows
  } finally {
    await client.end()
  }
}

/** Writes down that a backup was made, or a restore tested. */
export async function noteOperation(
  client: pg.Client,
  kind: 'backup' | 'test-restore',
  { isGood, rows }: { readonly isGood: boolean; readonly rows: number },
): Promise<void> {
  const insert = 'insert into desk.operations (kind, is_good, row_count) values ($1, $2, $3)'
  await client.query(insert, [kind, isGood, rows])
}

async function* linesOf(client: pg.Client, counter: { rows: number }): AsyncGenerator<Buffer> {
  const { rows } = await client.query<{ newest: number }>('select max(number) as newest from desk.migrations')
  const header: BackupHeader = {
    format: 'brightline-backup',
    version: 1,
    madeAt: Temporal.Now.instant().toString(),
    migration: rows[0]?.newest ?? 0,
  }
  yield lineOf(header)
  for (const table of await listTables(client)) {
    yield lineOf(table)
    for await (const chunk of client.query(
      copyTo(`copy ${table.table} (${table.columns.map(quoted).join(', ')}) to stdout`),
    )) {
      const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
      counter.rows += bytes.reduce((count, byte) => (byte === 10 ? count + 1 : count), 0)
      yield bytes
    }
    yield Buffer.from(`${endOfRows}\n`)
  }
}

/** Lists the tables of the desk and of the logs, with the columns that are not computed. */
async function listTables(client: pg.Client): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<{ schema: string; name: string; columns: string[] }>(
    `select c.table_schema as schema, c.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
     from information_schema.columns as c
       join information_schema.tables as t on t.table_schema = c.table_schema and t.table_name = c.table_name
     where (c.table_schema = 'desk' or c.table_schema ~ '^ledger_[0-9a-f]{32}$') and t.table_type = 'BASE TABLE'
       and c.is_generated = 'NEVER' and not (c.table_schema = 'desk' and c.table_name = any($1))
     group by c.table_schema, c.table_name order by c.table_schema, c.table_name`,
    [leftOut],
  )
  return rows.map(({ schema, name, columns }) => ({ table: `${schema}.${name}`, columns }))
}

function lineOf(value: BackupHeader | BackupTable): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`)
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name)
}

/** Brings the tables of a database to this version: numbered SQL files, each applied once, in order, and never changed. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { Obstacle } from '../obstacle.ts'

/** One file of migrations. */
interface Migration {
  readonly number: number
  readonly name: string
  readonly text: string
  readonly hash: string
}

const folder = join(import.meta.dirname, '../../migrations')

/** Reads what makes the logins. Whoever administers the server runs it, once. */
export function rolesText(): string {
  return readFileSync(join(folder, 'roles.sql'), 'utf8')
}

/**
 * Applies the migrations that are missing, as the owner of the tables, and tells how many. Several may try at once. A
 * restore goes through the number that its backup had, and then on.
 *
 * Throws an obstacle where the database was changed by a newer version, or by a file that is not the one that is here.
 */
export async function migrate(owner: Pool, through: number = Infinity): Promise<number> {
  const client = await owner.connect()
  try {
    return await inTransaction(client, async () => {
      // One at a time, in whichever process.
      await client.query(`select pg_advisory_xact_lock(hashtext('brightline desk migrations'))`)
      await client.query(`create schema if not exists desk`)
      await client.query(`create table if not exists desk.migrations
        (number integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`)
      return await applyMissing(client, listMigrations(), through)
    })
  } finally {
    client.release()
  }
}

async function applyMissing(client: PoolClient, migrations: readonly Migration[], through: number): Promise<number> {
  const { rows } = await client.query<{ number: number; hash: string }>(
    'select number, hash from desk.migrations order by number',
  )
  const hashByNumber = new Map(rows.map(({ number, hash }) => [number, hash]))
  const newest = rows.at(-1)?.number ?? 0
  if (newest > (migrations.at(-1)?.number ?? 0)) throw new Obstacle('database-newer', { number: newest })
  if (through !== Infinity && through > (migrations.at(-1)?.number ?? 0))
    throw new Obstacle('database-newer', { number: through })
  const missing = migrations.filter(({ number, name, hash }) => {
    const applied = hashByNumber.get(number)
    if (applied !== undefined && applied !== hash) throw new Obstacle('migration-changed', { name })
    return applied === undefined && number <= through
  })
  for (const { number, name, text, hash } of missing) {
    await client.query(text)
    await client.query('insert into desk.migrations (number, name, hash) values ($1, $2, $3)', [number, name, hash])
  }
  return missing.length
}

function listMigrations(): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-.*\.sql$/.test(name))
  return names.toSorted().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return { number: Number(name.slice(0, 4)), name, text, hash: createHash('sha256').update(text).digest('hex') }
  })
}

async function inTransaction<Value>(client: PoolClient, work: () => Promise<Value>): Promise<Value> {
  await client.query('begin')
  try {
    const value = await work()
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

/** Reads a log out of a PostgreSQL database. It only selects, and takes nothing over from the desk that writes. */
import pg from 'pg'
import { UsageError } from '../output.ts'
import type { Place } from './place.ts'

const rowsAtATime = 1_000
const patience = 10_000

/** A log in a schema. The address is never repeated in a message: it may hold a password. */
export function openDatabase(address: string, schema: string): Place {
  if (!URL.canParse(address)) throw new UsageError('the address of the database is malformed')
  const pool = new pg.Pool({
    connectionString: address,
    max: 2,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    options: '-c default_transaction_read_only=on',
  })
  // A lost connection shows in the query that needs it.
  pool.on('error', () => undefined)
  const table = `"${schema.replaceAll('"', '""')}".file`
  return {
    name: `schema ${schema}`,
    folder: undefined,
    source: {
      read: async (path) => {
        const { rows } = await pool.query<{ bytes: Buffer }>(`select bytes from ${table} where path = $1`, [path])
        return rows[0] && new Uint8Array(rows[0].bytes)
      },
    },
    list: () => listPaths(pool, table),
    close: async () => await pool.end(),
  }
}

async function* listPaths(pool: pg.Pool, table: string): AsyncIterable<string> {
  const select = `select path from ${table} where path > $1 and path like 'tile/%' order by path limit ${rowsAtATime}`
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ path: string }>(select, [after])
    for (const { path } of rows) yield path
    after = rows.at(-1)?.path ?? after
    if (rows.length < rowsAtATime) return
  }
}

/** Reads a log out of a PostgreSQL database. It only selects, and takes nothing over from the desk that writes. */
import pg from 'pg'
import { UsageError } from '../output.ts'
import { inFile, problem, type Kept, type Problem } from '@brightline/ledger'
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
  const name = `"${schema.replaceAll('"', '""')}"`
  const table = `${name}.file`
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
    kept: () => keptRows(pool, name),
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

/** The row of checkpoints, and the entries as they were sequenced. */
async function* keptRows(pool: pg.Pool, schema: string): AsyncIterable<Kept> {
  const notes = await pool.query<{ number: string; note: Buffer | null }>(
    `select number, note from ${schema}.checkpoint order by number desc limit ${rowsAtATime}`,
  )
  for (const { number, note } of notes.rows) {
    yield { kind: 'checkpoint', path: `checkpoint ${number}`, bytes: new Uint8Array(note ?? []) }
  }
  const writer = await pool.query<{ size: string }>(`select size from ${schema}.writer`)
  const size = Number(writer.rows[0]?.size ?? -1)
  if (size < 0) yield { kind: 'fault', fault: problem('LOG-0209', {}, inFile('writer')) }
  const select = `select index, entry from ${schema}.sequenced where index >= $1 order by index limit ${rowsAtATime}`
  for (let first = 0; ;) {
    const { rows } = await pool.query<{ index: string; entry: Buffer | null }>(select, [first])
    const isContiguous = rows.every(({ index }, at) => Number(index) === first + at)
    if (!isContiguous) return yield { kind: 'fault', fault: missing(first, size) }
    yield { kind: 'entries', path: 'sequenced', first, entries: rows.map(({ entry }) => new Uint8Array(entry ?? [])) }
    first += rows.length
    if (rows.length === rowsAtATime) continue
    // The writer may have gone on since its size was read.
    if (first < size) yield { kind: 'fault', fault: missing(first, size) }
    return
  }
}

function missing(first: number, size: number): Problem {
  return problem('LOG-0809', { first, last: Math.max(first, size - 1) }, inFile('sequenced'))
}

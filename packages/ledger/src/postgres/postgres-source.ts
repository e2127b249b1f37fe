/** Reads a log out of a database. It only selects, and takes nothing over from the desk that writes. */
import type { Pool, PoolClient } from 'pg'
import type { DeskState } from '../entry/serials.ts'
import { newDesk } from '../entry/serials.ts'
import type { Kept } from '../fsck/kept.ts'
import { inFile, problem } from '../problem/problem.ts'
import type { ListedSource } from '../tiles/reader.ts'
import { noteDesk } from './desks.ts'
import { quoted } from './schema.ts'

const rowsAtATime = 1_000

/** A log in a schema, with what its writer keeps beside the public files. */
export interface PostgresSource extends ListedSource {
  readonly kept: () => AsyncIterable<Kept>
}

/**
 * Opens a log in a schema for reading. The pool stays the caller's.
 *
 * @example
 * const source = postgresSource(new Pool({ connectionString }), 'ledger')
 */
export function postgresSource(pool: Pool, schema: string): PostgresSource {
  const name = quoted(schema)
  return {
    read: async (path) => {
      const { rows } = await pool.query<{ bytes: Buffer }>(`select bytes from ${name}.file where path = $1`, [path])
      return rows[0] && new Uint8Array(rows[0].bytes)
    },
    list: () => listPaths(pool, name),
    kept: () => keptRows(pool, name),
  }
}

async function* listPaths(pool: Pool, schema: string): AsyncIterable<string> {
  const select = `select path from ${schema}.file where path > $1 and path like 'tile/%' order by path limit ${rowsAtATime}`
  for (let after = ''; ;) {
    const { rows } = await pool.query<{ path: string }>(select, [after])
    for (const { path } of rows) yield path
    after = rows.at(-1)?.path ?? after
    if (rows.length < rowsAtATime) return
  }
}

/** The row of checkpoints, the entries as they were sequenced, and the table of desks, all as of one moment. */
async function* keptRows(pool: Pool, schema: string): AsyncIterable<Kept> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    yield* keptCheckpoints(client, schema)
    const deskByPlace = new Map<string, DeskState>()
    for await (const kept of keptEntries(client, schema)) {
      noteDesks(deskByPlace, kept)
      yield kept
    }
    yield* deskFaults(client, schema, deskByPlace)
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

function noteDesks(deskByPlace: Map<string, DeskState>, kept: Kept): void {
  if (kept.kind === 'entries') for (const entry of kept.entries) noteDesk(deskByPlace, entry)
}

async function* keptCheckpoints(client: PoolClient, schema: string): AsyncIterable<Kept> {
  const select = `select number, note from ${schema}.checkpoint order by number desc limit ${rowsAtATime}`
  const { rows } = await client.query<{ number: string; note: Buffer | null }>(select)
  for (const { number, note } of rows) {
    yield { kind: 'checkpoint', path: `checkpoint ${number}`, bytes: new Uint8Array(note ?? []) }
  }
}

async function* keptEntries(client: PoolClient, schema: string): AsyncIterable<Kept> {
  const writer = await client.query<{ size: string }>(`select size from ${schema}.writer`)
  const size = Number(writer.rows[0]?.size ?? -1)
  if (size < 0) yield { kind: 'fault', fault: problem('LOG-0209', {}, inFile('writer')) }
  const select = `select index, entry from ${schema}.sequenced where index >= $1 order by index limit ${rowsAtATime}`
  for (let first = 0; ;) {
    const { rows } = await client.query<{ index: string; entry: Buffer | null }>(select, [first])
    const isContiguous = rows.every(({ index }, at) => Number(index) === first + at)
    if (!isContiguous) return yield missing(first, size)
    yield { kind: 'entries', path: 'sequenced', first, entries: rows.map(({ entry }) => new Uint8Array(entry ?? [])) }
    first += rows.length
    if (rows.length === rowsAtATime) continue
    if (first < size) yield missing(first, size)
    return
  }
}

function missing(first: number, size: number): Kept {
  const values = { first, last: Math.max(first, size - 1) }
  return { kind: 'fault', fault: problem('LOG-0809', values, inFile('sequenced')) }
}

/** Compares the table of desks with the entries that have an index or wait for one. */
async function* deskFaults(
  client: PoolClient,
  schema: string,
  deskByPlace: Map<string, DeskState>,
): AsyncIterable<Kept> {
  const there = await client.query('select 1 where to_regclass($1) is not null', [`${schema}.desk`])
  // A log that was not opened since the table came has none.
  if (there.rowCount === 0) return
  const waiting = await client.query<{ entry: Buffer }>(`select entry from ${schema}.pending order by ticket`)
  for (const { entry } of waiting.rows) noteDesk(deskByPlace, new Uint8Array(entry))
  const { rows } = await client.query<{ place: string; serial: string }>(`select place, serial from ${schema}.desk`)
  const serialByPlace = new Map(rows.map(({ place, serial }) => [place, Number(serial)]))
  // A log of other entries has no desks.
  if (rows.length === 0) return
  for (const place of new Set([...deskByPlace.keys(), ...serialByPlace.keys()])) {
    const [serial, last] = [serialByPlace.get(place) ?? 0, (deskByPlace.get(place) ?? newDesk).serial]
    if (serial !== last) yield { kind: 'fault', fault: problem('LOG-0813', { place, serial, last }, inFile('desk')) }
  }
}

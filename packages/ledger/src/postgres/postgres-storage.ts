/**
 * The back end of PostgreSQL.
 *
 * One row, locked for every write, keeps writers apart; a writer that was taken over finds another number in it and
 * stops. Entries that `enqueue` put in line get their indices from the writer.
 */
import { checkpointPath } from '../tiles/path.ts'
import type { Pool, PoolClient } from 'pg'
import { attempt } from '../problem/attempt.ts'
import { fail, inFile, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { Along, LogFile, LogState, LogStorage, Waiting } from '../log/storage.ts'
import { fillDesks, moveDesks } from './desks.ts'
import { quoted, schemaOf } from './schema.ts'
import { inTransaction } from './transaction.ts'

/** A log storage that also takes what `enqueue` put in line. */
export interface PostgresStorage extends LogStorage {
  /** The index of an entry by its ticket; undefined while it waits. */
  readonly indexOf: (ticket: string) => Promise<Result<number | undefined>>
}

/** Options of a storage in a database. */
export interface PostgresStorageOptions {
  /** The longest wait for another writer, and the longest silence inside a transaction before it is lost. */
  readonly patienceMilliseconds?: number
}

/**
 * Opens a log in a schema of a database as its writer, and makes its tables where there are none. The pool stays the
 * caller's; give it a `query_timeout`, so that a dead network shows.
 *
 * @example
 * const storage = await openPostgresStorage(new Pool({ connectionString }), 'ledger')
 */
export async function openPostgresStorage(
  pool: Pool,
  schema: string,
  { patienceMilliseconds = 10_000 }: PostgresStorageOptions = {},
): Promise<Result<PostgresStorage>> {
  const opened = await attempt(async () => {
    // Making tables asks for rights that a writer need not have.
    const look = 'select 1 where to_regclass($1) is not null and to_regclass($2) is not null'
    const { rowCount } = await pool.query(look, [`${quoted(schema)}.writer`, `${quoted(schema)}.desk`])
    if (rowCount === 0) await pool.query(schemaOf(schema))
    return await inTransaction(pool, patienceMilliseconds, async (client) => {
      const takeOver = `update ${quoted(schema)}.writer set number = number + 1 returning number`
      const { rows } = await client.query<{ number: string }>(takeOver)
      if (rows[0] === undefined) return fail('LOG-0209', {}, inFile('writer'))
      await fillDesks(client, quoted(schema))
      return succeed(new DatabaseStorage(pool, quoted(schema), rows[0].number, patienceMilliseconds))
    })
  })
  return opened.ok ? opened.value : opened
}

const rowsAtATime = 1_000
const waitingAtATime = 4_096
const nothingAlong: Along = { tickets: [], desks: [] }

/** Guards that only the last writer writes. */
class DatabaseStorage implements PostgresStorage {
  readonly #pool: Pool
  readonly #schema: string
  readonly #writer: string
  readonly #patience: number
  #isClosed = false

  constructor(pool: Pool, schema: string, writer: string, patience: number) {
    this.#pool = pool
    this.#schema = schema
    this.#writer = writer
    this.#patience = patience
  }

  readonly waiting = async (): Promise<Result<readonly Waiting[]>> =>
    await this.#read(async () => {
      const select = `select ticket, entry from ${this.#schema}.pending order by ticket limit ${waitingAtATime}`
      const { rows } = await this.#pool.query<{ ticket: string; entry: Buffer }>(select)
      return rows.map(({ ticket, entry }) => ({ ticket, entry: new Uint8Array(entry) }))
    })

  readonly sequence = async (entries: readonly Uint8Array[], along: Along = nothingAlong): Promise<Result<number>> =>
    await this.#write(async (client, size) => {
      const moved = await moveDesks(client, this.#schema, along.desks)
      if (!moved.ok) return moved
      // Entries of transactions that are still open come later, with a later index: order among desks is nobody's claim.
      const take = `delete from ${this.#schema}.pending where ticket = any($1::bigint[])`
      const { rowCount } = along.tickets.length === 0 ? { rowCount: 0 } : await client.query(take, [along.tickets])
      if (rowCount !== along.tickets.length) return fail('LOG-0812')
      const insert = `insert into ${this.#schema}.sequenced (index, ticket, entry)
        select $1::bigint + position - 1, ticket, entry
        from unnest($2::bigint[], $3::bytea[]) with ordinality as new (ticket, entry, position)`
      const tickets = entries.map((_, at) => along.tickets[at] ?? null)
      const bytes = entries.map((entry) => Buffer.from(entry))
      if (entries.length > 0) await client.query(insert, [size, tickets, bytes])
      await this.#grow(client, size + entries.length)
      return succeed(size)
    })

  readonly sequencedSize = async (): Promise<Result<number>> =>
    await this.#read(async () => {
      const { rows } = await this.#pool.query<{ size: string }>(`select size from ${this.#schema}.writer`)
      return Number(rows[0]?.size)
    })

  readonly indexOf = async (ticket: string): Promise<Result<number | undefined>> =>
    await this.#read(async () => {
      const select = `select index from ${this.#schema}.sequenced where ticket = $1`
      const { rows } = await this.#pool.query<{ index: string }>(select, [ticket])
      return rows[0] === undefined ? undefined : Number(rows[0].index)
    })

  readonly readSequenced = async (from: number, limit: number): Promise<Result<readonly Uint8Array[]>> =>
    await this.#read(async () => {
      const select = `select entry from ${this.#schema}.sequenced where index >= $1 and index < $2 order by index`
      const { rows } = await this.#pool.query<{ entry: Buffer }>(select, [from, from + limit])
      return rows.map(({ entry }) => new Uint8Array(entry))
    })

  readonly read = async (path: string): Promise<Uint8Array | undefined> => {
    const select = `select bytes from ${this.#schema}.file where path = $1`
    const { rows } = await this.#pool.query<{ bytes: Buffer }>(select, [path])
    return rows[0] && new Uint8Array(rows[0].bytes)
  }

  readonly write = async (files: readonly LogFile[]): Promise<Result<true>> =>
    await this.#write(async (client) => {
      const upsert = `insert into ${this.#schema}.file (path, bytes) select * from unnest($1::text[], $2::bytea[])
        on conflict (path) do update set bytes = excluded.bytes`
      for (let at = 0; at < files.length; at += 64) {
        const some = files.slice(at, at + 64)
        await client.query(upsert, [some.map(({ path }) => path), some.map(({ bytes }) => Buffer.from(bytes))])
      }
      return succeed(true)
    })

  readonly latest = async (): Promise<Result<LogState>> =>
    await this.#read(async () => {
      const select = `select number, note from ${this.#schema}.checkpoint order by number desc limit 1`
      const { rows } = await this.#pool.query<{ number: string; note: Buffer }>(select)
      const last = rows[0]
      return { number: Number(last?.number ?? 0), checkpoint: last && new Uint8Array(last.note) }
    })

  readonly swap = async (last: LogState, next: Uint8Array): Promise<Result<LogState>> =>
    await this.#write(async (client) => {
      const insert = `insert into ${this.#schema}.checkpoint (number, note)
        select $1::bigint, $2 where $1::bigint - 1 = (select coalesce(max(number), 0) from ${this.#schema}.checkpoint)`
      const { rowCount } = await client.query(insert, [last.number + 1, Buffer.from(next)])
      if (rowCount !== 1) return fail('LOG-0803')
      return succeed({ number: last.number + 1, checkpoint: next })
    })

  readonly expose = async (checkpoint: Uint8Array): Promise<Result<true>> =>
    await this.write([{ path: checkpointPath, bytes: checkpoint }])

  readonly forget = async (): Promise<Result<true>> => succeed(true)

  async *list(): AsyncIterable<string> {
    let after = ''
    for (;;) {
      const select = `select path from ${this.#schema}.file where path > $1 and path <> $2 order by path limit ${rowsAtATime}`
      const { rows } = await this.#pool.query<{ path: string }>(select, [after, checkpointPath])
      for (const { path } of rows) yield path
      after = rows.at(-1)?.path ?? after
      if (rows.length < rowsAtATime) return
    }
  }

  readonly close = async (): Promise<void> => {
    this.#isClosed = true
  }

  async #grow(client: PoolClient, size: number): Promise<void> {
    await client.query(`update ${this.#schema}.writer set size = $1`, [size])
  }

  async #read<T>(work: () => Promise<T>): Promise<Result<T>> {
    return this.#isClosed ? fail('LOG-0805') : await attempt(work)
  }

  /** Runs work in a transaction that holds the one row of the writer. */
  async #write<T>(work: (client: PoolClient, size: number) => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#isClosed) return fail('LOG-0805')
    const done = await attempt(
      async () =>
        await inTransaction(this.#pool, this.#patience, async (client) => {
          const select = `select number, size from ${this.#schema}.writer for update`
          const { rows } = await client.query<{ number: string; size: string }>(select)
          const isMine = rows[0]?.number === this.#writer
          return isMine ? await work(client, Number(rows[0]?.size)) : fail('LOG-0802')
        }),
    )
    return done.ok ? done.value : done
  }
}

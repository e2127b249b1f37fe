/** Opens logs where they lie: in a folder, at a web address, or in a schema of a PostgreSQL database. */
import { httpSource, readLogFolder, type Kept, type TileSource } from '@brightline/ledger'
import { orUsage } from './problem-lines.ts'
import { wrongUse } from '../terminal/usage.ts'

/** A log that can be read. `folder` is there when it lies in one. */
export interface LogAddress {
  readonly name: string
  readonly folder: string | undefined
  readonly source: TileSource
  readonly list: (() => AsyncIterable<string>) | undefined
  /** Lists what the writer keeps for itself, where it can be read. */
  readonly kept: (() => AsyncIterable<Kept>) | undefined
  readonly close: () => Promise<void>
}

/** Opens a log for as long as some work takes. */
export async function withLog<T>(
  target: string,
  flags: { readonly schema?: string },
  work: (address: LogAddress) => Promise<T>,
): Promise<T> {
  const address = await openAddress(target, flags)
  try {
    return await work(address)
  } finally {
    await address.close()
  }
}

/** Opens a log for reading; nobody who writes it notices. */
async function openAddress(target: string, flags: { readonly schema?: string }): Promise<LogAddress> {
  if (/^postgres(?:ql)?:\/\//.test(target)) return await openDatabase(target, flags.schema ?? 'ledger')
  if (flags.schema !== undefined) throw wrongUse('USE-0104', { flag: '--schema', subject: 'databases' })
  return /^https?:\/\//.test(target) ? openUrl(target) : await openFolder(target)
}

function openUrl(target: string): LogAddress {
  if (!URL.canParse(target)) throw wrongUse('USE-0210')
  const { username, password, search, hash } = new URL(target)
  if (`${username}${password}${search}${hash}` !== '') {
    throw wrongUse('USE-0211')
  }
  const nothing = { folder: undefined, list: undefined, kept: undefined }
  return { name: target, source: httpSource(target), ...nothing, close: async () => undefined }
}

async function openFolder(target: string): Promise<LogAddress> {
  const reader = orUsage(await readLogFolder(target))
  const { list, kept } = reader
  return { name: target, folder: target, source: reader, list, kept, close: async () => undefined }
}

const patienceMilliseconds = 10_000

/** The address is never repeated in a message: it may hold a password. */
async function openDatabase(address: string, schema: string): Promise<LogAddress> {
  if (!URL.canParse(address)) throw wrongUse('USE-0212')
  const [{ default: pg }, { postgresSource }] = await Promise.all([import('pg'), import('@brightline/ledger/postgres')])
  const pool = new pg.Pool({
    connectionString: address,
    max: 2,
    connectionTimeoutMillis: patienceMilliseconds,
    query_timeout: patienceMilliseconds,
    options: '-c default_transaction_read_only=on',
  })
  // A lost connection shows in the query that needs it.
  pool.on('error', () => undefined)
  const source = postgresSource(pool, schema)
  const { list, kept } = source
  return { name: `schema ${schema}`, folder: undefined, source, list, kept, close: async () => await pool.end() }
}

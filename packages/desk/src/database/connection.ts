/** How the desk reaches a database, and how values of the database become values of ours. */
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'

/** One login at one server. */
export interface Connection {
  /** A name or address, or the folder of a socket. */
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

/** A database of somebody else: the application login, and the owner of the tables where migrations are ours to run. */
export interface OutsideDatabase {
  readonly application: Connection
  readonly owner?: Connection
}

/** The most that one statement, one lock and one idle transaction may take, and how long a connection is kept for the next. */
const bounds = {
  connectionTimeoutMillis: 5_000,
  // A new connection plans each statement anew for a while, and whoever comes first waits for it.
  idleTimeoutMillis: 600_000,
  statement_timeout: 15_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
} as const

/**
 * Opens a pool of connections. A connection that breaks is replaced, and ends nothing: neither while it is idle, nor
 * between two statements of whoever holds it, who learns it by the next one.
 *
 * @example
 * const pool = openPool({ host: '127.0.0.1', port: 5432, user: 'desk_application', password, database: 'desk' })
 */
export function openPool(connection: Connection, max = 16, settings = ''): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    ...bounds,
    max,
    // Statements that do not depend on each other are sent without waiting (`together`).
    pipeline: true,
    options: `-c search_path=desk ${settings}`.trim(),
    application_name: `brightline desk ${process.pid}`,
    types: { getTypeParser: parserOf },
  })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Reads `postgres://user:password@host:port/database`; null where it is no such address. */
export function parseAddress(address: string): Connection | null {
  if (!URL.canParse(address)) return null
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(address)
  const database = decodeURIComponent(pathname.slice(1))
  if (!['postgres:', 'postgresql:'].includes(protocol) || username === '' || database === '') return null
  return {
    // A folder cannot stand where the name of a host stands.
    host: searchParams.get('host') ?? decodeURIComponent(hostname),
    port: port === '' ? 5432 : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database,
  }
}

/** The numbers by which the database names its types. */
const parserByType: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [20, Number],
  [1082, (text) => Temporal.PlainDate.from(text)],
  [1184, (text) => Temporal.Instant.from(text)],
])

type TypeId = Parameters<typeof pg.types.getTypeParser>[0]

// The driver asks with a format; text is the only one that is used.
function parserOf(type: TypeId, format?: 'text' | 'binary'): (text: string) => unknown {
  return parserByType.get(type) ?? pg.types.getTypeParser(type, format === 'binary' ? 'text' : format)
}

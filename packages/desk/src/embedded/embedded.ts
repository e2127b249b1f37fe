/**
 * A PostgreSQL server of the desk's own: in a folder, reached by a socket in that folder and by nothing else.
 *
 * INVARIANT: one desk uses a folder at a time. It holds an advisory lock of the server, which ends with its process, also
 * with one that is killed; the server then stays behind and is adopted by the next start. Where the server ends before
 * its desk, the connection of that lock ends with it, and the server is started again.
 */
import { resolve } from 'node:path'
import pg from 'pg'
import type { Connection } from '../database/connection.ts'
import { rolesText } from '../database/migrate.ts'
import { Obstacle, reasonOf } from '../obstacle.ts'
import { serverAccount, type Account } from './account.ts'
import { ensureCluster, superuser } from './cluster.ts'
import { placeOf, type Place } from './place.ts'
import { keepRunning, type Gone } from './keep-running.ts'
import { readOrMakeSecrets, type Secrets } from './secrets.ts'
import { connectionTo, ensureServer, stopServer } from './server.ts'

/** A server that runs, with its two logins. */
export interface Embedded {
  readonly owner: Connection
  readonly application: Connection
  /** Whoever administers the server: for backups, and for nothing else once it runs. */
  readonly administrator: Connection
  /** Tells if it ran already, left behind by a desk that was killed. */
  readonly isAdopted: boolean
  /** Where its data lie. */
  readonly data: string
  readonly stop: () => Promise<void>
}

/** What can be told to the start. */
export interface EmbeddedOptions {
  /** The folder of the desk. */
  readonly folder: string
  readonly account?: Account | null
  /** Where the data lie if the user of the server cannot enter the folder. */
  readonly elsewhere?: string
  /** The most that making the data, and starting, may take each. */
  readonly milliseconds?: number
  /** Is told when the server is gone though nobody stopped it, and how starting it again went. */
  readonly onGone?: Gone
}

/** Starts the server of a folder, or adopts it. Throws an obstacle that says what is in the way. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { account = serverAccount(), elsewhere, milliseconds = 60_000, onGone } = options
  const folder = resolve(options.folder)
  const place = await placeOf(folder, { account, ...(elsewhere === undefined ? {} : { elsewhere }) })
  const secrets = await readOrMakeSecrets(resolve(folder, 'database-passwords.json'))
  await ensureCluster(place, secrets.superuser, milliseconds)
  const how = await ensureServer(place, secrets.superuser, milliseconds)
  const lock = await holdLock(place, secrets, folder)
  await prepare(lock, place, secrets)
  const start = async (): Promise<pg.Client> => {
    await ensureServer(place, secrets.superuser, milliseconds)
    return await holdLock(place, secrets, folder)
  }
  const running = keepRunning(lock, start, onGone)
  return {
    owner: connectionTo(place, 'desk_owner', secrets.owner),
    application: connectionTo(place, 'desk_application', secrets.application),
    administrator: connectionTo(place, superuser, secrets.superuser),
    isAdopted: how === 'adopted',
    data: place.data,
    stop: async () => {
      await running.stop()
      await stopServer(place)
    },
  }
}

/** Takes the lock of the folder, on a connection that lives as long as the desk. */
async function holdLock(place: Place, secrets: Secrets, folder: string): Promise<pg.Client> {
  const connection = connectionTo(place, superuser, secrets.superuser, 'postgres')
  const client = new pg.Client({ ...connection, application_name: `brightline desk ${process.pid}` })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(${lockNumber}) as held`)
    if (rows[0]?.held === true) return client
    const holder = await client.query<{ name: string }>(`select application_name as name from pg_stat_activity
      where pid in (select pid from pg_locks where locktype = 'advisory' and granted and objid = ${lockNumber})`)
    throw new Obstacle('folder-in-use', { folder, process: holder.rows[0]?.name.replaceAll(/\D/g, '') ?? '?' })
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error instanceof Obstacle ? error : new Obstacle('database-away', { why: reasonOf(error) })
  }
}

const lockNumber = 471_100

/** Makes the database and the logins of the desk, each if it is missing, and gives the logins their passwords. */
async function prepare(client: pg.Client, place: Place, secrets: Secrets): Promise<void> {
  const { rowCount } = await client.query(`select from pg_database where datname = 'desk'`)
  if (rowCount === 0) await client.query('create database desk')
  const inside = new pg.Client(connectionTo(place, superuser, secrets.superuser))
  inside.on('error', () => undefined)
  await inside.connect()
  try {
    await inside.query(rolesText())
    for (const [role, password] of [
      ['desk_owner', secrets.owner],
      ['desk_application', secrets.application],
    ] as const) {
      await inside.query(`alter role ${role} password ${pg.escapeLiteral(password)}`)
    }
  } finally {
    await inside.end()
  }
}

/** The desk that a soak kills: its server in a process of its own, with the database that it starts or adopts. */
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openPool, type Connection } from '../src/database/connection.ts'
import { serverAccount } from '../src/embedded/account.ts'
import { startChild, waitForEnd, waitUntil, type Child } from '../src/embedded/child.ts'
import { superuser as superuserName } from '../src/embedded/cluster.ts'
import { placeOf } from '../src/embedded/place.ts'
import { readOrMakeSecrets } from '../src/embedded/secrets.ts'
import { connectionTo } from '../src/embedded/server.ts'

const program = join(import.meta.dirname, '../src/main.ts')
/** A start that takes longer has failed. */
const longestStart = 60_000

/** One that runs. */
export interface SoakDesk {
  readonly address: string
  readonly child: Child
}

/** Starts the server of a folder; what was left of the one before is its own business. */
export async function startSoakDesk(folder: string): Promise<SoakDesk> {
  const words = ['--conditions=brightline-source', program, '--folder', folder, '--port', '0', '--no-demonstration']
  // What was compiled once starts sooner.
  const cache = join(tmpdir(), 'brightline-soak-cache')
  const env = { ...process.env, DATABASE_URL: '', DATABASE_OWNER_URL: '', NODE_COMPILE_CACHE: cache }
  const child = startChild(process.execPath, [...words, '--log'], { env })
  await waitUntil(child, (said) => addressIn(said) !== null, longestStart)
  return { child, address: addressIn(child.said()) ?? '' }
}

function addressIn(said: string): string | null {
  return /^http:\/\/localhost:\d+/m.exec(said)?.[0] ?? null
}

/** Kills a process at once, and waits until it is gone. */
export async function killDesk({ child }: SoakDesk): Promise<void> {
  child.process.kill('SIGKILL')
  await waitForEnd(child, 10_000)
}

/** Ends it as whoever runs it would. */
export async function endDesk({ child }: SoakDesk): Promise<void> {
  child.process.kill('SIGTERM')
  await waitForEnd(child, 35_000)
}

/** How the soak looks into the database, past the desk. */
export interface Inside {
  readonly superuser: pg.Pool
  readonly application: pg.Pool
  /** Kills the process that the whole database hangs on. */
  readonly killDatabase: () => Promise<void>
  readonly end: () => Promise<void>
}

/** Opens the database of a folder in which a desk runs. */
export async function lookInside(folder: string): Promise<Inside> {
  const place = await placeOf(folder, { account: serverAccount() })
  const secrets = await readOrMakeSecrets(join(folder, 'database-passwords.json'))
  const superuser = new pg.Pool({ ...bounded(connectionTo(place, superuserName, secrets.superuser)), max: 4 })
  superuser.on('error', () => undefined)
  const application = openPool(connectionTo(place, 'desk_application', secrets.application), 4)
  return {
    ...{ superuser, application },
    killDatabase: async () => {
      const text = await readFile(join(place.data, 'postmaster.pid'), 'utf8')
      process.kill(Number.parseInt(text, 10), 'SIGKILL')
    },
    end: async () => {
      await Promise.all([superuser.end(), application.end()])
    },
  }
}

function bounded(connection: Connection): pg.PoolConfig {
  return { ...connection, connectionTimeoutMillis: 10_000, query_timeout: 60_000 }
}

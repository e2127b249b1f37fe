/** A desk to be loaded: a real database that waits for its disk, one agency with several desks, and cases. */
import pg from 'pg'
import { openPool, type Connection } from '../../packages/desk/src/database/connection.ts'
import { migrate } from '../../packages/desk/src/database/migrate.ts'
import { makeWorkplace, type Workplace } from '../../packages/desk/test/load/workplace.ts'
import { startEmbedded } from '../../packages/desk/src/embedded/embedded.ts'
import { databaseOn, type Database } from '../../packages/desk/src/database/transaction.ts'

/** What is loaded. */
export interface BenchDesk extends Workplace {
  readonly superuser: pg.Pool
  readonly owner: Connection
  readonly application: Connection
  readonly database: Database
  readonly stop: () => Promise<void>
}

/** Starts it in a folder, with so many desks, as a desk starts its own database. */
export async function startBenchDesk(folder: string, desks: number): Promise<BenchDesk> {
  const { administrator, owner, application, stop: stopServer } = await startEmbedded({ folder })
  const superuser = new pg.Pool({ ...administrator, max: 16 })
  superuser.on('error', () => undefined)
  const owners = openPool(owner, 1)
  await migrate(owners)
  await owners.end()
  const pool = openPool(application)
  const stop = async (): Promise<void> => {
    await Promise.all([superuser.end(), pool.end()])
    await stopServer()
  }
  return { ...(await makeWorkplace(superuser, desks)), superuser, owner, application, database: databaseOn(pool), stop }
}

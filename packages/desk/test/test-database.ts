/** A real PostgreSQL server for the tests of the desk, with its logins and tables, and a database of the application. */
import pg from 'pg'
import { startServer } from '../../../scripts/postgresql/server.ts'
import { openPool, type Connection } from '../src/database/connection.ts'
import { migrate, rolesText } from '../src/database/migrate.ts'
import { databaseOn, type Database } from '../src/database/transaction.ts'

export interface TestDatabase {
  readonly superuser: pg.Pool
  readonly owner: pg.Pool
  readonly application: pg.Pool
  readonly database: Database
  readonly connection: Connection
  readonly stop: () => Promise<void>
}

const password = 'loopback-only'

/** Starts it, with its tables as they are now, or as they were after some migration. */
export async function startTestDatabase(through: number = Infinity): Promise<TestDatabase> {
  const server = await startServer({ settings: ['fsync=off'] })
  const superuser = new pg.Pool({ ...server.connection, max: 4 })
  superuser.on('error', () => undefined)
  await superuser.query(rolesText())
  for (const role of ['desk_owner', 'desk_application'])
    await superuser.query(`alter role ${role} password '${password}'`)
  const owner = openPool({ ...server.connection, user: 'desk_owner', password }, 4)
  await migrate(owner, through)
  const connection = { ...server.connection, user: 'desk_application', password }
  const application = openPool(connection)
  const stop = async (): Promise<void> => {
    await Promise.all([superuser.end(), owner.end(), application.end()])
    await server.stop()
  }
  return { superuser, owner, application, database: databaseOn(application), connection, stop }
}

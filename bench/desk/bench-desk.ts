/** A desk to be loaded: a real database that waits for its disk, one agency with several desks, and cases. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { openPool, type Connection } from '../../packages/desk/src/database/connection.ts'
import { migrate } from '../../packages/desk/src/database/migrate.ts'
import { startEmbedded } from '../../packages/desk/src/embedded/embedded.ts'
import { databaseOn, type Database, type Who } from '../../packages/desk/src/database/transaction.ts'
import { newToken, tokenHash } from '../../packages/desk/src/people/token.ts'
import type { Role } from '../../packages/desk/src/people/role.ts'

/** Somebody who works there, with a session. */
export interface Worker {
  readonly who: Who
  readonly token: string
}

/** What is loaded. */
export interface BenchDesk {
  readonly superuser: pg.Pool
  readonly owner: Connection
  readonly application: Connection
  readonly database: Database
  readonly agency: string
  /** A clerk of each desk. */
  readonly clerks: readonly Worker[]
  readonly supervisor: Worker
  readonly records: Worker
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
  const agency = randomUUID()
  await superuser.query(
    `insert into desk.agencies (id, place, kind, name, time_zone)
     values ($1, 'us/ex/springfield', 'jail', 'Springfield', 'America/Chicago')`,
    [agency],
  )
  const clerks: Worker[] = []
  for (let at = 0; at < desks; at += 1)
    clerks.push(await addWorker(superuser, agency, 'clerk', await addDesk(superuser, agency, at)))
  const stop = async (): Promise<void> => {
    await Promise.all([superuser.end(), pool.end()])
    await stopServer()
  }
  return {
    ...{ superuser, owner, application, database: databaseOn(pool), agency, clerks, stop },
    supervisor: await addWorker(superuser, agency, 'supervisor', null),
    records: await addWorker(superuser, agency, 'records-officer', null),
  }
}

async function addDesk(superuser: pg.Pool, agency: string, at: number): Promise<string> {
  const desk = randomUUID()
  const prefix = `D${String.fromCodePoint(65 + at)}`
  await superuser.query(`insert into desk.desks (id, agency_id, name, prefix) values ($1, $2, $3, $4)`, [
    ...[desk, agency, `Desk ${prefix}`, prefix],
  ])
  return desk
}

async function addWorker(superuser: pg.Pool, agency: string, role: Role, desk: string | null): Promise<Worker> {
  const [user, token] = [randomUUID(), newToken()]
  await superuser.query(`insert into desk.users (id, agency_id, sign_in_name) values ($1, $2, $3)`, [
    ...[user, agency, `user-${user}`],
  ])
  await superuser.query(`insert into desk.user_roles values ($1, $2, $3, $4)`, [agency, user, role, desk])
  await superuser.query(
    `insert into desk.sessions (id_hash, agency_id, user_id, role, desk_id, expires_at)
     values ($1, $2, $3, $4, $5, now() + interval '12 hours')`,
    [tokenHash(token), agency, user, role, desk],
  )
  return { token, who: { agency, desk, role, user } }
}

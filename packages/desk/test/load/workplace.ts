/** An agency with several desks and people who are signed in, made by SQL. */
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Who } from '../../src/database/transaction.ts'
import type { Role } from '../../src/people/role.ts'
import { newToken, tokenHash } from '../../src/people/token.ts'

/** Somebody who works there, with a session. */
export interface Worker {
  readonly who: Who
  readonly token: string
}

/** Everybody who works there. */
export interface Workplace {
  readonly agency: string
  /** A clerk of each desk. */
  readonly clerks: readonly Worker[]
  readonly supervisor: Worker
  readonly records: Worker
}

/** Makes one, as the superuser. */
export async function makeWorkplace(superuser: pg.Pool, desks: number): Promise<Workplace> {
  const agency = randomUUID()
  await superuser.query(
    `insert into desk.agencies (id, place, kind, name, time_zone)
     values ($1, 'us/ex/springfield', 'jail', 'Springfield', 'America/Chicago')`,
    [agency],
  )
  const clerks: Worker[] = []
  for (let at = 0; at < desks; at += 1)
    clerks.push(await addWorker(superuser, agency, 'clerk', await addDesk(superuser, agency, at)))
  const supervisor = await addWorker(superuser, agency, 'supervisor', null)
  return { agency, clerks, supervisor, records: await addWorker(superuser, agency, 'records-officer', null) }
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

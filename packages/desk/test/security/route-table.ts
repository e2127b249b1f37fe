/** The routes of a server with what is needed to call each of them: real cases, somebody of every role, and forms. */
import type { RouteOptions } from 'fastify'
import { randomUUID } from 'node:crypto'
import { roles, type Role } from '../../src/people/role.ts'
import { newToken, tokenHash } from '../../src/people/token.ts'
import type { TestDesk } from '../server/test-desk.ts'
import { Visitor } from '../server/visitor.ts'
import { formWord } from '../../src/people/token.ts'

/** Whoever calls: a role, or nobody who is known. */
export type Caller = Role | 'stranger'
export const callers: readonly Caller[] = [...roles, 'stranger']

/** One route. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly schema: RouteOptions['schema']
  readonly config: RouteOptions['config']
}

/** Lists every route that answers GET or POST. */
export function routesOf({ routes }: TestDesk): readonly Route[] {
  return routes.flatMap(({ method, url, schema, config }) =>
    (['GET', 'POST'] as const).flatMap((one) =>
      [method].flat().includes(one) ? [{ method: one, url, schema, config }] : [],
    ),
  )
}

/** Adds an agency with somebody of each role, beside whatever is there. */
export async function addAgency({ superuser }: TestDesk, prefix: string): Promise<string> {
  const [agency, desk] = [randomUUID(), randomUUID()]
  await superuser.query(
    `insert into desk.agencies (id, place, kind, name, time_zone)
     values ($1, 'us/ex/springfield', 'jail', 'Another', 'America/Chicago')`,
    [agency],
  )
  await superuser.query(`insert into desk.desks (id, agency_id, name, prefix) values ($1, $2, 'Records', $3)`, [
    desk,
    agency,
    prefix,
  ])
  for (const role of roles) {
    const user = randomUUID()
    await superuser.query(`insert into desk.users (id, agency_id, sign_in_name) values ($1, $2, $3)`, [
      user,
      agency,
      `${prefix.toLowerCase()}-${role}`,
    ])
    await superuser.query(`insert into desk.user_roles values ($1, $2, $3, $4)`, [
      agency,
      user,
      role,
      role === 'clerk' ? desk : null,
    ])
  }
  return agency
}

/** Gives somebody of a role a session without the time that a password takes. */
export async function visitorOf({ app, superuser }: TestDesk, caller: Caller, agency: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  const token = newToken()
  visitor.word = formWord(token)
  if (caller === 'stranger') {
    visitor.cookies.set('desk-visit', token)
    return visitor
  }
  await superuser.query(
    `insert into desk.sessions (id_hash, agency_id, user_id, role, desk_id, expires_at)
     select $1, agency_id, user_id, role, desk_id, now() + interval '1 hour' from desk.user_roles
     where agency_id = $2 and role = $3 limit 1`,
    [tokenHash(token), agency, caller],
  )
  visitor.cookies.set('desk-session', token)
  return visitor
}

/** Fills the places of an address. */
export function fill(url: string, places: Readonly<Record<string, string>>): string {
  return url.replace(/:(\w+)|\*/g, (whole, name: string | undefined) => places[name ?? '*'] ?? whole)
}

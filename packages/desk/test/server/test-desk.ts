/** A desk for tests: a real database, the server without a port, and what it wrote down. */
import type { RouteOptions } from 'fastify'
import { randomUUID } from 'node:crypto'
import { isSetUp, makeSetUpToken } from '../../src/people/link.ts'
import { hashPassword } from '../../src/people/password.ts'
import type { Role } from '../../src/people/role.ts'
import { makeApp } from '../../src/server/app.ts'
import { lineLog } from '../../src/server/log.ts'
import type { App, Room } from '../../src/server/room.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'
import { testKeys } from '../test-keys.ts'
import { testLaw } from '../test-law.ts'
import { Visitor } from './visitor.ts'

export const goodPassword = 'quiet river under stone'

export const goodSetUp = {
  agency: 'Springfield Jail',
  place: 'us/ex/springfield',
  kind: 'jail',
  zone: 'America/Chicago',
  desk: 'Records desk',
  prefix: 'SJ',
  name: 'chief',
  password: goodPassword,
  again: goodPassword,
} as const

export interface TestDesk extends TestDatabase {
  readonly app: App
  readonly lines: string[]
  /** Every route of the server, as it was declared. */
  readonly routes: readonly RouteOptions[]
  /** Sets the desk up, if it is not, and gives its administrator. */
  readonly administrator: () => Promise<Visitor>
  /** Adds somebody who may sign in, and gives the name. */
  readonly addUser: (...held: readonly Role[]) => Promise<string>
  readonly signedIn: (name: string) => Promise<Visitor>
  readonly end: () => Promise<void>
}

export async function startTestDesk(more: Pick<Room, 'provider' | 'origin'> = {}): Promise<TestDesk> {
  const base = await startTestDatabase()
  const lines: string[] = []
  const routes: RouteOptions[] = []
  const app = await makeApp({
    database: base.database,
    log: lineLog((line) => lines.push(line)),
    isSecure: more.origin !== undefined,
    law: testLaw,
    keys: testKeys,
    ...more,
    onRoute: (route) => routes.push(route),
  })
  const signedIn = async (name: string): Promise<Visitor> => {
    // Tests sign in more often than people do.
    await base.superuser.query('delete from desk.rate_limits; delete from desk.sign_in_attempts')
    const visitor = new Visitor(app)
    await visitor.get('/sign-in')
    const answer = await visitor.post('/sign-in', { name, password: goodPassword })
    if (answer.status !== 303) throw new Error(`not signed in: ${answer.status}`)
    return visitor
  }
  const administrator = async (): Promise<Visitor> => {
    if (await isSetUp(base.database)) return await signedIn(goodSetUp.name)
    const visitor = new Visitor(app)
    const path = `/set-up/${await makeSetUpToken(base.owner)}`
    await visitor.get(`${path}?place=${goodSetUp.place}`)
    await visitor.post(path, goodSetUp)
    return visitor
  }
  const addUser = async (...held: readonly Role[]): Promise<string> => {
    await administrator()
    const [user, name] = [randomUUID(), `user-${randomUUID().slice(0, 8)}`]
    const one = `(select id from desk.agencies order by created_at limit 1)`
    await base.superuser.query(
      `insert into desk.users (id, agency_id, sign_in_name, password_hash) values ($1, ${one}, $2, $3)`,
      [user, name, await hashPassword(goodPassword)],
    )
    for (const role of held) {
      const desk = role === 'clerk' ? `(select id from desk.desks order by created_at limit 1)` : 'null'
      await base.superuser.query(
        `insert into desk.user_roles (agency_id, user_id, role, desk_id) values (${one}, $1, $2, ${desk})`,
        [user, role],
      )
    }
    return name
  }
  const end = async (): Promise<void> => {
    await app.close()
    await base.stop()
  }
  return { ...base, app, lines, routes, administrator, addUser, signedIn, end }
}

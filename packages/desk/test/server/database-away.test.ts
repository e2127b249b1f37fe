/** The database goes away in the middle of a form: a clear page, nothing half-written, and the same form goes through later. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { begin, goodArrival, seenOf } from '../intake/received.ts'
import { startTestDesk, type TestDesk } from './test-desk.ts'
import type { Visitor } from './visitor.ts'

let desk: TestDesk
let clerk: Visitor
beforeAll(async () => {
  desk = await startTestDesk()
  clerk = await desk.signedIn(await desk.addUser('clerk'))
}, 60_000)
afterAll(async () => await desk?.end())

/** Everything that a form of arrival writes. */
async function writtenOf(path: string): Promise<unknown> {
  const { rows } = await desk.superuser.query(
    `select d.step, d.version, (select count(*)::int from desk.requests as r where r.case_id = c.id) as requests,
       (select json_agg(a.fact order by a.fact) from desk.answers as a where a.case_id = c.id) as answers
     from desk.cases as c join desk.drafts as d on d.case_id = c.id where c.reference = $1`,
    [path.split('/').at(-1)],
  )
  return rows
}

/** Waits, for a bounded time, until a transaction of the desk stands before a lock. */
async function untilBlocked(): Promise<readonly number[]> {
  for (let turn = 0; turn < 100; turn += 1) {
    const { rows } = await desk.superuser.query<{ pid: number }>(
      `select pid from pg_stat_activity where usename = 'desk_application' and wait_event_type = 'Lock'`,
    )
    if (rows.length > 0) return rows.map(({ pid }) => pid)
    await wait(50)
  }
  throw new Error('nothing waits')
}

for (const table of ['requests', 'answers', 'drafts']) {
  it(`says so where the connection breaks before ${table} are written, and nothing of the form is kept`, async () => {
    const path = await begin(clerk, 'i-247a')
    const { page } = await clerk.get(`${path}/arrival`)
    const before = await writtenOf(path)
    const holder = await desk.superuser.connect()
    await holder.query('begin')
    await holder.query(`lock table desk.${table} in share mode`)
    const posting = clerk.post(`${path}/arrival`, { ...goodArrival, seen: seenOf(page) })
    for (const pid of await untilBlocked()) await desk.superuser.query('select pg_terminate_backend($1, 5000)', [pid])
    await holder.query('rollback')
    holder.release()
    const away = await posting
    expect(away.status).toBe(503)
    expect(away.page).toContain('The database does not answer')
    expect(away.page).toContain('nothing is half-written')
    expect(away.page).toContain('href="/sheet?lang=en"')
    expect(await writtenOf(path)).toEqual(before)
    const again = await clerk.post(`${path}/arrival`, { ...goodArrival, seen: seenOf(page) })
    expect(again.status).toBe(303)
    expect(await writtenOf(path)).toMatchObject([{ step: 'person', requests: 1 }])
  })
}

/** The database goes away in the middle of a form: a clear page, nothing half-written, and the same form goes through later. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPublisher } from '../../src/record/publish.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { begin, goodArrival, seenOf } from '../intake/received.ts'
import { startTestDesk, type TestDesk } from './test-desk.ts'
import type { Answer, Visitor } from './visitor.ts'

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

/** Sends something whose connection breaks where it comes to a table. */
async function brokenAt(table: string, send: () => Promise<Answer>, mode = 'share'): Promise<Answer> {
  const holder = await desk.superuser.connect()
  await holder.query('begin')
  await holder.query(`lock table ${table} in ${mode} mode`)
  const sending = send()
  for (const pid of await untilBlocked()) await desk.superuser.query('select pg_terminate_backend($1, 5000)', [pid])
  await holder.query('rollback')
  holder.release()
  return await sending
}

for (const table of ['requests', 'answers', 'drafts']) {
  it(`says so where the connection breaks before ${table} are written, and nothing of the form is kept`, async () => {
    const path = await begin(clerk, 'i-247a')
    const { page } = await clerk.get(`${path}/arrival`)
    const before = await writtenOf(path)
    const away = await brokenAt(
      `desk.${table}`,
      async () => await clerk.post(`${path}/arrival`, { ...goodArrival, seen: seenOf(page) }),
    )
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

it('says so where the log is written and where it is read, and calls no record missing for it', async () => {
  const name = await desk.addUser('clerk')
  const [visitor, who] = [await desk.signedIn(name), await whoOf(desk, name, 'clerk')]
  const answers = { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' }
  const readyToDecide = async (): Promise<() => Promise<Answer>> => {
    const path = `/cases/${await openSampleCase(desk, who, { answers })}`
    const { page } = await visitor.get(`${path}/answer`)
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
    const seen = /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? ''
    return async () => await visitor.post(`${path}/decisions`, { version, seen })
  }
  const [first, second] = [await readyToDecide(), await readyToDecide()]
  const decided = await first()
  expect(decided.status).toBe(303)
  const log = `ledger_${who.agency.replaceAll('-', '')}`
  expect((await brokenAt(`${log}.pending`, second)).page).toContain('The database does not answer')
  expect((await second()).status).toBe(303)
  const folder = mkdtempSync(join(tmpdir(), 'log-'))
  const publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
  await publisher.publish()
  await publisher.stop()
  rmSync(folder, { recursive: true, force: true })
  const { rows } = await desk.superuser.query('select id from desk.decisions limit 1')
  const record = String(decided.headers['location']).replace('/answer', '/record')
  for (const path of [`/receipts/${rows[0]?.id}`, record]) {
    const away = await brokenAt(`${log}.file`, async () => await visitor.get(path), 'access exclusive')
    expect(away.status, path).toBe(503)
    expect(away.page, path).not.toMatch(/MISSING|does not prove/)
    expect((await visitor.get(path)).status).toBe(200)
  }
})

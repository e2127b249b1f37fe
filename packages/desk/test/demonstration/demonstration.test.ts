/** The demonstration: made the same each time, entered once, worn in several roles, and removed without a trace. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../src/case/read-case.ts'
import { openPool } from '../../src/database/connection.ts'
import { transaction, type Who } from '../../src/database/transaction.ts'
import { inventedRequests } from '../../src/demonstration/invented-requests.ts'
import { enterRequest, makeAgency, makeDemonstration } from '../../src/demonstration/make-demonstration.ts'
import { yearPlaces, type YearPlace } from '../../src/demonstration/year-places.ts'
import type { Room } from '../../src/server/room.ts'
import { demonstrationPhrases } from '../../src/demonstration/words.ts'
import { makeDemonstrationToken } from '../../src/demonstration/visit.ts'
import { isSetUp } from '../../src/people/link.ts'
import { startPublisher } from '../../src/record/publish.ts'
import { verifyCase } from '../../src/record/verify-case.ts'
import { makeSample } from '../sample.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { Visitor } from '../server/visitor.ts'
import { testKeys } from '../test-keys.ts'
import { testLaw } from '../test-law.ts'

let desk: TestDesk
const folder = mkdtempSync(join(tmpdir(), 'demonstration-'))
beforeAll(async () => {
  desk = await startTestDesk()
  const room = { database: desk.database, log: () => undefined, isSecure: false, law: testLaw, keys: testKeys }
  await makeDemonstration({ owner: desk.owner, application: desk.connection, room })
}, 240_000)
afterAll(async () => {
  await desk?.end()
  rmSync(folder, { recursive: true, force: true })
})

const one = async (query: string): Promise<unknown> =>
  Object.values((await desk.superuser.query<object>(query)).rows[0] ?? {})[0]

/** Makes the agency of a place with one request of its year, so that its removal has something to remove. */
async function makeOneRequest({ database, keys, law: laws }: Room, place: YearPlace): Promise<void> {
  const who = (await makeAgency(desk.owner, place)).get('clerk')
  const [request] = inventedRequests()
  if (who === undefined || request === undefined) throw new Error('no clerk, or no request')
  const law = await laws.of(place.place)
  await enterRequest({ database, who, law, keys, timeZone: place.timeZone }, request)
}

async function visit(): Promise<Visitor> {
  const visitor = new Visitor(desk.app)
  const path = `/demonstration/${await makeDemonstrationToken(desk.owner)}`
  await visitor.get(path)
  expect((await visitor.post(path)).status).toBe(303)
  return visitor
}

describe('the invented requests', () => {
  it('are the same each time, and hold no name', () => {
    const requests = inventedRequests()
    expect(inventedRequests()).toEqual(requests)
    expect(requests).toHaveLength(31)
    expect(requests.every(({ bookingNumber }) => /^INVENTED-\d{4}$/.test(bookingNumber))).toBe(true)
    expect(new Set(requests.map(({ progress }) => progress))).toEqual(
      new Set(['finished', 'decided', 'to-confirm', 'begun', 'withdrawn']),
    )
    expect(requests[0]?.minutesAgo).toBeGreaterThan(13 * 24 * 60)
  })
})

describe('the demonstration', () => {
  it('has two weeks behind it: decided, waiting, overdue', async () => {
    expect(
      await one(`select count(*)::int from desk.cases where opened_at < now() - interval '12 days'`),
    ).toBeGreaterThan(0)
    expect(await one(`select count(*)::int from desk.duties where state = 'open' and due_at < now()`)).toBe(1)
    expect(await one(`select count(*)::int from desk.duties where state = 'open' and due_at > now()`)).toBeGreaterThan(
      1,
    )
    expect(await one(`select count(*)::int from desk.drafts where step = 'questions'`)).toBe(2)
    expect(await one(`select count(*)::int from desk.drafts where step = 'confirmation'`)).toBe(1)
    expect(await one(`select count(*)::int from desk.cases where closed_at <= opened_at`)).toBe(0)
    // One was taken back by whoever asked: two people closed it, half an hour after it came.
    expect(
      await one(
        `select count(*)::int from desk.case_closings as closing join desk.cases as c on c.id = closing.case_id
         where closing.step = 'confirmed' and closing.recorded_at = c.closed_at
           and c.closed_at between c.opened_at + interval '30 minutes' and c.opened_at + interval '32 minutes'`,
      ),
    ).toBe(1)
    expect(
      await one(
        `select count(*)::int from desk.decisions as d join desk.cases as c on c.id = d.case_id where d.decided_at < c.opened_at`,
      ),
    ).toBe(0)
  })

  it('is on record like everything else: the log proves each decision', async () => {
    const publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'log-keys'), log: () => undefined })
    await publisher.publish()
    await publisher.stop()
    const { rows } = await desk.superuser.query<{ agency: string; user: string; desk: string; reference: string }>(
      `select c.agency_id as agency, c.opened_by as user, c.desk_id as desk, c.reference from desk.cases as c`,
    )
    const kinds: string[] = []
    for (const { reference, ...row } of rows) {
      const who: Who = { ...row, role: 'clerk' }
      const [record, key] = await transaction(desk.database, who, async (work) => {
        const record = await readCase(work, reference)
        const key = await work.selectFrom('case_keys').select('key').where('case_id', '=', record.id).executeTakeFirst()
        return [record, key?.key ?? null] as const
      })
      for (const { checked } of await verifyCase(desk.database, record, key)) kinds.push(checked.kind)
    }
    expect(kinds.length).toBeGreaterThan(50)
    expect(new Set(kinds)).toEqual(new Set(['proved']))
  })

  it('does not count as a desk that is set up', async () => {
    expect(await isSetUp(desk.database)).toBe(false)
  })

  it('opens by its link once; whoever comes second is told the way to a new one', async () => {
    const path = `/demonstration/${await makeDemonstrationToken(desk.owner)}`
    const visitor = new Visitor(desk.app)
    expect((await visitor.get(path)).page).toContain('See how a desk works')
    expect((await visitor.get(path)).status).toBe(200)
    expect((await visitor.post(path)).status).toBe(303)
    const home = await visitor.get('/')
    expect(home.page).toContain('1 duty overdue.')
    expect(home.page).toMatch(/class="demonstration".*Your role: Clerk/s)
    const second = new Visitor(desk.app)
    const used = await second.get(path)
    expect(used.status).toBe(404)
    expect(used.page).toContain('Start the desk again: it prints a new one.')
    await second.get('/sign-in')
    expect((await second.post(path)).status).toBe(404)
  })

  it('lets its visitor go on in another role, as somebody else, and ends the session from before', async () => {
    const visitor = await visit()
    for (const role of ['supervisor', 'counsel', 'auditor', 'administrator', 'clerk']) {
      await visitor.get('/')
      const before = visitor.cookies.get('desk-session') ?? ''
      expect((await visitor.post('/demonstration-role', { role })).status, role).toBe(303)
      const old = new Visitor(desk.app)
      old.cookies.set('desk-session', before)
      expect((await old.get('/')).status, role).toBe(303)
      expect((await visitor.get('/')).status, role).toBe(200)
    }
    await visitor.get('/')
    expect((await visitor.post('/demonstration-role', { role: 'owner' })).status).toBe(403)
  })

  it('says of its people what they read of themselves: nobody has a password', async () => {
    const visitor = await visit()
    await visitor.get('/')
    await visitor.post('/demonstration-role', { role: 'administrator' })
    const [, path = ''] = /href="(\/people\/[^"]+)"/.exec((await visitor.get('/people')).page) ?? []
    const { page } = await visitor.get(path)
    expect(page).toContain('Belongs to the demonstration, where nobody has a password or a passkey.')
    expect(page).not.toContain('Has not chosen a password yet')
  })

  it('names what waits for counsel, or is not encoded, as such in the docket too', async () => {
    const visitor = await visit()
    const { page } = await visitor.get('/cases/SJ-26-0029')
    expect(page).toContain('hand the person over to immigration authorities (counsel, then MAY)')
    expect(page).not.toContain('may hand the person over')
  })

  it('lets a supervisor find what waits for confirmation', async () => {
    const visitor = await visit()
    await visitor.get('/')
    await visitor.post('/demonstration-role', { role: 'supervisor' })
    const { page } = await visitor.get('/')
    expect(page).toContain('1 decision waits for your confirmation')
  })

  it('is changed into by nobody of a real agency', async () => {
    const visitor = await desk.administrator()
    await visitor.get('/')
    expect((await visitor.post('/demonstration-role', { role: 'administrator' })).status).toBe(403)
  })

  it('lets no decision be dated back, but its own while it is made', async () => {
    const sample = await makeSample(desk.superuser)
    const pool = openPool(desk.connection, 1, '-c desk.set_back=90000s')
    const client = await pool.connect()
    await client.query(`begin; select set_config('desk.agency', '${sample.agency}', true)`)
    const { rows } = await client.query<{ same: boolean }>('select desk.decided_now() = now() as same')
    await client.query('rollback')
    client.release()
    await pool.end()
    expect(rows[0]?.same).toBe(true)
    await expect(
      desk.application.query(`select desk.set_back_demonstration(gen_random_uuid(), '1 day')`),
    ).rejects.toThrow(/permission denied/)
  })

  it('speaks both languages', () => {
    expect(Object.keys(demonstrationPhrases.es)).toEqual(Object.keys(demonstrationPhrases.en))
  })
})

describe('its places', () => {
  it('are five with the year: each is opened by its button, as whoever signs there, and the town as its clerk', async () => {
    const room = { database: desk.database, log: () => undefined, isSecure: false, law: testLaw, keys: testKeys }
    for (const place of yearPlaces) await makeOneRequest(room, place)
    const visitor = await visit()
    const { page } = await visitor.get('/demonstration-places')
    const places = [...page.matchAll(/name="place" value="([^"]+)"/g)].flatMap(([, place]) => place ?? [])
    expect(places).toEqual(['us/ex/springfield', ...yearPlaces.map(({ place }) => place)])
    for (const { place, name, prefix } of yearPlaces) {
      await visitor.get('/demonstration-places')
      const moved = await visitor.post('/demonstration-place', { place })
      expect(moved.headers['location'], place).toBe('/reports')
      const reports = await visitor.follow(moved)
      expect(reports.page, place).toContain(name)
      expect(reports.page, place).toContain('Your role: Supervisor')
      expect((await visitor.get(`/cases/${prefix}-26-0001`)).status, place).toBe(200)
    }
    await visitor.get('/demonstration-places')
    expect((await visitor.post('/demonstration-place', { place: 'us/il/evanston' })).status).toBe(403)
    await visitor.get('/demonstration-places?lang=es')
    const home = await visitor.follow(await visitor.post('/demonstration-place', { place: 'us/ex/springfield' }))
    expect(home.page).toContain('Usted es: Auxiliar')
  })

  it('are for visitors of the demonstration alone', async () => {
    const administrator = await desk.administrator()
    expect((await administrator.get('/demonstration-places')).status).toBe(403)
    await administrator.get('/')
    expect((await administrator.post('/demonstration-place', { place: 'us/il' })).status).toBe(403)
  })
})

describe('its removal', () => {
  it('is for administrators, takes every row of all five agencies, and no other', async () => {
    const { rows: agencies } = await desk.superuser.query<{ id: string }>(
      'select id from desk.agencies where is_demonstration',
    )
    expect(agencies).toHaveLength(5)
    const clerk = await visit()
    await clerk.get('/')
    expect((await clerk.post('/demonstration-end')).status).toBe(403)
    const other = `select count(*)::int from desk.cases where agency_id not in (select id from desk.agencies where is_demonstration)`
    const before = await one(other)
    expect(before).toBeGreaterThan(0)
    const visitor = await visit()
    await visitor.get('/')
    await visitor.post('/demonstration-role', { role: 'administrator' })
    const { page } = await visitor.get('/administration')
    expect(page).toContain('Remove the demonstration')
    const removed = await visitor.post('/demonstration-end')
    expect(removed.page).toContain('The demonstration is removed')
    expect(await one('select count(*)::int from desk.agencies where is_demonstration')).toBe(0)
    expect(await one(`select count(*)::int from desk.users where sign_in_name like 'demonstration.%'`)).toBe(0)
    expect(await one('select count(*)::int from desk.cases')).toBe(before)
    expect((await visitor.get('/')).status).toBe(303)
    const { rows: tables } = await desk.superuser.query<{ name: string }>(
      `select c.table_name as name from information_schema.columns as c join information_schema.tables as t using (table_schema, table_name)
       where c.table_schema = 'desk' and c.column_name = 'agency_id' and t.table_type = 'BASE TABLE'`,
    )
    expect(tables.length).toBeGreaterThan(25)
    for (const { name } of tables) {
      const { rows } = await desk.superuser.query(
        `select count(*)::int as left from desk.${name} where agency_id = any ($1)`,
        [agencies.map(({ id }) => id)],
      )
      expect([name, rows[0]]).toEqual([name, { left: 0 }])
    }
  })
})

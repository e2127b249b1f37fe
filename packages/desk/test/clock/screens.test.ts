/** The pages of duties, times, outcomes, calendar and hand-over, as each role meets them. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { agencyDutyKeeper } from '../../src/clock/agency-duties.ts'
import { transaction } from '../../src/database/transaction.ts'
import { writeDuties } from '../../src/duty/write-duties.ts'
import type { SampleAgency } from '../sample.ts'
import { decide, duty, openCase, within } from '../duty/law-of-tests.ts'
import { sampleOf } from '../server/sample-of.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { Visitor } from '../server/visitor.ts'
import { testLaw } from '../test-law.ts'

let desk: TestDesk
let sample: SampleAgency
const visitors = new Map<string, Visitor>()
beforeAll(async () => {
  desk = await startTestDesk()
  for (const role of ['clerk', 'supervisor', 'records-officer', 'auditor'] as const)
    visitors.set(role, await desk.signedIn(await desk.addUser(role)))
  visitors.set('administrator', await desk.administrator())
  sample = await sampleOf(desk.superuser)
})
afterAll(async () => await desk?.end())

const as = (role: string): Visitor => visitors.get(role) ?? new Visitor(desk.app)

async function aCase(
  due = within(24, 'hours', 'receipt'),
): Promise<{ readonly id: string; readonly reference: string }> {
  const opened = await openCase(desk.superuser, sample, '2026-11-20T09:00:00-06:00')
  await decide(desk.superuser, sample, opened.id, { act: 'hold', duties: [duty('copy', due)] })
  const place = { agency_id: sample.agency, desk_id: sample.desk, case_id: opened.id }
  const clock = { timeZone: 'America/Chicago', holidays: {} }
  await transaction(desk.database, sample.who.clerk, async (work) => await writeDuties(work, place, clock))
  return opened
}

const passed = { month: '11', day: '20', year: '2026', time: '10:30' }

describe('home', () => {
  it('shows the next day of what comes again, and the way to record it to whoever oversees', async () => {
    await desk.superuser.query(
      `insert into desk.duties (agency_id, rule, day, document, due_at, calendar, time_zone)
       select id, 'us/ex report', current_date + day, '{"action":{"en":"report again"}}', now() + day * interval '1 hour', 'days', time_zone
       from desk.agencies cross join generate_series(1, 3) as day`,
    )
    const [clerk, supervisor] = [(await as('clerk').get('/')).page, (await as('supervisor').get('/')).page]
    expect(clerk.match(/<b>Report again<\/b>/g)).toHaveLength(1)
    expect(clerk).not.toMatch(/Record it<span class="sr"> report again/)
    expect(supervisor).toMatch(/Record it<span class="sr"> report again/)
    const open = await desk.superuser.query(`delete from desk.duties where rule = 'us/ex report' returning id`)
    expect(open.rowCount).toBe(3)
  })
})

describe('duties', () => {
  it('are told in the heading, the overdue first, and are recorded as done', async () => {
    const { reference } = await aCase()
    const clerk = as('clerk')
    const list = await clerk.get('/duties')
    expect(list.page).toMatch(/<h1>\d+ dut(?:y|ies) (?:is|are)? ?overdue/)
    expect(list.page).toContain(reference)
    expect(list.page).toMatch(/days? late/)
    const [, id] = new RegExp(`href="/duties/([0-9a-f-]{36})"[^]*?${reference}`).exec(list.page) ?? []
    const path = `/duties/${id}`
    expect((await clerk.get(path)).page).toContain('Springfield Mun. Code §\u00A012.40(b)')
    const missing = await clerk.post(path, { month: '13', day: '40', year: 'x', time: '' })
    expect(missing.status).toBe(422)
    expect(missing.page).toMatch(/<title>Error: /)
    expect(missing.page).toContain('Choose how it was done')
    expect(await clerk.post(path, { how: 'given-in-person', ...passed })).toMatchObject({ status: 303 })
    const again = await clerk.post(path, { how: 'given-in-person', ...passed })
    expect(again.status).toBe(422)
    expect(again.page).toContain('Somebody recorded this before you')
    expect((await clerk.get('/duties?show=done')).page).toContain(reference)
  })

  it('say which hour is meant on the night when it comes twice', async () => {
    await aCase()
    const clerk = as('clerk')
    const list = await clerk.get('/duties')
    const [, id] = /href="\/duties\/([0-9a-f-]{36})"/.exec(list.page) ?? []
    const night = { month: '11', day: '1', year: '2026', time: '1:30' }
    const twice = await clerk.post(`/duties/${id}`, { how: 'given-in-person', ...night })
    expect(twice.status).toBe(422)
    expect(twice.page).toContain('-05:00')
    const early = await clerk.post(`/duties/${id}`, { how: 'given-in-person', ...night, time: '1:30-05:00' })
    expect(early.status).toBe(303)
  })

  it('are read by the auditor and recorded by none', async () => {
    await aCase()
    const { page } = await as('auditor').get('/duties')
    expect(page).not.toMatch(/href="\/duties\/[0-9a-f]/)
    const [, id] = /href="\/duties\/([0-9a-f-]{36})"/.exec((await as('clerk').get('/duties')).page) ?? []
    expect((await as('auditor').get(`/duties/${id}`)).page).not.toContain('<fieldset')
    expect(await as('auditor').post(`/duties/${id}`, { how: 'posted', ...passed })).toMatchObject({ status: 403 })
    expect(await as('administrator').get('/duties')).toMatchObject({ status: 403 })
    expect(await new Visitor(desk.app).get('/duties')).toMatchObject({ status: 303 })
  })

  it('are said in Spanish, with nothing left in English', async () => {
    await aCase()
    const { page } = await as('supervisor').get('/duties?lang=es')
    expect(page).toContain('Dar a la persona una copia')
    expect(page).toMatch(/de retraso/)
    // One word for the desk, wherever it stands.
    expect(page).toContain('Escritorio')
    expect(page).not.toContain('ostrador')
    expect(page.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/overdue|\blate\b|Request|Due\b/)
    await as('supervisor').get('/duties?lang=en')
  })
})

describe('times of a case', () => {
  it('are recorded, and the duty that waited for one is due', async () => {
    const { reference } = await aCase(within(2, 'hours', 'arrest'))
    const clerk = as('clerk')
    expect((await clerk.get('/duties')).page).toContain('waits for the arrest')
    const path = `/cases/${reference}/times`
    expect((await clerk.get(path)).page).toContain('not known yet')
    expect((await clerk.post(path, { event: 'arrest', ...passed })).status).toBe(303)
    expect((await clerk.get(path)).page).toContain('Fri, Nov 20, 10:30')
    expect((await clerk.post(path, { event: 'no-such-event', ...passed })).status).toBe(422)
    expect((await as('auditor').post(path, { event: 'arrest', ...passed })).status).toBe(403)
  })
})

describe('outcomes', () => {
  it('are recorded with the agency that received somebody, and corrected once', async () => {
    const { reference, id } = await aCase()
    const clerk = as('clerk')
    const path = `/cases/${reference}/outcome`
    await clerk.get(path)
    const alone = await clerk.post(path, { kind: 'transferred', ...passed })
    expect(alone.page).toContain('Choose the agency that received the person')
    expect((await clerk.post(path, { kind: 'transferred', receiver: 'ice', ...passed })).status).toBe(303)
    const { page } = await clerk.get(path)
    expect(page).toContain('<h1>transferred to Immigration and Customs Enforcement (ICE), Fri, Nov 20, 10:30')
    const [, first] = /<option value="([0-9a-f-]{36})"/.exec(page) ?? []
    const correction = { kind: 'released', corrects: first ?? '', ...passed }
    expect((await clerk.post(path, correction)).status).toBe(303)
    // A form that is sent twice finds that its work is done; whoever corrects the same otherwise is told.
    expect((await clerk.post(path, correction)).status).toBe(303)
    expect((await clerk.post(path, { ...correction, kind: 'held' })).page).toContain(
      'Somebody corrected that before you',
    )
    const { rows } = await desk.superuser.query(
      `select kind from desk.outcomes where case_id = $1 order by recorded_at`,
      [id],
    )
    expect(rows).toEqual([{ kind: 'transferred' }, { kind: 'released' }])
    expect((await clerk.get(path)).page).toContain('<s>transferred to')
  })

  it('are recorded once where a form is sent twice, and whoever did not see what another recorded is told', async () => {
    const { reference, id } = await aCase()
    const [clerk, other] = [as('clerk'), as('supervisor')]
    const path = `/cases/${reference}/outcome`
    const seenBy = async (visitor: Visitor): Promise<string> =>
      /name="seen" value="(\d+)"/.exec((await visitor.get(path)).page)?.[1] ?? 'none'
    const released = { kind: 'released', ...passed, seen: await seenBy(clerk) }
    const seen = await seenBy(other)
    const both = await Promise.all([clerk.post(path, released), clerk.post(path, released)])
    expect([...both, await clerk.post(path, released)].map(({ status }) => status)).toEqual([303, 303, 303])
    const held = { kind: 'held', ...passed, seen }
    const told = await other.post(path, held)
    expect(told.status).toBe(422)
    expect(told.page).toContain('Somebody recorded something else since this page was loaded')
    expect(told.page).toMatch(/value="held"[^>]* checked/)
    const again = /name="seen" value="(\d+)"/.exec(told.page)?.[1] ?? ''
    expect((await other.post(path, { ...held, seen: again })).status).toBe(303)
    const { rows } = await desk.superuser.query(
      `select kind from desk.outcomes where case_id = $1 order by recorded_at`,
      [id],
    )
    expect(rows).toEqual([{ kind: 'released' }, { kind: 'held' }])
  })

  it('name the agency that asked, by a code', async () => {
    const { reference, id } = await aCase()
    const looks = async (): Promise<string> => (await as('records-officer').get(`/cases/${reference}/outcome`)).page
    expect(await looks()).toContain('A clerk, a supervisor or counsel records this.')
    const clerk = as('clerk')
    await clerk.get(`/cases/${reference}/outcome`)
    expect((await clerk.post(`/cases/${reference}/asking`, { asking: 'Agent Sample' })).status).toBe(422)
    expect((await clerk.post(`/cases/${reference}/asking`, { asking: 'cbp' })).status).toBe(303)
    const { rows } = await desk.superuser.query(`select asking_agency from desk.requests where case_id = $1`, [id])
    expect(rows).toEqual([{ asking_agency: 'cbp' }])
    expect(await looks()).toContain('Customs and Border Protection (CBP)')
  })
})

describe('the calendar', () => {
  it('holds the days of the law, once, and is done by whoever oversees', async () => {
    const keep = agencyDutyKeeper(desk.database, testLaw, () => undefined)
    await Promise.all([keep(), keep()])
    await agencyDutyKeeper(desk.database, testLaw, () => undefined)()
    const { rows } = await desk.superuser.query(
      `select rule, count(*)::int as times from desk.duties where case_id is null group by rule, day having count(*) > 1`,
    )
    expect(rows).toEqual([])
    const officer = as('records-officer')
    const { page } = await officer.get('/calendar')
    expect(page).toContain('Report how many release dates were asked for and how many were told')
    const [, id] = /href="\/duties\/([0-9a-f-]{36})"/.exec(page) ?? []
    // By its address a clerk may read what the agency owes, and is offered no way to discharge it.
    expect((await as('clerk').get(`/duties/${id}`)).page).not.toContain('<fieldset')
    expect((await officer.get(`/duties/${id}`)).page).toContain('<fieldset')
    expect((await officer.post(`/duties/${id}`, { how: 'filed', ...passed })).status).toBe(303)
    const clerk = await as('clerk').get('/calendar')
    expect(clerk.page).toContain('Report how many release dates were asked for')
    expect(clerk.page).not.toMatch(/href="\/duties\/[0-9a-f]/)
  })

  it('tells whoever administers the days of the law too, and never that there is none', async () => {
    const { page } = await as('administrator').get('/calendar')
    expect(page).toMatch(/<h1>The next day is [^<]+: \w/)
    expect(page).toContain('Report how many release dates were asked for and how many were told')
    expect(page).not.toMatch(/href="\/duties\//)
    const spanish = await as('administrator').get('/calendar?lang=es')
    expect(spanish.page).toMatch(/<h1>El próximo día es [^<]+: \w/)
    await as('administrator').get('/calendar?lang=en')
  })

  it('names the next day of the law where all that is listed is overdue, and none that is done', async () => {
    const open = await desk.superuser.query(
      `update desk.duties set due_at = now() - interval '2 days' where case_id is null and state = 'open' returning id`,
    )
    expect(open.rowCount).toBeGreaterThan(0)
    const { page } = await as('supervisor').get('/calendar')
    expect(page).toMatch(/<h1>The next day is /)
    expect(page).toContain('overdue')
  })

  it('has an address for programs, shown once, that can be ended, with nothing of any case', async () => {
    const { reference } = await aCase()
    const officer = as('records-officer')
    await officer.get('/calendar')
    const made = await officer.post('/calendar/addresses')
    const [, path = ''] = /localhost:8470(\/calendar\/[\w-]+\.ics)/.exec(made.page) ?? []
    const program = new Visitor(desk.app, { accept: '*/*' })
    const calendar = await program.get(path)
    expect(calendar.headers['content-type']).toMatch(/^text\/calendar/)
    expect(calendar.page).toMatch(/^BEGIN:VCALENDAR/)
    expect(calendar.page.replaceAll(/\r\n /g, '')).toContain('report how many release dates were asked for')
    expect(calendar.page).not.toContain(reference)
    expect((await officer.get('/calendar')).page).not.toContain(path)
    const [, id] = /addresses\/([0-9a-f-]{36})\/end/.exec((await officer.get('/calendar')).page) ?? []
    expect((await officer.post(`/calendar/addresses/${id}/end`)).status).toBe(303)
    expect((await program.get(path)).status).toBe(404)
    expect((await program.get('/calendar/secret.ics')).status).toBe(404)
    expect(desk.lines.join('')).not.toContain(path.slice(10, 40))
    expect((await as('clerk').post('/calendar/addresses')).status).toBe(403)
  })
})

describe('the hand-over', () => {
  it('tells what was decided, what waits, and what is due', async () => {
    const { reference } = await aCase()
    const { page } = await as('supervisor').get('/hand-over')
    expect(page).toMatch(/<h1>Shift of .*decision/)
    expect(page).toContain(reference)
    expect(page).toContain('Takes over')
    expect((await as('administrator').get('/hand-over')).status).toBe(403)
  })
})

describe('whatever is sent', () => {
  it('is answered in words, and never fails', async () => {
    const { reference } = await aCase()
    const clerk = as('clerk')
    const [, id] = /href="\/duties\/([0-9a-f-]{36})"/.exec((await clerk.get('/duties')).page) ?? []
    const paths = [
      `/duties/${id}`,
      `/cases/${reference}/times`,
      `/cases/${reference}/outcome`,
      `/cases/${reference}/asking`,
    ]
    const names = [
      'how',
      'notice',
      'month',
      'day',
      'year',
      'time',
      'event',
      'kind',
      'receiver',
      'corrects',
      'asking',
      '__proto__',
    ]
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('11', '2026', '25:99', 'released', 'transferred', "'", '\u0000'),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.dictionary(fc.constantFrom(...names), value),
        async (path, fields) => {
          const { status } = await clerk.post(path, fields)
          expect(status).toBeLessThan(500)
        },
      ),
      { numRuns: 80 },
    )
    for (const path of [
      '/duties/x',
      '/duties/%00',
      '/duties?show=%00',
      '/cases/x/times',
      '/calendar/%2e%2e',
      '/calendar/.ics',
    ])
      expect((await clerk.get(path)).status, path).toBeLessThan(500)
    await sql`select 1`.execute(desk.database)
  })
})

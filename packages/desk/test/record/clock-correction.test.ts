/**
 * A clock that ran days ahead and was set back: everything waits until an administrator confirms it, and then goes on with
 * the right days; what was recorded by the wrong clock is still proved, and the pages say by which clock it was.
 */
import { fsck, keysOfLog, readShownCheckpoint, valueOf } from '@brightline/ledger'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Who } from '../../src/database/transaction.ts'
import { logSchema } from '../../src/record/line.ts'
import { startPublisher, type Publisher } from '../../src/record/publish.ts'
import { readTrust, tilesOf } from '../../src/record/verify-entry.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Answer, Visitor } from '../server/visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
const names = new Map<string, string>()
let desk: TestDesk
let publisher: Publisher
let who: Who
let wrong = ''
beforeAll(async () => {
  desk = await startTestDesk()
  await makeClock()
  publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
  for (const role of ['clerk', 'auditor', 'administrator'] as const) names.set(role, await desk.addUser(role))
  who = await whoOf(desk, names.get('clerk') ?? '', 'clerk')
})
afterAll(async () => {
  await publisher?.stop()
  await desk?.end()
  rmSync(folder, { recursive: true, force: true })
})

/** Gives the database a clock that can be set, before anything asks it for the time. */
async function makeClock(): Promise<void> {
  await desk.superuser
    .query(`create table public.clock (ahead interval not null); insert into public.clock values ('0');
    create function public.ahead() returns interval language plpgsql stable security definer parallel safe as
      $$ begin return (select ahead from public.clock); end $$;
    create or replace function pg_catalog.now() returns timestamptz language sql stable parallel safe as
      $$ select transaction_timestamp() + public.ahead() $$`)
}

/** Sets it ahead of what it is. */
async function setClock(ahead: string): Promise<void> {
  await desk.superuser.query('update public.clock set ahead = $1', [ahead])
}

/** Sessions do not outlive ten days: whoever works signs in by the clock of now. */
const as = async (role: string): Promise<Visitor> => await desk.signedIn(names.get(role) ?? '')

async function decide(clerk: Visitor, reference: string): Promise<Answer> {
  const { page } = await clerk.get(`/cases/${reference}/answer?lang=en`)
  return await clerk.post(`/cases/${reference}/decisions`, {
    version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
    seen: /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '',
    'choice.hold': 'do-not',
  })
}

const answers = { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' }
const newCase = async (): Promise<string> => await openSampleCase(desk, who, { acts: ['hold'], answers })

const daysOf = async (): Promise<readonly { readonly place: string; readonly day: string }[]> =>
  (await desk.superuser.query<{ place: string; day: string }>(`select place, day from ${logSchema(who.agency)}.desk`))
    .rows

it('goes on without anybody where the clock was set back by hours', async () => {
  expect((await decide(await as('clerk'), await newCase())).status).toBe(303)
  await setClock('7 hours')
  expect((await decide(await as('clerk'), await newCase())).status).toBe(303)
  await setClock('0')
  expect((await decide(await as('clerk'), await newCase())).status).toBe(303)
  const administrator = await as('administrator')
  expect((await administrator.get('/administration/clock?lang=en')).page).toContain('Nothing need be confirmed.')
})

it('waits where it was set back by days, and tells an administrator how far ahead the record is', async () => {
  await setClock('10 days')
  wrong = await newCase()
  expect((await decide(await as('clerk'), wrong)).status).toBe(303)
  await setClock('0')
  const clerk = await as('clerk')
  await expect(newCase()).rejects.toThrow(/LOG-0719/)
  // A line of the log in which the wrong clock entered nothing goes on.
  await clerk.get(`/cases/${wrong}/times`)
  const event = { event: 'arrest', year: '2026', month: '11', day: '25', time: '09:00' }
  expect((await clerk.post(`/cases/${wrong}/times`, event)).status).toBe(303)
  const administrator = await as('administrator')
  expect((await administrator.get('/?lang=en')).page).toContain('the clock of the server ran ahead')
  const { page } = await administrator.get('/administration/clock')
  expect(page).toMatch(/(?:9|10|11) days<\/td>/)
  expect((await administrator.get('/administration/clock?lang=es')).page).toContain('El reloj estaba mal')
  expect((await clerk.get('/administration/clock')).status).toBe(403)
})

it('takes no confirmation that nobody ticked, nor one of another day', async () => {
  const administrator = await as('administrator')
  const before = await daysOf()
  await administrator.get('/administration/clock?lang=en')
  for (const today of ['', '2020-01-01']) {
    const { status, page } = await administrator.post('/administration/clock', { today })
    expect(status).toBe(422)
    expect(page).toContain('Tick that you looked at another clock')
  }
  expect(await daysOf()).toEqual(before)
})

it('goes on with the right days once it is confirmed, which is on record', async () => {
  const administrator = await as('administrator')
  const { page } = await administrator.get('/administration/clock?lang=en')
  const today = /name="today" value="([\d-]+)"/.exec(page)?.[1] ?? ''
  const done = await administrator.post('/administration/clock', { today })
  expect(done.page).toContain('The record goes on with the right days.')
  expect(done.page).toContain('The clock of the server ran ahead: entries of before say days up to')
  // A form that is sent twice confirms once.
  expect((await administrator.post('/administration/clock', { today })).status).toBe(200)
  const { rows } = await desk.superuser.query<{ place: string }>(
    'select place from desk.clock_corrections order by place',
  )
  expect(rows.map(({ place }) => place)).toEqual(['us/ex/springfield/requests', 'us/ex/springfield/sj'])
  expect((await daysOf()).every(({ day }) => day <= today)).toBe(true)
  expect((await administrator.get('/audit')).page).toContain('confirmed that the clock had run ahead')
  expect((await decide(await as('clerk'), await newCase())).status).toBe(303)
})

it('is proved on the case, in the period, and by whoever checks the whole log, and each says so', async () => {
  await publisher.publish()
  const auditor = await as('auditor')
  const english = await auditor.get(`/cases/${wrong}/record?lang=en`)
  expect(english.page).toContain('<h1>Every entry is proved.</h1>')
  expect(english.page.split('By a clock that ran ahead, as was confirmed').length - 1).toBe(2)
  expect(english.page).toContain('It was ')
  const spanish = await auditor.get(`/cases/${wrong}/record?lang=es`)
  expect(spanish.page).toContain('Por un reloj que se adelantó, como se confirmó')
  const after = await auditor.get(`/cases/${await newCase()}/record?lang=en`)
  expect(after.page).not.toContain('ran ahead')
  for (const [lang, said] of [
    ['en', 'An administrator confirmed it: '],
    ['es', 'Lo confirmó un administrador: '],
  ] as const) {
    const { status, page } = await auditor.get(`/audit/record?through=2099-12-31&lang=${lang}`)
    expect(status).toBe(200)
    expect(page.split(said).length - 1).toBe(1)
    expect(page).not.toContain('class="fault"')
  }
  const schema = logSchema(who.agency)
  const [source, policy] = [tilesOf(desk.database, schema), await readTrust(desk.database, schema)]
  if (policy === null) throw new Error('no trust')
  const { bytes } = valueOf(await readShownCheckpoint(source, policy))
  const report = valueOf(await fsck({ source, ...valueOf(keysOfLog(policy, bytes)) }))
  expect(report.findings).toEqual([])
  expect(report.setBacks.map(({ place }) => place).toSorted()).toEqual([
    'us/ex/springfield/requests',
    'us/ex/springfield/sj',
  ])
})

it('is caught where SQL alters or deletes what was confirmed', async () => {
  const auditor = await as('auditor')
  const look = async (): Promise<string> => (await auditor.get('/audit/record?through=2099-12-31&lang=en')).page
  const ofDesk = `where place = 'us/ex/springfield/sj'`
  await desk.superuser.query(`create table kept as select * from desk.clock_corrections ${ofDesk};
    update desk.clock_corrections set ahead_day = '2099-01-01' ${ofDesk}`)
  expect((await look()).split('<tr').filter((row) => row.includes('ALTERED'))).toHaveLength(1)
  const altered = await auditor.get(`/cases/${wrong}/record?lang=en`)
  expect(altered.page).toContain('<h1>1 entry was altered after it was recorded.</h1>')
  await desk.superuser.query(`delete from desk.clock_corrections ${ofDesk}`)
  const deleted = (await look()).split('<tr').filter((row) => row.includes('DELETED'))
  expect(deleted).toHaveLength(1)
  expect(deleted[0]).toContain('Correction of the clock')
  await desk.superuser.query('insert into desk.clock_corrections select * from kept; drop table kept')
  expect(await look()).not.toContain('class="fault"')
})

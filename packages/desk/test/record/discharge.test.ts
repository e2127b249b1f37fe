/** Discharged duties in the log: proved, and whatever SQL changes of them is caught and named. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { transaction, type Who } from '../../src/database/transaction.ts'
import { startPublisher, type Publisher } from '../../src/record/publish.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
const references: string[] = []
let desk: TestDesk
let publisher: Publisher
let [clerk, supervisor, officer, auditor]: Visitor[] = []
let who: Who
beforeAll(async () => {
  desk = await startTestDesk()
  publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
  const name = await desk.addUser('clerk')
  clerk = await desk.signedIn(name)
  supervisor = await desk.signedIn(await desk.addUser('supervisor'))
  officer = await desk.signedIn(await desk.addUser('records-officer'))
  auditor = await desk.signedIn(await desk.addUser('auditor'))
  who = await whoOf(desk, name, 'clerk')
  for (let at = 0; at < 4; at += 1) references.push(await decided())
})
afterAll(async () => {
  await publisher?.stop()
  await desk?.end()
  rmSync(folder, { recursive: true, force: true })
})

/** Decides a request whose decision gives rise to duties. */
async function decided(): Promise<string> {
  const answers = { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' }
  const reference = await openSampleCase(desk, who, { acts: ['hold'], answers })
  const page = (await clerk?.get(`/cases/${reference}/answer`))?.page ?? ''
  const fields = {
    version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
    seen: /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '',
    'choice.hold': 'do-not',
  }
  expect((await clerk?.post(`/cases/${reference}/decisions`, fields))?.status).toBe(303)
  return reference
}

async function dutyOf(reference: string | undefined): Promise<string> {
  const { rows } = await desk.superuser.query(
    `select d.id from desk.duties as d join desk.cases as c on c.id = d.case_id where c.reference = $1 and d.state = 'open'
     order by d.rule limit 1`,
    [reference],
  )
  return String(rows[0]?.id)
}

const happened = { year: '2026', month: '11', day: '25', time: '09:00' }

async function discharge(visitor: Visitor | undefined, id: string): Promise<void> {
  const page = (await visitor?.get(`/duties/${id}`))?.page ?? ''
  const typed = ['month', 'day', 'year', 'time'].map((one) => [
    one,
    new RegExp(`name="${one}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? '',
  ])
  const answer = await visitor?.post(`/duties/${id}`, { ...Object.fromEntries(typed), how: 'told-by-telephone' })
  expect(answer?.status, answer?.page).toBe(303)
}

async function agencyDuty(rule = 'yearly'): Promise<string> {
  const { rows } = await desk.superuser.query(
    `insert into desk.duties (agency_id, rule, document, calendar, time_zone, day, due_at)
     values ($1, $2, '{}', 'day', 'America/Chicago', '2026-12-31', now() - interval '1 day') returning id`,
    [who.agency, rule],
  )
  return String(rows[0]?.id)
}

it('commits with the discharge: proved on the page of the case, and in the period', async () => {
  for (const [at, reference] of references.entries())
    await discharge(at === 0 ? officer : clerk, await dutyOf(reference))
  const own = await agencyDuty()
  await desk.superuser.query('select desk.sweep_duties()')
  await discharge(supervisor, own)
  await publisher.publish()
  const { page } = (await auditor?.get(`/cases/${references[0]}/record`)) ?? { page: '' }
  expect(page).toContain('Every entry is proved.')
  expect(page).toContain('Duty discharged: ')
  expect((await auditor?.get(`/cases/${references[0]}`))?.page).toContain('Verify 3 entries')
  const period = (await auditor?.get('/audit/record'))?.page
  expect(period).toContain('Nothing was altered, deleted or put in.')
  expect(period).toContain('13 proved, 0 of destroyed cases, 0 in line for the log.')
})

it('is refused without its entry, also to the login of the application, and leaves nothing where it fails', async () => {
  const id = await dutyOf(await decided())
  const bare = sql`update desk.duties set state = 'discharged', discharged_by = ${who.user}, discharged_at = now(),
    proof = '{}' where id = ${id}`
  await expect(transaction(desk.database, who, async (work) => await bare.execute(work))).rejects.toThrow(/row-level/)
  const { rows: before } = await desk.superuser.query(
    `select serial from ledger_${who.agency.replaceAll('-', '')}.desk where place like '%/duties'`,
  )
  await desk.superuser
    .query(`create function desk.refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create trigger refuse before update on desk.duties for each row execute function desk.refuse()`)
  expect((await clerk?.post(`/duties/${id}`, { ...happened, how: 'filed' }))?.status).toBeGreaterThanOrEqual(400)
  await desk.superuser.query('drop trigger refuse on desk.duties; drop function desk.refuse()')
  const { rows: after } = await desk.superuser.query(
    `select serial from ledger_${who.agency.replaceAll('-', '')}.desk where place like '%/duties'`,
  )
  expect(after).toEqual(before)
})

it('is caught where SQL altered, deleted, undid or put it in, each by its name', async () => {
  const of = (reference: string | undefined): string =>
    `case_id = (select id from desk.cases where reference = '${reference ?? ''}') and state = 'discharged'`
  const [altered, deleted, undone, copied] = references
  const run = async (text: string): Promise<unknown> => await desk.superuser.query(text)
  await run(
    `update desk.duties set due_at = due_at + interval '3 days', proof = '{"how":"filed"}' where ${of(altered)}`,
  )
  await run(`delete from desk.duties where ${of(deleted)}`)
  await run(`update desk.duties set state = 'open', discharged_at = null, discharged_by = null, proof = null,
    log_serial = null, log_ticket = null where ${of(undone)}`)
  await run(`insert into desk.duties (agency_id, desk_id, case_id, decision_id, rule, document, calendar, time_zone, state,
      discharged_at, discharged_by, proof, log_serial, log_ticket)
    select agency_id, desk_id, case_id, decision_id, 'invented', document, calendar, time_zone, state, discharged_at,
      discharged_by, proof, log_serial, log_ticket from desk.duties where ${of(copied)}`)
  await run(`update desk.duties set proof = '{"how":"posted"}' where case_id is null and state = 'discharged'`)
  const page = (await auditor?.get('/audit/record'))?.page ?? ''
  expect(page).toContain('6 rows do not agree with the log.')
  const named = (said: string): number =>
    page.split('<tr').filter((row) => row.includes(said) && row.includes('Duty discharged')).length
  expect([named('ALTERED'), named('DELETED'), named('PUT IN')]).toEqual([2, 2, 1])
  expect(page.split('GONE: the decision').length - 1).toBe(1)
  const record = (await auditor?.get(`/cases/${altered}/record`))?.page
  expect(record).toContain('1 entry was altered after it was recorded.')
  for (const reference of [deleted, undone]) {
    expect((await auditor?.get(`/cases/${reference}`))?.page).toContain(
      'DELETED: 1 entry of this request is in the log',
    )
    expect((await auditor?.get(`/cases/${reference}/record`))?.page).toContain('1 entry is not in the log')
  }
})

it('names an open duty that SQL deleted, on its case, when verified, and in the period', async () => {
  const reference = await decided()
  const id = await dutyOf(reference)
  const { rows } = await desk.superuser.query('delete from desk.duties where id = $1 returning document', [id])
  const action = String(rows[0]?.document.action.en)
  for (const path of [`/cases/${reference}`, `/cases/${reference}/record`]) {
    expect((await clerk?.get(path))?.page).toContain(`no row holds it open or done: ${action.slice(0, 20)}`)
  }
  expect((await clerk?.get(`/cases/${reference}/record`))?.page).toContain(
    '<h1>Every entry is proved, and 1 duty is gone.',
  )
  expect((await auditor?.get('/audit/record'))?.page).toContain(reference)
  // The visitor keeps the language that was asked for.
  expect((await clerk?.get(`/cases/${reference}?lang=es`))?.page).toContain(
    'BORRADO: una decisión sobre esta solicitud',
  )
})

it('names an open duty that SQL made void while its decision stands', async () => {
  const reference = await decided()
  await desk.superuser.query(`update desk.duties set state = 'void' where id = $1`, [await dutyOf(reference)])
  expect((await auditor?.get(`/cases/${reference}/record`))?.page).toContain('and 1 duty is gone.')
  expect((await auditor?.get(`/cases/${reference}`))?.page).toContain('no row holds it open or done')
  expect((await auditor?.get('/audit/record'))?.page).toContain(reference)
})

it('tells a key that SQL took away from one that was destroyed with its case', async () => {
  const [taken, destroyed] = [await decided(), await decided()]
  const own = await agencyDuty('another')
  await discharge(supervisor, own)
  await publisher.publish()
  const ofCase = `case_id = (select id from desk.cases where reference = $1)`
  const before = (await auditor?.get('/audit/record'))?.page.split('KEY GONE').length
  expect(before).toBe(1)
  await desk.superuser.query(`delete from desk.case_keys where ${ofCase}`, [taken])
  await desk.superuser.query(`update desk.decisions set choice = 'do' where ${ofCase}`, [taken])
  await desk.superuser.query(`update desk.duties set log_key = null where id = $1`, [own])
  await desk.superuser.query(
    `insert into desk.vault (case_id, agency_id, desk_id, destroy_on, destroyed_at)
     select id, agency_id, desk_id, '2026-01-01', now() from desk.cases where reference = $1`,
    [destroyed],
  )
  await desk.superuser.query(`update desk.case_keys set key = null, destroyed_at = now() where ${ofCase}`, [destroyed])
  const page = (await auditor?.get('/audit/record'))?.page ?? ''
  expect(page.split('<tr').filter((row) => row.includes('KEY GONE'))).toHaveLength(3)
  expect(page).toContain('2 of destroyed cases')
  expect((await auditor?.get(`/cases/${taken}/record`))?.page).toContain('without the key that opens it')
  expect((await auditor?.get(`/cases/${destroyed}/record`))?.page).toContain('The key of this case was destroyed')
})

/** The record of a period against the log: a row altered, one deleted and one put in by SQL are told apart. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPublisher, type Publisher } from '../../src/record/publish.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
const references: string[] = []
let desk: TestDesk
let publisher: Publisher
let auditor: Visitor
let clerk: Visitor
beforeAll(async () => {
  desk = await startTestDesk()
  publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
  const name = await desk.addUser('clerk')
  clerk = await desk.signedIn(name)
  const supervisor = await desk.signedIn(await desk.addUser('supervisor'))
  auditor = await desk.signedIn(await desk.addUser('auditor'))
  const who = await whoOf(desk, name, 'clerk')
  for (let at = 0; at < 3; at += 1) {
    const answers = { 'warrant.form': 'none', 'release.public': 'yes', 'person.in-custody': 'yes' }
    const reference = await openSampleCase(desk, who, { acts: ['notify-release'], answers })
    references.push(reference)
    const { page } = await clerk.get(`/cases/${reference}/answer`)
    const fields = {
      version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
      seen: /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '',
      'choice.notify-release': 'do-not',
      'reason.notify-release': 'agency-practice',
    }
    expect((await clerk.post(`/cases/${reference}/decisions`, fields)).status).toBe(303)
    await confirm(supervisor, reference)
  }
  await publisher.publish()
})
afterAll(async () => {
  await publisher?.stop()
  await desk?.end()
  rmSync(folder, { recursive: true, force: true })
})

async function confirm(supervisor: Visitor, reference: string): Promise<void> {
  const { page } = await supervisor.get(`/cases/${reference}/answer`)
  const action = /action="([^"]*confirm[^"]*)"/.exec(page)?.[1] ?? ''
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
  const decision = /name="decision" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const answer = await supervisor.post(action, { version, decision, outcome: 'confirmed' })
  expect(answer.status).toBe(303)
}

it('proves every request, every decision and every confirmation', async () => {
  const { page } = await auditor.get('/audit/record')
  expect(page).toContain('Nothing was altered, deleted or put in.')
  expect(page).toContain('9 proved, 0 of destroyed cases, 0 in line for the log.')
})

it('is not for clerks, and takes days alone', async () => {
  expect((await clerk.get('/audit/record')).status).toBe(403)
  expect((await auditor.get('/audit/record?from=2026-02-31')).status).toBe(422)
  const wrong = await auditor.get('/audit/record?from-day=31&from-month=2&from-year=2026&lang=es')
  expect(wrong.page).toContain('Escriba un día que exista, por ejemplo 29 11 2026')
})

it('catches what was altered, deleted and put in by SQL, each by its name, and the docket shows the gap', async () => {
  const [altered, deleted, copied] = references
  const idOf = `(select d.id from desk.decisions d join desk.cases c on c.id = d.case_id where c.reference = $1 limit 1)`
  await desk.superuser.query(
    `update desk.decision_confirmations set confirmed_as = 'counsel' where decision_id = ${idOf}`,
    [altered],
  )
  await desk.superuser.query(`delete from desk.decision_confirmations where decision_id = ${idOf}`, [deleted])
  await desk.superuser.query(
    `insert into desk.decisions (agency_id, desk_id, case_id, act, verdict, document, policy_hash, decided_by, decided_as, log_serial, log_ticket)
     select agency_id, desk_id, case_id, 'hold', verdict, document, policy_hash, decided_by, decided_as, 900, 900
     from desk.decisions where id = ${idOf}`,
    [copied],
  )
  const { page } = await auditor.get('/audit/record?lang=en')
  expect(page).toContain('3 rows do not agree with the log.')
  for (const [said, book] of [
    ['ALTERED', 'Confirmation'],
    ['DELETED', 'Confirmation'],
    ['PUT IN', 'Desk SJ, number 900'],
  ] as const)
    expect(
      page.split('<tr').filter((row) => row.includes(said) && row.includes(book)),
      said,
    ).toHaveLength(1)
  expect((await auditor.get(`/cases/${deleted}`)).page).toContain('DELETED: 1 entry of this request is in the log')
  expect((await auditor.get(`/cases/${altered}`)).page).not.toContain('DELETED:')
})

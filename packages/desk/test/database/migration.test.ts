/** A database of the release before, with rows: its migration keeps them, and what is recorded from then on is in the log. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeRequest } from '../../src/case/keep-request.ts'
import { migrate } from '../../src/database/migrate.ts'
import { transaction } from '../../src/database/transaction.ts'
import { startPublisher } from '../../src/record/publish.ts'
import { verifyPeriod } from '../../src/record/verify-period.ts'
import { makeSample, type SampleAgency } from '../sample.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
const tables = ['requests', 'case_events', 'notices', 'outcomes', 'decisions', 'duties', 'case_entries', 'case_keys']
let test: TestDatabase
let agency: SampleAgency
beforeAll(async () => {
  test = await startTestDatabase(22)
  agency = await makeSample(test.superuser)
  await test.superuser.query(
    `update desk.duties set state = 'discharged', discharged_at = now(), discharged_by = $1, proof = '{}', log_serial = 1,
     log_ticket = 1002`,
    [agency.who.clerk.user],
  )
  // The sample names a ticket that the first entry of a new log will have.
  await test.superuser.query('update desk.case_entries set log_ticket = 1001 where log_ticket = 1')
})
afterAll(async () => {
  await test?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function counts(): Promise<readonly unknown[]> {
  const each = tables.map((name) => `(select count(*)::int from desk.${name}) as ${name}`).join(', ')
  return (await test.superuser.query(`select ${each}`)).rows
}

it('keeps every row and every note, with row security as it was, and is applied once', async () => {
  const before = await counts()
  expect(await migrate(test.owner)).toBe(5)
  expect(await migrate(test.owner)).toBe(0)
  expect(await counts()).toEqual(before)
  const { rows: notes } = await test.superuser.query(
    `select kind, row_id = any (array[(select id from desk.duties), $1::uuid]) as named from desk.case_entries order by kind`,
    [agency.decision],
  )
  expect(notes).toEqual([
    { kind: 'decision', named: true },
    { kind: 'discharge', named: true },
  ])
  const { rows: open } = await test.superuser.query(
    `select relname from pg_class where relnamespace = 'desk'::regnamespace and relkind = 'r' and relname <> 'migrations'
     and not (relrowsecurity and relforcerowsecurity)`,
  )
  expect(open).toEqual([])
})

it('leaves rows of before without an entry, which count as put in, and gives one to what is entered anew', async () => {
  const who = agency.who.clerk
  await transaction(test.database, who, async (work) => await changeRequest(work, agency.caseId, { acts: ['hold'] }))
  const publisher = startPublisher({ owner: test.owner, keys: join(folder, 'keys'), log: () => undefined })
  await publisher.publish()
  await publisher.stop()
  const days = { from: '2020-01-01', through: '2099-01-01' }
  const { wrong, proved } = await verifyPeriod(test.database, agency.who.auditor, days)
  expect(proved).toBe(1)
  expect(wrong.filter(({ kind }) => ['request', 'time', 'outcome'].includes(kind))).toEqual([
    expect.objectContaining({ kind: 'time', found: 'inserted' }),
    expect.objectContaining({ kind: 'outcome', found: 'inserted' }),
  ])
})

describe('a database of the release before closings', () => {
  let before: TestDatabase
  let sample: SampleAgency
  beforeAll(async () => {
    before = await startTestDatabase(25)
    sample = await makeSample(before.superuser)
  })
  afterAll(async () => await before?.stop())

  it('keeps copies closed, opens what was only done, and closes by closings from then on', async () => {
    const { superuser, owner } = before
    const { agency, desk, caseId, who } = sample
    await superuser.query(
      `insert into desk.cases (id, agency_id, desk_id, opened_by, reference, closed_at, copy_of)
       values (gen_random_uuid(), $1, $2, $3, 'SJ-26-0002', now(), $4)`,
      [agency, desk, who.clerk.user, caseId],
    )
    await superuser.query('update desk.cases set closed_at = now() where id = $1', [caseId])
    expect(await migrate(owner)).toBe(2)
    expect(await migrate(owner)).toBe(0)
    const { rows } = await superuser.query(
      'select reference, closed_at is not null as closed from desk.cases order by reference',
    )
    expect(rows).toEqual([
      { reference: 'SJ-26-0001', closed: false },
      { reference: 'SJ-26-0002', closed: true },
    ])
    const close = async (): Promise<unknown> =>
      await transaction(
        before.database,
        who.supervisor,
        async (work) =>
          await work.updateTable('cases').set({ closed_at: '2026-01-01T00:00Z' }).where('id', '=', caseId).execute(),
      )
    await expect(close()).rejects.toThrow('a case is closed by its closing')
  })
})

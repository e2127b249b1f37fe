/** What is no decision in the log: a request, a time, a paper and an outcome; whatever SQL changes of them is named. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction, type Who } from '../../src/database/transaction.ts'
import { startPublisher, type Publisher } from '../../src/record/publish.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
let desk: TestDesk
let publisher: Publisher
let clerk: Visitor
let auditor: Visitor
let who: Who
beforeAll(async () => {
  desk = await startTestDesk()
  publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
  const name = await desk.addUser('clerk')
  clerk = await desk.signedIn(name)
  auditor = await desk.signedIn(await desk.addUser('auditor'))
  who = await whoOf(desk, name, 'clerk')
  await clerk.get('/')
})
afterAll(async () => {
  await publisher?.stop()
  await desk?.end()
  rmSync(folder, { recursive: true, force: true })
})

const happened = { year: '2026', month: '11', day: '25', time: '09:00' }

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const { status, headers, page } = await clerk.post(path, fields)
  expect(status, page).toBe(303)
  return String(headers['location'])
}

/** Records one of each kind on a new case, and has their entries placed. */
async function recorded(): Promise<string> {
  const answers = { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' }
  const reference = await openSampleCase(desk, who, { acts: ['hold'], answers })
  await post(`/cases/${reference}/asking`, { asking: 'ice' })
  await post(`/cases/${reference}/times`, { event: 'arrest', ...happened })
  const { page } = await clerk.get(`/cases/${reference}/answer`)
  await post(`/cases/${reference}/decisions`, {
    version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
    seen: /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '',
    'choice.hold': 'do-not',
  })
  const paper = await post(`/cases/${reference}/notices/new/receipt`, { recipient: 'person', language: 'es' })
  const giving = { channel: 'in-hand', signature: 'signed', offered: 'es', interpreter: 'no' }
  await post(`${paper}/given`, giving)
  await post(`/cases/${reference}/outcome`, { kind: 'transferred', receiver: 'ice', ...happened })
  await publisher.publish()
  return reference
}

const ofCase = (reference: string): string => `case_id = (select id from desk.cases where reference = '${reference}')`

interface Kind {
  readonly table: string
  readonly name: string
  readonly alter: readonly string[]
}

const kinds: readonly Kind[] = [
  {
    table: 'requests',
    name: 'Request as it was entered',
    alter: [
      `form = 'i-247g'`,
      `asking_agency = 'fbi'`,
      `received_at = received_at + interval '1 microsecond'`,
      `acts = '{}'`,
      `box_one_items = '{final-order}'`,
      `channel = 'post'`,
      `same_hash = decode(repeat('00', 32), 'hex')`,
      `log_replaced = '{}'`,
    ],
  },
  {
    table: 'case_events',
    name: 'Time of an event',
    alter: [
      `happened_at = happened_at - interval '1 day'`,
      `event = 'release'`,
      `recorded_at = recorded_at - interval '1 h'`,
    ],
  },
  {
    table: 'notices',
    name: 'Paper that was given',
    alter: [
      `given_at = given_at - interval '2 days'`,
      `language = 'vi'`,
      `channel = 'post'`,
      `signature = 'refused'`,
      `recipient = 'attorney'`,
      `document = jsonb_set(document, '{invented}', '1')`,
    ],
  },
  {
    table: 'outcomes',
    name: 'Outcome',
    alter: [`receiving_agency = 'cbp'`, `kind = 'released'`, `happened_at = happened_at + interval '1 s'`],
  },
]

/** Does something to the rows of a case by SQL, looks, and makes all of it again what it was. */
async function tampered(
  table: string,
  reference: string,
  statements: string,
  look: () => Promise<void>,
): Promise<void> {
  const kept = [table, 'case_entries']
  for (const name of kept)
    await desk.superuser.query(`create table kept_${name} as select * from desk.${name} where ${ofCase(reference)}`)
  await desk.superuser.query(statements)
  await look()
  for (const name of kept)
    await desk.superuser.query(`delete from desk.${name} where ${ofCase(reference)};
      insert into desk.${name} select * from kept_${name} on conflict do nothing; drop table kept_${name}`)
}

const faults = async (): Promise<readonly string[]> =>
  (await auditor.get('/audit/record?lang=en')).page.split('<tr').filter((row) => row.includes('class="fault"'))

const faultsOf = async (name: string): Promise<readonly string[]> => {
  const rows = await faults()
  return rows.filter((row) => row.includes(`>${name}<`))
}

describe('what is recorded on a case', () => {
  it('is proved, each kind, on its page and in the period', async () => {
    const reference = await recorded()
    const { page } = await auditor.get(`/cases/${reference}/record?lang=en`)
    expect(page).toContain('<h1>Every entry is proved.</h1>')
    for (const said of ['What was entered of the request', 'Time recorded: ', 'Paper given: ', 'Outcome recorded: '])
      expect(page).toContain(said)
    expect(page.split('Proved: number').length - 1).toBe(5)
    expect((await auditor.get(`/cases/${reference}`)).page).toContain('Verify 5 entries')
    expect((await auditor.get(`/cases/${reference}/record?lang=es`)).page).toContain('Resultado anotado: ')
    expect(await faults()).toEqual([])
  })

  it('leaves nothing of itself in public', async () => {
    const reference = await recorded()
    const { rows } = await desk.superuser.query(
      `select convert_from(entry, 'UTF8') as entry from ledger_${who.agency.replaceAll('-', '')}.sequenced`,
    )
    const { rows: ids } = await desk.superuser.query(
      `select case_id as id from desk.outcomes where ${ofCase(reference)}`,
    )
    const log = rows.map(({ entry }) => String(entry)).join('\n')
    for (const told of ['transferred', '"ice"', 'arrest', 'i-247a', '"es"', 'person', String(ids[0]?.id), who.user])
      expect(log).not.toContain(told)
    const verdicts = ['request-entered', 'time-recorded', 'paper-given', 'outcome-recorded']
    for (const verdict of verdicts) expect(log).toContain(verdict)
  })

  for (const { table, name, alter } of kinds) {
    it(`is caught where SQL altered a row of ${table}, in whichever column`, async () => {
      const reference = await recorded()
      for (const change of alter) {
        await tampered(table, reference, `update desk.${table} set ${change} where ${ofCase(reference)}`, async () => {
          const { page } = await auditor.get(`/cases/${reference}/record?lang=en`)
          expect(page, change).toContain('<h1>1 entry was altered after it was recorded.</h1>')
          expect(page, change).toContain('ALTERED: this row does not say what was logged.')
          const found = await faultsOf(name)
          expect(
            found.filter((row) => row.includes('ALTERED')),
            change,
          ).toHaveLength(1)
        })
      }
      expect(await faultsOf(name)).toEqual([])
    })

    it(`is caught where SQL deleted a row of ${table}, also with its note`, async () => {
      const reference = await recorded()
      const gone = `delete from desk.${table} where ${ofCase(reference)}`
      await tampered(table, reference, gone, async () => {
        expect((await auditor.get(`/cases/${reference}?lang=en`)).page).toContain('DELETED: ')
        expect((await auditor.get(`/cases/${reference}/record?lang=en`)).page).toContain(
          'not in the log as it should be',
        )
        expect((await auditor.get(`/cases/${reference}?lang=es`)).page).toContain('BORRADO: ')
        const found = await faultsOf(name)
        expect(found.length).toBe(table === 'requests' ? 2 : 1)
        expect(found.every((row) => row.includes('DELETED'))).toBe(true)
      })
      const notes = `delete from desk.case_entries where ${ofCase(reference)}`
      await tampered(table, reference, `${gone}; ${notes}`, async () => {
        expect((await auditor.get(`/cases/${reference}?lang=en`)).page).not.toContain('DELETED: ')
        expect((await faultsOf(name)).some((row) => row.includes('DELETED'))).toBe(true)
      })
    })

    it(`is caught where SQL put a row into ${table}: without an entry, with one that is not there, with that of another`, async () => {
      const reference = await recorded()
      const { rows } = await desk.superuser.query<{ name: string }>(
        `select column_name as name from information_schema.columns where table_schema = 'desk' and table_name = $1
         and column_name not in ('id', 'log_serial', 'log_ticket', 'paper_number')`,
        [table],
      )
      // The place of the first time of an event of a case is taken.
      const names = rows.map((row) => row.name)
      const values = names.map((column) => (column === 'event' ? `'release'` : column))
      for (const place of ['null, null', '900, 900000', 'log_serial, log_ticket']) {
        const forged = `insert into desk.${table} (${names.join(', ')}, log_serial, log_ticket)
          select ${values.join(', ')}, ${place} from desk.${table} where ${ofCase(reference)}`
        await tampered(table, reference, forged, async () => {
          const found = await faultsOf(name)
          expect(
            found.filter((row) => row.includes('PUT IN')),
            place,
          ).toHaveLength(1)
          expect(found, place).toHaveLength(1)
          const { page } = await auditor.get(`/cases/${reference}/record?lang=en`)
          expect(page, place).toMatch(/MISSING: the log|ALTERED: this row/)
        })
      }
    })
  }

  it('is held to the answers that a decision was made on', async () => {
    const reference = await recorded()
    const { rows } = await desk.superuser.query(`select answers from desk.decisions where ${ofCase(reference)}`)
    expect(rows).toEqual([{ answers: { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' } }])
    for (const answers of ['null', `answers - 'warrant.form'`, `answers || '{"warrant.form":"i-200"}'`]) {
      const change = `update desk.decisions set answers = ${answers} where ${ofCase(reference)}`
      await desk.superuser.query(`create table kept_answers as select id, answers from desk.decisions`)
      await desk.superuser.query(change)
      const { page } = await auditor.get(`/cases/${reference}/record?lang=en`)
      expect(page, answers).toContain('<h1>1 entry was altered after it was recorded.</h1>')
      await desk.superuser
        .query(`update desk.decisions as d set answers = k.answers from kept_answers as k where k.id = d.id;
        drop table kept_answers`)
    }
    expect(await faults()).toEqual([])
  })

  it('is caught where a request is made again what it was before its last change', async () => {
    const reference = await openSampleCase(desk, who)
    await desk.superuser.query(`create table before as select * from desk.requests where ${ofCase(reference)}`)
    await post(`/cases/${reference}/asking`, { asking: 'ice' })
    await publisher.publish()
    const back = `delete from desk.requests where ${ofCase(reference)}; insert into desk.requests select * from before`
    await tampered('requests', reference, back, async () => {
      expect((await auditor.get(`/cases/${reference}?lang=en`)).page).toContain('DELETED: 1 entry')
      expect((await faultsOf('Request as it was entered')).filter((row) => row.includes('DELETED'))).toHaveLength(1)
    })
    await desk.superuser.query('drop table before')
    expect(await faults()).toEqual([])
  })

  it('is entered once for each change, and not again for what stands there', async () => {
    const reference = await openSampleCase(desk, who)
    const entries = async (): Promise<number> =>
      Number((await desk.superuser.query(`select from desk.case_entries where ${ofCase(reference)}`)).rowCount)
    for (const asking of ['ice', 'ice', 'cbp', 'cbp', 'ice']) await post(`/cases/${reference}/asking`, { asking })
    expect(await entries()).toBe(4)
    for (const day of ['25', '25', '24']) await post(`/cases/${reference}/times`, { event: 'arrest', ...happened, day })
    expect(await entries()).toBe(6)
    await publisher.publish()
    const { page } = await auditor.get(`/cases/${reference}/record?lang=en`)
    expect(page).toContain('<h1>Every entry is proved.</h1>')
    expect(page.match(/<del>Time recorded/g)).toHaveLength(1)
    expect(await faults()).toEqual([])
  })

  it('is refused by the database without an entry, and in the name of an entry that is there', async () => {
    const reference = await recorded()
    const here = `(select id from desk.cases where reference = '${reference}')`
    const of = `agency_id, desk_id, case_id`
    const place = `'${who.agency}', '${who.desk}', ${here}`
    const statements = [
      `insert into desk.requests (${of}, entered_by, channel, received_at) values (${place}, '${who.user}', 'fax', now())`,
      `insert into desk.case_events (${of}, recorded_by, event, happened_at) values (${place}, '${who.user}', 'release', now())`,
      `insert into desk.outcomes (${of}, recorded_by, kind, happened_at) values (${place}, '${who.user}', 'held', now())`,
      `update desk.requests set acts = '{}' where case_id = ${here}`,
      `update desk.requests set acts = '{}', log_serial = null, log_ticket = null where case_id = ${here}`,
      `update desk.requests set asking_agency = 'fbi', log_ticket = (select min(log_ticket) from desk.case_entries)
        where case_id = ${here}`,
      `update desk.notices set given_at = null where case_id = ${here}`,
      `update desk.outcomes set kind = 'held' where case_id = ${here}`,
      `update desk.case_events set happened_at = now() where case_id = ${here}`,
      `delete from desk.requests where case_id = ${here}`,
      `update desk.case_entries set log_serial = 1`,
      `delete from desk.case_entries`,
    ]
    for (const statement of statements) {
      const tried = transaction(desk.database, who, async (work) => await sql.raw(statement).execute(work))
      await tried.then(
        ({ numAffectedRows }) => expect(numAffectedRows, statement).toBe(0n),
        (error: unknown) => expect(String(error), statement).toMatch(/row-level security|permission denied/),
      )
    }
    await post(`/cases/${reference}/notices/new/receipt`, { recipient: 'person', language: 'en' })
    const given = sql.raw(`update desk.notices set given_at = now(), given_by = '${who.user}', channel = 'fax'
      where given_at is null and case_id = ${here}`)
    await expect(transaction(desk.database, who, async (work) => await given.execute(work))).rejects.toThrow(
      /row-level/,
    )
  })

  it('is of a destroyed case: the log has it, and nobody can tell what it says; nothing more is recorded', async () => {
    const reference = await recorded()
    await desk.superuser.query(
      `insert into desk.vault (case_id, agency_id, desk_id, destroy_on, destroyed_at)
       select id, agency_id, desk_id, '2026-01-01', now() from desk.cases where reference = $1`,
      [reference],
    )
    await desk.superuser.query(`update desk.case_keys set key = null, destroyed_at = now() where ${ofCase(reference)}`)
    const { page } = await auditor.get(`/cases/${reference}/record?lang=en`)
    expect(page.split('The key of this case was destroyed').length - 1).toBe(5)
    expect((await auditor.get('/audit/record?lang=en')).page).toContain('5 of destroyed cases')
    expect(await faults()).toEqual([])
    const { status } = await clerk.post(`/cases/${reference}/outcome`, { kind: 'released', ...happened })
    expect(status).toBe(403)
  })
})

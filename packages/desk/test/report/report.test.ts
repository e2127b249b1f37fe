/** Reports of a small year, against numbers that were counted by hand; signing, correcting, and what the log says. */
import { createHash } from 'node:crypto'
import { commit } from '@brightline/ledger'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction, type Who } from '../../src/database/transaction.ts'
import { differences } from '../../src/report/difference.ts'
import { filedBytes, filedHash } from '../../src/report/filed-document.ts'
import { reportStatement } from '../../src/report/log-report.ts'
import { publicCsv, reportCsv } from '../../src/report/download.ts'
import { closedList, reportWords } from '../../src/report/report-page.ts'
import { publicTables } from '../../src/report/public-copy.ts'
import {
  documentOf,
  draftReport,
  emptyLists,
  fileReport,
  keepInputs,
  readReport,
  type Report,
} from '../../src/report/report.ts'
import type { Part, ReportBody } from '../../src/report/body.ts'
import { makeSample, type SampleAgency } from '../sample.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'
import { testLaw } from '../test-law.ts'
import { smallYear, writeYear } from './small-year.ts'

let test: TestDatabase
const room = (): { database: TestDatabase['database']; law: typeof testLaw } => ({
  database: test.database,
  law: testLaw,
})

/** An agency of a place with the small year in its record. */
async function agencyIn(
  place: string,
  kind: string,
  timeZone: string,
  year = smallYear,
): Promise<SampleAgency & { readonly references: readonly string[] }> {
  const sample = await makeSample(test.superuser)
  await test.superuser.query(`update desk.agencies set place = $2, kind = $3, time_zone = $4 where id = $1`, [
    sample.agency,
    place,
    kind,
    timeZone,
  ])
  // The rows that every sample has are of today, and belong to no year of these tests.
  for (const table of ['outcomes', 'requests'])
    await test.superuser.query(`delete from desk.${table} where case_id = $1`, [sample.caseId])
  return { ...sample, references: await writeYear(test.superuser, sample, year) }
}

async function draft(sample: SampleAgency, form: string, startsOn: string, endsOn: string): Promise<Report> {
  const who = sample.who['records-officer']
  // The law is read before the transaction begins, as a server does at its start.
  await testLaw.all()
  return await readReport(room(), who, await draftReport(room(), who, { form, startsOn, endsOn }))
}

/** The counts of a table by the name of its row, and how many rows its lists have. */
function counts({ parts }: ReportBody): Readonly<Record<string, readonly number[] | number>> {
  return Object.fromEntries(
    parts.flatMap((part: Part): readonly (readonly [string, readonly number[] | number])[] => {
      if (part.kind === 'list') return [[part.id, part.rows.length]]
      if (part.kind === 'typed') return []
      return part.rows.map(({ label, cells }) => {
        const name =
          label.kind === 'word'
            ? label.word
            : label.kind === 'agency'
              ? label.code
              : label.kind === 'text'
                ? label.text
                : 'none'
        return [`${part.id} ${name}`, cells.map(({ count }) => count)]
      })
    }),
  )
}

beforeAll(async () => {
  test = await startTestDatabase()
})
afterAll(async () => await test?.stop())

describe('the report of Illinois', () => {
  it('lists each detainer, civil warrant and request for help of the calendar year, by dates alone', async () => {
    const ours = await agencyIn('us/il', 'jail', 'America/New_York')
    const { body, owed } = await draft(ours, 'illinois-trust', '2025-01-01', '2025-12-31')
    expect(owed.duty.cite).toContain('5 ILCS 805/25')
    // Cases 5 and 6; cases 1, 2, 3 and 4.
    expect(counts(body)).toEqual({ 'il-help': 2, 'il-papers': 4 })
    const papers = body.parts.find(({ id }) => id === 'il-papers')
    const first = papers?.kind === 'list' ? papers.rows[0] : undefined
    expect(first?.cells).toEqual([
      { kind: 'moment', at: '2025-01-05T15:00:00Z' },
      { kind: 'word', word: 'detainer' },
      { kind: 'moment', at: '2025-01-05T20:30:00Z' },
      { kind: 'word', word: 'outcome-released' },
      { kind: 'moment', at: '2025-01-05T23:00:00Z' },
      { kind: 'none' },
    ])
    const [, , , fourth, , sixth] = ours.references
    expect(body.gaps).toEqual([
      { gap: 'gap-decision', reference: sixth },
      { gap: 'gap-asking', reference: sixth },
      { gap: 'gap-outcome', reference: fourth },
    ])
    expect(JSON.stringify(body)).not.toMatch(/name|birth|address|nationality/i)
  })

  it('counts as requests of Homeland Security none of an agency that is no part of it', async () => {
    const help = { received: '2025-05-20T10:00:00-05:00', acts: ['assist-operation'] }
    const askedBy = ['ice', 'us-marshals', 'fbi', 'other-state-or-local', 'other-federal', 'uscis']
    const cases = askedBy.map((asking) => ({
      ...help,
      asking,
      decisions: [{ act: 'assist-operation', choice: 'do-not' }],
    }))
    const ours = await agencyIn('us/il', 'jail', 'America/Chicago', cases)
    const { body } = await draft(ours, 'illinois-trust', '2025-01-01', '2025-12-31')
    const list = body.parts.find(({ id }) => id === 'il-help')
    const asking = list?.kind === 'list' ? list.rows.map(({ cells }) => cells[1]) : []
    expect(asking).toEqual(['ice', 'other-federal', 'uscis'].map((code) => ({ kind: 'agency', code })))
    expect(body.gaps).toEqual([])
  })

  it('of a year without any asks for two certificates, each of its own', async () => {
    const ours = await agencyIn('us/il', 'jail', 'America/Chicago', [])
    const report = await draft(ours, 'illinois-trust', '2025-01-01', '2025-12-31')
    expect(emptyLists(report.body)).toEqual(['il-help', 'il-papers'])
    const sign = async (certified: readonly string[]): Promise<string> =>
      (await fileReport(room(), ours.who.counsel, report.id, { certified, knowsGaps: false })).kind
    expect(await sign([])).toBe('not-certified')
    expect(await sign(['il-help'])).toBe('not-certified')
    expect(await sign(['il-help', 'il-papers'])).toBe('filed')
    expect((await readReport(room(), ours.who.auditor, report.id)).certified).toEqual(['il-help', 'il-papers'])
  })
})

describe('a report on requests that were closed', () => {
  /** Closes a case as two people do, in SQL. */
  async function close(sample: SampleAgency, reference: string, reason: string, twin: string | null): Promise<void> {
    const said = [reference, sample.agency, sample.desk, reason, twin]
    const columns = `id, agency_id, desk_id, case_id, step, reason, twin, resumes, follows, recorded_by, recorded_as, log_serial, log_ticket`
    const ofCase = `(select id from desk.cases where reference = $1 and agency_id = $2)`
    const insert = async (step: string, by: string, follows: string): Promise<unknown> =>
      await test.superuser.query(
        `insert into desk.case_closings (${columns}) values (gen_random_uuid(), $2, $3, ${ofCase}, '${step}', $4, $5, 'questions',
          ${follows}, $6, 'supervisor', 1, (select coalesce(max(log_ticket), 500) + 1 from desk.case_entries))`,
        [...said, by],
      )
    await insert('proposed', sample.who.clerk.user, 'null')
    await insert(
      'confirmed',
      sample.who.supervisor.user,
      `(select id from desk.case_closings where case_id = ${ofCase})`,
    )
  }

  it('counts a twin once, a mistake not at all, and what was taken back as received, and names them all', async () => {
    const ours = await agencyIn('us/il', 'jail', 'America/New_York')
    const [first = '', , , fourth = '', fifth = '', sixth = ''] = ours.references
    await close(ours, first, 'opened-twice', fourth)
    await close(ours, fifth, 'test', null)
    await close(ours, sixth, 'request-withdrawn', null)
    const { body, id } = await draft(ours, 'illinois-trust', '2025-01-01', '2025-12-31')
    // Case 6; cases 2, 3 and 4.
    expect(counts(body)).toEqual({ 'il-help': 1, 'il-papers': 3 })
    expect(body.received).not.toContain(first)
    expect(body.closed).toEqual([
      { reference: first, reason: 'opened-twice', twin: fourth },
      { reference: fifth, reason: 'test', twin: null },
      { reference: sixth, reason: 'request-withdrawn', twin: null },
    ])
    // Nobody will decide any more on what was taken back.
    expect(body.gaps.map(({ gap }) => gap)).not.toContain('gap-decision')
    const filed = await fileReport(room(), ours.who.counsel, id, { certified: [], knowsGaps: true })
    expect(filed.kind).toBe('filed')
    const report = await readReport(room(), ours.who.auditor, id)
    expect(report.body.closed).toHaveLength(3)
    expect(filedHash(documentOf(report)).toString('hex')).toBe(report.hash)
    const words = reportWords('America/Chicago', 'en')
    expect(String(closedList(report.body, 'en'))).toContain(
      `${first}: It was opened twice. Counted once, as ${fourth}.`,
    )
    expect(String(closedList(report.body, 'es'))).toContain(`${fifth}: Era una prueba. No se cuenta.`)
    expect(reportCsv(report, words)).toContain(`closed,Requests that were closed,${sixth}`)
    expect(publicCsv(report, words)).not.toContain(first)
  })
})

describe('the report of Chicago', () => {
  it('lists a quarter', async () => {
    const ours = await agencyIn('us/il/chicago', 'police', 'America/New_York')
    expect(counts((await draft(ours, 'chicago-quarterly', '2025-01-01', '2025-03-31')).body)).toEqual({
      'chicago-help': 0,
      'chicago-papers': 3,
    })
    const second = await draft(ours, 'chicago-quarterly', '2025-04-01', '2025-06-30')
    expect(counts(second.body)).toEqual({ 'chicago-help': 2, 'chicago-papers': 1 })
    await expect(draft(ours, 'chicago-quarterly', '2025-02-01', '2025-04-30')).rejects.toThrow('not-found')
    await expect(draft(ours, 'nyc-police', '2024-07-01', '2025-06-30')).rejects.toThrow('not-found')
  })
})

describe('what a report counts', () => {
  it('is what decisions hold: an answer that was altered afterwards changes nothing', async () => {
    const ours = await agencyIn('us/ny/new-york-city', 'police', 'America/New_York')
    const before = (await draft(ours, 'nyc-police', '2024-07-01', '2025-06-30')).body
    await test.superuser.query(`update desk.answers set value = '"yes"' where agency_id = $1`, [ours.agency])
    await test.superuser.query(`delete from desk.answers where agency_id = $1 and fact like 'nyc.%'`, [ours.agency])
    expect((await draft(ours, 'nyc-police', '2024-07-01', '2025-06-30')).body).toEqual(before)
  })
})

describe('the report of Oregon', () => {
  it('lists what was declined in a month, and nothing that was done', async () => {
    const ours = await agencyIn('us/or', 'jail', 'America/New_York')
    const month = async (first: string, last: string): Promise<ReportBody> =>
      (await draft(ours, 'oregon-monthly', first, last)).body
    const january = await month('2025-01-01', '2025-01-31')
    expect(january.parts.flatMap((part) => (part.kind === 'list' ? part.rows : []))).toEqual([
      {
        reference: ours.references[0],
        cells: [
          { kind: 'moment', at: '2025-01-05T15:00:00Z' },
          { kind: 'none' },
          { kind: 'word', word: 'detainer' },
          { kind: 'word', word: 'asked-hold' },
          { kind: 'word', word: 'refused' },
          { kind: 'moment', at: '2025-01-05T15:00:00Z' },
        ],
      },
    ])
    // Everything that was asked in February was done.
    const february = await month('2025-02-01', '2025-02-28')
    expect([counts(february), february.received]).toEqual([{ 'or-declined': 0 }, [ours.references[1]]])
    const may = await month('2025-05-01', '2025-05-31')
    const [, , , , fifth, sixth] = ours.references
    // Who asked the sixth is answered, and no decision holds that.
    expect(counts(may)).toEqual({ 'or-declined': 1 })
    expect(may.gaps).toEqual([
      { gap: 'gap-asking', reference: sixth },
      { gap: 'gap-purpose', reference: fifth },
      { gap: 'gap-decision', reference: sixth },
    ])
    expect(JSON.stringify([january, february, may])).not.toMatch(/name|birth|address|nationality/i)
  })

  it('leaves out who asks for something else, and who is no federal agency', async () => {
    const facts = (purpose: string): { readonly facts: Readonly<Record<string, string>> } => ({
      facts: { 'request.purpose': purpose },
    })
    const asked = { received: '2025-05-20T10:00:00-04:00', acts: ['disclose'] }
    const refused = { decisions: [{ act: 'disclose', choice: 'do-not' }] }
    const ours = await agencyIn('us/or', 'jail', 'America/New_York', [
      { ...asked, ...refused, asking: 'fbi', ...facts('other-criminal') },
      { ...asked, ...refused, asking: 'fbi', ...facts('criminal-immigration') },
      { ...asked, ...refused, asking: 'other-state-or-local', ...facts('civil-immigration') },
      { ...asked, ...refused, asking: 'ice', ...facts('civil-immigration') },
    ])
    const { body } = await draft(ours, 'oregon-monthly', '2025-05-01', '2025-05-31')
    expect(body.received).toEqual([ours.references[1], ours.references[3]])
    expect(body.gaps).toEqual([])
  })
})

describe('the report of New Jersey', () => {
  it('counts every kind of help that was given in a year, and lists each instance', async () => {
    const ours = await agencyIn('us/nj', 'jail', 'America/New_York')
    const { body } = await draft(ours, 'new-jersey-yearly', '2025-01-01', '2025-12-31')
    expect(counts(body)).toEqual({
      'nj-help asked-hold': [2],
      'nj-help asked-notice': [1],
      'nj-help asked-interview': [0],
      'nj-help asked-information': [0],
      'nj-help asked-access': [0],
      'nj-help asked-operation': [0],
      'nj-help asked-other': [0],
      'nj-instances': 3,
    })
  })

  it('of a year without any asks for a certificate', async () => {
    const ours = await agencyIn('us/nj', 'police', 'America/New_York', [])
    const report = await draft(ours, 'new-jersey-yearly', '2025-01-01', '2025-12-31')
    expect(emptyLists(report.body)).toEqual(['nj-instances'])
  })
})

describe('the reports of New York City', () => {
  it('count the year to 30 June for the police', async () => {
    const ours = await agencyIn('us/ny/new-york-city', 'police', 'America/New_York')
    const report = await draft(ours, 'nyc-police', '2024-07-01', '2025-06-30')
    expect(counts(report.body)).toEqual({
      'nyc-counts detainers': [3],
      'nyc-counts held-past': [2],
      'nyc-counts handed-over': [1],
      'nyc-counts not-honored': [1],
      // Cases 2 and 7.
      'nyc-information information-asked': [2],
      'nyc-information information-told': [2],
      'nyc-answers serious-conviction': [0, 1, 0],
      'nyc-answers match-only': [0, 0, 0],
      'nyc-answers neither': [1, 0, 0],
      'nyc-answers not-searched': [0, 0, 0],
      'nyc-eased serious-conviction': [1],
      'nyc-eased match-only': [0],
      'nyc-eased neither': [0],
      'nyc-eased not-searched': [0],
    })
    expect(report.body.gaps).toEqual([{ gap: 'gap-decision', reference: ours.references[5] }])
  })

  it('count by reason and by record for the jails, and ask for the federal money', async () => {
    const ours = await agencyIn('us/ny/new-york-city', 'jail', 'America/New_York')
    const report = await draft(ours, 'nyc-jails', '2024-07-01', '2025-06-30')
    expect(counts(report.body)).toMatchObject({
      'nyc-reasons reason-believe': [1, 1],
      'nyc-reasons reason-proceedings': [1, 1],
      'nyc-reasons reason-warrant': [0, 0],
      'nyc-reasons reason-order': [1, 0],
      'nyc-reasons reason-none': [0, 0],
      'nyc-handed serious-conviction': [1],
      'nyc-handed match-only': [0],
      'nyc-handed neither': [0],
      'nyc-others not-honored': [1],
      'nyc-others held-in-vain': [1],
    })
    const open = { gap: 'gap-decision', reference: ours.references[5] }
    expect(report.body.gaps).toEqual([{ gap: 'gap-money', reference: null }, open])
    const inputs = { 'money-asked': '1200000', 'money-received': '90000', bookings: '4' }
    expect(await keepInputs(room(), ours.who['records-officer'], report.id, inputs)).toBe(true)
    const typed = await readReport(room(), ours.who.supervisor, report.id)
    expect(typed.body.gaps).toEqual([open])
    expect(documentOf(typed).reconciliation).toEqual({ bookings: 4, recorded: 3 })
  })

  it('count the year to 30 September as long as that was the law', async () => {
    const ours = await agencyIn('us/ny/new-york-city', 'police', 'America/New_York', [])
    const { owed } = await draft(ours, 'nyc-police', '2016-10-01', '2017-09-30')
    expect(owed.duty.id).toContain('14-154(f)-before')
    await expect(draft(ours, 'nyc-police', '2024-10-01', '2025-09-30')).rejects.toThrow('not-found')
  })

  it('sum up by quarter who asked a department for help', async () => {
    const ours = await agencyIn('us/ny/new-york-city', 'city-department', 'America/New_York')
    const { body } = await draft(ours, 'nyc-help', '2025-04-01', '2025-06-30')
    expect(counts(body)).toEqual({
      'nyc-help cbp': [0, 1, 0],
      // Cases 4 and 7, of which nobody wrote down who asked, and 6, on which nothing was decided.
      'nyc-help none': [1, 0, 2],
    })
    expect(body.gaps.filter(({ gap }) => gap === 'gap-asking')).toHaveLength(3)
  })
})

describe('the reports of California', () => {
  it('give the forum its figures, by way and month, and mind its thirty days', async () => {
    const ours = await agencyIn('us/ca', 'sheriff', 'America/New_York')
    const report = await draft(ours, 'california-forum', '2025-01-01', '2025-12-31')
    expect(counts(report.body)).toMatchObject({
      'ca-people requests-received': [4],
      'ca-people people-accessed': [3],
      // Ways: hold, notice, transfer, other.
      'ca-access 2025-02': [1, 1, 1, 0],
      'ca-access 2025-03': [1, 0, 0, 0],
      'ca-access 2025-06': [0, 0, 0, 1],
      'ca-access 2025-07': [0, 0, 0, 0],
    })
    const gaps = async (inputs: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      await keepInputs(room(), ours.who['records-officer'], report.id, inputs)
      const { body } = await readReport(room(), ours.who['records-officer'], report.id)
      return body.gaps.filter(({ reference }) => reference === null).map(({ gap }) => gap)
    }
    expect(await gaps({})).toEqual(['gap-forum-day'])
    expect(await gaps({ 'forum-day': '2026-04-22' })).toEqual(['gap-notice-day'])
    expect(await gaps({ 'forum-day': '2026-04-22', 'notice-day': '2026-03-24' })).toEqual(['gap-notice-late'])
    expect(await gaps({ 'forum-day': '2026-04-22', 'notice-day': '2026-03-23' })).toEqual([])
    // Of the four requests one person got a copy.
    expect(report.body.gaps.filter(({ gap }) => gap === 'gap-copy')).toHaveLength(3)
  })

  it('name for each transfer the rule that allowed it', async () => {
    const ours = await agencyIn('us/ca', 'sheriff', 'America/New_York')
    const { body } = await draft(ours, 'california-transfers', '2025-01-01', '2025-12-31')
    expect(counts(body)).toMatchObject({ 'ca-transfers': 1, 'ca-transfer-count handed-over': [1] })
    const list = body.parts.find(({ id }) => id === 'ca-transfers')
    expect(list?.kind === 'list' ? list.rows[0]?.cells[2] : null).toEqual({
      kind: 'text',
      text: 'Cal. Gov. Code § 7282.5(a)(1)',
    })
    expect(body.gaps).toEqual([{ gap: 'gap-decision', reference: ours.references[5] }])
  })
})

describe('a report that is filed', () => {
  const certificates = { certified: ['ca-transfers'], knowsGaps: true }
  const filed = async (): Promise<{ readonly ours: Awaited<ReturnType<typeof agencyIn>>; readonly id: string }> => {
    const ours = await agencyIn('us/ca', 'sheriff', 'America/New_York')
    const { id } = await draft(ours, 'california-transfers', '2025-01-01', '2025-12-31')
    expect(await fileReport(room(), ours.who.supervisor, id, certificates)).toEqual({ kind: 'filed' })
    return { ours, id }
  }

  it('has its hash in the log, in the same transaction, and whoever has it can check it', async () => {
    const { ours, id } = await filed()
    const report = await readReport(room(), ours.who.auditor, id)
    const bytes = filedBytes(documentOf(report))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(report.hash)
    const schema = `ledger_${ours.agency.replaceAll('-', '')}`
    const { rows } = await test.superuser.query(`select entry from ${schema}.pending`)
    expect(rows).toHaveLength(1)
    const entry: unknown = JSON.parse(String(rows[0]?.entry))
    const key = new Uint8Array(Buffer.from(report.logKey ?? '', 'base64'))
    const commitment = commit(key, reportStatement(documentOf(report), filedHash(documentOf(report))))
    expect(commitment.ok).toBe(true)
    expect(entry).toMatchObject({
      place: 'us/ca/reports',
      serial: 1,
      verdict: 'report-filed',
      rules: ['us/ca/values-act section 7284.6(c)(2)'],
      commitment: commitment.ok ? Buffer.from(commitment.value).toString('base64') : '',
    })
  })

  it('never changes, whatever the record says later; a correction is a new version that says what differs', async () => {
    const { ours, id } = await filed()
    const before = await readReport(room(), ours.who.auditor, id)
    await writeYear(test.superuser, ours, [
      {
        received: '2025-08-01T10:00:00-04:00',
        form: 'i-247a',
        outcomes: [{ kind: 'transferred', at: '2025-08-02T10:00:00-04:00', receiver: 'ice' }],
      },
    ])
    expect((await readReport(room(), ours.who.auditor, id)).body).toEqual(before.body)
    const second = await draft(ours, 'california-transfers', '2025-01-01', '2025-12-31')
    expect(second.version).toBe(2)
    const found = differences(before.body, second.body)
    expect(found).toMatchObject([
      { kind: 'number', part: 'ca-transfer-count', before: 1, now: 2 },
      { kind: 'row', part: 'ca-transfers', change: 'added' },
    ])
    await fileReport(room(), ours.who.counsel, second.id, certificates)
    const { rows } = await test.superuser.query(
      `select document ->> 'corrects' as corrects from desk.reports where id = $1`,
      [second.id],
    )
    expect(rows).toEqual([{ corrects: before.hash }])
  })

  it('is signed by a supervisor or counsel who did not draft it, once', async () => {
    const ours = await agencyIn('us/ca', 'sheriff', 'America/New_York')
    const own = await draftReport(room(), ours.who.supervisor, {
      form: 'california-transfers',
      startsOn: '2025-01-01',
      endsOn: '2025-12-31',
    })
    expect(await fileReport(room(), ours.who.supervisor, own, certificates)).toEqual({ kind: 'own-draft' })
    // The database refuses what the code would not.
    for (const who of [ours.who.supervisor, ours.who['records-officer'], ours.who.auditor, ours.who.clerk])
      expect(await forceFiling(who, own), who.role).toMatch(/row-level security|0/)
    const both = await Promise.allSettled(
      Array.from({ length: 2 }, async () => await fileReport(room(), ours.who.counsel, own, certificates)),
    )
    expect(both.filter((one) => one.status === 'fulfilled' && one.value.kind === 'filed')).toHaveLength(1)
    expect(await forceFiling(ours.who.counsel, own)).toBe('0')
    expect(await keepInputs(room(), ours.who.supervisor, own, { bookings: '1' })).toBe(false)
  })

  it('is nothing to another agency, and nothing to a clerk who drafts', async () => {
    const { ours, id } = await filed()
    const theirs = await makeSample(test.superuser)
    await expect(readReport(room(), theirs.who.supervisor, id)).rejects.toThrow('not-found')
    await expect(
      draftReport(room(), ours.who.clerk, {
        form: 'california-transfers',
        startsOn: '2024-01-01',
        endsOn: '2024-12-31',
      }),
    ).rejects.toThrow(/row-level security/)
  })
})

async function forceFiling(who: Who, id: string): Promise<string> {
  try {
    const { numUpdatedRows } = await transaction(
      test.database,
      who,
      async (work) =>
        await work
          .updateTable('reports')
          .set({ filed_at: new Date().toISOString(), filed_by: who.user, hash: Buffer.alloc(32) })
          .where('id', '=', id)
          .executeTakeFirst(),
    )
    return String(numUpdatedRows)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('the public copy', () => {
  const cell = (count: number): { readonly count: number; readonly references: readonly string[] } => ({
    count,
    references: ['SJ-26-0001'],
  })
  const table = (rows: readonly (readonly number[])[], isAdditive: boolean): ReportBody => ({
    parts: [
      {
        kind: 'counts',
        id: 'ca-access',
        columns: ['access-hold', 'access-notice'],
        rows: rows.map((counted, at) => ({ label: { kind: 'text', text: String(at) }, cells: counted.map(cell) })),
        isAdditive,
      },
    ],
    gaps: [],
    received: [],
  })

  it('hides small counts, shows zeros, and hides more where a sum would give one away', () => {
    const [alone] = publicTables(table([[9, 10]], false))
    expect(alone?.rows[0]?.counts).toEqual(['hidden', 10])
    expect(publicTables(table([[0, 1]], false))[0]?.rows[0]?.counts).toEqual([0, 'hidden'])
    const [added] = publicTables(
      table(
        [
          [3, 50],
          [40, 60],
        ],
        true,
      ),
    )
    const hiddenInColumn = [added?.rows[0]?.counts[0], added?.rows[1]?.counts[0], added?.totals?.[0]].filter(
      (one) => one === 'hidden',
    )
    expect(added?.rows[0]?.counts[0]).toBe('hidden')
    expect(hiddenInColumn.length).toBeGreaterThan(1)
  })

  it('names no case and no row of a single case', async () => {
    const ours = await agencyIn('us/il', 'jail', 'America/New_York')
    const { body } = await draft(ours, 'illinois-trust', '2025-01-01', '2025-12-31')
    const text = JSON.stringify(publicTables(body))
    for (const reference of ours.references) expect(text).not.toContain(reference)
    expect(text).not.toMatch(/2026-0\d/)
    expect(publicTables(body).map(({ rows }) => rows[0]?.counts)).toEqual([['hidden'], ['hidden']])
  })
})

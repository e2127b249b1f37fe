/** Reports as PDF: both languages, whole and public, the same bytes each time, tagged; numbers beside counts made by SQL. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { printer } from '../../src/notice/printer.ts'
import { reportPaper } from '../../src/report/report-paper.ts'
import { reportWords } from '../../src/report/report-page.ts'
import { draftReport, readReport, type Report } from '../../src/report/report.ts'
import { fontsIn, readPdf } from '../notice/read-pdf.ts'
import { makeSample } from '../sample.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'
import { testLaw } from '../test-law.ts'
import { smallYear, writeYear } from './small-year.ts'

const reports = [
  { form: 'illinois-trust', place: 'us/il', kind: 'jail', startsOn: '2025-01-01', endsOn: '2025-12-31' },
  { form: 'chicago-quarterly', place: 'us/il/chicago', kind: 'police', startsOn: '2025-01-01', endsOn: '2025-03-31' },
  { form: 'nyc-jails', place: 'us/ny/new-york-city', kind: 'jail', startsOn: '2024-07-01', endsOn: '2025-06-30' },
  { form: 'california-forum', place: 'us/ca', kind: 'sheriff', startsOn: '2025-01-01', endsOn: '2025-12-31' },
  { form: 'oregon-monthly', place: 'us/or', kind: 'jail', startsOn: '2025-05-01', endsOn: '2025-05-31' },
  { form: 'new-jersey-yearly', place: 'us/nj', kind: 'jail', startsOn: '2025-01-01', endsOn: '2025-12-31' },
] as const

let test: TestDatabase
beforeAll(async () => {
  test = await startTestDatabase()
  // The law is read once, before the clocks of the tests run.
  await testLaw.of('us/il')
}, 120_000)
afterAll(async () => await test?.stop())

async function draft({ form, place, kind, startsOn, endsOn }: (typeof reports)[number]): Promise<Report> {
  const sample = await makeSample(test.superuser)
  const values = [sample.agency, place, kind]
  await test.superuser.query(
    `update desk.agencies set place = $2, kind = $3, time_zone = 'America/New_York' where id = $1`,
    values,
  )
  for (const table of ['outcomes', 'requests'])
    await test.superuser.query(`delete from desk.${table} where case_id = $1`, [sample.caseId])
  await writeYear(test.superuser, sample, smallYear)
  const room = { database: test.database, law: testLaw }
  const who = sample.who['records-officer']
  const report = await readReport(room, who, await draftReport(room, who, { form, startsOn, endsOn }))
  await receivedAsSqlCounts(report, sample.agency)
  return report
}

/** Counts the requests of the period in the rows themselves. */
async function receivedAsSqlCounts({ body, startsOn, endsOn }: Report, agency: string): Promise<void> {
  const { rows } = await test.superuser.query(
    `select distinct c.reference from desk.requests r join desk.cases c on c.id = r.case_id
     where r.agency_id = $1 and (r.received_at at time zone 'America/New_York')::date between $2::date and $3::date`,
    [agency, startsOn, endsOn],
  )
  const known = new Set(rows.map(({ reference }) => String(reference)))
  for (const reference of body.received) expect(known, reference).toContain(reference)
  for (const part of body.parts)
    if (part.kind === 'counts')
      for (const { count, references } of part.rows.flatMap(({ cells }) => cells))
        expect(new Set(references).size).toBe(count)
}

it.each(reports)('$form is a tagged PDF in both languages, whole and public', async (one) => {
  const report = await draft(one)
  for (const lang of ['en', 'es'])
    for (const isPublic of [false, true]) {
      const paper = reportPaper(report, reportWords(report.timeZone, lang), { isPublic })
      const [first, again] = [printer()(paper), printer()(paper)]
      if (first.kind !== 'pdf' || again.kind !== 'pdf') throw new Error('no PDF')
      expect(Buffer.compare(first.bytes, again.bytes)).toBe(0)
      const read = await readPdf(first.bytes)
      expect(read).toMatchObject({ isMarked: true, lang, title: paper.title.text })
      expect(read.tags).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'P']))
      for (const font of fontsIn(first.bytes)) expect(font).toMatch(/^NotoSans-(?:Regular|Bold)$/)
      if (isPublic) for (const reference of report.body.received) expect(read.text).not.toContain(reference)
    }
})

/** The year of the demonstration: its four reports, each number counted another way, by SQL over the rows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listReports } from '../../src/report/list-reports.ts'
import { readReport, type Report } from '../../src/report/report.ts'
import { inventedYear } from '../../src/demonstration/invented-year.ts'
import { makeYear } from '../../src/demonstration/make-year.ts'
import { yearPlaces } from '../../src/demonstration/year-places.ts'
import type { Who } from '../../src/database/transaction.ts'
import { Temporal } from 'temporal-polyfill'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'
import { testKeys } from '../test-keys.ts'
import { testLaw } from '../test-law.ts'

let test: TestDatabase
const room = () => ({
  ...{ database: test.database, log: () => undefined, isSecure: false, law: testLaw, keys: testKeys },
})
const now = Temporal.Now.instant()

beforeAll(async () => {
  test = await startTestDatabase()
  await testLaw.all()
  await makeYear({ owner: test.owner, application: test.connection, room: room() })
}, 240_000)
afterAll(async () => await test?.stop())

async function reportsOf(place: string): Promise<readonly Report[]> {
  const { rows } = await test.superuser.query<{ agency: string; user: string; id: string }>(
    `select a.id as agency, r.user_id as user, p.id from desk.agencies a join desk.reports p on p.agency_id = a.id
     join desk.user_roles r on r.agency_id = a.id and r.role = 'supervisor'
     where a.place = $1 and a.is_demonstration order by p.starts_on`,
    [place],
  )
  const reports: Report[] = []
  for (const { agency, user, id } of rows) {
    const who: Who = { agency, user, role: 'supervisor', desk: null }
    reports.push(await readReport(room(), who, id))
  }
  return reports
}

/** Counts rows of the period of a report in the database itself; `$1` is the agency, `$2` and `$3` its days, `$4` its zone. */
async function bySql({ place, startsOn, endsOn, timeZone }: Report, query: string): Promise<number> {
  const { rows } = await test.superuser.query<{ count: number }>(
    `with span as (select $2::date::timestamp at time zone $4 as first, ($3::date + 1)::timestamp at time zone $4 as last,
         (select id from desk.agencies where place = $1 and is_demonstration) as agency),
       asked as (select r.* from desk.requests r, span where r.agency_id = agency and received_at >= first and received_at < last),
       done as (select d.* from desk.decisions d, span where d.agency_id = agency and decided_at >= first and decided_at < last
         and not exists (select from desk.decisions n where n.supersedes = d.id)),
       came as (select o.* from desk.outcomes o, span where o.agency_id = agency and happened_at >= first and happened_at < last),
       fact as (select a.case_id, a.fact, a.value #>> '{}' as value from desk.answers a, span where a.agency_id = agency)
     select count(*)::int as count from (${query}) as counted`,
    [place, startsOn, endsOn, timeZone],
  )
  return rows[0]?.count ?? -1
}

const detainers = `select distinct case_id from asked where form like 'i-247%'`
const papers = `select distinct a.case_id from asked a left join fact f on f.case_id = a.case_id and f.fact = 'warrant.form'
  where a.form like 'i-247%' or f.value = 'i-200'`
const help = `select distinct case_id from asked where 'assist-operation' = any (acts)`
const handedOver = `select distinct case_id from came where kind = 'transferred' and receiving_agency = 'ice'`

/** Adds up a column of counts, or counts the rows of a list that hold a word. */
function sumOf({ body }: Report, id: string, column: string, row?: string): number {
  const part = body.parts.find((one) => one.id === id)
  if (part?.kind !== 'counts') throw new Error(`no counts ${id}`)
  const at = part.columns.indexOf(column)
  const wanted = part.rows.filter(({ label }) => row === undefined || (label.kind === 'word' && label.word === row))
  return wanted.reduce((sum, { cells }) => sum + (cells[at]?.count ?? 0), 0)
}

function listed({ body }: Report, id: string, word?: string): number {
  const part = body.parts.find((one) => one.id === id)
  if (part?.kind !== 'list') throw new Error(`no list ${id}`)
  const has = (one: (typeof part.rows)[number]): boolean =>
    word === undefined || one.cells.some((cell) => cell.kind === 'word' && cell.word === word)
  return part.rows.filter(has).length
}

describe('the demonstration year', () => {
  it('is the same each time', () => {
    for (const place of yearPlaces) {
      const year = inventedYear(place, now)
      expect(inventedYear(place, now)).toEqual(year)
      expect(year.length).toBeGreaterThan(45)
    }
  })

  it('leaves nothing undecided, unconfirmed or open', async () => {
    const { rows } = await test.superuser.query(
      `select (select count(*)::int from desk.cases) as cases,
         (select count(*)::int from desk.cases where closed_at is not null) as closed,
         (select count(*)::int from desk.duties where state = 'open' and case_id is not null) as duties,
         (select count(*)::int from desk.decisions d where needs_role is not null
            and not exists (select from desk.decision_confirmations c where c.decision_id = d.id)) as waiting,
         (select count(*)::int from desk.drafts where step <> 'decided') as drafts`,
    )
    const cases = yearPlaces.reduce((sum, place) => sum + inventedYear(place, now).length, 0)
    expect(rows).toEqual([{ cases, closed: 0, duties: 0, waiting: 0, drafts: 0 }])
  })

  it('fills the report of Illinois', async () => {
    const [report] = await reportsOf('us/il')
    if (report === undefined) throw new Error('no report')
    // Two are left to the visitor, in red.
    expect(report.body.gaps.map(({ gap }) => gap)).toEqual(['gap-outcome', 'gap-outcome'])
    // The law asks for requests of Homeland Security alone.
    const ofHomeland = `${help} and asking_agency <> 'us-marshals'`
    expect(listed(report, 'il-help')).toBe(await bySql(report, ofHomeland))
    expect(listed(report, 'il-help')).toBeGreaterThan(3)
    expect(listed(report, 'il-papers')).toBe(await bySql(report, papers))
    expect(listed(report, 'il-papers')).toBeGreaterThan(20)
    const gone = `select distinct case_id from desk.outcomes where kind = 'transferred' and case_id in (${papers})`
    expect(listed(report, 'il-papers', 'outcome-transferred')).toBe(await bySql(report, gone))
  })

  it('fills four quarters of Chicago', async () => {
    const reports = await reportsOf('us/il/chicago')
    expect(reports).toHaveLength(4)
    for (const report of reports) {
      expect(report.body.gaps).toEqual([])
      expect(listed(report, 'chicago-help')).toBe(await bySql(report, help))
      expect(listed(report, 'chicago-papers')).toBe(await bySql(report, papers))
      expect(listed(report, 'chicago-papers')).toBeGreaterThan(0)
    }
  })

  it('fills the report of the jails of New York City', async () => {
    const [report] = await reportsOf('us/ny/new-york-city')
    if (report === undefined) throw new Error('no report')
    expect(report.body.gaps).toEqual([])
    expect(sumOf(report, 'nyc-reasons', 'detainers')).toBe(await bySql(report, detainers))
    const held = `select distinct case_id from came where kind = 'held'`
    expect(sumOf(report, 'nyc-reasons', 'held-past')).toBe(await bySql(report, held))
    expect(sumOf(report, 'nyc-handed', 'handed-over')).toBe(await bySql(report, handedOver))
    const refused = `select distinct case_id from done where act = 'hold' and choice = 'do-not'
      and case_id in (select case_id from desk.requests where form like 'i-247%')`
    expect(sumOf(report, 'nyc-others', 'people', 'not-honored')).toBe(await bySql(report, refused))
    const told = `select distinct case_id from desk.decisions where choice = 'do' and act in ('notify-release',
      'share-custody-information') and case_id in (select case_id from asked
      where acts && array['notify-release', 'share-custody-information', 'disclose'])`
    expect(sumOf(report, 'nyc-information', 'people', 'information-told')).toBe(await bySql(report, told))
  })

  it('fills the pack for the forum of California', async () => {
    const [report] = await reportsOf('us/ca')
    if (report === undefined) throw new Error('no report')
    expect(report.body.gaps).toEqual([])
    expect(sumOf(report, 'ca-people', 'people', 'requests-received')).toBe(await bySql(report, papers))
    const held = `select distinct case_id from came where kind = 'held'`
    const told = `select distinct case_id from done where act = 'notify-release' and choice = 'do'`
    expect(sumOf(report, 'ca-access', 'access-hold')).toBe(await bySql(report, held))
    expect(sumOf(report, 'ca-access', 'access-notice')).toBe(await bySql(report, told))
    expect(sumOf(report, 'ca-access', 'access-transfer')).toBe(await bySql(report, handedOver))
    const any = `${held} union ${told} union ${handedOver}`
    expect(sumOf(report, 'ca-people', 'people', 'people-accessed')).toBe(await bySql(report, any))
  })

  it('stands on the list of whoever looks at the reports', async () => {
    const { rows } = await test.superuser.query<{ agency: string; user: string }>(
      `select a.id as agency, r.user_id as user from desk.agencies a join desk.user_roles r on r.agency_id = a.id
       where a.place = 'us/il/chicago' and r.role = 'supervisor'`,
    )
    const [one] = rows
    if (one === undefined) throw new Error('no supervisor')
    const today = now.toZonedDateTimeISO('America/Chicago').toPlainDate().toString()
    const list = await listReports(room(), { ...one, role: 'supervisor', desk: null }, today)
    const drafted = list.filter(({ owed, last }) => owed.form.id === 'chicago-quarterly' && last !== null)
    expect(drafted.map(({ isRunning }) => isRunning)).toEqual([false, false, false, false])
  })
})

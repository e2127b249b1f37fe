/** How long pages take beside many cases. */
import { Worker as Thread } from 'node:worker_threads'
import { below, report, type Line } from '../measure.ts'
import type { Worker } from '../../packages/desk/test/load/workplace.ts'
import type { BenchDesk } from './bench-desk.ts'
import { copyCases } from './copy-cases.ts'
import { decideHere, openReady } from './decide.ts'
import { openAs, timesOf, type Times } from './load.ts'
import type { PagesAtRate } from './pages-at-rate.ts'

/** Of so many cases one waits for a decision, and one for the second person. */
const oneWaits = 50

/** Fills the desks with cases, most of them decided long ago and with their duties done. */
export async function fillDesk(desk: BenchDesk, cases: number): Promise<void> {
  const ready = await openReady(desk, 1, 100_000)
  await decideHere(desk, ready, 1)
  const each = Math.floor(cases / desk.clerks.length)
  for (const [nth, at] of desk.clerks.entries()) {
    const of = ready[nth]?.deciding.reference ?? ''
    await copyCases(desk, { of, at, count: each, from: 1_000_000, days: 3 * 365 })
  }
  await openReady(desk, Math.floor(each / oneWaits), 2_000_000)
  await desk.superuser.query(
    `update desk.duties set state = 'discharged', discharged_at = opened_at + interval '1 day', proof = '{}',
       discharged_by = (select opened_by from desk.cases as c where c.id = case_id)
     where state = 'open' and opened_at < now() - interval '7 days'`,
  )
  await proposeSome(desk, Math.floor(cases / oneWaits))
  await desk.superuser.query('vacuum analyze')
}

/** Has the decisions of some cases wait for a supervisor. */
async function proposeSome({ superuser }: BenchDesk, count: number): Promise<void> {
  await superuser.query(
    `begin;
     -- What is decided cannot be changed, but by who takes the guards away.
     set local session_replication_role = replica;
     with chosen as (select case_id from desk.decisions order by md5(id::text) limit ${count})
       update desk.decisions as one set needs_role = 'supervisor' from chosen where one.case_id = chosen.case_id;
     update desk.drafts set step = 'confirmation'
       where case_id in (select case_id from desk.decisions where needs_role = 'supervisor');
     commit`,
  )
}

/** Opens answer pages at fifty a second. */
export async function measureAnswer(desk: BenchDesk, address: string, seconds: number): Promise<readonly Line[]> {
  const { rows } = await desk.superuser.query<{ reference: string; desk: string }>(
    `select reference, desk_id as desk from desk.cases order by md5(id::text) limit 2000`,
  )
  const pages = rows.flatMap(({ reference, desk: of }) =>
    desk.clerks.filter(({ who }) => who.desk === of).map((clerk) => [`/cases/${reference}/answer`, clerk] as const),
  )
  const times = await openAtRate({ address, pages, perSecond: 50, seconds })
  return [
    report('answer page at 50 a second, p50', times.p50, 'ms'),
    report('answer page at 50 a second, p95', times.p95, 'ms'),
    below('answer page at 50 a second, p99', times.p99, 'ms', 50),
  ]
}

/** Opens the pages that list things, one after the other, as those who use them. */
export async function measurePages(desk: BenchDesk, address: string, seconds: number): Promise<readonly Line[]> {
  const [clerk] = desk.clerks
  if (clerk === undefined) throw new Error('no clerk')
  const { supervisor, records } = desk
  const pages: readonly (readonly [string, Worker, string])[] = [
    ...[clerk, supervisor, records].map((who) => [`home, ${who.who.role}`, who, '/'] as const),
    ...['waiting', 'overdue', 'decided', 'all'].flatMap((show) =>
      [clerk, supervisor].map((who) => [`queue ${show}, ${who.who.role}`, who, `/queue?show=${show}`] as const),
    ),
    ...[clerk, supervisor].map((who) => [`duties, ${who.who.role}`, who, '/duties'] as const),
    ['duties done, supervisor', supervisor, '/duties?show=done'],
    ...[clerk, supervisor].map((who) => [`hand-over, ${who.who.role}`, who, '/hand-over'] as const),
    ['reports, records officer', records, '/reports'],
  ]
  const lines: Line[] = []
  for (const [name, who, path] of pages) {
    const { p50, p99 } = await inTurn(seconds / 5, async () => await openAs(address, path, who))
    lines.push(report(`${name}, p50`, p50, 'ms'), below(`${name}, p99`, p99, 'ms', 200))
  }
  return lines
}

async function openAtRate(load: PagesAtRate): Promise<Times> {
  const thread = new Thread(new URL('pages-at-rate.ts', import.meta.url), { workerData: load })
  return await new Promise((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
  })
}

/** Does work again and again for so long. */
async function inTurn(seconds: number, work: () => Promise<void>): Promise<Times> {
  await work()
  const times: number[] = []
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return timesOf(times)
}

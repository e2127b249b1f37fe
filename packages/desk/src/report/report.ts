/** Reports from the record: drafted by one person, signed by another, and never changed after that. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { noteEvent } from '../administration/note-event.ts'
import { oneAtATime } from '../database/one-at-a-time.ts'
import { transaction, type Database, type Who, type Work } from '../database/transaction.ts'
import type { LawInUse } from '../case/law-in-use.ts'
import { Refusal } from '../server/refusal.ts'
import { closingOf, closingReasons, reasonOf } from '../closing/reason.ts'
import type { ClosedRequest, Gap, Inputs, ReportBody } from './body.ts'
import { filedHash, readFiled, readInputs, type FiledDocument } from './filed-document.ts'
import { dischargeDuties } from '../duty/discharge-duties.ts'
import { logReport } from './log-report.ts'
import { dueDay, isPeriod, stretchOf, type Period } from './period.ts'
import { isWithin } from './reading.ts'
import { readRecordedCases, type RecordedCase, type Stretch } from './recorded-case.ts'
import { owedBy, reportForms, type OwedReport } from './report-form.ts'

/** What reports need. */
export interface ReportRoom {
  readonly database: Database
  readonly law: LawInUse
}

/** A report as it stands: a draft that is compiled now, or what was filed. */
export interface Report extends Period {
  readonly id: string
  readonly owed: OwedReport
  readonly version: number
  readonly madeBy: string
  readonly filedAt: Temporal.Instant | null
  readonly hash: string | null
  readonly logKey: string | null
  readonly logSerial: number | null
  readonly inputs: Inputs
  readonly body: ReportBody
  readonly certified: readonly string[]
  /** The period has not ended yet, by the clock of the database and the day of the agency. */
  readonly isRunning: boolean
  readonly place: string
  readonly agency: string
  readonly timeZone: string
  /** What was filed before it, where this one corrects it. */
  readonly before: FiledDocument | null
}

/** Makes a draft; the id of an open one where there is one already. What was filed is corrected by a new version. */
export async function draftReport(
  { database, law }: ReportRoom,
  who: Who,
  { form: id, ...period }: Period & { readonly form: string },
): Promise<string> {
  return await transaction(database, who, async (work) => {
    const place = await placeOf(work)
    const owed = await owedAt(law, place, { id, day: period.endsOn })
    if (owed === null || !isPeriod(owed.period, period)) throw new Refusal('not-found')
    await oneAtATime(work, `report ${who.agency} ${id} ${period.startsOn}`)
    const last = await work
      .selectFrom('reports')
      .select(['id', 'version', 'filed_at', 'document'])
      .where('law', '=', id)
      .where('starts_on', '=', sql<never>`${period.startsOn}::date`)
      .orderBy('version', 'desc')
      .executeTakeFirst()
    if (last !== undefined && last.filed_at === null) return last.id
    const filed = last === undefined ? null : readFiled(last.document)
    const report = {
      id: randomUUID(),
      agency_id: who.agency,
      law: id,
      starts_on: period.startsOn,
      ends_on: period.endsOn,
      version: (last?.version ?? 0) + 1,
      supersedes: last?.id ?? null,
      document: JSON.stringify({ kind: 'draft', inputs: filed?.inputs ?? {} }),
      made_by: who.user,
    }
    await work.insertInto('reports').values(report).execute()
    return report.id
  })
}

/** Reads a report. A draft is compiled from the record as it is now. */
export async function readReport({ database, law }: ReportRoom, who: Who, id: string): Promise<Report> {
  return await transaction(database, who, async (work) => await reportIn(work, law, id))
}

/** Keeps what was typed into a draft. Only whoever drafted it changes it. */
export async function keepInputs({ database }: ReportRoom, who: Who, id: string, inputs: Inputs): Promise<boolean> {
  return await transaction(database, who, async (work) => {
    const { numUpdatedRows } = await work
      .updateTable('reports')
      .set({ document: JSON.stringify({ kind: 'draft', inputs }) })
      .where('id', '=', id)
      .where('filed_at', 'is', null)
      .where('made_by', '=', who.user)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  })
}

/** What whoever signs says: which empty lists are certified, and that gaps are known. */
export interface Signature {
  readonly certified: readonly string[]
  readonly knowsGaps: boolean
}

/** What came of signing. */
export type Signed =
  | { readonly kind: 'filed' }
  | { readonly kind: 'own-draft' }
  | { readonly kind: 'running' }
  | { readonly kind: 'already' }
  | { readonly kind: 'not-certified'; readonly parts: readonly string[] }
  | { readonly kind: 'gaps' }

/** Signs and files a report. Its document, its hash and its entry in the log commit together, or nothing does. */
export async function fileReport(
  { database, law }: ReportRoom,
  who: Who,
  id: string,
  { certified, knowsGaps }: Signature,
): Promise<Signed> {
  return await transaction(database, who, async (work) => {
    // Of two who sign at once, the second finds it filed.
    await oneAtATime(work, `report ${id}`)
    const report = await reportIn(work, law, id)
    if (report.filedAt !== null) return { kind: 'already' }
    if (report.madeBy === who.user) return { kind: 'own-draft' }
    if (report.isRunning) return { kind: 'running' }
    const missing = emptyLists(report.body).filter((part) => !certified.includes(part))
    if (missing.length > 0) return { kind: 'not-certified', parts: missing }
    if (report.body.gaps.length > 0 && !knowsGaps) return { kind: 'gaps' }
    const { policyHash } = (await law.of(report.place)).stackOn(report.endsOn)
    await writeSigned(work, who, report, policyHash)
    await dischargeDay(work, who, report, policyHash)
    await noteEvent(work, who, 'report-filed', id)
    return { kind: 'filed' }
  })
}

/** Writes the document, its hash and its entry in the log. */
async function writeSigned(work: Work, who: Who, report: Report, policyHash: string): Promise<void> {
  const document = documentOf(report)
  const hash = filedHash(document)
  const logged = await logReport(work, { agency: who.agency, document, hash, duty: report.owed.duty.id, policyHash })
  const { numUpdatedRows } = await work
    .updateTable('reports')
    .set({
      document: JSON.stringify(document),
      filed_at: sql<string>`now()`,
      filed_by: who.user,
      hash,
      ...logged,
    })
    .where('id', '=', report.id)
    .where('filed_at', 'is', null)
    .executeTakeFirst()
  // Somebody else was first: what was put in line goes with this transaction.
  if (numUpdatedRows === 0n) throw new Refusal('form-stale')
}

/** Lists the empty lists of a report that must be certified as such. */
export function emptyLists({ parts }: ReportBody): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === 'list' && part.hasCertificate && part.rows.length === 0 ? [part.id] : [],
  )
}

/** Freezes a report. */
export function documentOf(report: Report): FiledDocument {
  const { owed, startsOn, endsOn, version, inputs, body, place, agency, timeZone, before } = report
  const bookings = inputs['bookings']
  return {
    kind: 'filed',
    report: owed.form.id,
    cite: owed.duty.cite,
    place,
    agency,
    timeZone,
    startsOn,
    endsOn,
    version,
    corrects: before === null ? null : filedHash(before).toString('hex'),
    inputs,
    body,
    reconciliation: {
      bookings: bookings === undefined ? null : Number(bookings),
      recorded: new Set(body.received).size,
    },
    certified: emptyLists(body),
  }
}

/** The duty of the agency that the report meets is done with it. */
async function dischargeDay(
  work: Work,
  who: Who,
  { owed, startsOn, endsOn }: Report,
  policyHash: string,
): Promise<void> {
  const { trigger } = owed.duty
  const by = trigger.kind === 'each-year' ? trigger.by : null
  const day = by === null ? endsOn : dueDay({ startsOn, endsOn }, by)
  const { rows } = await sql<{ id: string; now: Temporal.Instant }>`
    select d.id, now() as now from desk.duties as d where d.case_id is null and d.rule = ${owed.duty.id}
      and d.state = 'open' and d.day = ${day}::date`.execute(work)
  const [first] = rows
  if (first === undefined) return
  const proof = { how: 'filed', notice: null, doneAt: first.now.toString() }
  await dischargeDuties(work, who, { ids: rows.map(({ id }) => id), proof, policyHash })
}

async function reportIn(work: Work, law: LawInUse, id: string): Promise<Report> {
  const place = await placeOf(work)
  const row = await work
    .selectFrom('reports as report')
    .leftJoin('reports as earlier', 'earlier.id', 'report.supersedes')
    .selectAll('report')
    .select('earlier.document as earlier')
    .select(sql<boolean>`report.ends_on >= (now() at time zone ${place.timeZone})::date`.as('is_running'))
    .where('report.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found')
  const period = { startsOn: row.starts_on.toString(), endsOn: row.ends_on.toString() }
  const owed = await owedAt(law, place, { id: row.law, day: period.endsOn })
  if (owed === null) throw new Refusal('not-found')
  const filed = readFiled(row.document)
  const inputs = filed?.inputs ?? readInputs(row.document)
  const body = filed?.body ?? (await compile(work, law, { owed, period, inputs, place }))
  return {
    ...period,
    id: row.id,
    owed,
    version: row.version,
    madeBy: row.made_by,
    filedAt: row.filed_at,
    hash: row.hash?.toString('hex') ?? null,
    logKey: row.log_key?.toString('base64') ?? null,
    logSerial: row.log_serial,
    inputs,
    body,
    certified: filed?.certified ?? [],
    isRunning: row.is_running,
    place: place.place,
    agency: place.name,
    timeZone: place.timeZone,
    before: readFiled(row.earlier),
  }
}

/** Where an agency is. */
export interface AgencyPlace {
  readonly place: string
  readonly kind: string
  readonly name: string
  readonly timeZone: string
}

/** Reads it. */
export async function placeOf(work: Work): Promise<AgencyPlace> {
  return await work
    .selectFrom('agencies')
    .select(['place', 'kind', 'name', 'time_zone as timeZone'])
    .executeTakeFirstOrThrow()
}

async function owedAt(
  law: LawInUse,
  { place, kind }: AgencyPlace,
  { id, day }: { readonly id: string; readonly day: string },
): Promise<OwedReport | null> {
  const form = reportForms.find((one) => one.id === id)
  const { library } = await law.of(place)
  return form === undefined ? null : owedBy(library, form, { place, kind, day })
}

async function compile(
  work: Work,
  law: LawInUse,
  {
    owed,
    period,
    inputs,
    place,
  }: { readonly owed: OwedReport; readonly period: Period; readonly inputs: Inputs; readonly place: AgencyPlace },
): Promise<ReportBody> {
  const stretch = stretchOf(period, place.timeZone)
  const cases = await readRecordedCases(work, stretch)
  const { library } = await law.of(place.place)
  const counted = cases.filter(isCounted)
  const body = owed.form.make({ cases: counted, stretch, inputs, library, timeZone: place.timeZone, kind: place.kind })
  const closed = cases.flatMap(({ reference, closed: why }) => (why === null ? [] : [{ reference, ...why }]))
  const gaps = [...body.gaps, ...openCases(body, counted, stretch)]
  return { ...body, gaps: gaps.filter((gap) => !isOver(gap, closed)), closed }
}

/** Tells if a case is counted by itself: what was opened twice is counted as its twin, and a mistake not at all. */
function isCounted({ closed }: RecordedCase): boolean {
  const reason = reasonOf(closingReasons, closed?.reason ?? null)
  return reason === null || closingOf[reason].counts === 'received'
}

/** Tells if nobody will decide any more what is missing: the request was closed. */
function isOver({ gap, reference }: Gap, closed: readonly ClosedRequest[]): boolean {
  return gap === 'gap-decision' && closed.some((one) => one.reference === reference)
}

/** Names the requests whose answers no decision holds: what they say counts nowhere yet. */
function openCases({ gaps }: ReportBody, cases: readonly RecordedCase[], stretch: Stretch): readonly Gap[] {
  const named = new Set(gaps.flatMap(({ gap, reference }) => (gap === 'gap-decision' ? [reference] : [])))
  return cases.flatMap(({ isOpen, reference, requests }): readonly Gap[] => {
    const isCounted = requests.some(({ receivedAt }) => isWithin(stretch, receivedAt))
    return isOpen && isCounted && !named.has(reference) ? [{ gap: 'gap-decision', reference }] : []
  })
}

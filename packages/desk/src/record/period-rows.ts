/** The rows that should stand in the log of an agency, each with its day and the key that opens its entry. */
import { sql, type Selectable } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Tables } from '../database/tables.ts'
import type { Work } from '../database/transaction.ts'
import { filedHash, readFiled } from '../report/filed-document.ts'
import { reportStatement, type ReportNamed } from '../report/log-report.ts'
import { bookOf, bookOfKind } from './book.ts'
import {
  claimOf,
  claimOfConfirmation,
  claimOfDecision,
  claimOfDischarge,
  claimOfRow,
  rowKinds,
  type Claim,
  type LoggedDecision,
  type RowKind,
} from './claim.ts'
import { claimOfCorrection, readCorrections, type ClockCorrection } from './clock-correction.ts'
import { destroyedAmong, type OpeningKey } from './opening-key.ts'

/** A row with what it claims. */
export interface PeriodRow extends Claim {
  /** The last word of the place in the log: a desk, confirmations, duties, reports. */
  readonly book: string
  readonly day: string
  readonly reference: string | null
  readonly key: OpeningKey
  /** The serials of its entries before the last. */
  readonly replaced?: readonly number[]
  /** What it says, where it is a correction of the clock. */
  readonly correction?: ClockCorrection
}

/** Reads them, so many of each kind at most, the newest first. */
export async function readPeriodRows(work: Work, most: number): Promise<readonly PeriodRow[]> {
  const decisions = await readDecisions(work, most)
  return [
    ...decisions.map(rowOfDecision),
    ...(await readConfirmations(work, decisions)),
    ...(await readDischarges(work, most)),
    ...(await readFiledReports(work)),
    ...(await readRows(work, 'request', most)),
    ...(await readRows(work, 'time', most)),
    ...(await readRows(work, 'paper', most)),
    ...(await readRows(work, 'outcome', most)),
    ...(await readRows(work, 'closing', most)),
    ...(await readCorrections(work)).map(rowOfCorrection),
  ]
}

function rowOfCorrection(row: ClockCorrection): PeriodRow {
  const { place, right_day: day, log_key: key } = row
  return { ...claimOfCorrection(row), book: bookOf(place), day, reference: null, key, correction: row }
}

interface DecisionOfCase extends LoggedDecision {
  readonly reference: string
  readonly prefix: string
  readonly time_zone: string
  readonly key: OpeningKey
}

async function readDecisions(work: Work, most: number): Promise<readonly DecisionOfCase[]> {
  const rows = await work
    .selectFrom('decisions')
    .innerJoin('cases', 'cases.id', 'decisions.case_id')
    .innerJoin('desks', 'desks.id', 'decisions.desk_id')
    .innerJoin('agencies', 'agencies.id', 'decisions.agency_id')
    .leftJoin('case_keys', 'case_keys.case_id', 'decisions.case_id')
    .selectAll('decisions')
    .select(['cases.reference', 'desks.prefix', 'agencies.time_zone', 'case_keys.key'])
    .orderBy('decisions.log_ticket', 'desc')
    .limit(most)
    .execute()
  return await withKeys(work, rows)
}

/** Says of cases without a key if they were destroyed. */
async function withKeys<Row extends { readonly case_id: string | null; readonly key: Buffer | null }>(
  work: Work,
  rows: readonly Row[],
): Promise<readonly (Omit<Row, 'key'> & { readonly key: OpeningKey })[]> {
  const without = rows.flatMap(({ case_id: id, key }) => (key === null && id !== null ? [id] : []))
  const destroyed = await destroyedAmong(work, [...new Set(without)])
  return rows.map((row) => ({ ...row, key: destroyed.has(row.case_id ?? '') ? 'destroyed' : row.key }))
}

function rowOfDecision(row: DecisionOfCase): PeriodRow {
  const { prefix, reference, key, decided_at: at, time_zone: zone } = row
  return { ...claimOfDecision(row), book: prefix.toLowerCase(), day: dayOf(at, zone), reference, key }
}

async function readConfirmations(work: Work, decisions: readonly DecisionOfCase[]): Promise<readonly PeriodRow[]> {
  const said = await work.selectFrom('decision_confirmations').selectAll().execute()
  const byId = new Map(decisions.map((row) => [row.id, row]))
  return said.flatMap((row): readonly PeriodRow[] => {
    const of = byId.get(row.decision_id)
    if (of === undefined) return []
    const { reference, key, time_zone: zone } = of
    const day = dayOf(row.confirmed_at, zone)
    return [{ ...claimOfConfirmation(row, of), book: bookOfKind.confirmation, day, reference, key }]
  })
}

async function readDischarges(work: Work, most: number): Promise<readonly PeriodRow[]> {
  const rows = await work
    .selectFrom('duties')
    .leftJoin('cases', 'cases.id', 'duties.case_id')
    .leftJoin('case_keys', 'case_keys.case_id', 'duties.case_id')
    .leftJoin('decisions', 'decisions.id', 'duties.decision_id')
    .selectAll('duties')
    .select(['cases.reference', 'case_keys.key', 'decisions.policy_hash'])
    .where('duties.state', '=', 'discharged')
    .orderBy('duties.log_ticket', 'desc')
    .limit(most)
    .execute()
  return (await withKeys(work, rows)).flatMap(
    ({ reference, key, policy_hash: policy, ...row }): readonly PeriodRow[] => {
      const { discharged_at: at, time_zone: zone, case_id: of, log_key: own } = row
      if (at === null) return []
      const opening = of === null ? own : key
      return [
        { ...claimOfDischarge(row, policy), book: bookOfKind.discharge, day: dayOf(at, zone), reference, key: opening },
      ]
    },
  )
}

/** A row of a case, with what its case says. */
interface RowOfCase {
  readonly agency_id: string
  readonly case_id: string
  readonly log_serial: number | null
  readonly log_ticket: number | null
  readonly log_replaced?: readonly number[]
  readonly of_reference: string
  readonly of_zone: string
  readonly of_moment: Temporal.Instant
  readonly key: Buffer | null
}

/** Reads rows of one of the kinds that hang on a case; such as have no entry are read besides. */
async function readRows(work: Work, kind: RowKind, most: number): Promise<readonly PeriodRow[]> {
  const [table, at] = [sql.table(`desk.${rowKinds[kind].table}`), sql.ref(`t.${rowKinds[kind].at}`)]
  const read = await sql<RowOfCase>`
    select t.*, c.reference as of_reference, a.time_zone as of_zone, ${at} as of_moment, k.key
    from ${table} as t join desk.cases as c on c.id = t.case_id join desk.agencies as a on a.id = t.agency_id
      left join desk.case_keys as k on k.case_id = t.case_id
    where ${at} is not null and (t.log_ticket is null or t.log_ticket in (
      select log_ticket from ${table} where log_ticket is not null order by log_ticket desc limit ${most}))
    order by t.log_ticket desc nulls last limit ${2 * most}`.execute(work)
  return (await withKeys(work, read.rows)).map(({ of_reference, of_zone, of_moment, key, ...row }) => ({
    ...claimOfRow(kind, row),
    ...{ book: bookOfKind[kind], day: dayOf(of_moment, of_zone), reference: of_reference, key },
    replaced: row.log_replaced ?? [],
  }))
}

async function readFiledReports(work: Work): Promise<readonly PeriodRow[]> {
  const rows = await work.selectFrom('reports').selectAll().where('filed_at', 'is not', null).execute()
  return rows.flatMap((row): readonly PeriodRow[] => {
    const document = readFiled(row.document)
    if (document === null || row.filed_at === null) return []
    const record = reportStatement(shownIn(row), hashOf(row.hash, filedHash(document)))
    const claim = claimOf('report', row, { verdict: 'report-filed', policy: null, record })
    const day = dayOf(row.filed_at, document.timeZone)
    return [{ ...claim, book: bookOfKind.report, day, reference: null, key: row.log_key }]
  })
}

/** What lists and pages say of a report comes from its row: an altered row does not say what was logged. */
function shownIn({ law, starts_on, ends_on, version }: Selectable<Tables['reports']>): ReportNamed {
  return { report: law, startsOn: starts_on.toString(), endsOn: ends_on.toString(), version }
}

/** The hash that the row shows counts only where it is that of the document. */
function hashOf(shown: Buffer | null, own: Buffer): Buffer {
  return shown?.equals(own) === true ? own : Buffer.alloc(0)
}

function dayOf(at: Temporal.Instant, zone: string): string {
  try {
    return at.toZonedDateTimeISO(zone).toPlainDate().toString()
  } catch {
    // A zone that was altered into nonsense does not keep the other rows from being read.
    return at.toZonedDateTimeISO('UTC').toPlainDate().toString()
  }
}

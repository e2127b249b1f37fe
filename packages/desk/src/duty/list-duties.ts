/** Lists of duties as screens show them: what is missed first, then what is due at once, then by time. No identity is among it. */
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { transaction, type Database, type Who, type Work } from '../database/transaction.ts'
import { readProof, type ReadProof } from './discharge.ts'
import { givenOn, missingLanguages, type GivenPaper } from './languages.ts'
import { readStoredDuty, type StoredDuty } from './stored-duty.ts'

/** A duty in a list. */
export interface ListedDuty {
  readonly id: string
  readonly rule: string
  /** What the law says of it; null where a program of another version wrote it. */
  readonly stored: StoredDuty | null
  readonly state: 'open' | 'discharged' | 'void'
  readonly dueAt: Temporal.Instant | null
  readonly calendar: string
  readonly isLate: boolean
  readonly remindedAt: Temporal.Instant | null
  readonly escalatedAt: Temporal.Instant | null
  readonly openedAt: Temporal.Instant
  /** The reference of its case; null where the whole agency owes it. */
  readonly reference: string | null
  readonly caseId: string | null
  readonly desk: string | null
  readonly dischargedAt: Temporal.Instant | null
  readonly proof: ReadProof | null
  /** The languages that the law wants, and in which nothing was given yet. */
  readonly missing: readonly string[]
}

/** Which duties are listed. */
export interface DutyFilter {
  readonly state: 'open' | 'discharged'
  /** Only those that were missed, or that are due within so many hours. */
  readonly within: 'late' | number | null
  /** Those of cases, or those of the whole agency. */
  readonly of: 'cases' | 'agency' | null
  readonly most: number
}

/** Everything that is open. */
export const everythingOpen: DutyFilter = { state: 'open', within: null, of: null, most: 100 }

/** The list, and the moment of which it tells, by the clock of the database. */
export interface DutyList {
  readonly now: Temporal.Instant
  readonly duties: readonly ListedDuty[]
  /** How many there are without its limit. What was done is not counted, since it grows for ever: there, one more than are listed where there are more. */
  readonly total: number
  readonly late: number
  /** By how many seconds the clock of the database was set back within a day; 0 where it was not. */
  readonly setBackSeconds: number
}

/** Reads a list. The policies of the database choose the rows that the reader may see. */
export async function listDuties(database: Database, who: Who, filter: DutyFilter): Promise<DutyList> {
  return await transaction(database, who, async (work) => await readDuties(work, filter))
}

/** Reads one duty; null where there is none, or it is not for the reader. */
export async function readDuty(database: Database, who: Who, id: string): Promise<ListedDuty | null> {
  return await transaction(database, who, async (work) => {
    const now = await databaseNow(work)
    const row = await rows(work).where('duty.id', '=', id).executeTakeFirst()
    return row === undefined ? null : listed(row, now)
  })
}

/** Reads a list inside a transaction. */
export async function readDuties(work: Work, filter: DutyFilter): Promise<DutyList> {
  const { rows: clock } = await sql<{ now: Temporal.Instant; set_back_seconds: number }>`
    select now, set_back_seconds from desk.clock_state()`.execute(work)
  const now = clock[0]?.now ?? (await databaseNow(work))
  const setBackSeconds = clock[0]?.set_back_seconds ?? 0
  if (filter.state === 'discharged') {
    const found = await filtered(work, filter, now)
      .orderBy('duty.discharged_at', 'desc')
      .limit(filter.most + 1)
      .execute()
    const duties = found.slice(0, filter.most).map((row) => listed(row, now))
    return { now, duties, total: found.length, late: 0, setBackSeconds }
  }
  const found = await inUrgency(work, filter, now).limit(filter.most).execute()
  const { total, late } = await count(work, filter, now)
  return { now, duties: found.map((row) => listed(row, now)), total, late, setBackSeconds }
}

/** What was missed first, then what is due at once, then by time. */
function inUrgency(work: Work, filter: DutyFilter, now: Temporal.Instant): ReturnType<typeof rows> {
  return filtered(work, filter, now)
    .orderBy(
      sql`case when duty.due_at <= ${now.toString()} then 0 when duty.calendar in ('promptly', 'at-once') then 1
        when duty.due_at is not null then 2 else 3 end`,
    )
    .orderBy('duty.due_at')
    .orderBy('duty.opened_at')
    .orderBy('duty.id')
}

/** Counts without what a list shows of each, so that nothing is joined. */
async function count(
  work: Work,
  filter: DutyFilter,
  now: Temporal.Instant,
): Promise<{ readonly total: number; readonly late: number }> {
  return await filtered(work, filter, now)
    .clearSelect()
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(*) filter (where duty.due_at <= ${now.toString()})`.as('late'),
    ])
    .executeTakeFirstOrThrow()
}

async function databaseNow(work: Work): Promise<Temporal.Instant> {
  const { rows: found } = await sql<{ now: Temporal.Instant }>`select clock_timestamp() as now`.execute(work)
  const now = found[0]?.now
  if (now === undefined) throw new Error('the database tells no time')
  return now
}

function rows(work: Work) {
  return work
    .selectFrom('duties as duty')
    .leftJoin('cases as one_case', 'one_case.id', 'duty.case_id')
    .leftJoin('desks as desk', 'desk.id', 'duty.desk_id')
    .select([
      'duty.id',
      'duty.rule',
      'duty.document',
      'duty.state',
      'duty.due_at',
      'duty.calendar',
      'duty.reminded_at',
      'duty.escalated_at',
      'duty.opened_at',
      'duty.discharged_at',
      'duty.proof',
      'duty.case_id',
      'one_case.reference',
      'desk.name as desk',
    ])
    .select(givenOn(sql.ref('duty.case_id')).as('papers'))
}

function filtered(work: Work, { state, within, of }: DutyFilter, now: Temporal.Instant): ReturnType<typeof rows> {
  let query = rows(work).where(
    state === 'open' ? sql<SqlBool>`duty.state = 'open'` : sql<SqlBool>`duty.state = 'discharged'`,
  )
  if (of === 'cases') query = query.where('duty.case_id', 'is not', null)
  if (of === 'agency') query = query.where('duty.case_id', 'is', null)
  if (within === 'late') query = query.where(isDueBy(now))
  // What the law wants promptly is due within any number of hours.
  else if (within !== null)
    query = query.where(
      sql<SqlBool>`(${isDueBy(now.add({ hours: within }))} or duty.calendar in ('promptly', 'at-once'))`,
    )
  return query
}

function isDueBy(moment: Temporal.Instant): RawBuilder<SqlBool> {
  return sql<SqlBool>`duty.due_at <= ${moment.toString()}`
}

interface Row {
  readonly id: string
  readonly rule: string
  readonly document: unknown
  readonly state: 'open' | 'discharged' | 'void'
  readonly due_at: Temporal.Instant | null
  readonly calendar: string
  readonly reminded_at: Temporal.Instant | null
  readonly escalated_at: Temporal.Instant | null
  readonly opened_at: Temporal.Instant
  readonly discharged_at: Temporal.Instant | null
  readonly proof: unknown
  readonly case_id: string | null
  readonly reference: string | null
  readonly desk: string | null
  readonly papers: readonly GivenPaper[]
}

function listed(row: Row, now: Temporal.Instant): ListedDuty {
  const stored = readStoredDuty(row.document)
  return {
    id: row.id,
    rule: row.rule,
    stored,
    state: row.state,
    dueAt: row.due_at,
    calendar: row.calendar,
    isLate: row.state === 'open' && row.due_at !== null && row.due_at.epochNanoseconds <= now.epochNanoseconds,
    remindedAt: row.reminded_at,
    escalatedAt: row.escalated_at,
    openedAt: row.opened_at,
    reference: row.reference,
    caseId: row.case_id,
    desk: row.desk,
    dischargedAt: row.discharged_at,
    proof: readProof(row.proof),
    missing: row.state === 'open' ? missingLanguages(stored, row.rule, row.papers) : [],
  }
}

/** What one shift tells the next: decided, waiting, due within twelve hours, and what became of people. References only. */
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Json } from '../database/tables.ts'
import { transaction, type Database, type Who, type Work } from '../database/transaction.ts'
import { readDuties, type DutyList } from '../duty/list-duties.ts'

/** A decision of the shift. */
interface ShiftDecision {
  readonly reference: string
  readonly act: string
  readonly verdict: string
  /** What was decided, whole: also if counsel comes first. */
  readonly document: { readonly [key: string]: Json }
  readonly at: Temporal.Instant
  /** A second person has yet to look at it. */
  readonly waits: boolean
}

/** A request that waits. */
interface ShiftWaiting {
  readonly reference: string
  readonly step: string
  /** Who has yet to look at what was proposed. */
  readonly needs: 'supervisor' | 'counsel' | null
  readonly since: Temporal.Instant
}

/** What became of somebody. */
interface ShiftOutcome {
  readonly reference: string
  readonly kind: string
  readonly at: Temporal.Instant
  readonly receiver: string | null
}

/** Everything on the page. */
export interface HandOver {
  readonly due: DutyList
  readonly decided: readonly ShiftDecision[]
  readonly waiting: readonly ShiftWaiting[]
  readonly outcomes: readonly ShiftOutcome[]
}

const hours = 12
const most = 200

/** Reads it, as of one moment of the database. */
export async function readHandOver(database: Database, who: Who): Promise<HandOver> {
  return await transaction(database, who, async (work) => {
    const due = await readDuties(work, { state: 'open', within: hours, of: null, most })
    const since = due.now.subtract({ hours }).toString()
    const decided = await work
      .selectFrom('decisions as decision')
      .innerJoin('cases', 'cases.id', 'decision.case_id')
      .leftJoin('decision_confirmations as confirmation', 'confirmation.decision_id', 'decision.id')
      .leftJoin('decisions as later', 'later.supersedes', 'decision.id')
      .select(['cases.reference', 'decision.act', 'decision.verdict', 'decision.document', 'decision.decided_at as at'])
      .select(sql<boolean>`decision.needs_role is not null and confirmation.decision_id is null`.as('waits'))
      .where('later.id', 'is', null)
      .where(sql<boolean>`decision.decided_at > ${since}`)
      .orderBy('decision.decided_at')
      .limit(most)
      .execute()
    const waiting = await readWaiting(work)
    const outcomes = await work
      .selectFrom('outcomes as outcome')
      .innerJoin('cases', 'cases.id', 'outcome.case_id')
      .leftJoin('outcomes as later', 'later.supersedes', 'outcome.id')
      .select(['cases.reference', 'outcome.kind', 'outcome.happened_at as at', 'outcome.receiving_agency as receiver'])
      .where('later.id', 'is', null)
      .where(sql<boolean>`outcome.happened_at > ${since}`)
      .orderBy('outcome.happened_at')
      .limit(most)
      .execute()
    return { due, decided, waiting, outcomes }
  })
}

/** Reads what waits, the oldest first. */
async function readWaiting(work: Work): Promise<readonly ShiftWaiting[]> {
  return await work
    .selectFrom('drafts')
    .innerJoin('cases', 'cases.id', 'drafts.case_id')
    .select(['cases.reference', 'drafts.step', 'drafts.changed_at as since'])
    .select(
      sql<'supervisor' | 'counsel' | null>`(select one.needs_role from desk.decisions as one
        left join desk.decision_confirmations as said on said.decision_id = one.id
        where one.case_id = drafts.case_id and one.needs_role is not null and said.decision_id is null limit 1)`.as(
        'needs',
      ),
    )
    .where(sql<boolean>`drafts.step not in ('decided', 'closed')`)
    .orderBy('drafts.changed_at')
    .limit(most)
    .execute()
}

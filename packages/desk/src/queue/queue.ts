/** Requests in a queue: which ones, in which order, and how far each is. No identity is among it. */
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { closingsToConfirm } from '../closing/to-confirm.ts'
import { formOf } from '../case/form-of.ts'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import { isSecondRole } from '../decision/second-person.ts'

/** What a queue can show. Each is an address of its own. */
export const filters = ['waiting', 'overdue', 'decided', 'closed', 'all'] as const

/** One of them. */
export type Filter = (typeof filters)[number]

/** A request in a queue. */
export interface QueueRow {
  readonly reference: string
  readonly form: string | null
  readonly receivedAt: Temporal.Instant
  readonly step: string
  /** The role of the second person whom it waits for, or null. */
  readonly needs: 'supervisor' | 'counsel' | null
  /** When the first of its open duties is due. */
  readonly dueAt: Temporal.Instant | null
}

/** A page of a queue. */
export interface QueuePage {
  readonly rows: readonly QueueRow[]
  readonly hasMore: boolean
}

/** So many requests are on a page. */
export const pageSize = 25

/** Reads a page of the queue of somebody. The policies of the database choose the desks. */
export async function readQueue(database: Database, who: Who, filter: Filter, page: number): Promise<QueuePage> {
  const rows = await transaction(database, who, async (work) => {
    const { rows: found } = await sql<QueueRow>`
      select c.reference, ${formOf('r.form', 'c.id')} as form, coalesce(r.received_at, c.opened_at) as "receivedAt", coalesce(d.step, 'decided') as step,
        waiting.needs_role as needs, due.due_at as "dueAt"
      from desk.cases as c
        left join desk.drafts as d on d.case_id = c.id
        left join lateral (select form, received_at from desk.requests where case_id = c.id
          order by entered_at desc limit 1) as r on true
        left join lateral (select min(due_at) as due_at from desk.duties
          where case_id = c.id and state = 'open') as due on true
        left join lateral (select needs_role from desk.decisions as one where one.case_id = c.id and ${unconfirmedBy(who)}
          limit 1) as waiting on true
      where ${conditionOf(filter, who)}
      order by ${orderOf(filter)}
      limit ${pageSize + 1} offset ${(page - 1) * pageSize}`.execute(work)
    return found
  })
  return { rows: rows.slice(0, pageSize), hasMore: rows.length > pageSize }
}

/** A decision that stands, and that a second person has not looked at: for a second person, one that is theirs to look at. */
function unconfirmedBy({ role, user }: Who): ReturnType<typeof sql> {
  const isTheirs = isSecondRole(role) ? sql`and one.needs_role = ${role} and one.decided_by <> ${user}` : sql``
  return sql`one.needs_role is not null ${isTheirs}
    and not exists (select from desk.decision_confirmations as said where said.decision_id = one.id)
    and not exists (select from desk.decisions as later where later.supersedes = one.id)`
}

function conditionOf(filter: Filter, who: Who): ReturnType<typeof sql> {
  switch (filter) {
    case 'waiting':
      // A clerk is waited for until something is decided; a second person where something was proposed.
      // What waits for somebody is little, and is found before anything is looked up for it.
      return isSecondRole(who.role)
        ? sql`c.id in (select one.case_id from desk.decisions as one join desk.drafts as draft using (case_id)
            where draft.step <> 'closing' and ${unconfirmedBy(who)} union all ${closingsToConfirm(who)})`
        : sql`c.closed_at is null and d.step not in ('decided', 'confirmation', 'closing', 'closed')`
    case 'overdue':
      // The rows that are overdue are few, and are found before anything is looked up for them.
      return sql`c.id in (select case_id from desk.duties where state = 'open' and due_at < now())`
    case 'decided':
      return sql`(d.step is null or d.step = 'decided')
        and exists (select from desk.decisions as one where one.case_id = c.id)`
    case 'closed':
      return sql`c.closed_at is not null and c.copy_of is null`
    case 'all':
      return sql`c.copy_of is null`
  }
}

function orderOf(filter: Filter): ReturnType<typeof sql> {
  switch (filter) {
    case 'waiting':
      return sql`"receivedAt", c.reference`
    case 'overdue':
      return sql`due.due_at, c.reference`
    case 'decided':
    case 'closed':
    case 'all':
      // The newest entered first: an index has them in this order, however many there are.
      return sql`c.opened_at desc`
  }
}

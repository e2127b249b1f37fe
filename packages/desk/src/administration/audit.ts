/** What was done here, and which identities were opened and why: rows that nobody changes. */
import { transaction, type Database, type Who } from '../database/transaction.ts'
import type { Temporal } from 'temporal-polyfill'
import type { EventRole } from './event-kind.ts'

/** Which rows are wanted. All of it stands in the address. */
export interface AuditFilter {
  readonly kind: string | null
  /** Days in the zone of the agency, as instants: the first moment, and the moment after the last. */
  readonly from: Temporal.Instant | null
  readonly until: Temporal.Instant | null
  /** Rows older than this one. */
  readonly before: number | null
}

/** One row. */
export interface AuditRow {
  readonly id: number
  readonly at: Temporal.Instant
  /** The account, where the reader may know it. */
  readonly account: string | null
  readonly role: EventRole
  /** What happened, or why the vault was opened. */
  readonly kind: string
  /** The request that a vault was opened for; null for events. */
  readonly reference: string | null
  /** Somebody was signed in, whether or not the reader may know as what. */
  readonly hasAccount: boolean
  /** The id of what an event happened to. */
  readonly subject: string | null
}

/** Rows, newest first, and how many there are in all. */
export interface Audit {
  readonly rows: readonly AuditRow[]
  readonly count: number
  readonly kinds: readonly string[]
}

/** So many rows stand on a page. */
export const rowsAPage = 50

/** Reads events. */
export async function readEvents(
  database: Database,
  who: Who,
  filter: AuditFilter,
  most: number = rowsAPage,
): Promise<Audit> {
  return await transaction(database, who, async (work) => {
    let wanted = work.selectFrom('audit_events as event').leftJoin('users', 'users.id', 'event.user_id')
    if (filter.kind !== null) wanted = wanted.where('event.kind', '=', filter.kind)
    if (filter.from !== null) wanted = wanted.where('event.at', '>=', filter.from)
    if (filter.until !== null) wanted = wanted.where('event.at', '<', filter.until)
    const { count } = await wanted.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    if (filter.before !== null) wanted = wanted.where('event.id', '<', filter.before)
    const rows = await wanted
      .select(['event.id', 'event.at', 'users.sign_in_name as account', 'event.role', 'event.kind'])
      .select(['event.subject_id as subject', 'event.user_id as user'])
      .orderBy('event.id', 'desc')
      .limit(most)
      .execute()
    const kinds = await work.selectFrom('audit_events').select('kind').distinct().orderBy('kind').execute()
    return {
      rows: rows.map(({ user, ...row }) => ({ ...row, reference: null, hasAccount: user !== null })),
      count,
      kinds: kinds.map(({ kind }) => kind),
    }
  })
}

/** Reads openings of the vault. */
export async function readOpenings(
  database: Database,
  who: Who,
  filter: AuditFilter,
  most: number = rowsAPage,
): Promise<Audit> {
  return await transaction(database, who, async (work) => {
    let wanted = work
      .selectFrom('vault_openings as opening')
      .innerJoin('cases', 'cases.id', 'opening.case_id')
      .leftJoin('users', 'users.id', 'opening.user_id')
    if (filter.kind !== null) wanted = wanted.where('opening.reason', '=', filter.kind)
    if (filter.from !== null) wanted = wanted.where('opening.opened_at', '>=', filter.from)
    if (filter.until !== null) wanted = wanted.where('opening.opened_at', '<', filter.until)
    const { count } = await wanted.select((row) => row.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    if (filter.before !== null) wanted = wanted.where('opening.id', '<', filter.before)
    const rows = await wanted
      .select(['opening.id', 'opening.opened_at as at', 'users.sign_in_name as account', 'opening.role'])
      .select(['opening.reason as kind', 'cases.reference'])
      .orderBy('opening.id', 'desc')
      .limit(most)
      .execute()
    const kinds = await work.selectFrom('vault_openings').select('reason').distinct().orderBy('reason').execute()
    return {
      rows: rows.map((row) => ({ ...row, subject: null, hasAccount: true })),
      count,
      kinds: kinds.map(({ reason }) => reason),
    }
  })
}

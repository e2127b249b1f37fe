/** What the log commits to, made from the row of each kind, so that a row that was altered shows. Every column is in it. */
import type { Canonical } from '@brightline/ledger'
import type { Selectable } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Tables } from '../database/tables.ts'

/** A row, but for its place in the log, which is known only afterwards. */
type Unplaced<Name extends keyof Tables> = Omit<Selectable<Tables[Name]>, 'log_serial' | 'log_ticket'>

/** A row of a decision. */
export type DecisionRow = Unplaced<'decisions'>

/** A confirmation. */
export type ConfirmationRow = Unplaced<'decision_confirmations'>

/** A duty that is discharged. */
export type DischargeRow = Omit<Unplaced<'duties'>, 'log_key' | 'state'>

/** Gives the record of a decision. Those of older releases have no answers. */
export function recordOfDecision(row: DecisionRow): Canonical {
  return {
    v: 1,
    id: row.id,
    agency: row.agency_id,
    desk: row.desk_id,
    case: row.case_id,
    act: row.act,
    verdict: row.verdict,
    document: row.document,
    policy: row.policy_hash.toString('hex'),
    choice: row.choice,
    reason: row.reason_code,
    supersedes: row.supersedes,
    needs: row.needs_role,
    decidedAt: row.decided_at.toString(),
    decidedBy: row.decided_by,
    decidedAs: row.decided_as,
    ...(row.answers === null ? {} : { answers: row.answers }),
  }
}

/** Gives the record of a confirmation: who said what of which decision, and when. Who is an id, never a name. */
export function recordOfConfirmation(row: ConfirmationRow): Canonical {
  return {
    v: 1,
    confirms: row.decision_id,
    agency: row.agency_id,
    desk: row.desk_id,
    outcome: row.outcome,
    reason: row.reason_code,
    confirmedAt: row.confirmed_at.toString(),
    confirmedBy: row.confirmed_by,
    confirmedAs: row.confirmed_as,
  }
}

/** Gives the record of a discharge: what was owed and by when, if it was missed, and who did it, when and how. */
export function recordOfDischarge(row: DischargeRow): Canonical {
  return {
    v: 1,
    discharges: row.id,
    agency: row.agency_id,
    desk: row.desk_id,
    case: row.case_id,
    decision: row.decision_id,
    rule: row.rule,
    document: row.document,
    dueAt: row.due_at?.toString() ?? null,
    day: row.day?.toString() ?? null,
    calendar: row.calendar,
    timeZone: row.time_zone,
    openedAt: row.opened_at.toString(),
    remindedAt: row.reminded_at?.toString() ?? null,
    missedAt: row.escalated_at?.toString() ?? null,
    dischargedAt: row.discharged_at?.toString() ?? null,
    dischargedBy: row.discharged_by,
    proof: row.proof,
  }
}

/**
 * Gives the record of a row of any other kind: its columns by their names, but for its place in the log and its key. A column that says nothing is left out, so that
 * one which a later release adds leaves older entries as they are.
 */
export function recordOfRow(kind: string, row: object): Canonical {
  const columns = Object.entries(row).flatMap(([name, value]) =>
    value === null || placeColumns.has(name) ? [] : [[name, plain(value)] as const],
  )
  return { v: 1, of: kind, row: Object.fromEntries(columns) }
}

const placeColumns: ReadonlySet<string> = new Set(['log_serial', 'log_ticket', 'log_key'])

/** Writes a value so that no other is written the same. What the log does not take as it is begins with a backslash. */
function plain(value: unknown): Canonical {
  if (value instanceof Temporal.Instant) return value.toString()
  if (Buffer.isBuffer(value)) return value.toString('hex')
  if (typeof value === 'string') return plainText(value)
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : `\\${value}`
  if (typeof value === 'boolean' || value === null) return value
  if (Array.isArray(value)) return value.map(plain)
  return Object.fromEntries(Object.entries(Object(value)).map(([name, one]) => [name, plain(one)]))
}

/** Text that looks the same as another is written as its bytes. */
function plainText(text: string): string {
  const isPlain = text.normalize('NFC') === text && !text.startsWith('\\')
  return isPlain ? text : `\\x${Buffer.from(text).toString('hex')}`
}

/** Gives a moment as the database keeps it, so that a record says the same before and after. */
export function keptMoment(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'microsecond', roundingMode: 'floor' })
}

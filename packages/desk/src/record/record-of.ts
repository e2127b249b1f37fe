/** The record of a decision: what the log commits to, made from the row, so that a row that was altered shows. */
import type { Canonical } from '@brightline/ledger'
import type { Selectable } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** A row of a decision, but for its place in the log, which is known only afterwards. */
export type DecisionRow = Omit<Selectable<Tables['decisions']>, 'log_serial' | 'log_ticket'>

/** Gives the record of a row. Every column is in it. */
export function recordOf(row: DecisionRow): Canonical {
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
  }
}

/** What a row claims to stand in the log: where, what of it is public, and the record that the entry commits to. */
import type { Canonical } from '@brightline/ledger'
import type { DecisionRecord } from '../case/read-case.ts'
import type { Tables } from '../database/tables.ts'
import { recordOfConfirmation } from './log-confirmation.ts'
import { recordOfDischarge } from './log-discharge.ts'
import { recordOf, type DecisionRow } from './record-of.ts'
import type { Selectable } from 'kysely'

/** The kinds of rows that have entries, in the order in which pages show them. */
export const claimKinds = ['decision', 'confirmation', 'discharge', 'report'] as const

/** One of them. */
export type ClaimKind = (typeof claimKinds)[number]

/** A claim. */
export interface Claim {
  readonly kind: ClaimKind
  readonly agency: string
  /** Its serial and ticket; null where the row says that it was never put in line. */
  readonly serial: number | null
  readonly ticket: number | null
  readonly verdict: string
  /** The hash of the law; null where the row does not keep it. */
  readonly policy: Buffer | null
  readonly record: Canonical
}

/** A decision with its place in the log. */
export interface LoggedDecision extends DecisionRow {
  readonly log_serial: number
  readonly log_ticket: number
}

/** Gives what a decision claims. */
export function claimOfDecision(row: LoggedDecision): Claim {
  const place = { agency: row.agency_id, serial: row.log_serial, ticket: row.log_ticket }
  return { kind: 'decision', ...place, verdict: row.verdict, policy: row.policy_hash, record: recordOf(row) }
}

/** Gives what the confirmation of a decision claims. */
export function claimOfConfirmation(
  row: Selectable<Tables['decision_confirmations']>,
  { policy_hash: policy }: Pick<DecisionRecord, 'policy_hash'>,
): Claim {
  const place = { agency: row.agency_id, serial: row.log_serial, ticket: row.log_ticket }
  return { kind: 'confirmation', ...place, verdict: row.outcome, policy, record: recordOfConfirmation(row) }
}

/** Gives what a discharged duty claims. The law is that of the decision that gave rise to it, where one did. */
export function claimOfDischarge(row: Selectable<Tables['duties']>, policy: Buffer | null): Claim {
  const place = { agency: row.agency_id, serial: row.log_serial, ticket: row.log_ticket }
  return { kind: 'discharge', ...place, verdict: 'duty-discharged', policy, record: recordOfDischarge(row) }
}

/** What a row claims to stand in the log: where, what of it is public, and the record that the entry commits to. */
import type { Canonical } from '@brightline/ledger'
import type { Selectable } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { ClaimKind } from './book.ts'
import { noLaw, type Logged } from './line.ts'
import {
  recordOfConfirmation,
  recordOfDecision,
  recordOfDischarge,
  recordOfRow,
  type DecisionRow,
} from './record-of.ts'

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
export interface LoggedDecision extends DecisionRow, Logged {}

interface Placed {
  readonly agency_id: string
  readonly log_serial: number | null
  readonly log_ticket: number | null
}

/** Gives what a row claims, by what its entry says. */
export function claimOf(
  kind: ClaimKind,
  { agency_id: agency, log_serial: serial, log_ticket: ticket }: Placed,
  said: Pick<Claim, 'verdict' | 'policy' | 'record'>,
): Claim {
  return { kind, agency, serial, ticket, ...said }
}

/** Gives what a decision claims. */
export function claimOfDecision(row: LoggedDecision): Claim {
  return claimOf('decision', row, { verdict: row.verdict, policy: row.policy_hash, record: recordOfDecision(row) })
}

/** Gives what the confirmation of a decision claims. */
export function claimOfConfirmation(
  row: Selectable<Tables['decision_confirmations']>,
  { policy_hash: policy }: Pick<DecisionRow, 'policy_hash'>,
): Claim {
  return claimOf('confirmation', row, { verdict: row.outcome, policy, record: recordOfConfirmation(row) })
}

/** Gives what a discharged duty claims. The law is that of the decision that gave rise to it, where one did. */
export function claimOfDischarge(row: Selectable<Tables['duties']>, policy: Buffer | null): Claim {
  return claimOf('discharge', row, { verdict: 'duty-discharged', policy, record: recordOfDischarge(row) })
}

/** The kinds of rows of which no law decides, and that hang on a case: the public word of each, its table and its time. */
export const rowKinds = {
  request: { verdict: 'request-entered', table: 'requests', at: 'entered_at' },
  time: { verdict: 'time-recorded', table: 'case_events', at: 'recorded_at' },
  paper: { verdict: 'paper-given', table: 'notices', at: 'given_at' },
  outcome: { verdict: 'outcome-recorded', table: 'outcomes', at: 'recorded_at' },
  closing: { verdict: 'closing-recorded', table: 'case_closings', at: 'recorded_at' },
} as const

/** One of them. */
export type RowKind = keyof typeof rowKinds

/** Gives what such a row claims. */
export function claimOfRow(kind: RowKind, row: Placed): Claim {
  return claimOf(kind, row, { verdict: rowKinds[kind].verdict, policy: noLaw, record: recordOfRow(kind, row) })
}

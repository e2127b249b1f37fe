/** The tables as the application login reaches them: columns that it may not read or write are not here. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { EventKind, EventRole } from '../administration/event-kind.ts'
import type { ClosingStep } from '../closing/reason.ts'
import type { Role } from '../people/role.ts'
import type { OpeningReason } from '../vault/opening-reason.ts'

/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

type Instant = ColumnType<Temporal.Instant, string, string>
type MadeInstant = ColumnType<Temporal.Instant, string | undefined, string>
type MaybeInstant = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>
type Day = ColumnType<Temporal.PlainDate, string, string>
type Document = JSONColumnType<{ readonly [key: string]: Json }>
type Maybe<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

/** What every row below a desk says of where it belongs. */
interface OfDesk {
  readonly agency_id: string
  readonly desk_id: string
}

interface OfCase extends OfDesk {
  readonly case_id: string
}

/** The place of a row in the log; null where it has none. */
interface Logged {
  readonly log_serial: Maybe<number>
  readonly log_ticket: Maybe<number>
}

interface Agency {
  readonly id: Generated<string>
  readonly place: string
  readonly kind: string
  readonly name: string
  readonly time_zone: string
  readonly is_demonstration: Generated<boolean>
  readonly contact: ColumnType<string | null, never, string | null>
  /** The place that was asked for at set-up, where it is not encoded. */
  readonly place_asked: ColumnType<string | null, never, never>
  readonly created_at: MadeInstant
}

interface Desk {
  readonly id: Generated<string>
  readonly agency_id: string
  readonly name: string
  readonly prefix: string
  readonly created_at: MadeInstant
}

interface User {
  readonly id: Generated<string>
  readonly agency_id: string
  readonly sign_in_name: string
  readonly created_at: MadeInstant
  readonly closed_at: MaybeInstant
}

interface UserRole {
  readonly agency_id: string
  readonly user_id: string
  readonly role: Role
  readonly desk_id: string | null
}

interface Session {
  readonly id_hash: Buffer
  readonly agency_id: string
  readonly user_id: string
  readonly role: Role
  readonly desk_id: string | null
  readonly started_at: MadeInstant
  readonly seen_at: MadeInstant
  readonly expires_at: Instant
  readonly revoked_at: MaybeInstant
  readonly id: Generated<string>
  readonly way: Generated<string>
  readonly proved_at: MadeInstant
}

interface Passkey {
  readonly id: Generated<string>
  readonly agency_id: string
  readonly user_id: string
  readonly name: string
  readonly credential_id: Buffer
  readonly public_key: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly made_at: MadeInstant
  readonly used_at: MaybeInstant
}

interface ProviderLink {
  readonly agency_id: string
  readonly user_id: string
  readonly issuer: string
  readonly value: string
  readonly made_at: MadeInstant
}

interface OneTimeLink {
  readonly token_hash: Buffer
  readonly purpose: string
  readonly agency_id: string
  readonly user_id: string
  readonly expires_at: Instant
}

interface AuditEvent {
  readonly id: Generated<number>
  readonly agency_id: string
  readonly at: MadeInstant
  readonly user_id: string | null
  readonly role: ColumnType<EventRole, Role, never>
  readonly kind: ColumnType<string, EventKind, never>
  readonly subject_id: Maybe<string>
  readonly request_id: Maybe<string>
}

interface Case extends OfDesk {
  readonly id: Generated<string>
  readonly reference: string
  readonly opened_at: MadeInstant
  readonly opened_by: string
  readonly closed_at: MaybeInstant
  readonly identity_at: MaybeInstant
  readonly opening_hash: Maybe<Buffer>
  readonly copy_of: Maybe<string>
}

interface Request extends OfCase, Logged {
  readonly id: Generated<string>
  readonly form: Maybe<string>
  readonly edition: Maybe<string>
  readonly channel: string
  readonly received_at: Instant
  readonly box_one_items: Generated<readonly string[]>
  readonly acts: Generated<readonly string[]>
  readonly asking_agency: Maybe<string>
  /** The form of the warrant that came, where one did. */
  readonly warrant: Maybe<string>
  readonly same_hash: Maybe<Buffer>
  readonly paper_number: Maybe<string>
  readonly entered_at: MadeInstant
  readonly entered_by: string
  /** The serials of its entries before the last. */
  readonly log_replaced: Generated<readonly number[]>
}

interface Paper extends OfCase {
  readonly id: Generated<string>
  readonly kind: string
  readonly media_type: string
  readonly sealed: Buffer
  readonly hash: Buffer
  readonly hints: Generated<readonly string[]>
  readonly same_as: Maybe<string>
  readonly received_at: MadeInstant
  readonly received_by: string
}

interface Answer extends OfCase {
  readonly fact: string
  readonly value: ColumnType<Json, string, string>
  readonly answered_at: MadeInstant
  readonly answered_by: string
}

interface Draft extends OfCase {
  readonly id: Generated<string>
  readonly step: string
  readonly version: Generated<number>
  readonly changed_at: MadeInstant
  readonly changed_by: string
}

interface Decision extends OfCase {
  readonly id: Generated<string>
  readonly act: string
  readonly verdict: string
  readonly document: Document
  readonly policy_hash: Buffer
  readonly choice: Maybe<string>
  readonly reason_code: Maybe<string>
  readonly supersedes: Maybe<string>
  readonly needs_role: Maybe<'supervisor' | 'counsel'>
  readonly decided_at: ColumnType<Temporal.Instant, never, never>
  readonly decided_by: string
  readonly decided_as: Role
  /** The answers that it was made on; null in rows of older releases. */
  readonly answers: ColumnType<{ readonly [key: string]: Json } | null, string | null | undefined, never>
  readonly log_serial: number
  readonly log_ticket: number
}

interface DecisionConfirmation extends OfDesk, Logged {
  readonly decision_id: string
  readonly outcome: 'confirmed' | 'sent-back'
  readonly reason_code: Maybe<string>
  readonly confirmed_at: ColumnType<Temporal.Instant, never, never>
  readonly confirmed_by: string
  readonly confirmed_as: Role
}

interface CaseEntry extends OfCase {
  readonly row_id: string
  readonly kind: string
  readonly log_serial: number
  readonly log_ticket: number
}

interface Duty extends Logged {
  readonly id: Generated<string>
  readonly agency_id: string
  /** Null where the whole agency owes it. */
  readonly desk_id: Maybe<string>
  readonly case_id: Maybe<string>
  readonly decision_id: Maybe<string>
  readonly rule: string
  readonly document: Document
  readonly due_at: MaybeInstant
  readonly calendar: string
  readonly time_zone: string
  readonly state: ColumnType<'open' | 'discharged' | 'void', undefined, 'open' | 'discharged' | 'void'>
  readonly discharged_at: MaybeInstant
  readonly discharged_by: Maybe<string>
  readonly proof: ColumnType<Json, string | undefined, string>
  readonly escalated_at: MaybeInstant
  readonly day: ColumnType<Temporal.PlainDate | null, string | undefined, never>
  readonly opened_at: MadeInstant
  readonly reminded_at: MaybeInstant
  readonly log_key: Maybe<Buffer>
}

interface Outcome extends OfCase, Logged {
  readonly id: Generated<string>
  readonly kind: string
  readonly happened_at: Instant
  readonly receiving_agency: Maybe<string>
  readonly supersedes: Maybe<string>
  readonly recorded_at: MadeInstant
  readonly recorded_by: string
}

interface Notice extends OfCase, Logged {
  readonly id: Generated<string>
  readonly kind: string
  readonly language: string
  readonly recipient: string
  readonly document: Document
  readonly made_at: MadeInstant
  readonly made_by: string
  readonly given_at: MaybeInstant
  readonly given_by: Maybe<string>
  readonly channel: Maybe<string>
  readonly signature: Maybe<'signed' | 'refused' | 'not-asked'>
  readonly had_interpreter: Maybe<boolean>
  readonly choice: Maybe<'no' | 'with-attorney' | 'yes' | 'none'>
  readonly offered: Maybe<string>
}

interface Report extends Logged {
  readonly id: Generated<string>
  readonly agency_id: string
  readonly law: string
  readonly starts_on: Day
  readonly ends_on: Day
  readonly version: Generated<number>
  readonly supersedes: Maybe<string>
  readonly document: Document
  readonly made_at: MadeInstant
  readonly made_by: string
  readonly filed_at: MaybeInstant
  readonly filed_by: Maybe<string>
  readonly hash: Maybe<Buffer>
  readonly log_key: Maybe<Buffer>
}

interface VaultRow extends OfCase {
  readonly sealed: Buffer | null
  readonly wrapped_key: Buffer | null
  readonly master_key_id: string | null
  readonly destroy_on: Day
  readonly destroyed_at: MaybeInstant
}

interface Retention {
  readonly id: Generated<string>
  readonly agency_id: string
  readonly years: number
  readonly source: string
  readonly set_at: MadeInstant
  readonly set_by: string
}

interface VaultOpening extends OfCase {
  readonly id: Generated<number>
  readonly user_id: string
  readonly role: Role
  readonly reason: ColumnType<string, OpeningReason, never>
  readonly opened_at: MadeInstant
}

interface CaseKey extends OfCase {
  readonly key: Buffer | null
  readonly destroyed_at: ColumnType<Temporal.Instant | null, never, never>
}

interface DeciderRole {
  readonly agency_id: string
  readonly decider: string
  readonly role: 'supervisor' | 'counsel'
}

interface Translation {
  readonly id: Generated<string>
  readonly agency_id: string
  readonly language: string
  readonly version: number
  readonly words: JSONColumnType<Readonly<Record<string, string>>>
  readonly translator: string
  readonly brought_at: MadeInstant
  readonly brought_by: string
  readonly reviewer: Maybe<string>
  readonly approved_at: MaybeInstant
  readonly approved_by: Maybe<string>
}

interface CaseEvent extends OfCase, Logged {
  readonly id: Generated<string>
  readonly event: string
  readonly happened_at: Instant
  readonly supersedes: Maybe<string>
  readonly recorded_at: MadeInstant
  readonly recorded_by: string
}

interface CalendarFeed {
  readonly id: Generated<string>
  readonly agency_id: string
  readonly token_hash: ColumnType<never, Buffer, never>
  readonly made_at: MadeInstant
  readonly made_by: string
  readonly revoked_at: MaybeInstant
}

interface EvidenceCheck extends OfCase {
  readonly question: string
  readonly answer: 'yes' | 'no' | 'cannot-tell'
  readonly answered_at: MadeInstant
  readonly answered_by: string
}

interface DigestKey {
  readonly agency_id: string
  readonly wrapped_key: Buffer
  readonly master_key_id: string
}

interface ClockCorrection {
  readonly id: string
  readonly agency_id: string
  readonly place: string
  readonly ahead_day: string
  readonly right_day: string
  readonly corrected_at: MadeInstant
  readonly corrected_by: string
  readonly log_serial: number
  readonly log_ticket: number
  readonly log_key: Buffer
}

interface CaseClosing extends OfCase {
  readonly id: string
  readonly step: ClosingStep
  readonly reason: Maybe<string>
  readonly twin: Maybe<string>
  readonly resumes: Maybe<string>
  readonly follows: Maybe<string>
  readonly recorded_at: MadeInstant
  readonly recorded_by: string
  readonly recorded_as: Role
  readonly log_serial: number
  readonly log_ticket: number
}

interface Operation {
  readonly id: Generated<number>
  readonly kind: 'backup' | 'test-restore'
  readonly at: MadeInstant
  readonly is_good: boolean
  readonly row_count: number
}

/** Every table by its name. */
export interface Tables {
  readonly agencies: Agency
  readonly desks: Desk
  readonly users: User
  readonly user_roles: UserRole
  readonly sessions: Session
  readonly one_time_links: OneTimeLink
  readonly passkeys: Passkey
  readonly provider_links: ProviderLink
  readonly audit_events: AuditEvent
  readonly cases: Case
  readonly requests: Request
  readonly papers: Paper
  readonly answers: Answer
  readonly drafts: Draft
  readonly decisions: Decision
  readonly decision_confirmations: DecisionConfirmation
  readonly duties: Duty
  readonly outcomes: Outcome
  readonly notices: Notice
  readonly reports: Report
  readonly vault: VaultRow
  readonly retentions: Retention
  readonly vault_openings: VaultOpening
  readonly case_keys: CaseKey
  readonly decider_roles: DeciderRole
  readonly translations: Translation
  readonly case_events: CaseEvent
  readonly calendar_feeds: CalendarFeed
  readonly evidence_checks: EvidenceCheck
  readonly digest_keys: DigestKey
  readonly operations: Operation
  readonly case_entries: CaseEntry
  readonly clock_corrections: ClockCorrection
  readonly case_closings: CaseClosing
}

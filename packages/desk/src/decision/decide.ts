/**
 * Records decisions: one row for each act, immutable, in one transaction with its entry in the log and what follows.
 *
 * INVARIANT: what is recorded is what the law says of the answers that are on record now, and what the reader saw.
 */
import { randomUUID } from 'node:crypto'
import type { Decision, DecisionDocument } from '@brightline/engine'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { readCase, standingDecisions, type CaseRecord, type DecisionRecord } from '../case/read-case.ts'
import type { Json } from '../database/tables.ts'
import { transaction, type Who, type Work } from '../database/transaction.ts'
import { decideNow, interviewOf } from '../question/case-interview.ts'
import { takeTurn } from '../question/save-answers.ts'
import { logDecision } from '../record/log-decision.ts'
import type { DecisionRow } from '../record/record-of.ts'
import type { Room } from '../server/room.ts'
import { afterDecision } from './after-decision.ts'
import type { Reason } from './reason.ts'
import { readDeciderRoles } from './decider-roles.ts'
import { secondPerson, type Choice, type DeciderRoles, type SecondRole } from './second-person.ts'
import { seenOf } from './seen.ts'

/** What somebody decides on one act. */
export interface ActChoice {
  readonly act: string
  readonly choice: Choice
  readonly reason: Reason | null
}

/** What was sent: on which case, of which version of its draft, having seen what. */
export interface Deciding {
  readonly reference: string
  readonly version: number
  readonly seen: string
  readonly choices: readonly ActChoice[]
}

/** What became of it. */
export type Outcome =
  | { readonly kind: 'recorded' }
  /** Somebody was first, or the law or the answers changed; nothing was recorded. */
  | { readonly kind: 'stale' }

/** Records decisions. Sent twice, they are recorded once. */
export async function recordDecisions(room: Room, who: Who, deciding: Deciding): Promise<Outcome> {
  const outcome = await transaction(room.database, who, async (work): Promise<Outcome> => {
    const record = await readCase(work, deciding.reference)
    const document = decideNow(await interviewOf(room.law, record))
    if (isRecorded(record, document, deciding.choices, who)) return { kind: 'recorded' }
    if (seenOf(document) !== deciding.seen) return { kind: 'stale' }
    const roles = await readDeciderRoles(work)
    const rows = rowsFor(record, document, deciding.choices, roles)
    const step = rows.some(({ needs }) => needs !== null) ? 'confirmation' : 'decided'
    if (!(await takeTurn(work, who, record, { version: deciding.version, step }))) {
      // Whoever held the draft is done: perhaps the same form, sent twice.
      const now = await readCase(work, deciding.reference)
      return { kind: isRecorded(now, document, deciding.choices, who) ? 'recorded' : 'stale' }
    }
    const idByAct = await insertAll(work, who, record, rows)
    for (const follow of afterDecision) await follow(work, who, { record, document, idByAct })
    return { kind: 'recorded' }
  })
  if (outcome.kind === 'recorded') room.nudge?.()
  return outcome
}

/** Tells whether the same person recorded the same before: a form that was sent twice. */
function isRecorded(record: CaseRecord, document: DecisionDocument, choices: readonly ActChoice[], who: Who): boolean {
  const standing = standingDecisions(record)
  return choices.every(({ act, choice, reason }) => {
    const row = standing.find((one) => one.act === act)
    const decision = document.decisions.find((one) => one.act === act)
    const isSame = row?.choice === choice && row.reason_code === reason && row.decided_by === who.user
    return isSame && row.confirmation?.outcome !== 'sent-back' && decision !== undefined && isOf(row, decision)
  })
}

/** Tells whether a row says the verdict of a decision, by the same rules. */
export function isOf(row: DecisionRecord, { verdict, reasons }: Decision): boolean {
  const rules = reasons.flatMap(({ rule, effect }) => (effect === 'decides' ? [rule] : []))
  const recorded = decidingRules(row.document)
  return row.verdict === verdict && rules.length === recorded.length && rules.every((rule) => recorded.includes(rule))
}

/** Finds the ids of the rules that decided in a document as it is on record. */
function decidingRules({ decisions }: DecisionRecord['document']): readonly string[] {
  const [decision] = listOf(decisions)
  return listOf(fieldOf(decision, 'reasons')).flatMap((reason) => {
    const rule = fieldOf(reason, 'effect') === 'decides' ? fieldOf(reason, 'rule') : null
    return typeof rule === 'string' ? [rule] : []
  })
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function fieldOf(value: Json | undefined, name: string): Json {
  const isFields = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isFields ? (new Map<string, Json>(Object.entries(value)).get(name) ?? null) : null
}

interface NewRow {
  readonly decision: Decision
  readonly document: DecisionDocument
  readonly chosen: ActChoice
  readonly needs: SecondRole | null
  readonly supersedes: string | null
}

function rowsFor(
  record: CaseRecord,
  document: DecisionDocument,
  choices: readonly ActChoice[],
  roles: DeciderRoles,
): readonly NewRow[] {
  const standing = standingDecisions(record)
  return document.decisions.flatMap((decision) => {
    const chosen = choices.find(({ act }) => act === decision.act)
    if (chosen === undefined) return []
    const supersedes = standing.find(({ act }) => act === decision.act)?.id ?? null
    const needs = secondPerson(decision, chosen.choice, roles)
    return [{ decision, document: { ...document, decisions: [decision] }, chosen, needs, supersedes }]
  })
}

async function insertAll(
  work: Work,
  who: Who,
  record: CaseRecord,
  rows: readonly NewRow[],
): Promise<ReadonlyMap<string, string>> {
  const idByAct = new Map<string, string>()
  const decidedAt = await nowOf(work)
  for (const row of rows) idByAct.set(row.decision.act, await insert(work, who, record, { ...row, decidedAt }))
  return idByAct
}

/** Gives the instant that rows of this transaction get by themselves. */
async function nowOf(work: Work): Promise<Temporal.Instant> {
  const { rows } = await sql<{ now: Temporal.Instant }>`select now() as now`.execute(work)
  const [row] = rows
  if (row === undefined) throw new Error('no time')
  return row.now
}

async function insert(
  work: Work,
  who: Who,
  record: CaseRecord,
  { decision, document, chosen, needs, supersedes, decidedAt }: NewRow & { readonly decidedAt: Temporal.Instant },
): Promise<string> {
  const text = JSON.stringify(document)
  const row: Omit<DecisionRow, 'document'> = {
    ...{ id: randomUUID(), agency_id: record.agency, desk_id: record.desk, case_id: record.id },
    ...{ act: decision.act, verdict: decision.verdict, policy_hash: Buffer.from(decision.policyHash, 'hex') },
    ...{ choice: chosen.choice, reason_code: chosen.reason, supersedes, needs_role: needs },
    ...{ decided_at: decidedAt, decided_by: who.user, decided_as: who.role },
  }
  const rules = decision.reasons.flatMap(({ rule, effect }) => (effect === 'decides' ? [rule] : []))
  // The record is what the database will give back of the document.
  const kept: DecisionRow['document'] = JSON.parse(text)
  const { serial, ticket } = await logDecision(work, record, { ...row, document: kept }, rules)
  const { decided_at: _, ...values } = row
  await work
    .insertInto('decisions')
    .values({ ...values, document: text, log_serial: serial, log_ticket: ticket })
    .execute()
  return row.id
}

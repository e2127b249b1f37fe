/**
 * Records decisions: one row for each act, immutable, in one transaction with its entry in the log and what follows.
 *
 * INVARIANT: what is recorded is what the law says of the answers that are on record now, and what the reader saw.
 */
import { randomUUID } from 'node:crypto'
import type { Decision, DecisionDocument } from '@brightline/engine'
import type { Temporal } from 'temporal-polyfill'
import { askCaseToDecide, standingDecisions, type CaseToDecide } from '../case/read-case.ts'
import type { Sendable } from '../database/statement.ts'
import { sendLast, together, transaction, type Who, type Work } from '../database/transaction.ts'
import { decideNow, interviewOf } from '../question/case-interview.ts'
import { askCountedOf, dutiesAfter, type Counted, type JustRecorded } from '../duty/write-duties.ts'
import { turnOf, type Turn } from '../question/save-answers.ts'
import { askCaseKey } from '../record/case-key.ts'
import { askLine, putInLine, type HeldLine } from '../record/line.ts'
import { recordOfDecision, type DecisionRow } from '../record/record-of.ts'
import type { Room } from '../server/room.ts'
import type { Reason } from './reason.ts'
import { askDeciderRoles } from './decider-roles.ts'
import { secondPerson, type Choice, type DeciderRoles, type SecondRole } from './second-person.ts'
import { decidingIn, isOf, isReopened } from './same-decision.ts'
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
    const [record, roles] = await together(
      work,
      async (ask) => await Promise.all([askCaseToDecide(ask, deciding.reference), askDeciderRoles(ask)]),
    )
    const document = decideNow(await interviewOf(room.law, record))
    if (isRecorded(record, document, deciding.choices, who)) return { kind: 'recorded' }
    if (seenOf(document) !== deciding.seen) return { kind: 'stale' }
    const rows = rowsFor(record, document, deciding.choices, roles)
    const step = rows.some(({ needs }) => needs !== null) ? 'confirmation' : 'decided'
    // Whatever can be written down before is: the line is held for as little time as can be.
    const made = rows.map((row) => madeOf(who, record, row))
    const taken = await takeLine(work, who, record, { version: deciding.version, step })
    if (taken === null) {
      // Whoever held the draft is done: perhaps the same form, sent twice.
      const now = await together(work, async (ask) => await askCaseToDecide(ask, deciding.reference))
      return { kind: isRecorded(now, document, deciding.choices, who) ? 'recorded' : 'stale' }
    }
    if (made.length > 0) {
      const writing = await putAll(work, taken, made)
      await sendLast(work, [writing, ...dutiesAfter(work, record, taken.counted, made.map(asRecorded))])
    }
    return { kind: 'recorded' }
  })
  if (outcome.kind === 'recorded') room.nudge?.()
  return outcome
}

/** The line for the log, with the key of the case, its duties, and the instant that rows of this transaction get by themselves. */
interface Taken {
  readonly line: HeldLine
  readonly key: Uint8Array
  readonly counted: Counted
  readonly decidedAt: Temporal.Instant
}

/** Takes a turn at the draft, and with it the line for the log; null where somebody else was first. */
async function takeLine(work: Work, who: Who, record: CaseToDecide, turn: Turn): Promise<Taken | null> {
  const { agency, desk, id, place, deskPrefix, timeZone } = record
  // The desk as the log knows it: the place of the agency, and the letters of the desk.
  const book = { agency, place: `${place}/${deskPrefix.toLowerCase()}`, timeZone }
  return await together(work, async (ask) => {
    const [[taken], counted, key, line] = await Promise.all([
      ask(turnOf(who, record, turn)),
      // Whoever waits for both waits for the case first, as where something happened on it.
      askCountedOf(ask, record),
      askCaseKey(ask, { agency_id: agency, desk_id: desk, case_id: id }),
      askLine(ask, book),
    ])
    return taken === undefined ? null : { line, key, counted, decidedAt: taken.now }
  })
}

/** Tells whether the same person recorded the same before: a form that was sent twice. */
function isRecorded(
  record: CaseToDecide,
  document: DecisionDocument,
  choices: readonly ActChoice[],
  who: Who,
): boolean {
  if (isReopened(record)) return false
  const standing = standingDecisions(record)
  return choices.every(({ act, choice, reason }) => {
    const row = standing.find((one) => one.act === act)
    const decision = document.decisions.find((one) => one.act === act)
    const isSame = row?.choice === choice && row.reason_code === reason && row.decided_by === who.user
    return isSame && row.confirmation?.outcome !== 'sent-back' && decision !== undefined && isOf(row, decision)
  })
}

interface NewRow {
  readonly decision: Decision
  readonly document: DecisionDocument
  readonly chosen: ActChoice
  readonly needs: SecondRole | null
  readonly supersedes: string | null
}

function rowsFor(
  record: CaseToDecide,
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
    // What courts said and what is owed at all times follow from no decision. The law that the hash names says them.
    const kept = { ...document, decisions: [decision], authorities: [], standing: [] }
    return [{ decision, document: kept, chosen, needs, supersedes }]
  })
}

/** A row as it is written: its columns, its document and answers as text, the rules that its entry names, and its duties. */
interface Made {
  readonly columns: ReturnType<typeof columnsOf>
  readonly text: string
  readonly answers: string
  readonly rules: readonly string[]
  readonly duties: Decision['duties']
}

function madeOf(who: Who, record: CaseToDecide, row: NewRow): Made {
  const text = JSON.stringify(row.document)
  const columns = columnsOf(who, record, row, text)
  const { decision } = row
  return {
    columns,
    text,
    answers: JSON.stringify(columns.answers),
    rules: decidingIn(decision),
    duties: decision.duties,
  }
}

/** Puts the decisions in line for the log, and gives the statement that writes their rows. */
async function putAll(work: Work, { decidedAt, key, line }: Taken, made: readonly Made[]): Promise<Sendable<unknown>> {
  const entries = made.map(({ columns, rules }) => {
    const record = recordOfDecision({ ...columns, decided_at: decidedAt })
    return { verdict: columns.verdict, policy: columns.policy_hash, rules, record, key }
  })
  const logged = await putInLine(work, line, entries)
  const values = made.map(({ columns, text, answers }, at) => ({
    ...{ ...columns, document: text, answers },
    ...(logged[at] ?? { log_serial: 0, log_ticket: 0 }),
  }))
  return work.insertInto('decisions').values(values)
}

function asRecorded({ columns, duties }: Made): JustRecorded {
  const { id, choice, needs_role, supersedes } = columns
  return { id, choice, needs_role, supersedes, duties }
}

/** Makes the columns of a row. The database adds the instant. */
function columnsOf(
  who: Who,
  record: CaseToDecide,
  { decision, chosen, needs, supersedes }: NewRow,
  document: string,
): Omit<DecisionRow, 'decided_at'> {
  // The record is what the database will give back of the document.
  const kept: DecisionRow['document'] = JSON.parse(document)
  return {
    ...{ id: randomUUID(), agency_id: record.agency, desk_id: record.desk, case_id: record.id },
    ...{ act: decision.act, verdict: decision.verdict, policy_hash: Buffer.from(decision.policyHash, 'hex') },
    ...{ document: kept, choice: chosen.choice, reason_code: chosen.reason, supersedes, needs_role: needs },
    answers: Object.fromEntries([...record.answers].map(([about, { value }]) => [about, value])),
    ...{ decided_by: who.user, decided_as: who.role },
  }
}

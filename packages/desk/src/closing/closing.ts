/**
 * Closing a request: one person proposes it, a second one confirms, and it can be reopened. Each step is a row with its entry
 * in the log.
 *
 * INVARIANT: no request vanishes. What was opened twice is counted as its twin, which is open then and stays counted.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { readCase, type CaseRecord } from '../case/read-case.ts'
import type { Who, Work } from '../database/transaction.ts'
import { isSecondRole } from '../decision/second-person.ts'
import type { DutyClock } from '../duty/due-time.ts'
import { writeDuties } from '../duty/write-duties.ts'
import { takeTurn, type Turn } from '../question/save-answers.ts'
import { logRow, recordedNow } from '../record/log-row.ts'
import { Refusal } from '../server/refusal.ts'
import { closingOf, closingReasons, reasonOf, type ClosingReason, type ReopeningReason } from './reason.ts'

/** A step on record. */
export type ClosingRow = CaseRecord['closings'][number]

/** What somebody does, having seen a version of the draft. */
export type ClosingMove =
  | { readonly step: 'proposed'; readonly reason: ClosingReason; readonly twin: string | null }
  | { readonly step: 'confirmed' }
  | { readonly step: 'kept-open' }
  | { readonly step: 'reopened'; readonly reason: ReopeningReason }

/** What came of it: it is done, somebody was first, or the twin is none. */
export type Closed =
  'done' | 'not-seen' | 'twin-self' | 'twin-gone' | 'twin-closed' | 'is-twin' | 'has-outcome' | 'of-copy'

/** Gives the last step of a closing; null where there was none. */
function lastStep({ closings }: Pick<CaseRecord, 'closings'>): ClosingRow | null {
  return closings.at(-1) ?? null
}

/** Gives the step by which a case is closed now, or is about to be; null while it goes on. */
export function closingNow(record: Pick<CaseRecord, 'closings'>): ClosingRow | null {
  const last = lastStep(record)
  return last?.step === 'proposed' || last?.step === 'confirmed' ? last : null
}

/** Tells if somebody may confirm a closing: a supervisor or counsel, and not whoever proposed it. */
export function mayClose({ role, user }: Who, { step, recorded_by: by }: ClosingRow): boolean {
  return step === 'proposed' && isSecondRole(role) && by !== user
}

/** Refuses whatever would go on with a case that is closed, or is about to be. */
export function refuseClosed(record: Pick<CaseRecord, 'closings'>): void {
  if (closingNow(record) !== null) throw new Refusal('case-closed')
}

/** What a step needs. */
export interface Closing {
  readonly reference: string
  readonly version: number
  readonly move: ClosingMove
  readonly clock: DutyClock
}

/** Takes a step. What is so already is not recorded twice. */
export async function takeClosingStep(
  work: Work,
  who: Who,
  { reference, version, move, clock }: Closing,
): Promise<Closed> {
  // One at a time in an agency: of two requests that name each other, the second finds its twin closed.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`brightline closings ${who.agency}`}, 0))`.execute(work)
  const record = await readCase(work, reference)
  const last = lastStep(record)
  if (record.reference !== reference) return 'of-copy'
  if (isThere(last, who, move)) return 'done'
  const wanted = rowOf(record, last, move)
  if (wanted === null) return 'not-seen'
  if (move.step === 'confirmed' && (last === null || !mayClose(who, last))) throw new Refusal('not-allowed')
  const hindrance = isClosing(move.step) ? await hindranceOf(work, record, wanted) : null
  if (hindrance !== null) return hindrance
  if (!(await takeTurn(work, who, record, turnFor(move.step, version, wanted.goesTo)))) return 'not-seen'
  const place = { agency_id: record.agency, desk_id: record.desk, case_id: record.id }
  const { goesTo: _, ...said } = wanted
  const row = {
    ...{ id: randomUUID(), ...place, step: move.step, ...said, follows: last?.id ?? null },
    ...{ recorded_by: who.user, recorded_as: who.role },
  }
  const logged = await logRow(work, 'closing', { ...row, recorded_at: await recordedNow(work) })
  await work
    .insertInto('case_closings')
    .values({ ...row, ...logged })
    .execute()
  await writeDuties(work, place, clock)
  return 'done'
}

function isClosing(step: ClosingMove['step']): boolean {
  return step === 'proposed' || step === 'confirmed'
}

/** Tells if the same person took the same step before: a form that was sent twice. */
function isThere(last: ClosingRow | null, who: Who, move: ClosingMove): boolean {
  if (last === null || last.step !== move.step || last.recorded_by !== who.user) return false
  if (move.step === 'proposed') return last.reason === move.reason && last.twin === move.twin
  return move.step !== 'reopened' || last.reason === move.reason
}

interface Wanted {
  readonly reason: string | null
  readonly twin: string | null
  readonly resumes: string | null
  /** The step at which the draft is from then on. */
  readonly goesTo: string
}

/** The step that each step follows. */
const follows = { confirmed: 'proposed', 'kept-open': 'proposed', reopened: 'confirmed' } as const

/** Gives what a step records; null where it does not follow what is on record. */
function rowOf({ draft, closings }: CaseRecord, last: ClosingRow | null, move: ClosingMove): Wanted | null {
  if (move.step === 'proposed') {
    if (draft === null || closingNow({ closings }) !== null) return null
    return { reason: move.reason, twin: move.twin, resumes: draft.step, goesTo: 'closing' }
  }
  if (last === null || last.step !== follows[move.step]) return null
  const { reason, twin, resumes } = last
  if (move.step === 'confirmed') return { reason, twin, resumes, goesTo: 'closed' }
  return goingOn(last, move.step === 'reopened' ? move.reason : null)
}

function goingOn({ resumes }: ClosingRow, reason: string | null): Wanted {
  return { reason, twin: null, resumes: null, goesTo: resumes ?? 'questions' }
}

function turnFor(step: ClosingMove['step'], version: number, goesTo: string): Turn {
  if (step === 'proposed') return { version, step: goesTo }
  return { version, step: goesTo, from: step === 'reopened' ? 'closed' : 'closing' }
}

/** Tells why a request cannot be closed so: its twin is none, or it is counted for another one. */
async function hindranceOf(
  work: Work,
  { reference, twins, outcomes }: CaseRecord,
  { reason, twin }: Wanted,
): Promise<Closed | null> {
  const known = reasonOf(closingReasons, reason)
  const isCounted = known === null || closingOf[known].counts === 'received'
  if (twins.length > 0 && !isCounted) return 'is-twin'
  // Whoever was held or handed over is counted, whatever the request was.
  const standing = outcomes.filter(({ id }) => !outcomes.some(({ supersedes }) => supersedes === id))
  if (!isCounted && standing.some(({ kind }) => kind === 'held' || kind === 'transferred')) return 'has-outcome'
  if (twin === null) return null
  if (twin === reference) return 'twin-self'
  const found = await work
    .selectFrom('cases')
    .select(['copy_of', 'closed_at'])
    .where('reference', '=', twin)
    .executeTakeFirst()
  if (found === undefined) return 'twin-gone'
  return found.copy_of === null && found.closed_at === null ? null : 'twin-closed'
}

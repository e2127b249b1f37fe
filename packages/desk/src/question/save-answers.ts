/** Saves answers where nobody saved others since the page was made: two clerks cannot overwrite each other. */
import type { Answers } from '@brightline/engine'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { keepAnswers } from '../case/keep-answers.ts'
import { readCase, type CaseRecord } from '../case/read-case.ts'
import { statement, type Sendable } from '../database/statement.ts'
import { together, transaction, type Database, type Who, type Work } from '../database/transaction.ts'
import type { CaseInterview } from './case-interview.ts'

/** Answers to be saved on a case, and the version of its draft that the page was made of. */
export interface Saving {
  readonly reference: string
  readonly version: number
  readonly answers: Answers
}

/**
 * Saves answers. False where the page is stale: then nothing was saved.
 *
 * INVARIANT: each change of a draft raises its version by one, and waits for whoever changes it at the same time.
 */
export async function saveAnswers(
  database: Database,
  who: Who,
  { stack }: CaseInterview,
  { reference, version, answers }: Saving,
): Promise<boolean> {
  return await transaction(database, who, async (work) => {
    const record = await readCase(work, reference)
    if (!(await takeTurn(work, who, record, { version, step: 'questions' }))) return false
    await keepAnswers({ work, who, stack }, record, answers)
    return true
  })
}

/** A change of a draft: from the version that a page shows, to a step. */
export interface Turn {
  readonly version: number
  readonly step: string
  /** The step of a closing that it leads out of. Nothing else leads out of one. */
  readonly from?: ClosedStep
}

/** The steps of a request that is closed, or is about to be. */
const closedSteps = ['closing', 'closed'] as const

type ClosedStep = (typeof closedSteps)[number]

/** Moves the draft on from the version that a page shows, and tells whether it was still at it. */
export async function takeTurn(work: Work, who: Who, record: Pick<CaseRecord, 'id'>, turn: Turn): Promise<boolean> {
  return await together(work, async (ask) => (await ask(turnOf(who, record, turn))).length === 1)
}

/** The statement that moves a draft on; it gives a row where the draft was still at the version, with the time of decisions made now. */
export function turnOf(
  who: Who,
  { id }: Pick<CaseRecord, 'id'>,
  { version, step, from }: Turn,
): Sendable<{ readonly version: number; readonly now: Temporal.Instant }> {
  const values = { id, version, step, next: version + 1, by: who.user, at: Temporal.Now.instant().toString() }
  return from === undefined ? moveOn(values) : moveOut({ ...values, from })
}

interface Move {
  readonly id: string
  readonly version: number
  readonly step: string
  readonly next: number
  readonly by: string
  readonly at: string
}

const moveOn = statement((work, move: Move) => movedBy(work, move).where('step', 'not in', closedSteps))

const moveOut = statement((work, move: Move & { readonly from: ClosedStep }) =>
  movedBy(work, move).where('step', '=', move.from),
)

function movedBy(work: Work, { id, version, step, next, by, at }: Move) {
  return work
    .updateTable('drafts')
    .set({ step, version: next, changed_by: by, changed_at: at })
    .where('case_id', '=', id)
    .where('version', '=', version)
    .returning(['version', sql<Temporal.Instant>`desk.decided_now()`.as('now')])
}

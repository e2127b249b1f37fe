/** Saves answers where nobody saved others since the page was made: two clerks cannot overwrite each other. */
import type { Answers } from '@brightline/engine'
import { Temporal } from 'temporal-polyfill'
import { keepAnswers } from '../case/keep-answers.ts'
import { readCase, type CaseRecord } from '../case/read-case.ts'
import { together, transaction, type Database, type Sendable, type Who, type Work } from '../database/transaction.ts'
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
  return await together(work, async (ask) => (await ask(turnOf(work, who, record, turn))).length === 1)
}

/** The statement that moves a draft on; it gives a row where the draft was still at the version. */
export function turnOf(
  work: Work,
  who: Who,
  { id }: Pick<CaseRecord, 'id'>,
  { version, step, from }: Turn,
): Sendable<{ readonly version: number }> {
  const changed = { step, version: version + 1, changed_by: who.user, changed_at: Temporal.Now.instant().toString() }
  const moved = work.updateTable('drafts').set(changed).where('case_id', '=', id).where('version', '=', version)
  const still = from === undefined ? moved.where('step', 'not in', closedSteps) : moved.where('step', '=', from)
  return still.returning('version')
}

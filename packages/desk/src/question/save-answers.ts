/** Saves answers where nobody saved others since the page was made: two clerks cannot overwrite each other. */
import type { Answers } from '@brightline/engine'
import { Temporal } from 'temporal-polyfill'
import { keepAnswers } from '../case/keep-answers.ts'
import { readCase, type CaseRecord } from '../case/read-case.ts'
import { transaction, type Database, type Who, type Work } from '../database/transaction.ts'
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

/** Moves the draft on from the version that a page shows, and tells whether it was still at it. */
export async function takeTurn(
  work: Work,
  who: Who,
  { id }: Pick<CaseRecord, 'id'>,
  { version, step }: { readonly version: number; readonly step: string },
): Promise<boolean> {
  const changed = { step, version: version + 1, changed_by: who.user, changed_at: Temporal.Now.instant().toString() }
  const { numUpdatedRows } = await work
    .updateTable('drafts')
    .set(changed)
    .where('case_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

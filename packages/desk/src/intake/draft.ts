/** The draft of a request: on the server from the first page on, for any clerk of the desk to go on with. */
import { Temporal } from 'temporal-polyfill'
import type { CaseRecord } from '../case/read-case.ts'
import type { Who, Work } from '../database/transaction.ts'

/** The steps before the questions, in their order. */
export type Step = 'arrival' | 'person' | 'papers' | 'evidence' | 'questions'

/** The version of a draft that a page shows; 0 where there is none. */
export function versionOf({ draft }: Pick<CaseRecord, 'draft'>): number {
  return draft?.version ?? 0
}

/**
 * Takes a step in the name of somebody who has seen a version. Gives false where another one is there by now, and then
 * nothing may be written.
 */
export async function takeStep(
  work: Work,
  who: Who,
  { id, agency, desk }: Pick<CaseRecord, 'id' | 'agency' | 'desk'>,
  { seen, step }: { readonly seen: number; readonly step: Step },
): Promise<boolean> {
  const changed = { step, changed_by: who.user }
  if (seen === 0) {
    const row = { agency_id: agency, desk_id: desk, case_id: id, ...changed }
    const made = await work
      .insertInto('drafts')
      .values(row)
      .onConflict((conflict) => conflict.column('case_id').doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await work
    .updateTable('drafts')
    .set({ ...changed, changed_at: Temporal.Now.instant().toString() })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('case_id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

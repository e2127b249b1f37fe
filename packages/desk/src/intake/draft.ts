/** The draft of a request: on the server from the first page on, for any clerk of the desk to go on with. */
import type { CaseRecord } from '../case/read-case.ts'
import type { Who, Work } from '../database/transaction.ts'
import { takeTurn } from '../question/save-answers.ts'

const entrySteps = ['arrival', 'person', 'papers', 'evidence'] as const

/** The steps of a request: what came in is entered, and then the questions are asked. */
type Step = (typeof entrySteps)[number] | 'questions'

/** Gives the page at which the entering of a request was left; null where it came to the questions. */
export function entryLeft({ reference, draft }: Pick<CaseRecord, 'reference' | 'draft'>): string | null {
  const step = entrySteps.find((one) => one === draft?.step)
  return step === undefined ? null : `/cases/${reference}/${step}`
}

/** The version of a draft that a page shows; 0 where there is none. */
export function versionOf({ draft }: Pick<CaseRecord, 'draft'>): number {
  return draft?.version ?? 0
}

type Place = Pick<CaseRecord, 'id' | 'agency' | 'desk'> & Partial<Pick<CaseRecord, 'decisions' | 'draft'>>

/** What is taken: the version that was seen, and the step that comes next. */
interface Taking {
  readonly seen: number
  readonly step: Step
  /** The entry says of what is answered the same as before. */
  readonly isSame?: boolean
}

/**
 * Takes a step in the name of somebody who has seen a version. Gives false where another one is there by now, and then
 * nothing may be written.
 */
export async function takeStep(
  work: Work,
  who: Who,
  place: Place,
  { seen, step: next, isSame = false }: Taking,
): Promise<boolean> {
  const { id, agency, desk } = place
  const step = stepAfter(place, next, isSame)
  if (seen === 0) {
    const row = { agency_id: agency, desk_id: desk, case_id: id, step, changed_by: who.user }
    const made = await work
      .insertInto('drafts')
      .values(row)
      .onConflict((conflict) => conflict.column('case_id').doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n
  }
  return await takeTurn(work, who, { id }, { version: seen, step })
}

/** Gives the step to which an entry leads. */
function stepAfter({ draft, decisions = [] }: Place, next: Step, isSame: boolean): string {
  // Where no answer is changed, whoever was further stays there. Who it is about, before the papers, changes none.
  const isFurther = draft !== undefined && draft !== null && !['arrival', 'person', 'papers'].includes(draft.step)
  if (isFurther && (isSame || next === 'papers')) return draft.step
  // What was decided is not entered anew: a change leads to the questions, and to another decision.
  return decisions.length > 0 ? 'questions' : next
}

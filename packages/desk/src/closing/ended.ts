/** Which cases owe nothing any more, because they were closed as a mistake or as another request. */
import { sql, type RawBuilder } from 'kysely'
import { endingReasons } from './reason.ts'

/** Gives a row where the duties of a case ended with its closing. */
export function endedBy(caseId: RawBuilder<unknown>): RawBuilder<{ readonly id: string }> {
  return sql`select said.id from desk.case_closings as said where said.case_id = ${caseId} and said.step = 'confirmed'
    and said.reason = any (${endingReasons}) and not exists (
      select from desk.case_closings as later where later.follows = said.id)`
}

/** The closings that wait for a second person. */
import { sql, type RawBuilder } from 'kysely'
import type { Who } from '../database/transaction.ts'

/** Names the cases whose closing somebody can confirm: somebody else proposed it, and nobody has answered. */
export function closingsToConfirm({ user }: Pick<Who, 'user'>): RawBuilder<{ id: string }> {
  return sql`select said.case_id from desk.case_closings as said where said.step = 'proposed' and said.recorded_by <> ${user}
    and not exists (select from desk.case_closings as later where later.follows = said.id)`
}

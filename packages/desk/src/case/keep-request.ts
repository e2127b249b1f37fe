/**
 * The one way in which what came is stored: how it came and when, its form, what it asks and who asks.
 *
 * INVARIANT: what is stored, and each change of it, has its entry in the log.
 */
import { randomUUID } from 'node:crypto'
import type { Who, Work } from '../database/transaction.ts'
import { logRow, recordedNow, type RowOf } from '../record/log-row.ts'
import { keptMoment, recordOfRow } from '../record/record-of.ts'
import type { OpenedCase } from './open-case.ts'

/** What may be entered of a request. */
type Entered = Omit<
  RowOf<'request'>,
  'id' | 'agency_id' | 'desk_id' | 'case_id' | 'entered_at' | 'entered_by' | 'log_replaced'
>

/** What is entered of one; what is left out was not said. */
export type NewRequest = Partial<Entered> & Pick<Entered, 'channel' | 'received_at'>

/** Stores a request of a case. */
export async function keepRequest(
  work: Work,
  who: Who,
  { id, agency, desk }: OpenedCase,
  said: NewRequest,
): Promise<void> {
  const row = {
    ...{ id: randomUUID(), agency_id: agency, desk_id: desk, case_id: id, entered_by: who.user },
    ...{
      form: null,
      edition: null,
      asking_agency: null,
      warrant: null,
      same_hash: null,
      paper_number: null,
      box_one_items: [],
      acts: [],
    },
    ...said,
    ...{ received_at: keptMoment(said.received_at), log_replaced: [] },
  }
  const logged = await logRow(work, 'request', { ...row, entered_at: await recordedNow(work) })
  await work
    .insertInto('requests')
    .values({ ...row, received_at: row.received_at.toString(), ...logged })
    .execute()
}

/** Changes what was entered of the request of a case. What its entry says already is not entered again. */
export async function changeRequest(work: Work, caseId: string, said: Partial<Entered>): Promise<void> {
  const held = work.selectFrom('requests').selectAll().where('case_id', '=', caseId).orderBy('id').forUpdate()
  for (const { log_serial: serial, log_ticket: _, ...row } of await held.execute()) {
    const next = { ...row, ...said, received_at: keptMoment(said.received_at ?? row.received_at) }
    if (serial !== null && isSame(row, next)) continue
    const log_replaced = serial === null ? row.log_replaced : [...row.log_replaced, serial]
    const logged = await logRow(work, 'request', { ...next, log_replaced })
    await work
      .updateTable('requests')
      .set({ ...said, received_at: next.received_at.toString(), ...logged, log_replaced })
      .where('id', '=', row.id)
      .execute()
  }
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(recordOfRow('request', one)) === JSON.stringify(recordOfRow('request', other))
}

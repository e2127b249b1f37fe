/** What a case put into the log and has no row of any more: a gap that the docket shows. */
import { markup, type Markup } from '@brightline/documents/html'
import { sql } from 'kysely'
import type { CaseRecord } from '../case/read-case.ts'
import type { Work } from '../database/transaction.ts'
import { goneDuties, goneWords, type GoneDuty } from './gone-duties.ts'
import type { ClaimKind } from './book.ts'
import { whereLogged, type LoggedPlace } from './where-logged.ts'
import { sayRecord } from './words.ts'

/** What is gone of a case. */
export interface Gone {
  /** Where the entries stand that have no row any more. */
  readonly entries: readonly LoggedPlace[]
  readonly duties: readonly GoneDuty[]
}

/** Finds what was deleted of a case. */
export async function findGone(work: Work, { id, deskPrefix }: Pick<CaseRecord, 'id' | 'deskPrefix'>): Promise<Gone> {
  return { entries: await deletedEntries(work, id, deskPrefix), duties: await goneDuties(work, id) }
}

/** Lists where in the log stands what was deleted, or was made again what it was before. */
async function deletedEntries(work: Work, caseId: string, desk: string): Promise<readonly LoggedPlace[]> {
  const { rows } = await sql<{ kind: ClaimKind; serial: number }>`
    select e.kind, e.log_serial as serial from desk.case_entries as e where e.case_id = ${caseId} and not case e.kind
      when 'decision' then exists (select from desk.decisions as d where d.id = e.row_id)
      when 'confirmation' then exists (select from desk.decision_confirmations as s where s.decision_id = e.row_id)
      when 'discharge' then exists (select from desk.duties as y where y.id = e.row_id and y.state = 'discharged')
      when 'time' then exists (select from desk.case_events as t where t.id = e.row_id)
      when 'paper' then exists (select from desk.notices as n where n.id = e.row_id and n.given_at is not null)
      when 'closing' then exists (select from desk.case_closings as z where z.id = e.row_id)
      when 'outcome' then exists (select from desk.outcomes as o where o.id = e.row_id)
      else exists (select from desk.requests as r where r.id = e.row_id
        and (r.log_serial = e.log_serial or e.log_serial = any (r.log_replaced))) end
    order by e.log_ticket`.execute(work)
  return rows.map(({ kind, serial }) => ({ kind, desk, serials: [serial] }))
}

/** Makes the boxes that say so. */
export function gapBox({ entries, duties }: Gone, lang: string): Markup {
  const say = sayRecord(lang)
  const count = entries.length
  const places = entries.map((entry) => whereLogged(entry, lang)).join('; ')
  const missing = count === 0 ? null : faultBox(say('docket-gap', { count, places }))
  const gone = duties.map((duty) => faultBox(say('duty-gap', { action: goneWords(duty, lang) })))
  return markup`${missing}${gone}`
}

function faultBox(words: string): Markup {
  return markup`<p class="fault" role="alert">${words}</p>`
}

/** Duties that a decision gave rise to and that no row has any more, or only as void: an open one leaves nothing else behind. */
import { textIn } from '@brightline/language'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { endedBy } from '../closing/ended.ts'
import type { Work } from '../database/transaction.ts'
import { dutiesInRow, readStoredDuty } from '../duty/stored-duty.ts'

/** One of them. */
export interface GoneDuty {
  readonly reference: string
  /** The letters of the desk, and the serial of the decision in the log. */
  readonly prefix: string
  readonly serial: number
  readonly decidedAt: Temporal.Instant
  /** What the law demands, as the decision has it. */
  readonly document: unknown
}

/**
 * Lists them, of one case or of all that are within reach. While its decision stands, a duty that arose has a row that is
 * open or discharged: one that is void is that of a decision which was superseded or sent back.
 */
export async function goneDuties(work: Work, caseId: string | null = null): Promise<readonly GoneDuty[]> {
  const { rows } = await sql<GoneDuty>`
    select c.reference, k.prefix, d.log_serial as serial, d.decided_at as "decidedAt", duty.document
    from desk.decisions as d join desk.cases as c on c.id = d.case_id join desk.desks as k on k.id = d.desk_id
      left join desk.decision_confirmations as s on s.decision_id = d.id
      cross join lateral (select ${dutiesInRow('d')} as list) as said
      cross join lateral jsonb_array_elements(
        case when jsonb_typeof(said.list) = 'array' then said.list else '[]' end) as duty (document)
    where (${caseId}::uuid is null or d.case_id = ${caseId})
      and not exists (select from desk.decisions as later where later.supersedes = d.id)
      and s.outcome is distinct from 'sent-back'
      and not exists (${endedBy(sql`d.case_id`)})
      and (duty.document ->> 'arises' = 'now' or (duty.document ->> 'arises' = 'if-done' and d.choice = 'do'
        and (d.needs_role is null or s.outcome = 'confirmed')))
      and not exists (select from desk.duties as y where y.case_id = d.case_id and y.rule = duty.document ->> 'duty'
        and y.state <> 'void')
    order by d.decided_at, duty.document ->> 'duty'`.execute(work)
  return rows.filter(({ document }) => readStoredDuty(document) !== null)
}

/** Says what a duty demands. */
export function goneWords({ document }: GoneDuty, lang: string): string {
  const action = readStoredDuty(document)?.action
  return action === undefined ? '' : textIn(action, lang)
}

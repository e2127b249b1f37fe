/** Papers by which duties were discharged, and whose rows say something else by now: the log has what the proof said. */
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Work } from '../database/transaction.ts'

/** A discharge whose papers are not there as it says. */
export interface LostProof {
  readonly reference: string
  readonly serial: number
  readonly dischargedAt: Temporal.Instant
}

/** Lists them, of one case or of all that are within reach. */
export async function lostProofs(work: Work, caseId: string | null = null): Promise<readonly LostProof[]> {
  const { rows } = await sql<LostProof>`
    select c.reference, d.log_serial as serial, d.discharged_at as "dischargedAt"
    from desk.duties as d join desk.cases as c on c.id = d.case_id
    where d.state = 'discharged' and (${caseId}::uuid is null or d.case_id = ${caseId})
      and jsonb_typeof(d.proof -> 'notices') = 'array'
      and exists (select from jsonb_array_elements(d.proof -> 'notices') as said (paper)
        where not exists (select from desk.notices as n where n.case_id = d.case_id
          and n.id::text = said.paper ->> 'notice' and n.recipient = said.paper ->> 'recipient'
          and n.language = said.paper ->> 'language' and n.channel = said.paper ->> 'channel' and n.given_at is not null
          and (n.id::text is distinct from d.proof ->> 'notice' or n.given_at = (d.proof ->> 'doneAt')::timestamptz)))
    order by d.log_serial`.execute(work)
  return rows
}

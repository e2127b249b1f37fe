/** Puts what a second person said in line for the log of the agency, in the transaction of the confirmation. */
import { commit, newNonce, systemRandom, valueOf, type Canonical } from '@brightline/ledger'
import { enqueue } from '@brightline/ledger/postgres'
import { sql, type Selectable } from 'kysely'
import type { CaseRecord, DecisionRecord } from '../case/read-case.ts'
import type { Tables } from '../database/tables.ts'
import type { Work } from '../database/transaction.ts'
import { dayFor } from './log-day.ts'
import { statementsIn } from './statements.ts'

/** A confirmation, but for its place in the log. */
export type ConfirmationRow = Omit<Selectable<Tables['decision_confirmations']>, 'log_serial' | 'log_ticket'>

/** Gives the record of a confirmation: who said what of which decision, and when. Who is an id, never a name. */
export function recordOfConfirmation(row: ConfirmationRow): Canonical {
  return {
    v: 1,
    confirms: row.decision_id,
    agency: row.agency_id,
    desk: row.desk_id,
    outcome: row.outcome,
    reason: row.reason_code,
    confirmedAt: row.confirmed_at.toString(),
    confirmedBy: row.confirmed_by,
    confirmedAs: row.confirmed_as,
  }
}

/** Puts a confirmation in line. Those of an agency have a desk of their own, so that none can be left out. */
export async function logConfirmation(
  work: Work,
  { id, place: town, timeZone }: CaseRecord,
  { policy_hash: policy }: DecisionRecord,
  said: Omit<ConfirmationRow, 'confirmed_at'>,
): Promise<{ readonly log_serial: number; readonly log_ticket: number }> {
  const { rows } = await sql<{ schema: string; now: ConfirmationRow['confirmed_at'] }>`
    select desk.make_log() as schema, desk.decided_now() as now`.execute(work)
  const [here] = rows
  const { key } = await work.selectFrom('case_keys').select('key').where('case_id', '=', id).executeTakeFirstOrThrow()
  if (here === undefined || key === null) throw new Error('the key of this case was destroyed')
  const place = `${town}/confirmations`
  const record = recordOfConfirmation({ ...said, confirmed_at: here.now })
  const { ticket, entry } = valueOf(
    await enqueue(statementsIn(work), here.schema, {
      kind: 'decision',
      place,
      day: await dayFor(work, here.schema, { place, timeZone }),
      policy: new Uint8Array(policy),
      rules: [],
      verdict: said.outcome,
      commitment: valueOf(commit(new Uint8Array(key), record)),
      nonce: newNonce(systemRandom),
    }),
  )
  return { log_serial: entry.serial, log_ticket: Number(ticket) }
}

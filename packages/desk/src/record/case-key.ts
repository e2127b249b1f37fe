/** The key under which the log commits to what is recorded on a case: made with its first entry, destroyed with its vault. */
import { newCaseKey, systemRandom } from '@brightline/ledger'
import { sql } from 'kysely'
import { together, type Ask, type Work } from '../database/transaction.ts'
import { Refusal } from '../server/refusal.ts'

/** Where a case belongs. */
export interface CasePlace {
  readonly agency_id: string
  readonly desk_id: string
  readonly case_id: string
}

/** Gives the key of a case, made where there is none; of two who make it at once, the first one's counts. */
export async function askCaseKey(
  work: Work,
  ask: Ask,
  { agency_id, desk_id, case_id }: CasePlace,
): Promise<Uint8Array> {
  const fresh = Buffer.from(newCaseKey(systemRandom))
  const [, keys] = await Promise.all([
    // Whoever may only look over cases makes no key, and needs none where it is there.
    ask(sql`insert into desk.case_keys (case_id, agency_id, desk_id, key)
      select ${case_id}::uuid, ${agency_id}::uuid, ${desk_id}::uuid, ${fresh}::bytea
      where not exists (select from desk.case_keys where case_id = ${case_id}) on conflict do nothing`),
    ask(work.selectFrom('case_keys').select('key').where('case_id', '=', case_id)),
  ])
  const key = keys[0]?.key ?? null
  // Nothing more is recorded on a case that was destroyed.
  if (key === null) throw new Refusal('not-allowed')
  return new Uint8Array(key)
}

/** Gives it by itself. */
export async function caseKey(work: Work, place: CasePlace): Promise<Uint8Array> {
  return await together(work, async (ask) => await askCaseKey(work, ask, place))
}

/** The key under which the log commits to what is recorded on a case: made with its first entry, destroyed with its vault. */
import { newCaseKey, systemRandom } from '@brightline/ledger'
import { statement } from '../database/statement.ts'
import { together, type Ask, type Work } from '../database/transaction.ts'
import { Refusal } from '../server/refusal.ts'

/** Where a case belongs. */
export interface CasePlace {
  readonly agency_id: string
  readonly desk_id: string
  readonly case_id: string
}

const makeKey = statement((work, { agency_id, desk_id, case_id, key }: CasePlace & { readonly key: Buffer }) =>
  work
    .insertInto('case_keys')
    .values({ agency_id, desk_id, case_id, key })
    .onConflict((conflict) => conflict.doNothing()),
)

const keyOf = statement((work, { case_id }: Pick<CasePlace, 'case_id'>) =>
  work.selectFrom('case_keys').select('key').where('case_id', '=', case_id),
)

/** Gives the key of a case, made where there is none; of two who make it at once, the first one's counts. */
export async function askCaseKey(ask: Ask, place: CasePlace): Promise<Uint8Array> {
  const stored = keyOf({ case_id: place.case_id })
  const [there] = await ask(stored)
  const key = Buffer.from(newCaseKey(systemRandom))
  const [, keys] =
    there === undefined ? await Promise.all([ask(makeKey({ ...place, key })), ask(stored)]) : [null, [there]]
  const kept = keys[0]?.key ?? null
  // Nothing more is recorded on a case that was destroyed.
  if (kept === null) throw new Refusal('not-allowed')
  return new Uint8Array(kept)
}

/** Gives it by itself. */
export async function caseKey(work: Work, place: CasePlace): Promise<Uint8Array> {
  return await together(work, async (ask) => await askCaseKey(ask, place))
}

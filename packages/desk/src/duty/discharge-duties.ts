/** The one way in which open duties become discharged: each with its entry in the log, in the transaction of its proof. */
import { newCaseKey, systemRandom } from '@brightline/ledger'
import { sql, type Selectable } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Json, Tables } from '../database/tables.ts'
import { together, type Who, type Work } from '../database/transaction.ts'
import { logDischarges, type DischargeToLog } from '../record/log-discharge.ts'

/** Which duties, what shows that they were done, and by which law those of the whole agency are owed. */
export interface Discharging {
  readonly ids: readonly string[]
  readonly proof: Json
  /** The hash of the law, for duties that no decision gave rise to. */
  readonly policyHash: string | null
}

/** Discharges those that are still open, in the name of whoever works, and gives how many. */
export async function dischargeDuties(work: Work, who: Who, { ids, proof, policyHash }: Discharging): Promise<number> {
  if (ids.length === 0) return 0
  // Whoever discharges the same ones waits here, and then finds none that is open.
  const open = await lockOpen(work, ids)
  if (open.length === 0) return 0
  const { now, place, owed } = await readOwed(work, ids)
  // Thirty-two zeros name no law.
  const given = policyHash === null ? Buffer.alloc(32) : Buffer.from(policyHash, 'hex')
  const toLog: DischargeToLog[] = []
  for (const duty of open) {
    const { policy, key } = owed.get(duty.id) ?? { policy: null, key: null }
    const row = { ...duty, discharged_at: now, discharged_by: who.user, proof }
    const opening = duty.case_id === null ? null : (key ?? (await makeKey(work, duty)))
    toLog.push({ row, policy: policy ?? given, key: opening })
  }
  const logged = await logDischarges(work, place, toLog)
  const done = { state: 'discharged', discharged_by: who.user, proof: JSON.stringify(proof) } as const
  await together(work, async (ask) => {
    const at = { discharged_at: sql<string>`desk.decided_now()` }
    const set = (nth: number) => work.updateTable('duties').set({ ...done, ...at, ...logged[nth] })
    await Promise.all(open.map(async ({ id }, nth) => await ask(set(nth).where('id', '=', id))))
  })
  return open.length
}

type Duty = Selectable<Tables['duties']>

async function lockOpen(work: Work, ids: readonly string[]): Promise<readonly Duty[]> {
  const wanted = work.selectFrom('duties').selectAll().where('id', 'in', ids).where('state', '=', 'open')
  return await wanted.orderBy('id').forUpdate().execute()
}

interface Owed {
  /** The hash of the law by which it was decided that the duty is owed. */
  readonly policy: Buffer | null
  readonly key: Buffer | null
}

interface ReadOwed {
  readonly now: Temporal.Instant
  readonly place: string
  readonly owed: ReadonlyMap<string, Owed>
}

async function readOwed(work: Work, ids: readonly string[]): Promise<ReadOwed> {
  const { rows } = await sql<Owed & { id: string; now: Temporal.Instant; place: string; is_destroyed: boolean }>`
    select u.id, desk.decided_now() as now, a.place, d.policy_hash as policy, k.key,
      k.destroyed_at is not null as is_destroyed
    from desk.duties as u join desk.agencies as a on a.id = u.agency_id
      left join desk.decisions as d on d.id = u.decision_id left join desk.case_keys as k on k.case_id = u.case_id
    where u.id = any (${ids})`.execute(work)
  const [first] = rows
  if (first === undefined) throw new Error('there are no such duties')
  // Nothing more is recorded on a case that was destroyed.
  if (rows.some(({ is_destroyed: isDestroyed }) => isDestroyed)) throw new Error('the key of this case was destroyed')
  return { now: first.now, place: first.place, owed: new Map(rows.map((row) => [row.id, row])) }
}

/** Makes the key of a case that has no entry yet; of two who make it at once, the first one's counts. */
async function makeKey(work: Work, { case_id: id, agency_id: agency, desk_id: desk }: Duty): Promise<Buffer> {
  if (id === null || desk === null) throw new Error('a duty of no case has a key of its own')
  const fresh = { case_id: id, agency_id: agency, desk_id: desk, key: Buffer.from(newCaseKey(systemRandom)) }
  const insert = work.insertInto('case_keys').values(fresh)
  await insert.onConflict((conflict) => conflict.column('case_id').doNothing()).execute()
  const read = work.selectFrom('case_keys').select('key').where('case_id', '=', id)
  const { key } = await read.executeTakeFirstOrThrow()
  if (key === null) throw new Error('the key of this case was destroyed')
  return key
}

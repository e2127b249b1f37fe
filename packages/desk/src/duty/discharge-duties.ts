/** The one way in which open duties become discharged: each with its entry in the log, in the transaction of its proof. */
import { newCaseKey, systemRandom } from '@brightline/ledger'
import { sql, type Selectable } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Json, Tables } from '../database/tables.ts'
import { together, type Who, type Work } from '../database/transaction.ts'
import { bookOfKind } from '../record/book.ts'
import { caseKey } from '../record/case-key.ts'
import { askLine, noLaw, putInLine, type NewEntry } from '../record/line.ts'
import { recordOfDischarge } from '../record/record-of.ts'

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
  const { now, town, policies } = await readOwed(work, ids)
  const given = policyHash === null ? noLaw : Buffer.from(policyHash, 'hex')
  const entries: NewEntry[] = []
  const keys: (Buffer | null)[] = []
  const keyByCase = new Map<string | null, Uint8Array>()
  for (const duty of open) {
    // What opens the entry of a duty that the whole agency owes stands in its row.
    const own = duty.case_id === null ? Buffer.from(newCaseKey(systemRandom)) : null
    keys.push(own)
    const key = own ?? keyByCase.get(duty.case_id) ?? (await keyOf(work, duty))
    keyByCase.set(duty.case_id, key)
    entries.push({
      ...{ verdict: 'duty-discharged', policy: policies.get(duty.id) ?? given, rules: [duty.rule] },
      record: recordOfDischarge({ ...duty, discharged_at: now, discharged_by: who.user, proof }),
      key,
    })
  }
  const book = { agency: who.agency, place: `${town}/${bookOfKind.discharge}`, timeZone: open[0]?.time_zone ?? 'UTC' }
  const line = await together(work, async (ask) => await askLine(ask, book))
  const logged = await putInLine(work, line, entries)
  const done = { state: 'discharged', discharged_by: who.user, proof: JSON.stringify(proof) } as const
  await together(work, async (ask) => {
    const at = { discharged_at: sql<string>`desk.decided_now()` }
    const set = (nth: number) =>
      work.updateTable('duties').set({ ...done, ...at, ...logged[nth], log_key: keys[nth] ?? null })
    await Promise.all(open.map(async ({ id }, nth) => await ask(set(nth).where('id', '=', id))))
  })
  return open.length
}

type Duty = Selectable<Tables['duties']>

async function lockOpen(work: Work, ids: readonly string[]): Promise<readonly Duty[]> {
  const wanted = work.selectFrom('duties').selectAll().where('id', 'in', ids).where('state', '=', 'open')
  return await wanted.orderBy('id').forUpdate().execute()
}

interface ReadOwed {
  readonly now: Temporal.Instant
  /** The place of the agency. */
  readonly town: string
  /** The hashes of the law by which it was decided that the duties are owed. */
  readonly policies: ReadonlyMap<string, Buffer | null>
}

async function readOwed(work: Work, ids: readonly string[]): Promise<ReadOwed> {
  const { rows } = await sql<{ id: string; now: Temporal.Instant; town: string; policy: Buffer | null }>`
    select u.id, desk.decided_now() as now, a.place as town, d.policy_hash as policy
    from desk.duties as u join desk.agencies as a on a.id = u.agency_id
      left join desk.decisions as d on d.id = u.decision_id
    where u.id = any (${ids})`.execute(work)
  const [first] = rows
  if (first === undefined) throw new Error('there are no such duties')
  return { now: first.now, town: first.town, policies: new Map(rows.map(({ id, policy }) => [id, policy])) }
}

async function keyOf(work: Work, { case_id, agency_id, desk_id }: Duty): Promise<Uint8Array> {
  if (case_id === null || desk_id === null) throw new Error('a duty of no case has a key of its own')
  return await caseKey(work, { case_id, agency_id, desk_id })
}

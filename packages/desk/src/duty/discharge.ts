/** Discharging a duty: who did it, how and when, and the notice that shows it. Codes only: free text smuggles status. */
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { Check } from 'typebox/value'
import type { LawInUse } from '../case/law-in-use.ts'
import { transaction, type Who, type Work } from '../database/transaction.ts'
import type { Room } from '../server/room.ts'
import { dischargeDuties } from './discharge-duties.ts'
import { givenOn, missingLanguages, type LanguageReason } from './languages.ts'
import { readStoredDuty } from './stored-duty.ts'

/** How a duty was done, in the order in which it is offered. */
export const waysDone = [
  'given-in-person',
  'sent-by-mail',
  'sent-electronically',
  'told-by-telephone',
  'filed',
  'posted',
  'kept-otherwise',
] as const

/** One way. */
export type WayDone = (typeof waysDone)[number]

/** Tells if a word is a way. */
export function isWayDone(word: string): word is WayDone {
  return waysDone.some((way) => way === word)
}

/** What shows that a duty was done. */
export interface Proof {
  readonly how: WayDone
  /** The notice by which it was done, where there is one. */
  readonly notice: string | null
  /** When it was done. */
  readonly doneAt: Temporal.Instant
  /** Why it is done though a language is missing; null where nobody said. */
  readonly why: LanguageReason | null
}

/** What came of it. Whoever comes second is told who was first, and when. */
export type Discharge =
  | { readonly kind: 'done' }
  | { readonly kind: 'already'; readonly at: Temporal.Instant | null; readonly state: 'discharged' | 'void' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'future' }
  | { readonly kind: 'no-such-notice' }
  | { readonly kind: 'languages'; readonly missing: readonly string[] }

/** Discharges a duty, in the name of whoever works. The time of it is that of the database. */
export async function dischargeDuty(
  { database, law }: Pick<Room, 'database' | 'law'>,
  who: Who,
  id: string,
  proof: Proof,
): Promise<Discharge> {
  return await transaction(database, who, async (work) => {
    const row = await work
      .selectFrom('duties')
      .select([
        'state',
        'rule',
        'document',
        'case_id',
        'discharged_at',
        sql<Temporal.Instant>`clock_timestamp()`.as('now'),
      ])
      .select(givenOn(sql.ref('duties.case_id')).as('papers'))
      .where('id', '=', id)
      .executeTakeFirst()
    if (row === undefined) return { kind: 'not-found' }
    if (row.state !== 'open') return { kind: 'already', at: row.discharged_at, state: row.state }
    // A minute is left to clocks that differ.
    if (proof.doneAt.epochMilliseconds > row.now.epochMilliseconds + 60_000) return { kind: 'future' }
    if (proof.notice !== null) {
      const notice = work.selectFrom('notices').select('id').where('id', '=', proof.notice)
      const found = await notice.where('case_id', '=', row.case_id).executeTakeFirst()
      if (found === undefined) return { kind: 'no-such-notice' }
    }
    const missing = missingLanguages(readStoredDuty(row.document), row.rule, row.papers)
    if (missing.length > 0 && proof.why === null) return { kind: 'languages', missing }
    const languages = missing.length === 0 || proof.why === null ? {} : { languages: { missing, why: proof.why } }
    const kept = { how: proof.how, notice: proof.notice, doneAt: proof.doneAt.toString(), ...languages }
    const policyHash = row.case_id === null ? await policyHashOf(law, work) : null
    const count = await dischargeDuties(work, who, { ids: [id], proof: kept, policyHash })
    return count === 1 ? { kind: 'done' } : { kind: 'already', at: null, state: 'discharged' }
  })
}

/** Gives the hash of the law by which the agency owes what no decision gave rise to. */
async function policyHashOf(law: LawInUse, work: Work): Promise<string> {
  const { place, time_zone: timeZone } = await work
    .selectFrom('agencies')
    .select(['place', 'time_zone'])
    .executeTakeFirstOrThrow()
  const today = Temporal.Now.plainDateISO(timeZone).toString()
  return (await law.of(place)).stackOn(today).policyHash
}

const KeptProof = Type.Object({
  how: Type.Union(waysDone.map((way) => Type.Literal(way))),
  notice: Type.Union([Type.String(), Type.Null()]),
  doneAt: Type.String(),
  languages: Type.Optional(Type.Object({ missing: Type.Array(Type.String()), why: Type.String() })),
})

/** The proof that a row keeps. */
export interface ReadProof {
  readonly how: string
  readonly notice: string | null
  readonly doneAt: string
  /** The languages in which it was not done, and why that is enough. */
  readonly languages?: { readonly missing: readonly string[]; readonly why: string }
}

/** Reads the proof that a row keeps; null where it has none. */
export function readProof(proof: unknown): ReadProof | null {
  return Check(KeptProof, proof) ? proof : null
}

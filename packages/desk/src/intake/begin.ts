/** Begins a request: a case with its draft, its vault, and what the choice of a picture said. */
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { keepAnswers } from '../case/keep-answers.ts'
import { openCase } from '../case/open-case.ts'
import { transaction, type Who, type Work } from '../database/transaction.ts'
import { tokenHash } from '../people/token.ts'
import { Refusal } from '../server/refusal.ts'
import type { Room } from '../server/room.ts'
import { sealIdentity } from '../vault/vault.ts'
import { takeStep } from './draft.ts'
import { stackToday } from './law.ts'
import { destroyDay } from './retention.ts'
import type { Way } from './way.ts'

/** What begins a request. */
export interface Beginning {
  readonly way: Way
  /** The word of the form, which is good for one case. */
  readonly opening: string
  readonly desk: string | null
  /** By whose clock the day of destruction is counted. */
  readonly timeZone: string
}

/** Opens the case and gives its reference. The same form sent twice gives the same one. */
export async function beginRequest({ database, law, keys }: Room, who: Who, beginning: Beginning): Promise<string> {
  const { way, opening, desk, timeZone } = beginning
  const hash = tokenHash(`${who.user} ${opening}`)
  const stack = await stackToday({ database, law }, who)
  return await transaction(database, who, async (work) => {
    await sql`select pg_advisory_xact_lock(hashtext(${hash.toString('hex')}))`.execute(work)
    const known = await referenceOf(work, hash)
    if (known !== null) return known
    const opened = await openCase(work, who, desk)
    await work.updateTable('cases').set({ opening_hash: hash }).where('id', '=', opened.id).execute()
    if (!(await takeStep(work, who, opened, { seen: 1, step: 'arrival' }))) throw new Refusal('broken')
    await keepAnswers({ work, who, stack }, opened, way.facts)
    const destroyOn = destroyDay(Temporal.Now.instant(), timeZone).toString()
    const ofCase = { agency: opened.agency, desk: opened.desk, caseId: opened.id }
    await sealIdentity(work, keys, ofCase, { identity: {}, destroyOn })
    return opened.reference
  })
}

async function referenceOf(work: Work, hash: Buffer): Promise<string | null> {
  const row = await work.selectFrom('cases').select('reference').where('opening_hash', '=', hash).executeTakeFirst()
  return row?.reference ?? null
}

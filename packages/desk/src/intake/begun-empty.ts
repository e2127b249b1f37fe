/** Requests that somebody began a short while ago and entered nothing of: whoever comes back by the browser finds them. */
import { markup, type Markup } from '@brightline/documents/html'
import { sql } from 'kysely'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import { href } from '../screen/href.ts'
import { sayIntake } from './words.ts'

/** Lists their references, the newest first. */
export async function readBegun(database: Database, who: Who): Promise<readonly string[]> {
  const rows = await transaction(
    database,
    who,
    async (work) =>
      await work
        .selectFrom('cases')
        .leftJoin('requests', 'requests.case_id', 'cases.id')
        .select('cases.reference')
        .where('requests.id', 'is', null)
        .where('cases.opened_by', '=', who.user)
        .where('cases.closed_at', 'is', null)
        .where(sql<boolean>`cases.opened_at > now() - interval '12 hours'`)
        .orderBy('cases.opened_at', 'desc')
        .limit(3)
        .execute(),
  )
  return rows.map(({ reference }) => reference)
}

/** Makes the note that leads to them; null where there are none. */
export function begunNote(references: readonly string[], lang: string): Markup | null {
  if (references.length === 0) return null
  const say = sayIntake(lang)
  const ways = references.map(
    (reference) =>
      markup`<li><a href="${href(`/cases/${reference}/way`)}">${say('begun-go-on', { reference })}</a></li>`,
  )
  return markup`<div class="note"><div><p>${say('begun-empty')}</p><ul class="plain">${ways}</ul></div></div>`
}

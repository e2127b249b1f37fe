/** The calendar of an agency for other programs, at an address that only its holders know. Nothing of any case is in it. */
import { dutyCalendar } from '@brightline/documents'
import { addDays } from '@brightline/language'
import { toDutiesDocument } from '@brightline/wording'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { noteEvent } from '../administration/note-event.ts'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import { newToken, tokenHash } from '../people/token.ts'
import type { LawOfPlaces } from './agency-duties.ts'

/** An address that was made. Its token is not kept. */
export interface Feed {
  readonly id: string
  readonly madeAt: Temporal.Instant
}

/** Makes an address, and gives its token: it is shown once. */
export async function makeFeed(database: Database, who: Who): Promise<string> {
  const token = newToken()
  await transaction(database, who, async (work) => {
    const feed = { agency_id: who.agency, made_by: who.user, token_hash: tokenHash(token) }
    await work.insertInto('calendar_feeds').values(feed).execute()
    await noteEvent(work, who, 'calendar-address-made')
  })
  return token
}

/** Lists the addresses that are good. */
export async function listFeeds(database: Database, who: Who): Promise<readonly Feed[]> {
  return await transaction(database, who, async (work) => {
    const feeds = work.selectFrom('calendar_feeds').select(['id', 'made_at as madeAt']).where('revoked_at', 'is', null)
    return await feeds.orderBy('made_at').execute()
  })
}

/** Ends an address. Whoever has it gets nothing from then on. */
export async function revokeFeed(database: Database, who: Who, id: string): Promise<boolean> {
  return await transaction(database, who, async (work) => {
    const { numUpdatedRows } = await work
      .updateTable('calendar_feeds')
      .set({ revoked_at: sql<string>`now()` })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await noteEvent(work, who, 'calendar-address-ended', id)
    return true
  })
}

/** Writes the calendar of a token for a year from a moment on; null where the token is not good. */
export async function feedText(
  database: Database,
  law: LawOfPlaces,
  { token, lang, now }: { readonly token: string; readonly lang: string; readonly now: Temporal.Instant },
): Promise<string | null> {
  const { rows } = await sql<{ place: string; kind: string }>`
    select place, kind from desk.find_feed(${tokenHash(token)})`.execute(database)
  const [found] = rows
  if (found === undefined) return null
  const { library } = await law.of(found.place)
  // A day back, so that whoever lives west of here still sees today.
  const asOf = addDays(now.toString().slice(0, 10), -1)
  const scope = { place: found.place, agency: found.kind, asOf, until: addDays(asOf, 366) }
  return dutyCalendar(toDutiesDocument(library, scope), lang, now.toString({ smallestUnit: 'second' }))
}

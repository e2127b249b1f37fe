/** Makes a notice of a case, and keeps it without identity. */
import type { Notice } from '@brightline/documents/notice'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { readCase, type CaseRecord } from '../case/read-case.ts'
import { lockOf } from '../clock/case-events.ts'
import { transaction, type Who, type Work } from '../database/transaction.ts'
import type { SignedIn } from '../people/session.ts'
import { Refusal } from '../server/refusal.ts'
import type { Room } from '../server/room.ts'
import { composeNotice, type NoticeWish } from './compose.ts'
import { demandsOf } from './demand.ts'

/** Who makes it, of which case, and where the desk is reached. */
export interface Making {
  readonly signedIn: Pick<SignedIn, 'who' | 'agencyName'>
  readonly reference: string
  readonly origin: string
}

/**
 * Keeps a new notice, and gives its id; null where the case does not have what it needs. One that says the same, and was
 * not given yet, is that notice: a form that was sent twice makes one paper.
 */
export async function makeNotice(
  room: Room,
  { signedIn: { who, agencyName }, reference, origin }: Making,
  wish: NoticeWish,
  language: string,
): Promise<string | null> {
  return await transaction(room.database, who, async (work) => {
    const record = await readCase(work, reference)
    const law = await room.law.of(record.place)
    const stack = law.stackOn(Temporal.Now.plainDateISO(record.timeZone).toString())
    const cites = demandsOf(record).find(({ kind }) => kind === wish.kind)?.cites ?? []
    const source = { record, stack, agencyName, contact: await readContact(work), cites, origin }
    const notice = composeNotice(source, wish)
    return notice === null ? null : await insert(work, who, record, { notice, wish, language })
  })
}

async function readContact(work: Work): Promise<string | null> {
  return (await work.selectFrom('agencies').select('contact').executeTakeFirst())?.contact ?? null
}

interface NewNotice {
  readonly notice: Notice
  readonly wish: NoticeWish
  readonly language: string
}

async function insert(
  work: Work,
  who: Who,
  record: CaseRecord,
  { notice, wish: { kind, recipient }, language }: NewNotice,
): Promise<string> {
  await lockOf(record.id).execute(work)
  const document = sql<string>`${JSON.stringify(notice)}::jsonb`
  const same = await work
    .selectFrom('notices')
    .select('id')
    .where('case_id', '=', record.id)
    .where('kind', '=', kind)
    .where('language', '=', language)
    .where('recipient', '=', recipient)
    .where('given_at', 'is', null)
    .where(sql<boolean>`document = ${document}`)
    .executeTakeFirst()
  if (same !== undefined) return same.id
  const { id } = await work
    .insertInto('notices')
    .values({
      ...{ agency_id: record.agency, desk_id: record.desk, case_id: record.id, made_by: who.user },
      ...{ kind, language, recipient, document },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Finds a notice of a case; one that is not within reach is not there. */
export async function findNotice(
  work: Work,
  reference: string,
  id: string,
): Promise<{ readonly record: CaseRecord; readonly row: CaseRecord['notices'][number] }> {
  const record = await readCase(work, reference)
  const row = record.notices.find((one) => one.id === id)
  if (row === undefined) throw new Refusal('not-found')
  return { record, row }
}

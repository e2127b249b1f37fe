/** Sends the page of one paper. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { transaction } from '../database/transaction.ts'
import { wasDestroyed } from '../intake/retention.ts'
import { requireSignedIn } from '../people/require.ts'
import type { Faults } from '../screen/form.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import { Refusal } from '../server/refusal.ts'
import type { Room } from '../server/room.ts'
import { readLanguages } from '../translation/translation.ts'
import { findNotice } from './make-notice.ts'
import { noticeMain, type TypedGiving } from './notice-page.ts'
import { isPaperKind, paperRoles } from './paper-kind.ts'
import type { PaperAddress } from './print.ts'
import { sayNotice, type NoticeKey } from './words.ts'

/** What the page says beside the paper. */
export interface SaidOfNotice extends PaperAddress {
  readonly faults?: Faults
  readonly typed?: TypedGiving
  readonly news?: NoticeKey | null
}

/** Sends the page. */
export async function sendNotice(
  { database }: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  { reference, id, faults = new Map(), typed = {}, news = null }: SaidOfNotice,
): Promise<FastifyReply> {
  const { who } = requireSignedIn(request)
  const { record, row, languages, isDestroyed } = await transaction(database, who, async (work) => {
    const found = await findNotice(work, reference, id)
    return { ...found, languages: await readLanguages(work), isDestroyed: await wasDestroyed(work, found.record) }
  })
  const { kind } = row
  const language = languages.find(({ lang }) => lang === row.language)
  if (!isPaperKind(kind) || language === undefined) throw new Refusal('not-found')
  const works = paperRoles.includes(who.role)
  if (faults.size > 0) void reply.code(422)
  const main = noticeMain(
    {
      ...{ record, row, kind, language, languages: languages.map(({ lang }) => lang) },
      ...{ works, isDestroyed, typed, faults, news },
    },
    frameOf(request),
  )
  return await sendPage(request, reply, { title: sayNotice(request.lang)(kind), main, isError: faults.size > 0 })
}

/** Sends the page of an answer, whatever came before it. */
import type { Markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { closingNow } from '../closing/closing.ts'
import { closedNote } from '../closing/page.ts'
import { transaction } from '../database/transaction.ts'
import { confirmationForms } from '../decision/confirmation-form.ts'
import { readDeciderRoles } from '../decision/decider-roles.ts'
import { readLogWaits } from '../decision/log-waits.ts'
import { seenOf } from '../decision/seen.ts'
import { demandsOf } from '../notice/demand.ts'
import { requireSignedIn } from '../people/require.ts'
import { decideNow } from '../question/case-interview.ts'
import { titleWith, workingRoles, type Opened } from '../question/open-interview.ts'
import type { Faults } from '../screen/form.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import type { Room } from '../server/room.ts'
import { readLanguages } from '../translation/translation.ts'
import { answerMain } from './page.ts'
import { sayAnswer } from './words.ts'

/** A case, and what is told about what was sent. */
export interface ToSend {
  readonly opened: Opened
  readonly sent?: ReadonlyMap<string, string>
  readonly faults?: Faults
  readonly notice?: Markup
}

/** Sends it. */
export async function sendAnswer(
  { database }: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  { opened, sent = new Map(), faults = new Map(), notice }: ToSend,
): Promise<FastifyReply> {
  const { record, interview } = opened
  const { who } = requireSignedIn(request)
  const { lang } = request
  const document = decideNow(interview)
  const isClosed = closingNow(record) !== null
  const isWorking = workingRoles.includes(who.role)
  const { roles, languages, waits } = await transaction(database, who, async (work) => ({
    roles: await readDeciderRoles(work),
    waits: await readLogWaits(work, record),
    languages: isWorking && demandsOf(record).some(({ isOpen }) => isOpen) ? await readLanguages(work) : [],
  }))
  const formWord = formWordField(frameOf(request))
  const form = { record, interview, decisions: document.decisions, roles, waits, seen: seenOf(document) }
  const main = answerMain({
    ...{ record, interview, document, lang, notice: notice ?? null },
    making: isWorking ? { formWord, languages } : null,
    recording: isWorking && !isClosed ? { ...form, lang, formWord, sent, faults } : null,
    confirming: isClosed
      ? closedNote(record, lang)
      : confirmationForms({ record, stack: interview.stack, who, lang, formWord, waitsUntil: waits.confirmations }),
  })
  const title = titleWith(record, sayAnswer(lang)('title'))
  return await sendPage(request, reply, { title, main, isError: faults.size > 0 || notice !== undefined })
}

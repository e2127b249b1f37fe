/** The pages of the papers of a case. */
import { Type } from 'typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { boxName, readMoment, typedMoment } from '../clock/moment-fields.ts'
import { readCase, referencePattern } from '../case/read-case.ts'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import type { SignedIn } from '../people/session.ts'
import type { Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import { ownAddress } from '../server/own-address.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { readLanguages } from '../translation/translation.ts'
import { declareGiving } from './give-routes.ts'
import { papersMain, papersTitle } from './list-page.ts'
import { languagesFor } from './make-form.ts'
import { makeNotice } from './make-notice.ts'
import { newNoticeMain, type TypedNotice } from './new-page.ts'
import { factsOf, isPaperKind, paperRoles, type PaperKind, type Recipient } from './paper-kind.ts'
import { wasMade } from './offer.ts'
import { declarePrinting } from './print-routes.ts'
import { sayNotice } from './words.ts'

const reference = Type.String({ pattern: referencePattern })
const OfCase = Type.Object({ reference })
const OfKind = Type.Object({ reference, kind: Type.String({ maxLength: 40 }) })
const NewNotice = Type.Record(Type.String({ maxLength: 20 }), Type.String({ maxLength: 100 }), { maxProperties: 20 })

/** Declares the routes. */
export function declareNotices(app: App, room: Room): void {
  app.get('/cases/:reference/notices', { schema: { params: OfCase } }, async (request, reply) => {
    const { who } = requireSignedIn(request)
    const { record, languages } = await transaction(room.database, who, async (work) => ({
      record: await readCase(work, request.params.reference),
      languages: await readLanguages(work),
    }))
    const making = { formWord: formWordField(frameOf(request)), languages }
    const reader = { lang: request.lang, making: paperRoles.includes(who.role) ? making : null }
    const title = papersTitle(record, request.lang)
    return await sendPage(request, reply, { title, main: papersMain(record, reader) })
  })
  app.get('/cases/:reference/notices/new/:kind', { schema: { params: OfKind } }, async (request, reply) => {
    return await sendNew(room, request, reply, { ...asked(request.params), typed: {}, faults: new Map() })
  })
  app.post(
    '/cases/:reference/notices/new/:kind',
    { schema: { params: OfKind, body: NewNotice } },
    async (request, reply) => {
      const signedIn = requireSignedIn(request, paperRoles)
      const { reference, kind } = asked(request.params)
      const typed = { ...request.body, moments: request.body }
      const read = await readWish(room, signedIn, { reference, kind, typed }, request.lang)
      const wish = { kind, recipient: read.recipient, toldAt: read.toldAt, releaseAt: read.releaseAt }
      const origin = ownAddress(room, request)
      const id =
        read.faults.size > 0 ? null : await makeNotice(room, { signedIn, reference, origin }, wish, read.language)
      if (id !== null) return await reply.redirect(href(`/cases/${reference}/notices/${id}`), 303)
      const lacks = new Map([['language', sayNotice(request.lang)('kind-missing')]])
      const faults = read.faults.size > 0 ? read.faults : lacks
      return await sendNew(room, request, reply, { reference, kind, typed, faults })
    },
  )
  declarePrinting(app, room)
  declareGiving(app, room)
}

interface Asked {
  readonly reference: string
  readonly kind: PaperKind
}

function asked({ reference, kind }: { readonly reference: string; readonly kind: string }): Asked {
  if (!isPaperKind(kind)) throw new Refusal('not-found')
  return { reference, kind }
}

interface ReadWish {
  readonly recipient: Recipient
  readonly language: string
  readonly toldAt: string | null
  readonly releaseAt: string | null
  readonly faults: Faults
}

async function readWish(
  { database }: Room,
  { who }: SignedIn,
  { reference, kind, typed }: Asked & { readonly typed: TypedNotice },
  lang: string,
): Promise<ReadWish> {
  const say = sayNotice(lang)
  const { recipients, tellsRelease } = factsOf(kind)
  const { record, languages } = await transaction(database, who, async (work) => ({
    record: await readCase(work, reference),
    languages: languagesFor(kind, await readLanguages(work)),
  }))
  const faults = new Map<string, string>()
  const timeOf = (name: 'told' | 'release'): string | null => {
    if (!tellsRelease) return null
    const read = readMoment(typedMoment(typed.moments ?? {}, name), record.timeZone, lang)
    if (typeof read === 'string') faults.set(boxName('month', name), read)
    return typeof read === 'string'
      ? null
      : read.toZonedDateTimeISO(record.timeZone).toString({ smallestUnit: 'second' })
  }
  const [only] = recipients
  const recipient = recipients.length === 1 ? only : recipients.find((one) => one === typed.recipient)
  if (recipient === undefined) faults.set('recipient', say('choose-one', { what: say('recipient') }))
  const language = languages.find((one) => one.lang === typed.language)?.lang
  if (language === undefined) faults.set('language', say('language-missing'))
  const times = { toldAt: timeOf('told'), releaseAt: timeOf('release') }
  return { recipient: recipient ?? 'person', language: language ?? 'en', ...times, faults }
}

async function sendNew(
  { database }: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Asked & { readonly typed: TypedNotice; readonly faults: Faults },
): Promise<FastifyReply> {
  const { who, timeZone } = requireSignedIn(request, paperRoles)
  const { record, languages } = await transaction(database, who, async (work) => ({
    record: await readCase(work, shown.reference),
    languages: await readLanguages(work),
  }))
  if (shown.faults.size > 0) void reply.code(422)
  const title = sayNotice(request.lang)('make-name', { paper: sayNotice(request.lang)(shown.kind) })
  const main = newNoticeMain({ ...shown, timeZone, wasMade: wasMade(record, shown.kind), languages }, frameOf(request))
  return await sendPage(request, reply, { title, main, isError: shown.faults.size > 0 })
}

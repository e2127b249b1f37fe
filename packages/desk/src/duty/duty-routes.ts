/** What is due, and the record that it was done. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { eventNames } from '../clock/event-names.ts'
import { momentShape, momentTyped, readMoment } from '../clock/moment-fields.ts'
import { sayClock } from '../clock/words.ts'
import { transaction, type Who } from '../database/transaction.ts'
import { clockTime } from '../home/time.ts'
import { requireSignedIn } from '../people/require.ts'
import type { SignedIn } from '../people/session.ts'
import { href } from '../screen/href.ts'
import type { Language } from '../screen/language.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { dischargeDuty, isWayDone, type Discharge } from './discharge.ts'
import { dutyMain, type NoticeName, type ShownDuty, type TypedProof } from './duty-page.ts'
import { isLanguageReason, missingWords } from './languages.ts'
import { listDuties, readDuty, type ListedDuty } from './list-duties.ts'
import { dutiesMain, dutyNews, dutyWords, namedFilters, type DutyReader } from './page.ts'
import { sentenceCase } from '../screen/sentence-case.ts'

const Query = Type.Object({ show: Type.Optional(Type.String({ maxLength: 20 })) }, { additionalProperties: true })
const Params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Body = Type.Object({
  how: Type.Optional(Type.String({ maxLength: 40 })),
  notice: Type.Optional(Type.String({ maxLength: 40 })),
  why: Type.Optional(Type.String({ maxLength: 40 })),
  ...momentShape,
})

const readers = ['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor'] as const

/** Declares the routes. */
export function declareDuties(app: App, room: Room): void {
  app.get('/duties', { schema: { querystring: Query } }, async (request, reply) => {
    const signedIn = requireSignedIn(request, readers)
    const chosen = namedFilters.find(({ name }) => name === request.query.show) ?? namedFilters[0]
    if (chosen === undefined) throw new Refusal('not-found')
    const list = await listDuties(room.database, signedIn.who, chosen.filter)
    const reader = await readerOf(room, signedIn, request.lang)
    const title = dutyNews(list, chosen.filter, request.lang)
    return await sendPage(request, reply, { title, main: dutiesMain(list, chosen, reader) })
  })
  app.get('/duties/:id', { schema: { params: Params } }, async (request, reply) => {
    const signedIn = requireSignedIn(request, readers)
    const now = await databaseNow(room, signedIn.who)
    return await sendDuty(room, request, reply, { typed: momentTyped(now, signedIn.timeZone), faults: new Map() })
  })
  app.post('/duties/:id', { schema: { params: Params, body: Body } }, async (request, reply) => {
    const { who, timeZone } = requireSignedIn(request, ['clerk', 'supervisor', 'counsel', 'records-officer'])
    const { how = '', notice = '', why = '' } = request.body
    const say = sayClock(request.lang)
    const doneAt = readMoment(request.body, timeZone, request.lang)
    const faults = new Map<string, string>()
    if (!isWayDone(how)) faults.set('how', say('how-missing'))
    if (typeof doneAt === 'string') faults.set('month', doneAt)
    if (notice !== '' && !isUuid(notice)) faults.set('notice', say('no-such-notice'))
    if (!isWayDone(how) || typeof doneAt === 'string' || faults.size > 0)
      return await sendDuty(room, request, reply, { typed: request.body, faults })
    const proof = { how, notice: notice === '' ? null : notice, doneAt, why: isLanguageReason(why) ? why : null }
    const done = await dischargeDuty(room, who, request.params.id, proof)
    if (done.kind === 'done') {
      room.nudge?.()
      return await reply.redirect(href('/duties'), 303)
    }
    const fault = faultOfDischarge(done, { lang: request.lang, timeZone })
    return await sendDuty(room, request, reply, { typed: request.body, faults: fault })
  })
}

/** Makes what pages of duties need of their reader. */
export async function readerOf(
  room: Room,
  { who, timeZone }: SignedIn,
  lang: Language,
): Promise<DutyReader & { lang: Language }> {
  return {
    lang,
    timeZone,
    eventName: await eventNames(room, who, lang),
    isOverDesks: who.desk === null,
    mayRecord: who.role !== 'auditor',
  }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

async function databaseNow({ database }: Room, who: Who): Promise<Temporal.Instant> {
  const { rows } = await transaction(
    database,
    who,
    async (work) => await sql<{ now: Temporal.Instant }>`select now() as now`.execute(work),
  )
  const now = rows[0]?.now
  if (now === undefined) throw new Refusal('database-away')
  return now
}

function faultOfDischarge(
  done: Exclude<Discharge, { readonly kind: 'done' }>,
  { lang, timeZone }: { readonly lang: string; readonly timeZone: string },
): ShownDuty['faults'] {
  const say = sayClock(lang)
  switch (done.kind) {
    case 'not-found':
      throw new Refusal('not-found')
    case 'future':
      return new Map([['month', say('moment-future')]])
    case 'no-such-notice':
      return new Map([['notice', say('no-such-notice')]])
    case 'languages':
      return new Map([['why', missingWords(done.missing, lang) ?? '']])
    case 'already': {
      const when = done.at === null ? '' : clockTime(done.at, timeZone, lang)
      return new Map([['how', done.state === 'void' ? say('already-void') : say('already-done', { when })]])
    }
  }
}

async function sendDuty(
  room: Room,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  { typed, faults }: { readonly typed: TypedProof; readonly faults: ShownDuty['faults'] },
): Promise<FastifyReply> {
  const signedIn = requireSignedIn(request)
  const duty = await readDuty(room.database, signedIn.who, request.params.id)
  if (duty === null) throw new Refusal('not-found')
  const now = await databaseNow(room, signedIn.who)
  const notices = await noticesOf(room, signedIn.who, duty)
  const reader = await readerOf(room, signedIn, request.lang)
  // Whose case a clerk cannot work on, that clerk cannot record on: the agency's own duties are for those who oversee it.
  const mayRecord = reader.mayRecord && (duty.caseId !== null || signedIn.who.role !== 'clerk')
  if (faults.size > 0) void reply.code(422)
  const main = dutyMain({ duty, now, notices, typed, faults }, { ...reader, mayRecord }, frameOf(request))
  return await sendPage(request, reply, {
    title: sentenceCase(dutyWords(duty, request.lang), request.lang),
    main,
    isError: faults.size > 0,
  })
}

async function noticesOf({ database }: Room, who: Who, { caseId }: ListedDuty): Promise<readonly NoticeName[]> {
  if (caseId === null) return []
  return await transaction(database, who, async (work) => {
    const notices = work.selectFrom('notices').select(['id', 'kind', 'language', 'made_at as madeAt'])
    return await notices.where('case_id', '=', caseId).orderBy('made_at', 'desc').execute()
  })
}

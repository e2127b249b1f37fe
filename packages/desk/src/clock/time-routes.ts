/** When the events of a case happened: what is known, and a form for what becomes known. Due times are counted anew at once. */
import { markup, type Markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { firstReference, idOf } from '../case/read-case.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { transaction, type Who, type Work } from '../database/transaction.ts'
import type { CaseEvents } from '../duty/due-time.ts'
import { writeDuties } from '../duty/write-duties.ts'
import { clockTime } from '../home/time.ts'
import { requireSignedIn } from '../people/require.ts'
import { faultList, listField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { rowsTable } from '../screen/rows.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { readCaseEvents, recordEvent, type CasePlace } from './case-events.ts'
import { dutyClock } from './duty-clock.ts'
import { listEvents, type EventName } from './event-names.ts'
import { momentFields, momentShape, momentTyped, readMoment, type TypedMoment } from './moment-fields.ts'
import { sayClock } from './words.ts'
import { zoneName } from '../screen/zone-name.ts'

const Params = Type.Object({ reference: Type.String({ pattern: '^[A-Z]{2,4}-[0-9]{2}-[0-9]{4,}$', maxLength: 30 }) })
const Body = Type.Object({ event: Type.Optional(Type.String({ maxLength: 40 })), ...momentShape })

/** What was typed into the form. */
interface TypedEvent extends TypedMoment {
  readonly event?: string
}

/** Declares the routes. */
export function declareTimes(app: App, room: Room): void {
  app.get('/cases/:reference/times', { schema: { params: Params } }, async (request, reply) => {
    const { timeZone } = requireSignedIn(request, ['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor'])
    const typed = momentTyped(Temporal.Now.instant(), timeZone)
    return await sendTimes(room, request, reply, { typed, faults: new Map() })
  })
  app.post('/cases/:reference/times', { schema: { params: Params, body: Body } }, async (request, reply) => {
    const { who, timeZone } = requireSignedIn(request, ['clerk', 'supervisor', 'counsel'])
    const { lang, body, params } = request
    const events = await listEvents(room, who, lang)
    const at = readMoment(body, timeZone, lang)
    const known = events.find(({ name }) => name === body.event)
    const faults = new Map<string, string>()
    if (known === undefined) faults.set('event', sayClock(lang)('event-missing'))
    if (typeof at === 'string') faults.set('month', at)
    if (known === undefined || typeof at === 'string')
      return await sendTimes(room, request, reply, { typed: body, faults })
    const clock = await dutyClock(room, who, timeZone)
    await transaction(room.database, who, async (work) => {
      const place = await placeOfCase(work, params.reference)
      await recordEvent(work, who, place, { event: known.name, at })
      await writeDuties(work, place, clock)
    })
    return await reply.redirect(href(`/cases/${params.reference}/times`), 303)
  })
}

/** Finds where a case belongs. One that is not within reach is not there, and a copy is the request that came first. */
export async function placeOfCase(work: Work, reference: string): Promise<CasePlace> {
  const found = await work
    .selectFrom('cases')
    .select(['id as case_id', 'agency_id', 'desk_id'])
    .where('id', '=', idOf(work, reference))
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found')
  return found
}

interface Sent {
  readonly typed: TypedEvent
  readonly faults: Faults
}

async function sendTimes(
  room: Room,
  request: FastifyRequest<{ Params: { reference: string } }>,
  reply: FastifyReply,
  { typed, faults }: Sent,
): Promise<FastifyReply> {
  const { who, timeZone } = requireSignedIn(request)
  const { lang, params } = request
  const say = sayClock(lang)
  const names = await listEvents(room, who, lang)
  const { known, reference } = await knownTimes(room, who, { asked: params.reference, timeZone })
  const title = say('times-of', { reference })
  const columns = [say('event'), say('known')]
  const rows = names.map(({ name, label }) => [sentenceCase(label, lang), timeWords(known.get(name), timeZone, lang)])
  const main = markup`${faultList(lang, faults)}<p class="back"><a href="${href(`/cases/${reference}`)}">${say('times-back')}</a></p><h1>${title}</h1><p class="lead">${say('times-lead')}</p>
<section class="section">${rowsTable({ caption: title, columns, rows })}</section>
${['clerk', 'supervisor', 'counsel'].includes(who.role) ? formOf(request, names, { typed, faults }) : null}`
  if (faults.size > 0) void reply.code(422)
  return await sendPage(request, reply, { title, main, isError: faults.size > 0 })
}

async function knownTimes(
  { database }: Room,
  who: Who,
  { asked, timeZone }: { readonly asked: string; readonly timeZone: string },
): Promise<{ readonly known: CaseEvents; readonly reference: string }> {
  return await transaction(database, who, async (work) => {
    const { case_id: id } = await placeOfCase(work, asked)
    return { known: await readCaseEvents(work, id, timeZone), reference: await firstReference(work, asked) }
  })
}

function timeWords(at: Temporal.Instant | undefined, timeZone: string, lang: string): Markup {
  return at === undefined
    ? markup`<span class="soft">${sayClock(lang)('not-known')}</span>`
    : markup`${clockTime(at, timeZone, lang)}`
}

function formOf(
  request: FastifyRequest<{ Params: { reference: string } }>,
  names: readonly EventName[],
  { typed, faults }: Sent,
): Markup {
  const { lang, params } = request
  const { timeZone } = requireSignedIn(request)
  const say = sayClock(lang)
  // Nothing is chosen at first: the form that is sent as it came records nothing.
  const options = [
    { value: '', name: say('event-missing') },
    ...names.map(({ name, label }) => ({ value: name, name: sentenceCase(label, lang) })),
  ]
  const moment = { legend: say('at'), hint: say('moment-hint', { zone: zoneName(timeZone, lang) }) }
  return markup`<section class="section"><h2>${say('record-event')}</h2>
<form method="post" action="${href(`/cases/${params.reference}/times`)}">${formWordField(frameOf(request))}
${listField({ name: 'event', label: say('event'), options, value: typed.event ?? '' }, faults)}
${momentFields(moment, typed, { faults, lang })}
<button>${say('record')}</button></form></section>`
}

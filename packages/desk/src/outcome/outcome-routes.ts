/** Recording what became of somebody, and which agency asked: what reports are made of. */
import { markup, type Markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { dutyClock } from '../clock/duty-clock.ts'
import { momentFields, momentShape, momentTyped, readMoment, type TypedMoment } from '../clock/moment-fields.ts'
import { changeRequest } from '../case/keep-request.ts'
import { firstReference } from '../case/read-case.ts'
import { placeOfCase } from '../clock/time-routes.ts'
import { transaction } from '../database/transaction.ts'
import { clockTime } from '../home/time.ts'
import { requireSignedIn } from '../people/require.ts'
import { faultList, listField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { rowsTable } from '../screen/rows.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import {
  isOutcomeKind,
  isOutsideAgency,
  listOutcomes,
  outcomeKinds,
  outsideAgencies,
  recordOutcome,
  type OutcomeRecord,
  type Recorded,
} from './outcome.ts'
import { outcomeWords, sayOutcome } from './words.ts'
import { zoneName } from '../screen/zone-name.ts'

const short = Type.Optional(Type.String({ maxLength: 40 }))
const Params = Type.Object({ reference: Type.String({ pattern: '^[A-Z]{2,4}-[0-9]{2}-[0-9]{4,}$', maxLength: 30 }) })
const seen = Type.Optional(Type.String({ pattern: '^[0-9]{0,6}$' }))
const Body = Type.Object({ seen, kind: short, receiver: short, corrects: short, ...momentShape })
const Asking = Type.Object({ asking: short })
const readers = ['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor'] as const
const writers = ['clerk', 'supervisor', 'counsel'] as const

interface TypedOutcome extends TypedMoment {
  readonly kind?: string
  readonly receiver?: string
  readonly corrects?: string
  readonly asking?: string
}

type CaseRequest = FastifyRequest<{ Params: { reference: string } }>

/** Declares the routes. */
export function declareOutcomes(app: App, room: Room): void {
  app.get('/cases/:reference/outcome', { schema: { params: Params } }, async (request, reply) => {
    const { timeZone } = requireSignedIn(request, readers)
    const typed = momentTyped(Temporal.Now.instant(), timeZone)
    return await sendOutcomes(room, request, reply, { typed, faults: new Map() })
  })
  app.post('/cases/:reference/outcome', { schema: { params: Params, body: Body } }, async (request, reply) => {
    const { who, timeZone } = requireSignedIn(request, writers)
    const { kind = '', receiver = '', corrects = '' } = request.body
    const say = sayOutcome(request.lang)
    const at = readMoment(request.body, timeZone, request.lang)
    const to = isOutsideAgency(receiver) ? receiver : null
    const faults = new Map<string, string>()
    if (!isOutcomeKind(kind)) faults.set('kind', say('kind-missing'))
    if (kind === 'transferred' && to === null) faults.set('receiver', say('receiver-missing'))
    if (typeof at === 'string') faults.set('month', at)
    if (!isOutcomeKind(kind) || typeof at === 'string' || faults.size > 0)
      return await sendOutcomes(room, request, reply, { typed: request.body, faults })
    const clock = await dutyClock(room, who, timeZone)
    const outcome = {
      kind,
      at,
      receiver: to,
      supersedes: corrects === '' ? null : corrects,
      seen: seenIn(request.body),
    }
    const recorded = await transaction(room.database, who, async (work) => {
      const place = await placeOfCase(work, request.params.reference)
      return await recordOutcome(work, who, place, { outcome, clock })
    })
    if (recorded === 'recorded') return await reply.redirect(href(`/cases/${request.params.reference}/outcome`), 303)
    return await sendOutcomes(room, request, reply, { typed: request.body, faults: faultsOf(recorded, request.lang) })
  })
  declareAsking(app, room)
}

function declareAsking(app: App, room: Room): void {
  app.post('/cases/:reference/asking', { schema: { params: Params, body: Asking } }, async (request, reply) => {
    const { who } = requireSignedIn(request, writers)
    const { asking = '' } = request.body
    if (!isOutsideAgency(asking)) {
      const faults = new Map([['asking', sayOutcome(request.lang)('asking-missing')]])
      return await sendOutcomes(room, request, reply, { typed: request.body, faults })
    }
    await transaction(room.database, who, async (work) => {
      const { case_id: id } = await placeOfCase(work, request.params.reference)
      await changeRequest(work, id, { asking_agency: asking })
    })
    return await reply.redirect(href(`/cases/${request.params.reference}/outcome`), 303)
  })
}

function faultsOf(recorded: Exclude<Recorded, 'recorded'>, lang: string): Faults {
  const say = sayOutcome(lang)
  if (recorded === 'future') return new Map([['month', say('future')]])
  return recorded === 'not-seen'
    ? new Map([['kind', say('not-seen')]])
    : new Map([['corrects', say('corrected-before')]])
}

function seenIn({ seen: count = '' }: { readonly seen?: string }): number | null {
  return count === '' ? null : Number(count)
}

interface Sent {
  readonly typed: TypedOutcome
  readonly faults: Faults
}

async function sendOutcomes(room: Room, request: CaseRequest, reply: FastifyReply, sent: Sent): Promise<FastifyReply> {
  const { who, timeZone } = requireSignedIn(request)
  const { lang, params } = request
  const say = sayOutcome(lang)
  const { outcomes, asking, reference } = await transaction(room.database, who, async (work) => {
    const { case_id: id } = await placeOfCase(work, params.reference)
    const found = work.selectFrom('requests').select('asking_agency').where('case_id', '=', id)
    const first = await found.where('asking_agency', 'is not', null).executeTakeFirst()
    const reference = await firstReference(work, params.reference)
    return { outcomes: await listOutcomes(work, id), asking: first?.asking_agency ?? null, reference }
  })
  const last = outcomes.findLast(({ isSuperseded }) => !isSuperseded)
  const news = last === undefined ? say('none') : `${outcomeWords(last, lang)}, ${clockTime(last.at, timeZone, lang)}`
  const title = say('title', { reference })
  const mayWrite = writers.some((role) => role === who.role)
  const main = markup`${faultList(lang, sent.faults)}<p class="back"><a href="${href(`/cases/${reference}`)}">${say('back', { reference })}</a></p><p class="over">${title}</p><h1>${news}</h1><p class="lead">${say('lead')}</p>
${tableOf(outcomes, timeZone, lang)}
${mayWrite ? outcomeForm(request, outcomes, sent) : null}
${mayWrite ? askingForm(request, asking, sent.faults) : askingShown(asking, lang)}`
  if (sent.faults.size > 0) void reply.code(422)
  return await sendPage(request, reply, { title, main, isError: sent.faults.size > 0 })
}

function tableOf(outcomes: readonly OutcomeRecord[], timeZone: string, lang: string): Markup | null {
  if (outcomes.length === 0) return null
  const say = sayOutcome(lang)
  const rows = outcomes.map((outcome) => {
    const what = outcomeWords(outcome, lang)
    const when = clockTime(outcome.at, timeZone, lang)
    return outcome.isSuperseded
      ? [markup`<s>${what}</s>`, markup`<s>${when}</s>`, say('superseded')]
      : [what, when, say('stands')]
  })
  const table = rowsTable({ caption: say('on-record'), columns: [say('what'), say('at'), say('state')], rows })
  return markup`<section class="section"><h2>${say('on-record')}</h2>${table}</section>`
}

function outcomeForm(request: CaseRequest, outcomes: readonly OutcomeRecord[], { typed, faults }: Sent): Markup {
  const { lang, params } = request
  const { timeZone } = requireSignedIn(request)
  const say = sayOutcome(lang)
  const fault = faults.get('kind')
  const choices = outcomeKinds.map((kind, at) => {
    const id = at === 0 ? markup` id="kind"` : null
    const checked = typed.kind === kind ? markup` checked` : null
    const hint = kind === 'released' || kind === 'transferred' || kind === 'held' ? say(`${kind}-hint`) : ''
    return markup`<label><input type="radio" name="kind" value="${kind}"${id}${checked}><span>${say(kind)} <span class="soft">${hint}</span></span></label>`
  })
  const standing = outcomes.filter(({ isSuperseded }) => !isSuperseded)
  const corrected = standing.map((outcome) => {
    const when = clockTime(outcome.at, timeZone, lang)
    return { value: outcome.id, name: say('corrects-one', { what: outcomeWords(outcome, lang), when }) }
  })
  const correcting = [{ value: '', name: say('corrects-none') }, ...corrected]
  return markup`<section class="section"><h2>${say('new')}</h2>
<form method="post" action="${href(`/cases/${params.reference}/outcome`)}">${formWordField(frameOf(request))}<input type="hidden" name="seen" value="${outcomes.length}">
<fieldset class="choices${fault === undefined ? '' : ' wrong'}"><legend>${say('kind')}</legend>
${fault === undefined ? null : markup`<p class="fault">${fault}</p>`}${choices}</fieldset>
${listField({ name: 'receiver', label: say('receiver'), hint: say('receiver-hint'), options: agencyOptions(lang), value: typed.receiver ?? '' }, faults)}
${momentFields({ legend: say('when'), hint: say('moment-hint', { zone: zoneName(timeZone, lang) }) }, typed, { faults, lang })}
${standing.length === 0 ? null : listField({ name: 'corrects', label: say('corrects'), options: correcting, value: typed.corrects ?? '' }, faults)}
<button>${say('record')}</button></form></section>`
}

function askingForm(request: CaseRequest, asking: string | null, faults: Faults): Markup {
  const { lang, params } = request
  const say = sayOutcome(lang)
  const list = { name: 'asking', label: say('asking'), hint: say('asking-lead'), options: agencyOptions(lang) }
  return markup`<section class="section"><h2>${say('asking')}</h2>
<form method="post" action="${href(`/cases/${params.reference}/asking`)}">${formWordField(frameOf(request))}
${listField({ ...list, value: asking ?? '' }, faults)}
<button class="second">${say('asking-record')}</button></form></section>`
}

/** Says which agency asked to whoever looks and does not record, and who does. */
function askingShown(asking: string | null, lang: string): Markup {
  const say = sayOutcome(lang)
  const known = outsideAgencies.find((code) => code === asking)
  return markup`<section class="section"><h2>${say('asking')}</h2><p>${known === undefined ? say('asking-unknown') : say(known)}</p><p class="quiet">${say('who-records')}</p></section>`
}

function agencyOptions(lang: string): readonly { readonly value: string; readonly name: string }[] {
  const say = sayOutcome(lang)
  return [
    { value: '', name: say('receiver-none') },
    ...outsideAgencies.map((code) => ({ value: code, name: say(code) })),
  ]
}

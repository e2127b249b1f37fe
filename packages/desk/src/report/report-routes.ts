/** Reports: drafted, typed into, signed, corrected. */
import { dayWords } from '@brightline/wording'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { requireSignedIn } from '../people/require.ts'
import { href } from '../screen/href.ts'
import type { Faults } from '../screen/form.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { declareDownloads } from './download-routes.ts'
import { fieldsOf, readFields } from './input-form.ts'
import { listMain, listNews } from './list-page.ts'
import { listReports } from './list-reports.ts'
import { draftReport, emptyLists, fileReport, keepInputs, readReport, type Report, type Signed } from './report.ts'
import { reportMain } from './whole-page.ts'
import { titleOf } from './report-page.ts'
import { sayReport } from './words.ts'

const readers = ['supervisor', 'counsel', 'records-officer', 'auditor'] as const
const drafters = ['supervisor', 'counsel', 'records-officer'] as const
const signers = ['supervisor', 'counsel'] as const

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const day = Type.String({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$` })
const Begin = Type.Object({ form: Type.String({ maxLength: 40 }), starts: day, ends: day })
/** Fields have names of their own in each report; what has another name is not read. */
const Typed = Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 100 }), { maxProperties: 60 })

/** Declares the routes. */
export function declareReports(app: App, room: Room): void {
  app.get('/reports', async (request, reply) => {
    const { who, timeZone } = requireSignedIn(request, readers)
    const today = Temporal.Now.plainDateISO(timeZone).toString()
    const reports = await listReports(room, who, today)
    const mayDraft = drafters.some((role) => role === who.role)
    const main = listMain(reports, { lang: request.lang, today, mayDraft, frame: frameOf(request) })
    return await sendPage(request, reply, { title: listNews(reports, today, request.lang), main })
  })
  app.post('/reports', { schema: { body: Begin } }, async (request, reply) => {
    const { who } = requireSignedIn(request, drafters)
    const { form, starts, ends } = request.body
    if (!isDay(starts) || !isDay(ends)) throw new Refusal('not-understood')
    const id = await draftReport(room, who, { form, startsOn: starts, endsOn: ends })
    return await reply.redirect(href(`/reports/${id}`), 303)
  })
  app.get('/reports/:id', { schema: { params: Params } }, async (request, reply) => {
    const { who } = requireSignedIn(request, readers)
    return await sendReport(request, reply, await readReport(room, who, request.params.id), new Map())
  })
  app.post('/reports/:id/inputs', { schema: { params: Params, body: Typed } }, async (request, reply) => {
    const { who } = requireSignedIn(request, drafters)
    const report = await readReport(room, who, request.params.id)
    const typed = new Map(Object.entries(request.body))
    const { inputs, faults } = readFields(fieldsOf(report.body), typed, request.lang)
    if (faults.size > 0)
      return await sendReport(request, reply, { ...report, inputs: Object.fromEntries(typed) }, faults)
    if (!(await keepInputs(room, who, report.id, inputs))) throw new Refusal('not-allowed')
    return await reply.redirect(href(`/reports/${report.id}`), 303)
  })
  declareSigning(app, room)
  declareDownloads(app, room)
}

function declareSigning(app: App, room: Room): void {
  app.post('/reports/:id/sign', { schema: { params: Params, body: Typed } }, async (request, reply) => {
    const { who } = requireSignedIn(request, signers)
    const report = await readReport(room, who, request.params.id)
    const said = new Map(Object.entries(request.body))
    const certified = emptyLists(report.body).filter((part) => said.get(`certify-${part}`) === 'yes')
    const signature = { certified, knowsGaps: said.get('know-gaps') === 'yes' }
    const signed = await fileReport(room, who, report.id, signature)
    if (signed.kind === 'filed') return await reply.redirect(href(`/reports/${report.id}`), 303)
    return await sendReport(request, reply, report, faultsOf(signed, report, request.lang))
  })
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

function faultsOf(signed: Exclude<Signed, { readonly kind: 'filed' }>, { endsOn }: Report, lang: string): Faults {
  const say = sayReport(lang)
  switch (signed.kind) {
    case 'own-draft':
      return new Map([['sign', say('own-draft')]])
    case 'running':
      return new Map([['sign', say('still-runs', { day: dayWords(endsOn, lang) })]])
    case 'already':
      return new Map([['sign', say('already-filed')]])
    case 'not-certified':
      return new Map([[`certify-${signed.parts[0] ?? ''}`, say('certify-missing')]])
    case 'gaps':
      return new Map([['know-gaps', say('gaps-unknown')]])
  }
}

async function sendReport(
  request: FastifyRequest,
  reply: FastifyReply,
  report: Report,
  faults: Faults,
): Promise<FastifyReply> {
  const { who, timeZone } = requireSignedIn(request)
  const isOwn = report.madeBy === who.user
  const main = reportMain(report, {
    lang: request.lang,
    timeZone,
    faults,
    frame: frameOf(request),
    mayType: isOwn && drafters.some((role) => role === who.role),
    maySign: !isOwn && signers.some((role) => role === who.role),
  })
  if (faults.size > 0) void reply.code(422)
  return await sendPage(request, reply, { title: titleOf(report, request.lang), main, isError: faults.size > 0 })
}

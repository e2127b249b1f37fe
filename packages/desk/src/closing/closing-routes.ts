/** Closing a request and reopening it. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { readCase, referencePattern, type CaseRecord } from '../case/read-case.ts'
import { dutyClock } from '../clock/duty-clock.ts'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { casePath } from '../question/open-interview.ts'
import type { Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { takeClosingStep, type Closed, type ClosingMove } from './closing.ts'
import { closingMain, closingNews } from './page.ts'
import { closingReasons, closingSteps, reasonOf, reopeningReasons } from './reason.ts'
import { sayClosing } from './words.ts'

const Params = Type.Object({ reference: Type.String({ pattern: referencePattern, maxLength: 20 }) })
const Body = Type.Object({
  version: Type.String({ pattern: '^[0-9]{1,9}$' }),
  step: Type.Union(closingSteps.map((step) => Type.Literal(step))),
  reason: Type.Optional(Type.String({ maxLength: 40 })),
  twin: Type.Optional(Type.String({ maxLength: 40 })),
})
type Sent = Type.Static<typeof Body>

/** Declares the routes. */
export function declareClosing(app: App, room: Room): void {
  app.get('/cases/:reference/closing', { schema: { params: Params } }, async (request, reply) => {
    const { who } = requireSignedIn(request, ['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor'])
    const record = await transaction(room.database, who, async (work) => await readCase(work, request.params.reference))
    return await sendClosing(request, reply, record, {})
  })
  app.post('/cases/:reference/closing', { schema: { params: Params, body: Body } }, async (request, reply) => {
    const { body, params, lang } = request
    const working = ['clerk', 'supervisor', 'counsel'] as const
    const { who, timeZone } = requireSignedIn(request, body.step === 'confirmed' ? ['supervisor', 'counsel'] : working)
    const move = moveIn(body, lang)
    const clock = await dutyClock(room, who, timeZone)
    const closed =
      move instanceof Map
        ? move
        : await transaction(room.database, who, async (work) => {
            const closing = { reference: params.reference, version: Number(body.version), move, clock }
            return await takeClosingStep(work, who, closing)
          })
    if (closed === 'done') {
      room.nudge?.()
      return await reply.redirect(href(casePath(params.reference)), 303)
    }
    const record = await transaction(room.database, who, async (work) => await readCase(work, params.reference))
    const faults = closed instanceof Map ? closed : faultsOf(closed, record, lang)
    return await sendClosing(request, reply.code(closed === 'not-seen' ? 409 : 422), record, { body, faults })
  })
}

/** Reads what is to be done, or what is missing. */
function moveIn({ step, reason = '', twin = '' }: Sent, lang: string): ClosingMove | Map<string, string> {
  const say = sayClosing(lang)
  if (step === 'confirmed' || step === 'kept-open') return { step }
  if (step === 'reopened') {
    const known = reasonOf(reopeningReasons, reason)
    return known === null ? new Map([['reason', say('why-missing')]]) : { step, reason: known }
  }
  const known = reasonOf(closingReasons, reason)
  const other = twin.trim().toUpperCase()
  if (known === null) return new Map([['reason', say('why-missing')]])
  if (known !== 'opened-twice')
    return other === '' ? { step, reason: known, twin: null } : new Map([['twin', say('twin-only')]])
  return new RegExp(referencePattern).test(other)
    ? { step, reason: known, twin: other }
    : new Map([['twin', say('twin-missing')]])
}

function faultsOf(closed: Exclude<Closed, 'done'>, { twins }: CaseRecord, lang: string): Faults {
  const say = sayClosing(lang)
  const field = closed.startsWith('twin') ? 'twin' : 'reason'
  return new Map([[field, say(closed, { twins: twins.join(', ') })]])
}

async function sendClosing(
  request: FastifyRequest,
  reply: FastifyReply,
  record: CaseRecord,
  { body, faults = new Map() }: { readonly body?: Sent; readonly faults?: Faults },
): Promise<FastifyReply> {
  const { who } = requireSignedIn(request)
  const { lang } = request
  const typed = { reason: body?.reason ?? '', twin: body?.twin ?? '' }
  const page = { record, who, lang, typed, faults, formWord: formWordField(frameOf(request)) }
  const title = `${closingNews(page)} · ${record.reference}`
  return await sendPage(request, reply, { title, main: closingMain(page), isError: faults.size > 0 })
}

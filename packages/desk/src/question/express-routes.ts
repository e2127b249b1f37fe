/** The express page: everything that still matters in one form. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { referencePattern } from '../case/read-case.ts'
import { requireSignedIn } from '../people/require.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { withAnswers } from './case-interview.ts'
import { expressMain, type Express } from './express-page.ts'
import { sortSent, type Sent } from './express.ts'
import {
  casePath,
  openInterview,
  openToEnter,
  staleNotice,
  titleWith,
  workingRoles,
  type Opened,
} from './open-interview.ts'
import { saveAnswers } from './save-answers.ts'
import { sayQuestion } from './words.ts'

const Params = Type.Object({ reference: Type.String({ pattern: referencePattern, maxLength: 20 }) })
const value = Type.String({ maxLength: 200 })
// A box that says that nobody can tell stands beside a line, under the same name.
const Body = Type.Record(Type.String(), Type.Union([value, Type.Array(value, { maxItems: 2 })]))

/** So many fields are read; no law asks more. */
const mostFields = 200

/** Declares the routes. */
export function declareExpress(app: App, room: Room): void {
  app.get('/cases/:reference/express', { schema: { params: Params } }, async (request, reply) => {
    return await sendExpress(request, reply, await openToEnter(room, request, request.params.reference))
  })
  app.post('/cases/:reference/express', { schema: { params: Params, body: Body } }, async (request, reply) => {
    const { who } = requireSignedIn(request, workingRoles)
    const opened = await openToEnter(room, request, request.params.reference)
    const { record, interview } = opened
    const { version, sent } = sentIn(request.body)
    const { answers, faults } = sortSent(interview, sent, request.lang)
    if (faults.size > 0) return await sendExpress(request, reply.code(422), opened, { sent, faults })
    const saving = { reference: record.reference, version, answers }
    const isNothing = Object.keys(answers).length === 0
    if (!isNothing && !(await saveAnswers(room.database, who, interview, saving))) {
      const now = await openInterview(room, request, record.reference)
      return await sendExpress(request, reply.code(409), now, { sent, notice: staleNotice(request, now.record) })
    }
    const isDone = withAnswers(interview, answers).now.next.kind === 'check'
    return await reply.redirect(href(casePath(record.reference, isDone ? 'answer' : 'express')), 303)
  })
}

async function sendExpress(
  request: FastifyRequest,
  reply: FastifyReply,
  { record, interview }: Opened,
  told: Pick<Express, 'sent' | 'faults' | 'notice'> = {},
): Promise<FastifyReply> {
  const main = expressMain({
    record,
    interview,
    lang: request.lang,
    formWord: formWordField(frameOf(request)),
    ...told,
  })
  const isError = told.faults !== undefined || told.notice !== undefined
  const title = titleWith(record, sayQuestion(request.lang)('express-title'))
  return await sendPage(request, reply, { title, main, isError })
}

/** Takes the version and the fields; of two values under one name the last that says something counts. */
function sentIn(body: Readonly<Record<string, string | readonly string[]>>): {
  readonly version: number
  readonly sent: Sent
} {
  const fields = Object.entries(body).map(([name, given]) => {
    const values = typeof given === 'string' ? [given] : given
    return [name, values.findLast((one) => one.trim() !== '') ?? ''] as const
  })
  const sent = new Map(fields)
  const version = sent.get('version') ?? ''
  if (fields.length > mostFields || !/^\d{1,9}$/.test(version)) throw new Refusal('not-understood')
  return { version: Number(version), sent }
}

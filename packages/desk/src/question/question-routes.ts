/** The questions of a case: one a page, each at an address of its own, and the page on which they are looked over. */
import type { QuestionStep } from '@brightline/engine'
import type { Markup } from '@brightline/documents/html'
import { refusalWords, titleOf } from '@brightline/wording'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { referencePattern } from '../case/read-case.ts'
import { requireSignedIn } from '../people/require.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { questionAt, refusalAt, withAnswers } from './case-interview.ts'
import { declareExpress } from './express-routes.ts'
import {
  casePath,
  openInterview,
  openToEnter,
  staleNotice,
  titleWith,
  wayOn,
  workingRoles,
  type Opened,
} from './open-interview.ts'
import { checkMain, questionMain } from './page.ts'
import { firstField } from './fields.ts'
import { readReply, type Reply } from './read-reply.ts'
import { saveAnswers } from './save-answers.ts'
import { sayQuestion } from './words.ts'

const reference = Type.String({ pattern: referencePattern, maxLength: 20 })
const CaseParams = Type.Object({ reference })
const QuestionParams = Type.Object({ reference, address: Type.String({ maxLength: 100 }) })
const text = Type.Optional(Type.String({ maxLength: 200 }))
const version = Type.String({ pattern: '^[0-9]{1,9}$' })
const Body = Type.Object({
  version,
  answer: text,
  typed: text,
  month: text,
  day: text,
  year: text,
  clock: text,
})

/** Declares the routes. */
export function declareQuestions(app: App, room: Room): void {
  app.get('/cases/:reference/questions', { schema: { params: CaseParams } }, async (request, reply) => {
    const { record, interview } = await openInterview(room, request, request.params.reference)
    const main = checkMain(record, interview, request.lang)
    return await sendPage(request, reply, { title: titleWith(record, sayQuestion(request.lang)('your-answers')), main })
  })
  app.get('/cases/:reference/questions/:address', { schema: { params: QuestionParams } }, async (request, reply) => {
    const { record, interview } = await openToEnter(room, request, request.params.reference)
    const step = questionAt(interview, request.params.address)
    if (step === null) return await reply.redirect(href(casePath(record.reference, 'questions')), 303)
    return await sendQuestion(request, reply, { record, interview, step })
  })
  const schema = { params: QuestionParams, body: Body }
  app.post('/cases/:reference/questions/:address', { schema }, async (request, reply) => {
    const opened = await openToEnter(room, request, request.params.reference)
    const step = questionAt(opened.interview, request.params.address)
    if (step === null) return await reply.redirect(href(casePath(opened.record.reference, 'questions')), 303)
    return await takeReply(room, request, reply, { ...opened, step })
  })
  declareExpress(app, room)
}

interface Visited extends Opened {
  readonly step: QuestionStep
}

type Sent = FastifyRequest<{ Body: Reply & { readonly version: string } }>

async function takeReply(room: Room, request: Sent, reply: FastifyReply, visited: Visited): Promise<FastifyReply> {
  const { record, interview, step } = visited
  const { who } = requireSignedIn(request, workingRoles)
  const meant = readReply(interview.stack, step, request.body)
  const say = sayQuestion(request.lang)
  const isAnswered = interview.now.path.some((one) => one.step.address === step.address)
  // An empty field never overwrites what was answered before.
  if (meant.kind === 'nothing' && isAnswered) return await goOn(reply, visited, isAnswered)
  if (meant.kind === 'nothing')
    return await sendAgain(request, reply, visited, say(step.kind === 'time' ? 'no-time' : 'nothing-chosen'))
  const refusal =
    meant.kind === 'unreadable' ? { kind: 'unreadable' as const } : refusalAt(interview, step.address, meant.answer)
  if (meant.kind === 'unreadable' || refusal !== null) {
    const fault = refusal === null ? '' : refusalWords(step, refusal, request.lang)
    return await sendAgain(request, reply, visited, fault)
  }
  const answers = { [step.address]: meant.answer }
  const saving = { reference: record.reference, version: Number(request.body.version), answers }
  const isSame = isAnswered && interview.answers[step.address] === meant.answer
  if (isSame || (await saveAnswers(room.database, who, interview, saving)))
    return await goOn(reply, { record, interview: withAnswers(interview, answers) }, isAnswered)
  const { record: now, interview: then } = await openInterview(room, request, record.reference)
  const again = questionAt(then, step.address) ?? step
  const notice = staleNotice(request, now)
  return await sendQuestion(request, reply.code(409), { record: now, interview: then, step: again }, { notice })
}

/** Goes on: to the question that is open, then to the answer. Whoever changed an answer comes back to all of them. */
async function goOn(reply: FastifyReply, opened: Opened, isChange: boolean): Promise<FastifyReply> {
  const isOver = isChange && opened.interview.now.next.kind === 'check'
  return await reply.redirect(href(isOver ? casePath(opened.record.reference, 'questions') : wayOn(opened)), 303)
}

async function sendAgain(request: Sent, reply: FastifyReply, visited: Visited, fault: string): Promise<FastifyReply> {
  return await sendQuestion(request, reply.code(422), visited, { faults: new Map([[firstField(visited.step), fault]]) })
}

interface Told {
  readonly faults?: ReadonlyMap<string, string>
  readonly notice?: Markup
}

async function sendQuestion(
  request: FastifyRequest<{ Body: unknown }>,
  reply: FastifyReply,
  visited: Visited,
  told: Told = {},
): Promise<FastifyReply> {
  const isError = told.faults !== undefined || told.notice !== undefined
  const formWord = formWordField(frameOf(request))
  const sent = isError ? { reply: sentIn(request.body) } : {}
  const main = questionMain({ ...visited, ...told, ...sent, lang: request.lang, formWord })
  const title = titleWith(visited.record, titleOf(visited.interview.now, visited.step, request.lang))
  return await sendPage(request, reply, { title, main, isError })
}

/** What was sent, to be shown again. It was held against its schema before. */
function sentIn(body: unknown): Reply {
  const sent = new Map<string, unknown>(Object.entries(typeof body === 'object' && body !== null ? body : {}))
  const names = ['answer', 'typed', 'month', 'day', 'year', 'clock'] as const
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = sent.get(name)
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

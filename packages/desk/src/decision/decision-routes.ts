/** Deciding, and confirming what somebody else decided. */
import type { Decision } from '@brightline/engine'
import { namesOf } from '@brightline/wording'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { sendAnswer } from '../answer/send-answer.ts'
import { confirmedBefore, staleDecision } from '../answer/page.ts'
import { sayAnswer } from '../answer/words.ts'
import { referencePattern } from '../case/read-case.ts'
import { requireSignedIn } from '../people/require.ts'
import { decideNow } from '../question/case-interview.ts'
import { casePath, openInterview, openToEnter, workingRoles, type Opened } from '../question/open-interview.ts'
import { href } from '../screen/href.ts'
import type { App, Room } from '../server/room.ts'
import { confirmDecision } from './confirm.ts'
import { declareDeciders } from './decider-routes.ts'
import { recordDecisions, type ActChoice } from './decide.ts'
import { choiceReasons, overrideReasons, reasonIn, sendBackReasons } from './reason.ts'
import { seenOf } from './seen.ts'
import { choiceOfLaw, type Choice } from './second-person.ts'

const reference = Type.String({ pattern: referencePattern, maxLength: 20 })
const Params = Type.Object({ reference })
const id = Type.String({ pattern: '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const ConfirmationParams = Type.Object({ reference, id })
const value = Type.String({ maxLength: 200 })
const version = Type.String({ pattern: '^[0-9]{1,9}$' })
const Body = Type.Intersect([
  Type.Object({ version, seen: Type.String({ pattern: '^[0-9a-f]{32}$' }) }),
  Type.Record(Type.String(), value),
])
const Confirmation = Type.Object({
  version,
  outcome: Type.Union([Type.Literal('confirmed'), Type.Literal('sent-back')]),
  reason: Type.Optional(value),
})

/** Declares the routes. */
export function declareDecisions(app: App, room: Room): void {
  app.post('/cases/:reference/decisions', { schema: { params: Params, body: Body } }, async (request, reply) => {
    const { who } = requireSignedIn(request, workingRoles)
    const opened = await openToEnter(room, request, request.params.reference)
    const document = decideNow(opened.interview)
    // What was chosen on another answer is no choice on this one: it is told first, and nothing is asked that nobody was shown.
    if (seenOf(document) !== request.body.seen) return await sendStale(room, request, reply, opened)
    const sent = new Map(Object.entries(request.body))
    const { choices, faults } = chosenIn({ decisions: document.decisions, sent, opened, lang: request.lang })
    if (faults.size > 0) return await sendAnswer(room, request, reply.code(422), { opened, sent, faults })
    const deciding = { reference: opened.record.reference, choices, seen: request.body.seen }
    const outcome = await recordDecisions(room, who, { ...deciding, version: Number(request.body.version) })
    if (outcome.kind === 'recorded') return await reply.redirect(href(casePath(opened.record.reference, 'answer')), 303)
    return await sendStale(room, request, reply, await openInterview(room, request, opened.record.reference))
  })
  const schema = { params: ConfirmationParams, body: Confirmation }
  app.post('/cases/:reference/decisions/:id/confirmation', { schema }, async (request, reply) => {
    const { who } = requireSignedIn(request, ['supervisor', 'counsel'])
    const { reference: asked, id: decision } = request.params
    const { outcome } = request.body
    const reason = outcome === 'confirmed' ? null : (reasonIn(sendBackReasons, request.body.reason) ?? 'other-choice')
    const confirming = { reference: asked, decision, outcome, reason, version: Number(request.body.version) }
    if (await confirmDecision(room.database, who, confirming)) return await goTo(reply, asked)
    return await sendConfirmedBefore(room, request, reply, asked)
  })
  declareDeciders(app, room)
}

async function sendStale(
  room: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  opened: Opened,
): Promise<FastifyReply> {
  return await sendAnswer(room, request, reply.code(409), { opened, notice: staleDecision(request.lang) })
}

async function goTo(reply: FastifyReply, asked: string): Promise<FastifyReply> {
  return await reply.redirect(href(casePath(asked, 'answer')), 303)
}

async function sendConfirmedBefore(
  room: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: string,
): Promise<FastifyReply> {
  const opened = await openInterview(room, request, asked)
  return await sendAnswer(room, request, reply.code(409), { opened, notice: confirmedBefore(request.lang) })
}

interface Chosen {
  readonly decisions: readonly Decision[]
  readonly sent: ReadonlyMap<string, string>
  readonly opened: Opened
  readonly lang: string
}

/** Reads what is chosen on each act, and what is missing. */
function chosenIn({ decisions, sent, opened, lang }: Chosen): {
  readonly choices: readonly ActChoice[]
  readonly faults: ReadonlyMap<string, string>
} {
  const say = sayAnswer(lang)
  const names = namesOf(opened.interview.stack, lang)
  const faults = new Map<string, string>()
  const choices = decisions.flatMap((decision): readonly ActChoice[] => {
    const { act } = decision
    const law = choiceOfLaw(decision)
    if (law !== null) {
      const reason = reasonIn(overrideReasons, sent.get(`reason.${act}`))
      return [{ act, reason, choice: reason === null ? law : otherThan(law) }]
    }
    const choice = choiceNamed(sent.get(`choice.${act}`))
    const reason = reasonIn(choiceReasons, sent.get(`reason.${act}`))
    if (choice === null) faults.set(`choice.${act}`, say('choice-missing', { act: names.act(act) }))
    if (reason === null) faults.set(`reason.${act}`, say('reason-missing', { act: names.act(act) }))
    return choice === null || reason === null ? [] : [{ act, choice, reason }]
  })
  return { choices, faults }
}

function choiceNamed(word: string | undefined): Choice | null {
  return word === 'do' || word === 'do-not' ? word : null
}

function otherThan(choice: Choice): Choice {
  return choice === 'do' ? 'do-not' : 'do'
}

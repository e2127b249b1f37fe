/** A second look at what came: another choice on a request that was begun. */
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { dropAnswers, keepAnswers } from '../case/keep-answers.ts'
import { changeRequest } from '../case/keep-request.ts'
import { transaction } from '../database/transaction.ts'
import { factsOfPaper, factsOfSubpoena } from '../evidence/facts.ts'
import type { Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { takeStep, versionOf } from './draft.ts'
import { stackToday } from './law.ts'
import { newMain } from './new-page.ts'
import { openStep, StepAddress, stepFields, type StepRequest } from './step.ts'
import { findWay, ways, type Way } from './way.ts'
import { sayIntake } from './words.ts'

const Chosen = Type.Object({ ...stepFields, way: Type.Optional(Type.String({ maxLength: 100 })) })

/** Declares the routes. */
export function declareWay(app: App, room: Room): void {
  const path = '/cases/:reference/way'
  app.get(path, { schema: { params: StepAddress } }, async (request, reply) => {
    return await sendWay(await openStep(room, request, reply, request.params.reference), new Map())
  })
  app.post(path, { schema: { params: StepAddress, body: Chosen } }, async (request, reply) => {
    const step = await openStep(room, request, reply, request.params.reference)
    const say = sayIntake(request.lang)
    const way = findWay(request.body.way)
    if (way === null) return await sendWay(step, new Map([['way', say('new-missing')]]))
    const isTaken = await chooseAgain(step, way, Number(request.body.seen ?? '0'))
    if (!isTaken) return await sendWay(step, new Map([['way', say('stale')]]), true)
    return await reply.redirect(href(`/cases/${step.found.reference}/arrival`), 303)
  })
}

/** Puts another choice in the place of the first. What was said about a paper that it is not any more goes. */
async function chooseAgain({ room, signedIn, found }: StepRequest, way: Way, seen: number): Promise<boolean> {
  const { who } = signedIn
  const stack = await stackToday(room, who)
  return await transaction(room.database, who, async (work) => {
    if (!(await takeStep(work, who, found, { seen, step: 'arrival' }))) return false
    const isSame = found.answers.get('warrant.form')?.value === way.facts['warrant.form']
    const { vocabulary } = stack
    const gone = ['warrant.form', ...factsOfSubpoena(vocabulary), ...(isSame ? [] : factsOfPaper(vocabulary))]
    await dropAnswers(work, found.id, gone)
    if (!isSame) await work.deleteFrom('evidence_checks').where('case_id', '=', found.id).execute()
    await keepAnswers({ work, who, stack }, found, way.facts)
    // What the boxes and the corner of another form said, this one does not.
    const { 'request.form': form, 'warrant.form': warrant } = way.facts
    const came = { form: String(form), warrant: typeof warrant === 'string' ? warrant : null }
    await changeRequest(work, found.id, { ...came, edition: null, box_one_items: [], acts: [] })
    return true
  })
}

async function sendWay({ request, reply, found }: StepRequest, faults: Faults, isStale = false): Promise<FastifyReply> {
  const say = sayIntake(request.lang)
  const title = say('way-title')
  const path = `/cases/${found.reference}/way`
  const hidden = [['seen', String(versionOf(found))]] as const
  const words = { title, over: say('way-over', { reference: found.reference }), lead: say('new-lead') }
  const main = newMain({ frame: frameOf(request), path, hidden, desks: [], faults, offered: ways, ...words })
  if (faults.size > 0) void reply.code(isStale ? 409 : 422)
  return await sendPage(request, reply, { title, main, isError: faults.size > 0 })
}

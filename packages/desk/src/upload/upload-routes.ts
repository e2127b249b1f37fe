/** Papers: to add one, to look at one, to remove one. */
import multipart from '@fastify/multipart'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { transaction } from '../database/transaction.ts'
import { openStep, StepAddress, type StepRequest } from '../intake/step.ts'
import { ways } from '../intake/way.ts'
import { referencePattern } from '../case/read-case.ts'
import type { Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import { limit } from '../server/rate-limit.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { endingOf, isPicture } from './media-type.ts'
import { mostMegabytes, papersMain, type PapersPage } from './page.ts'
import { keepPaper, listPapers, openedPaper, openPaper, removePaper, type OpenedPaper } from './paper.ts'
import { receive, saysTooLarge } from './receive.ts'
import { sayUpload } from './words.ts'

const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const PaperAddress = Type.Object({ reference: Type.String({ pattern: referencePattern, maxLength: 40 }), paper: Uuid })
const uploadLimit = { most: 60, seconds: 600 } as const

/** Declares the routes. */
export function declareUpload(app: App, room: Room): void {
  const path = '/cases/:reference/papers'
  app.get(
    path,
    { schema: { params: StepAddress, querystring: Type.Object({ said: Type.Optional(Type.String()) }) } },
    async (request, reply) => {
      const step = await openStep(room, request, reply, request.params.reference)
      const { said } = request.query
      return await sendPapers(step, new Map(), said === 'kept' || said === 'twice' || said === 'copy' ? said : null)
    },
  )
  // Only here is a form with a file understood.
  void app.register(async (scope: App) => {
    await scope.register(multipart)
    scope.post(path, { schema: { params: StepAddress }, config: { isStream: true } }, async (request, reply) => {
      const step = await openStep(room, request, reply, request.params.reference)
      return await takeIn(step)
    })
  })
  app.post(`${path}/:paper/look`, { schema: { params: PaperAddress } }, async (request, reply) => {
    const step = await openStep(room, request, reply, request.params.reference)
    return sendPaper(step, await openPaper(room, step.signedIn.who, step.found, request.params.paper))
  })
  // A picture inside a page that was opened for a reason a moment ago.
  app.get(`${path}/:paper/picture`, { schema: { params: PaperAddress } }, async (request, reply) => {
    const step = await openStep(room, request, reply, request.params.reference)
    return sendPaper(step, await openedPaper(room, step.signedIn.who, step.found, request.params.paper))
  })
  app.post(`${path}/:paper/remove`, { schema: { params: PaperAddress } }, async (request, reply) => {
    const { found, signedIn } = await openStep(room, request, reply, request.params.reference)
    await transaction(room.database, signedIn.who, async (work) => {
      await removePaper(work, signedIn.who, found, request.params.paper)
    })
    return await reply.redirect(href(`/cases/${found.reference}/papers`), 303)
  })
}

async function takeIn(step: StepRequest): Promise<FastifyReply> {
  const { room, request, reply, signedIn, found } = step
  const say = sayUpload(request.lang)
  const values = { most: mostMegabytes }
  if (saysTooLarge(request)) return await refuse(step, 'too-large')
  if (!request.isMultipart()) throw new Refusal('wrong-type')
  await limit(room.database, `papers of ${signedIn.who.user}`, uploadLimit)
  const received = await receive(request)
  if (received.kind !== 'file') return await refuse(step, received.kind)
  const kind = ways.find(({ paper }) => paper === received.fields.get('kind'))?.paper ?? 'other-paper'
  const { bytes, mediaType } = received
  const kept = await keepPaper(room, signedIn.who, found, { kind, bytes, mediaType })
  if (kept === 'too-many' || kept === 'gone')
    return await sendPapers(step, new Map([['paper', say(kept, values)]]), null)
  return await reply.redirect(href(`/cases/${found.reference}/papers`, { said: kept }), 303)
}

/** Says why a file is not taken: to people beside the field, to programs as a problem document. */
async function refuse(step: StepRequest, why: 'none' | 'too-large' | 'wrong-type'): Promise<FastifyReply> {
  const { request, reply } = step
  const isPage = (request.headers.accept ?? '').includes('text/html')
  if (!isPage) throw new Refusal(why === 'none' ? 'not-understood' : why)
  const fault = sayUpload(request.lang)(why, { most: mostMegabytes })
  void reply.code({ none: 422, 'too-large': 413, 'wrong-type': 415 }[why])
  return await sendPapers(step, new Map([['paper', fault]]), null)
}

async function sendPapers(step: StepRequest, faults: Faults, said: PapersPage['said']): Promise<FastifyReply> {
  const { room, request, reply, signedIn, found } = step
  const papers = await transaction(room.database, signedIn.who, async (work) => await listPapers(work, found.id))
  const main = papersMain({ frame: frameOf(request), found, papers, faults, said })
  if (faults.size > 0 && reply.statusCode < 400) void reply.code(422)
  return await sendPage(request, reply, { title: sayUpload(request.lang)('title'), main, isError: faults.size > 0 })
}

/** Sends a paper to whoever looks at it. It runs nothing, whatever it is; its name is the reference. */
function sendPaper({ reply, found }: StepRequest, opened: OpenedPaper | null): FastifyReply {
  if (opened === null) throw new Refusal('not-found')
  const { bytes, mediaType } = opened
  const shown = isPicture(mediaType) ? 'inline' : 'attachment'
  return reply
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', `${shown}; filename="${found.reference}.${endingOf(mediaType)}"`)
    .type(mediaType)
    .send(bytes)
}

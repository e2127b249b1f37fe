/** The endpoints for programs. They hold no session, store nothing and read no row of an agency. */
import type { RequestProblem } from '@brightline/engine'
import { sentence } from '@brightline/wording'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { limit } from '../server/rate-limit.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { endpoints } from './endpoints.ts'
import { describeApi } from './openapi.ts'
import type { ProblemDocumentJson } from './problem-document.ts'

/** Decisions of one network address in a minute. */
const decideLimit = { most: 600, seconds: 60 } as const

/** Declares the routes. */
export function declareApi(app: App, { database, law }: Room): void {
  const config = { isPlain: true, isApi: true }
  const description = JSON.stringify(describeApi())
  app.get(
    endpoints.description.path,
    { config },
    async (_request, reply) => await reply.type('application/json; charset=utf-8').send(description),
  )
  app.post(endpoints.decide.path, { config }, async (request, reply) => {
    if (!(request.headers['content-type'] ?? '').startsWith('application/json')) throw new Refusal('wrong-type')
    await limit(database, `decide from ${request.ip}`, decideLimit)
    const { answer, isSound, library } = await law.all()
    const place = placeIn(request.body)
    if (library.places.some(({ id }) => id === place && !isSound(id))) throw new Refusal('law-away')
    const answered = answer(request.body, Temporal.Now.instant().toString())
    return answered.ok ? await reply.send(answered.value) : await sendProblems(request, reply, answered.problems)
  })
}

function placeIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('place' in body)) return null
  return typeof body.place === 'string' ? body.place : null
}

async function sendProblems(
  { id, lang }: FastifyRequest,
  reply: FastifyReply,
  problems: readonly RequestProblem[],
): Promise<FastifyReply> {
  const document: ProblemDocumentJson = {
    type: 'urn:brightline:desk:request',
    title: 'The request cannot be decided',
    status: 422,
    detail: 'Each problem says where it is and what would be right. Nothing was stored.',
    instance: `urn:uuid:${id}`,
    problems: problems.map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      pointer: problem.where.kind === 'pointer' ? problem.where.pointer : null,
      message: sentence(problem, lang).message,
    })),
  }
  return await reply.code(422).type('application/problem+json').send(JSON.stringify(document))
}

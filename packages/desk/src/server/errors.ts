/** The one handler of everything that fails: a page for people, a problem document (RFC 9457) for programs. */
import { markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { href, ownPath } from '../screen/href.ts'
import { sendPage } from './frame.ts'
import { faultOf } from './log.ts'
import { refusalOf, Refusal, type RefusalKind } from './refusal.ts'
import { refusalWords, sayRefusal } from './refusal-words.ts'
import type { App, Room } from './room.ts'

/** A problem document. */
interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** Names this one refusal, for whoever looks into the log. */
  readonly instance: string
}

/** Declares what is answered where something fails, or where nothing is. */
export function declareErrors(app: App, { log }: Room): void {
  app.setErrorHandler(async (error, request, reply) => {
    const refusal = refusalOf(error)
    if (refusal.status >= 500) log('failed', { request: request.id, ...faultOf(error) })
    return await answerRefusal(refusal, request, reply)
  })
  app.setNotFoundHandler(async (request, reply) => await answerRefusal(new Refusal('not-found'), request, reply))
}

async function answerRefusal(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  void reply.code(refusal.status)
  if (refusal.status === 429) void reply.header('retry-after', '300')
  if (!wantsPage(request)) return await sendProblem(refusal, request, reply)
  if (refusal.kind === 'signed-out' && request.method === 'GET')
    return await reply.redirect(href('/sign-in', { next: request.url }), 303)
  return await sendRefusal(refusal, request, reply)
}

/** Answers a refusal as a problem document, to whomever. */
export async function sendProblem(
  refusal: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const text = JSON.stringify(documentOf(refusal, request))
  return await reply.code(refusal.status).type('application/problem+json').send(text)
}

async function sendRefusal(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  // An address that nobody can read is read no better the second time.
  const isAddress = request.method === 'GET' && refusal.kind === 'not-understood'
  const kind = isAddress ? 'not-found' : refusal.kind
  const say = sayRefusal(request.lang)
  const { title, next } = refusalWords(kind, request.lang)
  // What is not there, or not for this role, is not there the second time.
  const again = request.method === 'GET' && kind !== 'not-found' && kind !== 'not-allowed'
  const ofCase = kind === 'case-closed' ? (/^\/cases\/[A-Z0-9-]+/.exec(request.url)?.[0] ?? null) : null
  const way = ofCase ?? (again ? ownPath(request.url) : '/')
  const button = ofCase === null ? (again ? 'try-again' : 'home') : 'see-case'
  const main = markup`<h1>${title}</h1>
<p class="lead">${next}</p>
<p class="section"><a class="button" href="${href(way)}">${say(button)}</a></p>${isOnPaper(kind) ? markup`<p><a href="${href('/sheet', { lang: request.lang })}">${say('paper')}</a></p>` : null}`
  return await sendPage(request, reply, { title, main, isError: true })
}

/** Tells if the desk cannot go on by itself, and work goes on on paper. */
function isOnPaper(kind: RefusalKind): boolean {
  return kind === 'database-away' || kind === 'disk-full' || kind === 'clock-behind'
}

function documentOf({ kind, status }: Refusal, { id }: FastifyRequest): ProblemDocument {
  const { title, next } = refusalWords(kind, 'en')
  return { type: `urn:brightline:desk:${kind}`, title, status, detail: next, instance: `urn:uuid:${id}` }
}

function wantsPage({ headers, url }: FastifyRequest): boolean {
  return !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html')
}

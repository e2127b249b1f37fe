/**
 * Holds every post to two checks: the browser says that it comes from a page of this desk, and the form carries the word
 * that only such a page can know.
 */
import type { FastifyRequest } from 'fastify'
import { formWord, isSame } from '../people/token.ts'
import { Refusal } from './refusal.ts'
import type { App } from './room.ts'

/** The name of the field of the word. */
const wordField = 'form-word'

/** Puts the checks before every route that changes something. */
export function declareFormCheck(app: App): void {
  // The body is read by then, and not yet held against its schema.
  app.addHook('preValidation', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    // A program sends JSON, which no page of another site can send, and no cookie counts there.
    const isTold =
      request.routeOptions.config.isApi === true || isSame(wordOf(request.body), formWord(request.cookieSecret))
    if (!isFromHere(request) || !isTold) throw new Refusal('form-stale')
  })
}

function isFromHere({ headers, host, protocol }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  return headers.origin === undefined || headers.origin === `${protocol}://${host}`
}

function wordOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return ''
  const word: unknown = new Map<string, unknown>(Object.entries(body)).get(wordField)
  return typeof word === 'string' ? word : ''
}

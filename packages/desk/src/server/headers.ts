/** The headers of every answer: no script stands in a page, nothing is loaded from elsewhere, nothing frames us, nothing is kept. */
import type { FastifyRequest } from 'fastify'
import type { App, Room } from './room.ts'

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  // Two files of ours; no script stands in a page.
  "script-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Puts the headers on every answer, also on errors. */
export function declareHeaders(app: App, { isSecure }: Room): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(headersOf(request, isSecure))
  })
}

/** The headers of the answer to a request. */
export function headersOf({ id }: FastifyRequest, isSecure: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': policy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    // Forms still say where they come from, which is checked.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-request-id': id,
    'cache-control': 'no-store',
    ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}

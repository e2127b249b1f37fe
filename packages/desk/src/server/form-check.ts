/**
 * Holds every post to two checks: the browser says that it comes from a page of this desk, and the form carries the word
 * that only such a page can know.
 */
import type { FastifyRequest } from 'fastify'
import { fieldsIn, keepForm, type KeptForm } from '../people/kept-form.ts'
import { sendKept, sendSignIn, type SignInPage } from '../people/sign-in-page.ts'
import { formWord, isSame } from '../people/token.ts'
import { ownPath } from '../screen/href.ts'
import { endedSession, frameOf } from './frame.ts'
import { Refusal } from './refusal.ts'
import type { App, Room } from './room.ts'

/** The name of the field of the word. */
export const wordField = 'form-word'

/** Puts the checks before every route that changes something. */
export function declareFormCheck(app: App, { origin }: Pick<Room, 'origin'>): void {
  // The body is read by then, and not yet held against its schema.
  app.addHook('preValidation', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD') return
    const isHere = isFromHere(request, origin)
    const kept = isHere ? keptOf(request) : null
    if (kept !== null) return await sendSignIn(request, reply.code(401), kept)
    const { isApi, isStream } = request.routeOptions.config
    // A program sends JSON, which no page of another site can send, and no cookie counts there.
    const isTold = isApi === true || isStream === true || isFormWord(request, wordOf(request.body))
    if (isHere && isTold) return
    const outlived = isHere ? outlivedIn(request) : null
    if (outlived === null) throw new Refusal('form-stale')
    return await sendKept(request, reply.code(403), outlived, 'page-outlived')
  })
}

/**
 * Reads a form whose page is older than the session, because somebody signed in or changed role beside it. Nothing of it is
 * done: it comes back to whoever sent it, where the browser says itself that a page of this desk did. Passwords do not.
 */
function outlivedIn(request: FastifyRequest): KeptForm | null {
  const { body, headers, signedIn, routeOptions, url } = request
  const isOurs = headers['sec-fetch-site'] === 'same-origin' && headers.origin !== undefined
  const { isApi, isStream } = routeOptions.config
  if (signedIn === null || !isOurs || isApi === true || isStream === true) return null
  return holdsPassword(body) ? null : { path: ownPath(url), fields: fieldsIn(body) }
}

/** Tells if a password was typed into a form. It is typed again, since what is kept stands in a page later. */
function holdsPassword(body: unknown): boolean {
  return fieldsIn(body).some(([name]) => /^(?:current|password|again)$/.test(name))
}

/** Keeps a form of a session that has ended since its page was made. */
function keptOf(request: FastifyRequest): Pick<SignInPage, 'next' | 'kept' | 'ended'> | null {
  // A route that looks at no session knows of none that has ended.
  if (request.routeOptions.config.isPlain === true) return null
  const ended = endedSession(request)
  if (ended === null || !isSame(wordOf(request.body), formWord(ended))) return null
  if (holdsPassword(request.body)) return { next: frameOf(request).path, ended: 'password' }
  const kept = keepForm(ended, request.url, request.body)
  return kept === null ? null : { next: request.url, kept }
}

/** Tells if a word is that of the forms of this browser. */
export function isFormWord({ cookieSecret }: FastifyRequest, word: string): boolean {
  return isSame(word, formWord(cookieSecret))
}

/** Behind a proxy only the settings know the address that browsers see. */
function isFromHere({ headers, host, protocol }: FastifyRequest, origin = `${protocol}://${host}`): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  return headers.origin === undefined || headers.origin === origin
}

function wordOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return ''
  const word: unknown = new Map<string, unknown>(Object.entries(body)).get(wordField)
  return typeof word === 'string' ? word : ''
}

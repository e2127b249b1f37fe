/** What every request carries: language, session, and the word of its forms. Cookies hold nothing else. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findSession, type SignedIn } from '../people/session.ts'
import { formWord, isToken, newToken } from '../people/token.ts'
import { ownPath } from '../screen/href.ts'
import { isLanguage, languageFor, type Language } from '../screen/language.ts'
import type { Frame, Page } from '../screen/layout.ts'
import { layout } from '../screen/layout.ts'
import type { App, Room } from './room.ts'

declare module 'fastify' {
  interface FastifyRequest {
    lang: Language
    signedIn: SignedIn | null
    /** What only the cookie of this browser holds; the word of its forms is made of it. */
    cookieSecret: string
    /** There is a sign-in of the city. */
    hasProvider: boolean
  }
}

const sessionCookie = 'desk-session'
const visitCookie = 'desk-visit'
const languageCookie = 'desk-language'

/** Reads language and session of each request. */
export function declareFrame(app: App, { database, isSecure, provider }: Room): void {
  app.decorateRequest('hasProvider', provider !== undefined)
  app.decorateRequest('lang', 'en')
  app.decorateRequest('signedIn', null)
  app.decorateRequest('cookieSecret', '')
  app.addHook('onRequest', async (request, reply) => {
    request.lang = readLanguage(request)
    if (request.routeOptions.config.isPlain === true) return
    if (isLanguage(askedLanguage(request)))
      void reply.setCookie(languageCookie, request.lang, cookieOptions(isSecure, 31_536_000))
    const token = request.cookies[sessionCookie]
    request.signedIn = isToken(token) ? await findSession(database, token) : null
    request.cookieSecret = request.signedIn?.token ?? readVisit(request, reply, isSecure)
  })
}

/**
 * For so many seconds a browser keeps the token: longer than the twelve hours of a session, because a form that is sent
 * after its end comes back only to the browser that still has what it was sealed under. An ended one opens nothing.
 */
const tokenKept = 86_400

/** Lets a browser be signed in with a session; the one that it visited with is forgotten. */
export function keepSession(reply: FastifyReply, token: string, isSecure: boolean): void {
  void reply.setCookie(sessionCookie, token, cookieOptions(isSecure, tokenKept))
  void reply.clearCookie(visitCookie, { path: '/' })
}

/** Lets a browser forget its session. */
export function forgetSession(reply: FastifyReply): void {
  void reply.clearCookie(sessionCookie, { path: '/' })
}

/** Gives the token of a session that has ended, where the browser still has it. */
export function endedSession({ signedIn, cookies }: FastifyRequest): string | null {
  const token = cookies[sessionCookie]
  return signedIn === null && isToken(token) ? token : null
}

/** Gives what the pages of a request stand in. */
export function frameOf(request: FastifyRequest): Frame {
  const { pathname, searchParams } = addressOf(request)
  searchParams.delete('lang')
  const behind = searchParams.toString()
  const shown = pageOf(request, pathname)
  return {
    lang: request.lang,
    path: ownPath(behind === '' ? shown : `${shown}?${behind}`),
    signedIn: request.signedIn,
    formWord: formWord(request.cookieSecret),
    reference: request.id.slice(0, 8),
  }
}

/**
 * Finds the page that somebody stands on: what answers a form has often no page of its own, so that a link to its address,
 * such as that to the other language, would lead nowhere. It is then the nearest page above.
 */
function pageOf({ method, routeOptions, server }: FastifyRequest, pathname: string): string {
  const [pattern, path] = [(routeOptions.url ?? '').split('/'), pathname.split('/')]
  if (method === 'GET' || pattern.length !== path.length) return pathname
  while (path.length > 1 && !server.hasRoute({ method: 'GET', url: pattern.join('/') })) {
    pattern.pop()
    path.pop()
  }
  return path.length > 1 ? path.join('/') : '/'
}

/** Sends a page. */
export async function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): Promise<FastifyReply> {
  return await reply.type('text/html; charset=utf-8').send(layout(frameOf(request), page))
}

function readLanguage(request: FastifyRequest): Language {
  return languageFor({
    asked: askedLanguage(request),
    kept: request.cookies[languageCookie],
    accepted: request.headers['accept-language'],
  })
}

function askedLanguage(request: FastifyRequest): string | undefined {
  return addressOf(request).searchParams.get('lang') ?? undefined
}

/** Reads the address that was asked for. Whoever asks can write anything there, also what is no address. */
function addressOf({ url }: FastifyRequest): URL {
  const here = 'http://desk.invalid'
  return URL.canParse(url, here) ? new URL(url, here) : new URL(here)
}

/** A browser that is not signed in has a random word too, so that its forms can be told from those of another site. */
function readVisit(request: FastifyRequest, reply: FastifyReply, isSecure: boolean): string {
  const known = request.cookies[visitCookie]
  if (isToken(known)) return known
  const visit = newToken()
  void reply.setCookie(visitCookie, visit, cookieOptions(isSecure, 86_400))
  return visit
}

function cookieOptions(
  isSecure: boolean,
  maxAge: number,
): {
  readonly path: '/'
  readonly httpOnly: true
  readonly sameSite: 'lax'
  readonly secure: boolean
  readonly maxAge: number
} {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge }
}

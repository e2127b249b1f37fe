/** Signing in and out. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { href, ownPath } from '../screen/href.ts'
import { endedSession, forgetSession, keepSession } from '../server/frame.ts'
import { limit } from '../server/rate-limit.ts'
import type { App, Room } from '../server/room.ts'
import { checkSignIn } from './check-sign-in.ts'
import { longestKept, openKept } from './kept-form.ts'
import { longestPassword } from './password.ts'
import { endSession, findSession, listRoles, startSession } from './session.ts'
import { sendKept, sendSignIn } from './sign-in-page.ts'

/** What a sign-in form sends. What is missing is a fault that the page names, and no broken request. */
const SignIn = Type.Object({
  name: Type.Optional(Type.String({ maxLength: 100 })),
  password: Type.Optional(Type.String({ maxLength: longestPassword })),
  next: Type.Optional(Type.String({ maxLength: 500 })),
  kept: Type.Optional(Type.String({ maxLength: longestKept, pattern: '^[A-Za-z0-9_-]*$' })),
})

/** Attempts of one network address, and on one name. */
const addressLimit = { most: 60, seconds: 60 } as const
const nameLimit = { most: 20, seconds: 900 } as const

/** Declares the routes. */
export function declareSignIn(app: App, room: Room): void {
  const { database, isSecure } = room
  app.get(
    '/sign-in',
    { schema: { querystring: Type.Object({ next: Type.Optional(Type.String()) }) } },
    async (request, reply) => {
      if (request.signedIn !== null) return await reply.redirect(href('/'), 303)
      return await sendSignIn(request, reply, { next: ownPath(request.query.next) })
    },
  )
  app.post('/sign-in', { schema: { body: SignIn } }, async (request, reply) => {
    const { password: _, ...shown } = request.body
    const { name = '', password = '', next, kept = '' } = request.body
    if (name.trim() === '' || password === '')
      return await sendSignIn(request, reply, { ...shown, fault: 'sign-in-empty' })
    await limit(database, `sign-in from ${request.ip}`, addressLimit)
    await limit(database, `sign-in as ${name.trim().toLowerCase()}`, nameLimit)
    const user = await checkSignIn(database, name.trim(), password)
    if (user === null) return await sendSignIn(request, reply, { ...shown, fault: 'sign-in-wrong' })
    const [first] = await listRoles(database, user)
    const token = first === undefined ? null : await startSession(database, user, first)
    if (token === null) return await sendSignIn(request, reply, { ...shown, fault: 'no-role' })
    keepSession(reply, token, isSecure)
    const given = kept === '' ? null : await giveBack({ room, request, reply }, token, kept)
    return given ?? (await reply.redirect(href(ownPath(next)), 303))
  })
  app.post('/sign-out', async (request, reply) => {
    if (request.signedIn !== null) await endSession(database, request.signedIn)
    forgetSession(reply)
    return await reply.redirect(href('/sign-in'), 303)
  })
}

interface Asked {
  readonly room: Room
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Gives back what was typed when the session ended, to the one who typed it; null for everybody else. */
async function giveBack({ room, request, reply }: Asked, token: string, kept: string): Promise<FastifyReply | null> {
  const ended = endedSession(request)
  const signedIn = await findSession(room.database, token)
  if (ended === null || signedIn === null) return null
  const form = await openKept(room.database, signedIn.who, ended, kept)
  if (form === null) return null
  request.signedIn = signedIn
  request.cookieSecret = token
  return await sendKept(request, reply, form)
}

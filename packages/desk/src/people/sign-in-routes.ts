/** Signing in and out. */
import { Type } from 'typebox'
import { href, ownPath } from '../screen/href.ts'
import { endedSession, forgetSession } from '../server/frame.ts'
import { limit } from '../server/rate-limit.ts'
import type { App, Room } from '../server/room.ts'
import { checkSignIn } from './check-sign-in.ts'
import { enter } from './enter.ts'
import { longestKept } from './kept-form.ts'
import { declarePasskeys } from './passkey-routes.ts'
import { longestPassword } from './password.ts'
import { declareProvider, sendSignedOut } from './provider-routes.ts'
import { endSession } from './session.ts'
import { sendSignIn } from './sign-in-page.ts'

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
  const { database } = room
  app.get(
    '/sign-in',
    { schema: { querystring: Type.Object({ next: Type.Optional(Type.String()) }) } },
    async (request, reply) => {
      if (request.signedIn !== null) return await reply.redirect(href('/'), 303)
      const ended = endedSession(request) === null ? {} : { ended: 'page' as const }
      return await sendSignIn(request, reply, { next: ownPath(request.query.next), ...ended })
    },
  )
  app.post('/sign-in', { schema: { body: SignIn } }, async (request, reply) => {
    const { password: _, ...shown } = request.body
    const { name = '', password = '', next, kept } = request.body
    if (name.trim() === '' || password === '')
      return await sendSignIn(request, reply, { ...shown, fault: 'sign-in-empty' })
    await limit(database, `sign-in from ${request.ip}`, addressLimit)
    await limit(database, `sign-in as ${name.trim().toLowerCase()}`, nameLimit)
    const user = await checkSignIn(database, name.trim(), password)
    if (user === null) return await sendSignIn(request, reply, { ...shown, fault: 'sign-in-wrong' })
    return await enter({ room, request, reply }, user, 'password', { next, kept })
  })
  app.post('/sign-out', async (request, reply) => {
    if (request.signedIn !== null) await endSession(database, request.signedIn)
    forgetSession(reply)
    if (request.signedIn?.way === 'provider' && room.provider !== undefined) {
      request.signedIn = null
      return await sendSignedOut(request, reply)
    }
    return await reply.redirect(href('/sign-in'), 303)
  })
  declarePasskeys(app, room)
  declareProvider(app, room)
}

/** Signing in and out. */
import { markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { faultList, textField, type Faults } from '../screen/form.ts'
import { href, ownPath } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { forgetSession, frameOf, keepSession, sendPage } from '../server/frame.ts'
import { limit } from '../server/rate-limit.ts'
import type { App, Room } from '../server/room.ts'
import { checkSignIn } from './check-sign-in.ts'
import { longestPassword } from './password.ts'
import { endSession, listRoles, startSession } from './session.ts'
import { sayPeople } from './words.ts'

/** What a sign-in form sends. What is missing is a fault that the page names, and no broken request. */
const SignIn = Type.Object({
  name: Type.Optional(Type.String({ maxLength: 100 })),
  password: Type.Optional(Type.String({ maxLength: longestPassword })),
  next: Type.Optional(Type.String({ maxLength: 500 })),
})

type SignInForm = Type.Static<typeof SignIn>

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
    const { name = '', password = '' } = request.body
    if (name.trim() === '' || password === '') return await sendSignIn(request, reply, request.body, 'sign-in-empty')
    await limit(database, `sign-in from ${request.ip}`, addressLimit)
    await limit(database, `sign-in as ${name.trim().toLowerCase()}`, nameLimit)
    const user = await checkSignIn(database, name.trim(), password)
    if (user === null) return await sendSignIn(request, reply, request.body, 'sign-in-wrong')
    const [first] = await listRoles(database, user)
    const token = first === undefined ? null : await startSession(database, user, first)
    if (token === null) return await sendSignIn(request, reply, request.body, 'no-role')
    keepSession(reply, token, isSecure)
    return await reply.redirect(href(ownPath(request.body.next)), 303)
  })
  app.post('/sign-out', async (request, reply) => {
    if (request.signedIn !== null) await endSession(database, request.signedIn)
    forgetSession(reply)
    return await reply.redirect(href('/sign-in'), 303)
  })
}

async function sendSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { name = '', next = '/' }: SignInForm,
  fault?: 'sign-in-wrong' | 'sign-in-empty' | 'no-role',
): Promise<FastifyReply> {
  const say = sayPeople(request.lang)
  const faults: Faults = new Map(fault === undefined ? [] : [['name', say(fault)]])
  if (fault !== undefined) void reply.code(422)
  const title = say('sign-in')
  const main = markup`${faultList(request.lang, faults)}<h1>${title}</h1>
<form method="post" action="${href('/sign-in')}">${formWordField(frameOf(request))}
<input type="hidden" name="next" value="${ownPath(next)}">
${textField({ name: 'name', label: say('sign-in-name'), value: name, autocomplete: 'username' }, faults)}
${textField({ name: 'password', label: say('password'), kind: 'password', autocomplete: 'current-password' }, faults)}
<button>${title}</button></form>`
  return await sendPage(request, reply, { title, main, isError: fault !== undefined })
}

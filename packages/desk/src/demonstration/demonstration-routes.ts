/** The page behind the link of the demonstration, the change of roles in it, and its removal. */
import { markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { linkLimit } from '../people/invitation-routes.ts'
import { isLinkGood } from '../people/link.ts'
import { requireSignedIn } from '../people/require.ts'
import { isToken } from '../people/token.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { forgetSession, frameOf, keepSession, sendPage } from '../server/frame.ts'
import { limit } from '../server/rate-limit.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { declarePlaces } from './place-routes.ts'
import { changeInDemonstration, enterDemonstration, removeDemonstration } from './visit.ts'
import { visitorRoles } from './visitor-roles.ts'
import { sayDemonstration } from './words.ts'

const Token = Type.Object({ token: Type.String({ maxLength: 100 }) })
const ChosenRole = Type.Object({ role: Type.Optional(Type.String({ maxLength: 100 })) })

/** Declares the routes. */
export function declareDemonstration(app: App, room: Room): void {
  const { database, isSecure } = room
  declarePlaces(app, room)
  app.get('/demonstration/:token', { schema: { params: Token } }, async (request, reply) => {
    await limit(database, `link from ${request.ip}`, linkLimit)
    const { token } = request.params
    const isGood = isToken(token) && (await isLinkGood(database, token, 'demonstration'))
    return isGood ? await sendEntry(request, reply, token) : await sendUsed(request, reply)
  })
  app.post('/demonstration/:token', { schema: { params: Token } }, async (request, reply) => {
    await limit(database, `link from ${request.ip}`, linkLimit)
    const { token } = request.params
    const session = isToken(token) ? await enterDemonstration(database, token) : null
    if (session === null) return await sendUsed(request, reply)
    keepSession(reply, session, isSecure)
    return await reply.redirect(href('/'), 303)
  })
  app.post('/demonstration-role', { schema: { body: ChosenRole } }, async (request, reply) => {
    const signedIn = requireSignedIn(request)
    const role = visitorRoles.find((one) => one === request.body.role)
    if (!signedIn.isDemonstration || role === undefined) throw new Refusal('not-allowed')
    const session = await changeInDemonstration(database, signedIn, role)
    if (session === null) throw new Refusal('not-allowed')
    keepSession(reply, session, isSecure)
    return await reply.redirect(href('/'), 303)
  })
  app.post('/demonstration-end', async (request, reply) => {
    const signedIn = requireSignedIn(request, ['administrator'])
    await removeDemonstration(database, signedIn.who)
    if (!signedIn.isDemonstration) return await reply.redirect(href('/'), 303)
    forgetSession(reply)
    request.signedIn = null
    return await sendRemoved(request, reply)
  })
}

async function sendEntry(request: FastifyRequest, reply: FastifyReply, token: string): Promise<FastifyReply> {
  const say = sayDemonstration(request.lang)
  const main = markup`<h1>${say('title')}</h1><p class="lead">${say('lead')}</p>
<p class="section">${say('as-clerk')}</p><p>${say('nothing-real')}</p>
<form method="post" action="${href(`/demonstration/${token}`)}">${formWordField(frameOf(request))}<button>${say('open')}</button></form>`
  return await sendPage(request, reply, { title: say('title'), main })
}

async function sendUsed(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const say = sayDemonstration(request.lang)
  const main = markup`<h1>${say('used')}</h1><p class="lead">${say('used-next')}</p>
<p class="section"><a class="button" href="${href('/')}">${say('go-on')}</a></p>`
  return await sendPage(request, reply.code(404), { title: say('used'), main, isError: true })
}

async function sendRemoved(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const say = sayDemonstration(request.lang)
  const main = markup`<h1>${say('removed')}</h1><p class="lead">${say('removed-next')}</p>`
  return await sendPage(request, reply, { title: say('removed'), main })
}

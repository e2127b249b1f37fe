/** The page behind an invitation, and behind the link for a forgotten password: a password, once. Looking uses nothing up. */
import { markup } from '@brightline/documents/html'
import { sql } from 'kysely'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { faultList, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, keepSession, sendPage } from '../server/frame.ts'
import { limit } from '../server/rate-limit.ts'
import type { App, Room } from '../server/room.ts'
import { describeLink, type UserLink } from './link.ts'
import { hashPassword, longestPassword } from './password.ts'
import { passwordFaults, passwordFields } from './password-pair.ts'
import { listRoles, startSession } from './session.ts'
import { isToken, tokenHash } from './token.ts'
import { sayPeople } from './words.ts'

const password = Type.Optional(Type.String({ maxLength: longestPassword }))
const Token = Type.Object({ token: Type.String({ maxLength: 100 }) })

/** Attempts of one network address on links. */
export const linkLimit = { most: 30, seconds: 60 } as const

/** Declares the routes. */
export function declareInvitation(app: App, { database, isSecure }: Room): void {
  app.get('/invitation/:token', { schema: { params: Token } }, async (request, reply) => {
    await limit(database, `link from ${request.ip}`, linkLimit)
    const { token } = request.params
    const link = isToken(token) ? await describeLink(database, token) : null
    if (link === null) return await sendUsed(request, reply)
    return await sendChoice(request, reply, link, new Map())
  })
  const body = Type.Object({ password, again: password })
  app.post('/invitation/:token', { schema: { params: Token, body } }, async (request, reply) => {
    await limit(database, `link from ${request.ip}`, linkLimit)
    const { token } = request.params
    const link = isToken(token) ? await describeLink(database, token) : null
    if (link === null) return await sendUsed(request, reply)
    const faults = new Map(passwordFaults(request.lang, request.body, link.name))
    if (faults.size > 0) return await sendChoice(request, reply, link, faults)
    const hash = await hashPassword(request.body.password ?? '')
    const { rows } = await sql<{ user: string | null }>`
      select desk.accept_link(${tokenHash(token)}, ${hash}) as user`.execute(database)
    const user = rows[0]?.user ?? null
    const [first] = user === null ? [] : await listRoles(database, user)
    const session = user === null || first === undefined ? null : await startSession(database, user, first, 'link')
    if (session === null) return await sendUsed(request, reply)
    keepSession(reply, session, isSecure)
    return await reply.redirect(href('/'), 303)
  })
}

/** Says that a link is no longer good. */
export async function sendUsed(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const say = sayPeople(request.lang)
  const main = markup`<h1>${say('link-used')}</h1><p class="lead">${say('link-used-next')}</p>
<p class="section"><a class="button" href="${href('/sign-in')}">${say('sign-in')}</a></p>`
  return await sendPage(request, reply.code(404), { title: say('link-used'), main, isError: true })
}

async function sendChoice(
  request: FastifyRequest,
  reply: FastifyReply,
  { purpose, name }: UserLink,
  faults: Faults,
): Promise<FastifyReply> {
  const say = sayPeople(request.lang)
  if (faults.size > 0) void reply.code(422)
  const main = markup`${faultList(request.lang, faults)}<h1>${say('choose-password')}</h1><p class="lead">${say(`${purpose}-lead`, { name })}</p><p>${say('choose-password-lead')}</p>
<form method="post" action="${href(request.url)}">${formWordField(frameOf(request))}
${passwordFields(request.lang, faults)}
<button>${say('go-on')}</button></form>`
  return await sendPage(request, reply, { title: say('choose-password'), main, isError: faults.size > 0 })
}

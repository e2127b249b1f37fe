/** The page behind the first link: it makes the agency, and signs its administrator in. */
import { markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { linkLimit, sendUsed } from '../people/invitation-routes.ts'
import { isLinkGood } from '../people/link.ts'
import { longestPassword } from '../people/password.ts'
import { passwordFields } from '../people/password-pair.ts'
import { listRoles, startSession } from '../people/session.ts'
import { isToken } from '../people/token.ts'
import { faultList, listField, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, keepSession, sendPage } from '../server/frame.ts'
import { limit } from '../server/rate-limit.ts'
import type { App, Room } from '../server/room.ts'
import { setUp, setUpFaults, zones, type SetUpForm } from './set-up.ts'
import { saySetUp } from './words.ts'

const line = Type.Optional(Type.String({ maxLength: 300 }))
const password = Type.Optional(Type.String({ maxLength: longestPassword }))
const Form = Type.Object({
  agency: line,
  place: line,
  kind: line,
  zone: line,
  desk: line,
  prefix: line,
  name: line,
  password,
  again: password,
})
const Token = Type.Object({ token: Type.String({ maxLength: 100 }) })

/** Declares the routes. */
export function declareSetUp(app: App, { database, isSecure }: Room): void {
  app.get('/set-up/:token', { schema: { params: Token } }, async (request, reply) => {
    await limit(database, `link from ${request.ip}`, linkLimit)
    const { token } = request.params
    if (!isToken(token) || !(await isLinkGood(database, token, 'set-up'))) return await sendUsed(request, reply)
    return await sendForm(request, reply, { token, form: { zone: zones[1] }, faults: new Map() })
  })
  app.post('/set-up/:token', { schema: { params: Token, body: Form } }, async (request, reply) => {
    await limit(database, `link from ${request.ip}`, linkLimit)
    const { token } = request.params
    if (!isToken(token) || !(await isLinkGood(database, token, 'set-up'))) return await sendUsed(request, reply)
    const faults = setUpFaults(request.lang, request.body)
    if (faults.size > 0) return await sendForm(request, reply.code(422), { token, form: request.body, faults })
    const user = await setUp(database, token, request.body)
    const [first] = user === null ? [] : await listRoles(database, user)
    const session = user === null || first === undefined ? null : await startSession(database, user, first, 'link')
    if (session === null) return await sendUsed(request, reply)
    keepSession(reply, session, isSecure)
    return await reply.redirect(href('/'), 303)
  })
}

interface Shown {
  readonly token: string
  readonly form: SetUpForm
  readonly faults: Faults
}

async function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, form, faults }: Shown,
): Promise<FastifyReply> {
  const { lang } = request
  const say = saySetUp(lang)
  const fields = (['agency', 'place', 'kind'] as const).map((name) =>
    textField({ name, label: say(name), hint: say(`${name}-hint`), value: form[name] ?? '' }, faults),
  )
  const options = zones.map((zone) => ({ value: zone, name: zone.replaceAll('_', ' ') }))
  const main = markup`${faultList(lang, faults)}<h1>${say('title')}</h1><p class="lead">${say('lead')}</p>
<form method="post" action="${href(`/set-up/${token}`)}">${formWordField(frameOf(request))}
${fields}
${listField({ name: 'zone', label: say('zone'), value: form.zone ?? '', options }, faults)}
${textField({ name: 'desk', label: say('desk'), hint: say('desk-hint'), value: form.desk ?? '' }, faults)}
${textField({ name: 'prefix', label: say('prefix'), hint: say('prefix-hint'), value: form.prefix ?? '', width: 'short' }, faults)}
<section class="section"><h2>${say('you')}</h2>
${textField({ name: 'name', label: say('name'), hint: say('name-hint'), value: form.name ?? '', autocomplete: 'username' }, faults)}
${passwordFields(lang, faults)}</section>
<button>${say('go')}</button></form>`
  return await sendPage(request, reply, { title: say('title'), main, isError: faults.size > 0 })
}

/** The page on which people see how and where they are signed in, and change it. */
import { markup, type Markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { faultList, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import { limit } from '../server/rate-limit.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { endSessions, ownName, readAccount, removePasskey, setOwnPassword, type Account } from './account.ts'
import { doneNote, passkeyList, sessionSection } from './account-page.ts'
import { doneKeys, sayAccount, wrongKeys } from './account-words.ts'
import { checkSignIn } from './check-sign-in.ts'
import type { Asked } from './enter.ts'
import { isLastAdministrator } from './last-administrator.ts'
import { relyingParty } from './passkey.ts'
import { longestPassword } from './password.ts'
import { passwordFaults, passwordFields } from './password-pair.ts'
import { requireSignedIn } from './require.ts'
import { sayPeople } from './words.ts'

const password = Type.Optional(Type.String({ maxLength: longestPassword }))
const id = Type.Optional(Type.String({ pattern: '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }))
const said = Type.Optional(Type.String({ maxLength: 40 }))
const changeLimit = { most: 10, seconds: 900 } as const

/** Declares the routes. */
export function declareAccount(app: App, room: Room): void {
  const { database } = room
  app.get(
    '/account',
    { schema: { querystring: Type.Object({ done: said, wrong: said }) } },
    async (request, reply) => await sendAccount({ room, request, reply }, request.query),
  )
  app.post('/account/sessions-end', { schema: { body: Type.Object({ session: id }) } }, async (request, reply) => {
    const { who, sessionId } = requireSignedIn(request)
    await endSessions(database, who, { user: who.user, session: request.body.session, kept: sessionId })
    return await reply.redirect(href('/account', { done: 'session-ended' }), 303)
  })
  app.post('/account/passkeys-remove', { schema: { body: Type.Object({ passkey: id }) } }, async (request, reply) => {
    const { who } = requireSignedIn(request)
    if (request.body.passkey === undefined) throw new Refusal('not-found')
    try {
      await removePasskey(database, who, who.user, request.body.passkey)
    } catch (error) {
      if (!isLastAdministrator(error)) throw error
      return await reply.redirect(href('/account', { wrong: 'last-administrator' }), 303)
    }
    return await reply.redirect(href('/account', { done: 'passkey-removed' }), 303)
  })
  declarePassword(app, room)
}

function declarePassword(app: App, room: Room): void {
  const { database } = room
  const body = Type.Object({ current: password, password, again: password })
  app.post('/account/password', { schema: { body } }, async (request, reply) => {
    const signedIn = requireSignedIn(request)
    if (signedIn.isDemonstration) throw new Refusal('not-allowed')
    await limit(database, `password of ${signedIn.who.user}`, changeLimit)
    const name = await ownName(database, signedIn.who)
    const faults = new Map(passwordFaults(request.lang, request.body, name))
    if (faults.size === 0 && (await checkSignIn(database, name, request.body.current ?? '')) !== signedIn.who.user)
      faults.set('current', sayAccount(request.lang)('current-wrong'))
    if (faults.size > 0) return await sendAccount({ room, request, reply: reply.code(422) }, {}, faults)
    await setOwnPassword(database, signedIn, request.body.password ?? '')
    return await reply.redirect(href('/account', { done: 'password-changed' }), 303)
  })
}

interface Told {
  readonly done?: string | undefined
  readonly wrong?: string | undefined
}

async function sendAccount(
  { room, request, reply }: Asked,
  { done, wrong }: Told,
  faults: Faults = new Map(),
): Promise<FastifyReply> {
  const { who, isDemonstration } = requireSignedIn(request)
  const account = await readAccount(room.database, who, who.user)
  if (account === null) throw new Refusal('not-found')
  const say = sayAccount(request.lang)
  const [doneKey, wrongKey] = [doneKeys.find((key) => key === done), wrongKeys.find((key) => key === wrong)]
  const shown = wrongKey === undefined ? faults : new Map([['name', say(wrongKey)]])
  const hasPasskeys = relyingParty(request.host, room.origin) !== null
  const main = markup`${faultList(request.lang, shown)}<h1>${say('account')}</h1><p class="lead">${say('account-lead', { name: account.name })}</p>
${doneNote(doneKey === undefined ? null : say(doneKey))}
${isDemonstration ? markup`<p class="quiet">${say('not-in-demonstration')}</p>` : passkeySection(request, account, hasPasskeys, shown)}
${sessionSection(request, account, '/account')}
${isDemonstration || !account.hasPassword ? null : passwordSection(request, faults)}`
  return await sendPage(request, reply, { title: say('account'), main, isError: shown.size > 0 })
}

function passkeySection(request: FastifyRequest, account: Account, isPossible: boolean, faults: Faults): Markup {
  const { isFresh } = requireSignedIn(request)
  const say = sayAccount(request.lang)
  const form = markup`<form method="post" action="${href('/account/passkeys')}">${formWordField(frameOf(request))}
${textField({ name: 'name', label: say('new-passkey-name'), hint: say('new-passkey-hint') }, faults)}
<button class="second">${say('add-passkey')}</button></form>`
  const again = markup`<p>${say('not-fresh')}</p><form method="post" action="${href('/sign-out')}">${formWordField(frameOf(request))}<button class="second">${say('sign-in-again')}</button></form>`
  const way = isPossible ? (isFresh ? form : again) : markup`<p>${say('passkeys-away')}</p>`
  return markup`<section class="section"><h2>${say('passkeys')}</h2><p>${say('passkeys-lead')}</p>${passkeyList(request, account, '/account')}${way}</section>`
}

function passwordSection(request: FastifyRequest, faults: Faults): Markup {
  const [say, sayOf] = [sayAccount(request.lang), sayPeople(request.lang)]
  const current = { name: 'current', label: say('current-password'), kind: 'password' } as const
  return markup`<section class="section"><h2>${sayOf('password')}</h2><p>${say('password-lead')}</p>
<form method="post" action="${href('/account/password')}">${formWordField(frameOf(request))}
${textField({ ...current, autocomplete: 'current-password' }, faults)}
${passwordFields(request.lang, faults, 'new-password')}
<button class="second">${say('change-password')}</button></form></section>`
}

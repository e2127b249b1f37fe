/** Signing in with a passkey, and making one on the page of the account. */
import { markup, type Markup } from '@brightline/documents/html'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { noteEvent } from '../administration/note-event.ts'
import { transaction } from '../database/transaction.ts'
import { href, ownPath } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf } from '../server/frame.ts'
import { limit } from '../server/rate-limit.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { sayAccount } from './account-words.ts'
import { ownName } from './account.ts'
import { keepChallenge, takeChallenge } from './challenge.ts'
import { enter } from './enter.ts'
import { longestKept } from './kept-form.ts'
import { askForNew, askForOne, readNew, readUsed, relyingParty } from './passkey.ts'
import { sendPasskey } from './passkey-page.ts'
import { requireSignedIn } from './require.ts'
import { sendSignIn } from './sign-in-page.ts'

const waiting = {
  next: Type.Optional(Type.String({ maxLength: 500 })),
  kept: Type.Optional(Type.String({ maxLength: longestKept, pattern: '^[A-Za-z0-9_-]*$' })),
}
const answered = {
  challenge: Type.Optional(Type.String({ maxLength: 100 })),
  answer: Type.Optional(Type.String({ maxLength: 60_000 })),
}
const name = Type.Optional(Type.String({ maxLength: 60 }))

/** Attempts of one network address. */
const passkeyLimit = { most: 60, seconds: 60 } as const

/** Declares the routes. */
export function declarePasskeys(app: App, room: Room): void {
  declareUse(app, room)
  declareMaking(app, room)
  declareMade(app, room)
}

function declareUse(app: App, room: Room): void {
  const { database, origin } = room
  app.post('/sign-in/passkey', { schema: { body: Type.Object(waiting) } }, async (request, reply) => {
    await limit(database, `passkey from ${request.ip}`, passkeyLimit)
    const { next = '/', kept } = request.body
    const party = relyingParty(request.host, origin)
    if (party === null) return await sendSignIn(request, reply, { ...request.body, fault: 'passkey-away' })
    const options = await askForOne(party)
    const asked = { kind: 'passkey', word: options.challenge, browser: request.cookieSecret } as const
    await keepChallenge(database, asked, null)
    const fields = { next: ownPath(next), ...(kept === undefined ? {} : { kept }) }
    const back = backToNames(request, fields)
    return await sendPasskey(request, reply, { kind: 'used', path: '/sign-in/passkey-used', options, fields, back })
  })
  app.post('/sign-in/name', { schema: { body: Type.Object(waiting) } }, async (request, reply) => {
    return await sendSignIn(request, reply, request.body)
  })
  const body = Type.Object({ ...waiting, ...answered })
  app.post('/sign-in/passkey-used', { schema: { body } }, async (request, reply) => {
    await limit(database, `passkey from ${request.ip}`, passkeyLimit)
    const { challenge = '', answer = '', next, kept } = request.body
    const party = relyingParty(request.host, origin)
    const taken = await takeChallenge(database, { kind: 'passkey', word: challenge, browser: request.cookieSecret })
    const user = party === null || taken === null ? null : await readUsed(database, party, challenge, answer)
    if (user !== null) return await enter({ room, request, reply }, user, 'passkey', { next, kept })
    const shown = { next: ownPath(next), ...(kept === undefined ? {} : { kept }) }
    return await sendSignIn(request, reply, { ...shown, fault: 'passkey-wrong' })
  })
}

/** The way back to name and password. A form that waits goes along; it is too long for an address. */
function backToNames(request: FastifyRequest, fields: { readonly next: string; readonly kept?: string }): Markup {
  const words = sayAccount(request.lang)('back-used')
  if (fields.kept === undefined) return markup`<p><a href="${href('/sign-in', { next: fields.next })}">${words}</a></p>`
  return markup`<form method="post" action="${href('/sign-in/name')}">${formWordField(frameOf(request))}<input type="hidden" name="next" value="${fields.next}"><input type="hidden" name="kept" value="${fields.kept}"><button class="second">${words}</button></form>`
}

/** Makes passkeys, for who was proved to be herself a short while ago. Visitors of a demonstration are nobody. */
function declareMaking(app: App, { database, origin }: Room): void {
  app.post('/account/passkeys', { schema: { body: Type.Object({ name }) } }, async (request, reply) => {
    const signedIn = requireSignedIn(request)
    const { who } = signedIn
    const party = relyingParty(request.host, origin)
    if (party === null || !signedIn.isFresh || signedIn.isDemonstration) throw new Refusal('not-allowed')
    const given = (request.body.name ?? '').trim()
    if (given === '') return await reply.redirect(href('/account', { wrong: 'passkey-names' }), 303)
    const known = await transaction(
      database,
      who,
      async (work) =>
        await work.selectFrom('passkeys').select('credential_id').where('user_id', '=', who.user).execute(),
    )
    const user = { id: who.user, name: await ownName(database, who) }
    const options = await askForNew(
      party,
      user,
      known.map(({ credential_id: id }) => id),
    )
    await keepChallenge(database, { kind: 'new-passkey', word: options.challenge, browser: signedIn.token }, who.user)
    const fields = { name: given }
    return await sendPasskey(request, reply, {
      kind: 'new',
      path: '/account/passkeys-made',
      options,
      fields,
      back: markup`<p><a href="${href('/account')}">${sayAccount(request.lang)('back-new')}</a></p>`,
    })
  })
}

/** Keeps what the browser made. */
function declareMade(app: App, { database, origin }: Room): void {
  const body = Type.Object({ ...answered, name })
  app.post('/account/passkeys-made', { schema: { body } }, async (request, reply) => {
    const { who, token } = requireSignedIn(request)
    const { challenge = '', answer = '', name: given = '' } = request.body
    const party = relyingParty(request.host, origin)
    const taken = await takeChallenge(database, { kind: 'new-passkey', word: challenge, browser: token })
    const isOwn = taken?.user_id === who.user && party !== null
    const made = isOwn ? await readNew(party, challenge, answer) : null
    if (made === null || given.trim() === '')
      return await reply.redirect(href('/account', { wrong: 'passkey-not-made' }), 303)
    await transaction(database, who, async (work) => {
      const row = {
        agency_id: who.agency,
        user_id: who.user,
        name: given.trim(),
        credential_id: made.credential,
        public_key: made.publicKey,
        counter: made.counter,
        transports: made.transports,
      }
      await work.insertInto('passkeys').values(row).execute()
      await noteEvent(work, who, 'passkey-added')
    })
    return await reply.redirect(href('/account', { done: 'passkey-added' }), 303)
  })
}

/** The way to the sign-in of the city, and the way back. Nobody is added: who is not linked is told so. */
import { markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { href, ownPath } from '../screen/href.ts'
import { sendPage } from '../server/frame.ts'
import { faultOf } from '../server/log.ts'
import { limit } from '../server/rate-limit.ts'
import { ownAddress } from '../server/own-address.ts'
import type { App, Room } from '../server/room.ts'
import { keepChallenge, takeChallenge } from './challenge.ts'
import { enter } from './enter.ts'
import { longestKept } from './kept-form.ts'
import { findByProvider, type Provider } from './provider.ts'
import { newToken } from './token.ts'
import { sayPeople, type PeopleKey } from './words.ts'

const Kept = Type.Object({
  state: Type.String(),
  nonce: Type.String(),
  verifier: Type.String(),
  next: Type.String(),
  kept: Type.String(),
})
const Back = Type.Object({ state: Type.Optional(Type.String({ maxLength: 200 })) }, { additionalProperties: true })
const next = Type.Optional(Type.String({ maxLength: 500 }))
const kept = Type.Optional(Type.String({ maxLength: longestKept, pattern: '^[A-Za-z0-9_-]*$' }))
const backPath = '/sign-in/provider/back'
const providerLimit = { most: 60, seconds: 60 } as const

interface Ways {
  readonly room: Room
  readonly provider: Provider
}

/** Declares the routes, where a provider is agreed on. */
export function declareProvider(app: App, room: Room): void {
  const { provider } = room
  if (provider === undefined) return
  declareGoing(app, { room, provider })
  declareBack(app, { room, provider })
  // A form may not lead to another site, so signing out there is a link of its own.
  app.get('/sign-in/provider/out', async (request, reply) => {
    const way = await provider.wayOut(`${ownAddress(room, request)}/sign-in`).catch(() => null)
    return await reply.redirect(way ?? href('/sign-in'), 303)
  })
}

function declareGoing(app: App, { room, provider }: Ways): void {
  const { database } = room
  app.get(
    '/sign-in/provider',
    { schema: { querystring: Type.Object({ next, with: next }) } },
    async (request, reply) => {
      await limit(database, `provider from ${request.ip}`, providerLimit)
      const browser = request.cookieSecret
      const { with: word } = request.query
      const waits = word === undefined ? null : await takeChallenge(database, { kind: 'provider', word, browser })
      const form = Value.Check(Kept, waits?.payload) ? waits.payload.kept : ''
      try {
        const { address, ...going } = await provider.go(`${ownAddress(room, request)}${backPath}`)
        const payload = { ...going, next: ownPath(request.query.next), kept: form }
        await keepChallenge(database, { kind: 'provider', word: going.state, browser }, null, payload)
        return await reply.redirect(address.href, 303)
      } catch (error) {
        room.log('provider-away', faultOf(error))
        return await sendTold(request, reply.code(503), 'provider-away')
      }
    },
  )
  // What was typed before a session ended waits here, because a form may not lead to another site.
  app.post('/sign-in/provider', { schema: { body: Type.Object({ next, kept }) } }, async (request, reply) => {
    await limit(database, `provider from ${request.ip}`, providerLimit)
    const word = newToken()
    const payload = { state: '', nonce: '', verifier: '', next: '/', kept: request.body.kept ?? '' }
    await keepChallenge(database, { kind: 'provider', word, browser: request.cookieSecret }, null, payload)
    const say = sayPeople(request.lang)
    const waits = { with: word, next: ownPath(request.body.next) }
    const main = markup`<h1>${say('provider-go')}</h1><p class="lead">${say('ended-form')}</p>
<p class="section"><a class="button" href="${href('/sign-in/provider', waits)}">${say('go-on')}</a></p>`
    return await sendPage(request, reply, { title: say('provider-go'), main })
  })
}

function declareBack(app: App, { room, provider }: Ways): void {
  const { database } = room
  app.get(backPath, { schema: { querystring: Back } }, async (request, reply) => {
    await limit(database, `provider from ${request.ip}`, providerLimit)
    const { state: word = '' } = request.query
    const taken = await takeChallenge(database, { kind: 'provider', word, browser: request.cookieSecret })
    if (!Value.Check(Kept, taken?.payload) || taken.payload.state !== word)
      return await sendTold(request, reply.code(403), 'provider-stale')
    const { payload } = taken
    try {
      const value = await provider.comeBack(new URL(request.url, ownAddress(room, request)), payload)
      const user = value === null ? null : await findByProvider(database, provider.issuer, value)
      if (user === null) return await sendTold(request, reply.code(403), 'provider-unknown')
      return await enter({ room, request, reply }, user, 'provider', payload)
    } catch (error) {
      room.log('provider-refused', faultOf(error))
      return await sendTold(request, reply.code(403), 'provider-refused')
    }
  })
}

/** Says that somebody is signed out here, and may not be at the provider. */
export async function sendSignedOut(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const say = sayPeople(request.lang)
  const main = markup`<h1>${say('signed-out-here')}</h1><p class="lead">${say('signed-out-there')}</p>
<p class="section"><a class="button" href="${href('/sign-in/provider/out')}">${say('sign-out-there')}</a></p>
<p><a href="${href('/sign-in')}">${say('sign-in')}</a></p>`
  return await sendPage(request, reply, { title: say('signed-out-here'), main })
}

type ToldKey = Extract<PeopleKey, 'provider-away' | 'provider-stale' | 'provider-unknown' | 'provider-refused'>

async function sendTold(request: FastifyRequest, reply: FastifyReply, key: ToldKey): Promise<FastifyReply> {
  const say = sayPeople(request.lang)
  const main = markup`<h1>${say(key)}</h1><p class="lead">${say(`${key}-next`)}</p>
<p class="section"><a class="button" href="${href('/sign-in')}">${say('sign-in')}</a></p>`
  return await sendPage(request, reply, { title: say(key), main, isError: true })
}

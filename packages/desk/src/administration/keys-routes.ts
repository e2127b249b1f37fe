/** The page of keys and retention: what the vault holds, and a new master key. */
import { markup } from '@brightline/documents/html'
import { dayWords } from '@brightline/wording'
import { sql } from 'kysely'
import type { FastifyReply } from 'fastify'
import type { Temporal } from 'temporal-polyfill'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf } from '../server/frame.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { longestKeyCall } from '../vault/key-service.ts'
import { rewrapKeys } from '../vault/upkeep.ts'
import { noteEvent } from './note-event.ts'
import { factList, sendAdministration, type Exchange } from './page.ts'
import { sayAdministration } from './words.ts'

/** Declares the routes. */
export function declareKeys(app: App, room: Room): void {
  const { database, keys, rotateKeys } = room
  app.get('/administration/keys', async (request, reply) => await sendKeys({ room, request, reply }, null))
  app.post('/administration/keys', async (request, reply) => {
    const { who } = requireSignedIn(request, ['administrator'])
    if (rotateKeys === undefined) throw new Refusal('not-allowed')
    await rotateKeys()
    const count = await rewrapKeys(database, keys)
    await transaction(database, who, async (work) => await noteEvent(work, who, 'key-rotated'))
    return await sendKeys({ room, request, reply }, count)
  })
}

interface VaultNumbers {
  readonly kept: number
  readonly destroyed: number
  readonly next: Temporal.PlainDate | null
  readonly older: number
  readonly held_back: number
}

async function readNumbers(database: Database, who: Who, newest: string): Promise<VaultNumbers> {
  return await transaction(database, who, async (work) => {
    const { rows } =
      await sql<VaultNumbers>`select kept, destroyed, next, older, held_back from desk.vault_numbers(${newest})`.execute(
        work,
      )
    return rows[0] ?? { kept: 0, destroyed: 0, next: null, older: 0, held_back: 0 }
  })
}

async function sendKeys(exchange: Exchange, wrapped: number | null): Promise<FastifyReply> {
  const { room, request } = exchange
  const { who } = requireSignedIn(request, ['administrator'])
  const say = sayAdministration(request.lang)
  const newest = await room.keys.newest(AbortSignal.timeout(longestKeyCall))
  const { kept, destroyed, next, older, held_back: heldBack } = await readNumbers(room.database, who, newest)
  const facts = factList([
    [say('vault-kept'), kept],
    [say('vault-destroyed'), destroyed],
    [say('vault-next'), next === null ? say('nothing-next') : dayWords(next.toString(), request.lang)],
    [say('vault-held-back'), heldBack],
    [say('key-newest'), markup`<span class="mono">${newest}</span>`],
    [say('vault-older'), older],
  ])
  const rotate =
    room.rotateKeys === undefined
      ? markup`<p class="section">${say('rotate-outside')}</p>`
      : markup`<form method="post" action="${href('/administration/keys')}" class="section">${formWordField(frameOf(request))}<p>${say('rotate-lead')}</p><button>${say('rotate')}</button></form>`
  const retention = markup`<p class="section"><a href="${href('/administration/retention')}">${say('retention')}</a><br><span class="soft">${say('retention-lead')}</span></p>`
  const done = wrapped === null ? undefined : say('rotated-words', { count: wrapped })
  return await sendAdministration(exchange, { name: 'keys', done, body: markup`${facts}${retention}${rotate}` })
}

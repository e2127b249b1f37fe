/** The first page of a request, and the two questions for whoever is not sure. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { transaction, type Who } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { isToken, newToken } from '../people/token.ts'
import type { Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { beginRequest } from './begin.ts'
import { begunNote, readBegun } from './begun-empty.ts'
import { newMain } from './new-page.ts'
import { offeredBy, sureMain } from './not-sure.ts'
import { findWay, ways, type Way } from './way.ts'
import { sayIntake } from './words.ts'

const line = Type.Optional(Type.String({ maxLength: 100 }))
const New = Type.Object({ way: line, opening: line, desk: line })
const Sure = Type.Object({ top: line, title: line, asked: line })

/** The roles that begin requests. */
export const workingRoles = ['clerk', 'supervisor', 'counsel'] as const

/** Declares the routes. */
export function declareNew(app: App, room: Room): void {
  app.get('/new', async (request, reply) => await sendNew({ room, request, reply }))
  app.post('/new', { schema: { body: New } }, async (request, reply) => {
    const { who, timeZone } = requireSignedIn(request, workingRoles)
    const { opening = '', desk = '' } = request.body
    const say = sayIntake(request.lang)
    const way = findWay(request.body.way)
    if (way === null) return await sendNew({ room, request, reply }, { faults: new Map([['way', say('new-missing')]]) })
    const at = who.desk ?? (await listDesks(room, who)).find(({ id }) => id === desk)?.id
    if (at === undefined)
      return await sendNew({ room, request, reply }, { faults: new Map([['desk', say('new-desk-missing')]]) })
    const word = isToken(opening) ? opening : newToken()
    const reference = await beginRequest(room, who, { way, opening: word, desk: at, timeZone })
    return await reply.redirect(href(`/cases/${reference}/arrival`), 303)
  })
  app.get('/new/not-sure', { schema: { querystring: Sure } }, async (request, reply) => {
    requireSignedIn(request, workingRoles)
    const say = sayIntake(request.lang)
    const { top = '', title = '', asked } = request.query
    const offered = offeredBy(top, title)
    if (offered !== null) return await sendNew({ room, request, reply }, { offered, lead: say('sure-result') })
    const faults: Faults = new Map(asked === undefined ? [] : [['top', say('sure-missing')]])
    if (faults.size > 0) void reply.code(422)
    const main = sureMain(frameOf(request), { top, title }, faults)
    return await sendPage(request, reply, { title: say('sure-title'), main, isError: faults.size > 0 })
  })
}

interface Asked {
  readonly room: Room
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

interface Shown {
  readonly faults?: Faults
  readonly offered?: readonly Way[]
  readonly lead?: string
}

async function sendNew({ room, request, reply }: Asked, shown: Shown = {}): Promise<FastifyReply> {
  const { who } = requireSignedIn(request, workingRoles)
  const say = sayIntake(request.lang)
  const { faults = new Map(), offered = ways, lead = say('new-lead') } = shown
  const desks = who.desk === null ? await listDesks(room, who) : []
  const begun = begunNote(await readBegun(room.database, who), request.lang)
  const opening = [['opening', newToken()]] as const
  const words = { over: say('new-over'), title: say('new-title'), lead }
  const main = newMain({
    frame: frameOf(request),
    path: '/new',
    hidden: opening,
    desks,
    faults,
    offered,
    begun,
    ...words,
  })
  if (faults.size > 0) void reply.code(422)
  return await sendPage(request, reply, { title: say('new-title'), main, isError: faults.size > 0 })
}

async function listDesks(
  { database }: Room,
  who: Who,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return await transaction(
    database,
    who,
    async (work) => await work.selectFrom('desks').select(['id', 'name']).orderBy('created_at').execute(),
  )
}

/** The queue of requests. Each filter and each page is an address, so that a list can be kept and sent. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import type { Role } from '../people/role.ts'
import { casePath } from '../question/open-interview.ts'
import type { Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { isRequest, readReference } from './find-request.ts'
import { queueMain, queueNews } from './page.ts'
import { filters, readQueue, type Filter } from './queue.ts'
import { sayQueue } from './words.ts'

const Query = Type.Object({
  show: Type.Optional(Type.String({ maxLength: 20 })),
  page: Type.Optional(Type.String({ maxLength: 20 })),
})
const Found = Type.Object({ find: Type.Optional(Type.String({ maxLength: 60 })) })

/** So many pages can be asked for. */
const mostPages = 10_000

/** The roles that see requests. */
const readingRoles: readonly Role[] = ['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor']

/** Declares the routes. */
export function declareQueue(app: App, room: Room): void {
  app.get('/queue', { schema: { querystring: Query } }, async (request, reply) => {
    requireSignedIn(request, readingRoles)
    return await sendQueue(room, request, reply, { ...request.query, find: '', faults: new Map() })
  })
  // What is typed here stands in no address: it could be a name.
  app.post('/queue', { schema: { body: Found } }, async (request, reply) => {
    const { who } = requireSignedIn(request, readingRoles)
    const { find = '' } = request.body
    const reference = readReference(find)
    if (reference !== null && (await isRequest(room.database, who, reference)))
      return await reply.redirect(href(casePath(reference)), 303)
    const say = sayQueue(request.lang)
    const fault = reference === null ? say('find-wrong') : say('find-none', { reference })
    void reply.code(reference === null ? 422 : 404)
    return await sendQueue(room, request, reply, { find, faults: new Map([['find', fault]]) })
  })
}

interface Sent {
  readonly show?: string
  readonly page?: string
  readonly find: string
  readonly faults: Faults
}

async function sendQueue(
  { database, law }: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  { show, page: asked, find, faults }: Sent,
): Promise<FastifyReply> {
  const { who, timeZone } = requireSignedIn(request)
  const { lang } = request
  const filter = filterNamed(show) ?? (who.role === 'auditor' || who.role === 'records-officer' ? 'all' : 'waiting')
  const page = pageNamed(asked)
  const found = await readQueue(database, who, filter, page)
  const place = await transaction(
    database,
    who,
    async (work) => await work.selectFrom('agencies').select('place').executeTakeFirstOrThrow(),
  )
  const { stackOn } = await law.of(place.place)
  const stack = stackOn(Temporal.Now.plainDateISO(timeZone).toString())
  const formWord = formWordField(frameOf(request))
  const queue = { ...found, filter, page, stack, timeZone, lang, find, faults, formWord }
  return await sendPage(request, reply, {
    title: `${queueNews(queue)} · ${sayQueue(lang)('queue')}`,
    main: queueMain(queue),
    isError: faults.size > 0,
  })
}

function filterNamed(word: string | undefined): Filter | null {
  return filters.find((filter) => filter === word) ?? null
}

function pageNamed(word: string | undefined): number {
  const page = /^[0-9]{1,5}$/.test(word ?? '') ? Number(word) : 1
  return Math.min(Math.max(page, 1), mostPages)
}

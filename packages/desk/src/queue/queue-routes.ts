/** The queue of requests. Each filter and each page is an address, so that a list can be kept and sent. */
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import type { Role } from '../people/role.ts'
import { sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { queueMain, queueNews } from './page.ts'
import { filters, readQueue, type Filter } from './queue.ts'
import { sayQueue } from './words.ts'

const Query = Type.Object({
  show: Type.Optional(Type.String({ maxLength: 20 })),
  page: Type.Optional(Type.String({ maxLength: 20 })),
})

/** So many pages can be asked for. */
const mostPages = 10_000

/** The roles that see requests. */
const readingRoles: readonly Role[] = ['clerk', 'supervisor', 'counsel', 'records-officer', 'auditor']

/** Declares the route. */
export function declareQueue(app: App, { database, law }: Room): void {
  app.get('/queue', { schema: { querystring: Query } }, async (request, reply) => {
    const { who, timeZone } = requireSignedIn(request, readingRoles)
    const { lang } = request
    const filter =
      filterNamed(request.query.show) ?? (who.role === 'auditor' || who.role === 'records-officer' ? 'all' : 'waiting')
    const page = pageNamed(request.query.page)
    const found = await readQueue(database, who, filter, page)
    const place = await transaction(
      database,
      who,
      async (work) => await work.selectFrom('agencies').select('place').executeTakeFirstOrThrow(),
    )
    const { stackOn } = await law.of(place.place)
    const stack = stackOn(Temporal.Now.plainDateISO(timeZone).toString())
    const queue = { ...found, filter, page, stack, timeZone, lang }
    return await sendPage(request, reply, {
      title: `${queueNews(queue)} · ${sayQueue(lang)('queue')}`,
      main: queueMain(queue),
    })
  })
}

function filterNamed(word: string | undefined): Filter | null {
  return filters.find((filter) => filter === word) ?? null
}

function pageNamed(word: string | undefined): number {
  const page = /^[0-9]{1,5}$/.test(word ?? '') ? Number(word) : 1
  return Math.min(Math.max(page, 1), mostPages)
}

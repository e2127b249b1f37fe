/** The page of backups: when the last was made, and the button that proves that one can be restored. */
import { markup, type Markup } from '@brightline/documents/html'
import type { FastifyReply } from 'fastify'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import { clockTime } from '../home/time.ts'
import { requireSignedIn } from '../people/require.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { faultOf } from '../server/log.ts'
import { frameOf } from '../server/frame.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { noteEvent } from './note-event.ts'
import { factList, sendAdministration, type Exchange } from './page.ts'
import { sayAdministration } from './words.ts'
import type { Temporal } from 'temporal-polyfill'
import { withCode } from '../screen/with-code.ts'

/** Declares the routes. */
export function declareBackup(app: App, room: Room): void {
  const { database, testRestore, log } = room
  app.get('/administration/backup', async (request, reply) => await sendBackup({ room, request, reply }, null))
  app.post('/administration/backup', async (request, reply) => {
    const { who } = requireSignedIn(request, ['administrator'])
    if (testRestore === undefined) throw new Refusal('not-allowed')
    const rows = await testRestore().catch((error: unknown) => {
      log('failed', { request: request.id, ...faultOf(error) })
      return null
    })
    await transaction(database, who, async (work) => await noteEvent(work, who, 'restore-tested'))
    return await sendBackup({ room, request, reply }, { rows })
  })
}

interface Operation {
  readonly kind: 'backup' | 'test-restore'
  readonly at: Temporal.Instant
  readonly is_good: boolean
  readonly row_count: number
}

async function readLast(database: Database, who: Who): Promise<readonly Operation[]> {
  return await transaction(
    database,
    who,
    async (work) =>
      await work
        .selectFrom('operations')
        .select(['kind', 'at', 'is_good', 'row_count'])
        .distinctOn('kind')
        .orderBy('kind')
        .orderBy('at', 'desc')
        .execute(),
  )
}

async function sendBackup(exchange: Exchange, tested: { readonly rows: number | null } | null): Promise<FastifyReply> {
  const { room, request } = exchange
  const { who, timeZone } = requireSignedIn(request, ['administrator'])
  const { lang } = request
  const say = sayAdministration(lang)
  const last = await readLast(room.database, who)
  const told = (kind: Operation['kind']): string => {
    const found = last.find((one) => one.kind === kind)
    if (found === undefined) return say('never')
    const what = found.is_good ? say('rows', { count: found.row_count }) : say('it-failed')
    return `${clockTime(found.at, timeZone, lang)}, ${what}`
  }
  const facts = factList([
    [say('last-backup'), told('backup')],
    [say('last-test'), told('test-restore')],
  ])
  const body: Markup =
    room.testRestore === undefined
      ? markup`<p class="section">${say('backup-outside')}</p>`
      : markup`${facts}<form method="post" action="${href('/administration/backup')}" class="section">${formWordField(frameOf(request))}<p>${say('test-restore-lead')}</p><button>${say('test-restore')}</button></form><p class="section">${withCode(say('backup-command'))}</p>`
  const audit = markup`<section class="section"><h2>${say('audit')}</h2><p><a href="${href('/audit')}">${say('show-audit')}</a></p></section>`
  const done =
    tested === null ? undefined : tested.rows === null ? say('test-bad') : say('test-good', { count: tested.rows })
  return await sendAdministration(exchange, { name: 'backup', done, body: markup`${body}${audit}` })
}

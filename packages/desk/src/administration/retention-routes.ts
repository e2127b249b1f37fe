/** The page on which an administrator says how long identities are kept, and what says so. */
import { markup, type Markup } from '@brightline/documents/html'
import { sql } from 'kysely'
import type { FastifyReply } from 'fastify'
import type { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { codeWords } from '../screen/code-words.ts'
import { sources } from './retention-source.ts'
import { transaction, type Work } from '../database/transaction.ts'
import { clockTime } from '../home/time.ts'
import { usualYears } from '../intake/retention.ts'
import { requireSignedIn } from '../people/require.ts'
import { listField, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { noteEvent } from './note-event.ts'
import { factList, sendAdministration, type Exchange } from './page.ts'
import { sayAdministration } from './words.ts'

/** What may say how long something is kept: codes, because free text would name people. */

const short = Type.Optional(Type.String({ maxLength: 40 }))
const Body = Type.Object({ years: short, source: short, confirmed: short })
type Typed = Type.Static<typeof Body>

/** Declares the routes. */
export function declareRetention(app: App, room: Room): void {
  const path = '/administration/retention'
  app.get(path, async (request, reply) => await sendRetention({ room, request, reply }, {}))
  app.post(path, { schema: { body: Body } }, async (request, reply) => {
    const { who } = requireSignedIn(request, ['administrator'])
    const typed = request.body
    const say = sayAdministration(request.lang)
    const years = readYears(typed.years)
    const source = sources.find((one) => one === typed.source)
    const faults = new Map<string, string>([
      ...(years === null ? [['years', say('retention-years-wrong')] as const] : []),
      ...(source === undefined ? [['source', say('retention-source-missing')] as const] : []),
    ])
    if (years === null || source === undefined) return await sendRetention({ room, request, reply }, { typed, faults })
    const due = await transaction(room.database, who, async (work) => {
      const count = await countDue(work, years)
      if (count > 0 && typed.confirmed !== String(count)) return count
      const row = { agency_id: who.agency, years, source, set_by: who.user }
      await work.insertInto('retentions').values(row).execute()
      await noteEvent(work, who, 'retention-set')
      return 0
    })
    if (due === 0) return await sendRetention({ room, request, reply }, { done: say('retention-done') })
    const sure = new Map([['confirmed', say('retention-sure', { count: due })]])
    return await sendRetention({ room, request, reply }, { typed, faults: sure, due })
  })
}

function readYears(typed = ''): number | null {
  return /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= 100 ? Number(typed) : null
}

async function countDue(work: Work, years: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select desk.due_under(${years}::integer) as count`.execute(work)
  return rows[0]?.count ?? 0
}

interface Shown {
  readonly typed?: Typed
  readonly faults?: Faults
  readonly done?: string
  /** So many identities would be destroyed at once. */
  readonly due?: number
}

async function sendRetention(exchange: Exchange, shown: Shown): Promise<FastifyReply> {
  const { room, request } = exchange
  const { who, timeZone } = requireSignedIn(request, ['administrator'])
  const { lang } = request
  const say = sayAdministration(lang)
  const row = await transaction(
    room.database,
    who,
    async (work) =>
      await work
        .selectFrom('retentions')
        .select(['years', 'source', 'set_at'])
        .orderBy('set_at', 'desc')
        .orderBy('id', 'desc')
        .executeTakeFirst(),
  )
  const facts = factList([[say('retention-now'), inUse(row, timeZone, lang)]])
  const body = markup`${facts}<form method="post" action="${href('/administration/retention')}" class="section">${formWordField(frameOf(request))}${fieldsOf(shown, lang)}<button>${say('retention-save')}</button></form>`
  return await sendAdministration(exchange, {
    name: 'retention',
    done: shown.done,
    faults: shown.faults ?? new Map(),
    body,
  })
}

interface KeptRow {
  readonly years: number
  readonly source: string
  readonly set_at: Temporal.Instant
}

function inUse(row: KeptRow | undefined, timeZone: string, lang: string): string {
  const say = sayAdministration(lang)
  if (row === undefined) return say('retention-usual', { years: usualYears })
  const source = codeWords(sources, row.source, (one) => say(`source-${one}`), lang)
  const when = clockTime(row.set_at, timeZone, lang)
  return say('retention-set', { years: row.years, source, when })
}

function fieldsOf({ typed = {}, faults = new Map(), due = 0 }: Shown, lang: string): Markup {
  const say = sayAdministration(lang)
  const years = { name: 'years', label: say('retention-years'), hint: say('retention-years-hint') }
  const options = [
    { value: '', name: say('retention-none') },
    ...sources.map((value) => ({ value, name: say(`source-${value}`) })),
  ]
  const source = { name: 'source', label: say('retention-source'), options, value: typed.source ?? '' }
  const confirm = markup`<p class="field wrong"><label><input type="checkbox" id="confirmed" name="confirmed" value="${due}"> <span>${say('retention-confirm', { count: due })}</span></label></p>`
  return markup`${textField({ ...years, value: typed.years ?? '', width: 'short' }, faults)}${listField(source, faults)}${due === 0 ? null : confirm}`
}

/** The page of the agency and its desks. */
import { markup, type Markup } from '@brightline/documents/html'
import { Type } from 'typebox'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { listField, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { zones } from '../setup/set-up.ts'
import { noteEvent } from './note-event.ts'
import { factList, sendAdministration, type Exchange } from './page.ts'
import { sayAdministration } from './words.ts'
import type { FastifyReply } from 'fastify'
import { zoneName } from '../screen/zone-name.ts'
import { namesOf } from '@brightline/wording'
import { unknownNote } from '../setup/not-encoded.ts'
import { trailOf } from '../setup/place-list.ts'

const line = Type.Optional(Type.String({ maxLength: 300 }))
const AgencyForm = Type.Object({ name: line, zone: line })
const DeskForm = Type.Object({ desk: line, prefix: line })

/** Declares the routes. */
export function declarePlace(app: App, room: Room): void {
  const { database } = room
  app.get('/administration/place', async (request, reply) => await sendPlace({ room, request, reply }, {}))
  app.post('/administration/place', { schema: { body: AgencyForm } }, async (request, reply) => {
    const { who } = requireSignedIn(request, ['administrator'])
    const [name, zone] = [(request.body.name ?? '').trim(), request.body.zone ?? '']
    const say = sayAdministration(request.lang)
    const faults = new Map([
      ...(isLine(name) ? [] : [['name', say('line-wrong')] as const]),
      ...(zones.some((known) => known === zone) ? [] : [['zone', say('zone-wrong')] as const]),
    ])
    if (faults.size > 0) return await sendPlace({ room, request, reply }, { faults, typed: request.body })
    await transaction(database, who, async (work) => {
      await work.updateTable('agencies').set({ name, time_zone: zone }).where('id', '=', who.agency).execute()
      await noteEvent(work, who, 'agency-changed', who.agency)
    })
    return await reply.redirect(href('/administration/place', { done: 'yes' }), 303)
  })
  app.post('/administration/desks', { schema: { body: DeskForm } }, async (request, reply) => {
    const { who } = requireSignedIn(request, ['administrator'])
    const [name, prefix] = [(request.body.desk ?? '').trim(), (request.body.prefix ?? '').trim()]
    const say = sayAdministration(request.lang)
    const faults = new Map([
      ...(isLine(name) ? [] : [['desk', say('line-wrong')] as const]),
      ...(/^[A-Z]{2,4}$/.test(prefix) ? [] : [['prefix', say('prefix-wrong')] as const]),
    ])
    if (faults.size === 0 && !(await addDesk(database, who, { name, prefix })))
      faults.set('prefix', say('prefix-taken'))
    if (faults.size > 0) return await sendPlace({ room, request, reply }, { faults, typed: request.body })
    return await reply.redirect(href('/administration/place', { done: 'yes' }), 303)
  })
}

function isLine(text: string): boolean {
  return /^\S(?:.{0,198}\S)?$/u.test(text)
}

interface NewDesk {
  readonly name: string
  readonly prefix: string
}

async function addDesk(database: Database, who: Who, { name, prefix }: NewDesk): Promise<boolean> {
  return await transaction(database, who, async (work) => {
    const row = { agency_id: who.agency, name, prefix }
    const added = await work
      .insertInto('desks')
      .values(row)
      .onConflict((conflict) => conflict.columns(['agency_id', 'prefix']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added !== undefined) await noteEvent(work, who, 'desk-added', added.id)
    return added !== undefined
  })
}

interface Typed {
  readonly name?: string
  readonly zone?: string
  readonly desk?: string
  readonly prefix?: string
}

async function sendPlace(
  exchange: Exchange,
  { faults = new Map(), typed = {} }: { readonly faults?: Faults; readonly typed?: Typed },
): Promise<FastifyReply> {
  const { room, request } = exchange
  const { who } = requireSignedIn(request, ['administrator'])
  const say = sayAdministration(request.lang)
  const { agency, desks } = await transaction(room.database, who, async (work) => ({
    agency: await work.selectFrom('agencies').selectAll().executeTakeFirstOrThrow(),
    desks: await work.selectFrom('desks').select(['name', 'prefix']).orderBy('name').execute(),
  }))
  const { library } = await room.law.all()
  const word = formWordField(frameOf(request))
  const options = zones.map((zone) => ({ value: zone, name: zoneName(zone, request.lang) }))
  const body = markup`<form method="post" action="${href('/administration/place')}">${word}
${textField({ name: 'name', label: say('agency-name'), hint: say('agency-name-hint'), value: typed.name ?? agency.name }, faults)}
${listField({ name: 'zone', label: say('time-zone'), options, value: typed.zone ?? agency.time_zone }, faults)}
<button>${say('save')}</button></form>
${factList([[say('place-fixed'), say('place-fixed-lead', { place: trailOf(library, agency.place, request.lang).join(' › '), kind: namesOf({ vocabulary: library.vocabulary, library }, request.lang).agency(agency.kind) })]])}
${unknownNote(library, agency.place_asked ?? '', request.lang)}
<section class="section"><h2>${say('desks')}</h2>${desksTable(desks, request.lang)}
<form method="post" action="${href('/administration/desks')}">${word}
${textField({ name: 'desk', label: say('desk-name'), value: typed.desk ?? '' }, faults)}
${textField({ name: 'prefix', label: say('desk-prefix'), hint: say('desk-prefix-hint'), value: typed.prefix ?? '', width: 'short' }, faults)}
<button class="second">${say('add-desk')}</button></form></section>`
  return await sendAdministration(exchange, {
    name: 'place',
    done: wasDone(request.url) ? say('done') : undefined,
    faults,
    body,
  })
}

/** Tells if the address says that something was just done. */
export function wasDone(url: string): boolean {
  return /[?&]done=yes(?:&|$)/.test(url)
}

function desksTable(desks: readonly NewDesk[], lang: string): Markup {
  const say = sayAdministration(lang)
  const rows = desks.map(
    ({ name, prefix }) => markup`<tr><th scope="row">${name}</th><td class="mono">${prefix}</td></tr>`,
  )
  return markup`<table><thead><tr><th scope="col">${say('desk-name')}</th><th scope="col">${say('desk-prefix')}</th></tr></thead><tbody>${rows}</tbody></table>`
}

/** Who works here: the list for administrators, a new person, and the invitation by which that person begins. */
import { markup, type Markup } from '@brightline/documents/html'
import { joined } from '@brightline/wording'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { administrationTrail } from '../administration/page.ts'
import { sayAdministration } from '../administration/words.ts'
import { faultList, listField, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { sayFrame } from '../screen/words.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import { ownAddress } from '../server/own-address.ts'
import type { App, Room } from '../server/room.ts'
import { declareAccount } from './account-routes.ts'
import { declareInvitation } from './invitation-routes.ts'
import { declarePerson } from './person-routes.ts'
import { requireSignedIn } from './require.ts'
import { isRole, roles, type Role } from './role.ts'
import { addUser, listPeople, type DeskName, type User } from './user.ts'
import { sayPeople } from './words.ts'

const short = Type.Optional(Type.String({ maxLength: 100 }))
const NewPerson = Type.Object({ name: short, role: short, desk: short })
type NewPersonForm = Type.Static<typeof NewPerson>

/** Declares the routes. */
export function declarePeople(app: App, room: Room): void {
  const { database } = room
  app.get('/people', async (request, reply) => await sendPeople(room, request, reply))
  app.post('/people', { schema: { body: NewPerson } }, async (request, reply) => {
    const { who } = requireSignedIn(request, ['administrator'])
    const { name = '', role = '', desk = '' } = request.body
    const say = sayPeople(request.lang)
    if (!/^[a-z0-9][a-z0-9.-]{0,99}$/.test(name))
      return await sendPeople(room, request, reply, { faults: new Map([['name', say('name-wrong')]]) })
    const { desks } = await listPeople(database, who)
    const chosen: Role = isRole(role) ? role : 'clerk'
    const at = chosen === 'clerk' ? (desks.find(({ id }) => id === desk) ?? desks[0])?.id : null
    const token = at === undefined ? null : await addUser(database, who, { name, role: chosen, desk: at })
    return token === null
      ? await sendPeople(room, request, reply, { faults: new Map([['name', say('name-taken')]]) })
      : await sendPeople(room, request, reply, { invitation: token })
  })
  declareInvitation(app, room)
  declarePerson(app, room)
  declareAccount(app, room)
}

interface Said {
  readonly faults?: Faults
  readonly invitation?: string
}

async function sendPeople(
  room: Room,
  request: FastifyRequest<{ Body: unknown }>,
  reply: FastifyReply,
  { faults = new Map(), invitation }: Said = {},
): Promise<FastifyReply> {
  const { who } = requireSignedIn(request, ['administrator'])
  const { users, desks } = await listPeople(room.database, who)
  const say = sayPeople(request.lang)
  const others = users.filter((user) => user.roles.some(({ role }) => role !== 'administrator'))
  const title = others.length === 0 ? say('people-none') : say('people-some', { count: users.length })
  const address = `${ownAddress(room, request)}/invitation/${invitation ?? ''}`
  const once = markup`<div class="note" role="status"><p>${say('invited')}: <b class="once mono">${address}</b> ${say('not-shown-again')}</p></div>`
  const main = markup`${faultList(request.lang, faults)}${administrationTrail(request.lang, sayAdministration(request.lang)('people'))}<h1>${title}</h1>
${invitation === undefined ? null : once}${others.length === 0 ? null : missingNote(request.lang, users)}
${tableOf(request.lang, users)}
${newPersonForm(request, desks, faults)}`
  if (faults.size > 0) void reply.code(422)
  return await sendPage(request, reply, { title, main, isError: faults.size > 0 })
}

/** Says which second persons nobody is: what they confirm would wait for ever. */
function missingNote(lang: string, users: readonly User[]): Markup | null {
  const missing = (['supervisor', 'counsel'] as const).filter((role) =>
    users.every(({ roles: held }) => held.every((one) => one.role !== role)),
  )
  if (missing.length === 0) return null
  const names = joined(
    missing.map((role) => sayFrame(lang)(role)),
    'and',
    lang,
  )
  return markup`<div class="note"><p>${sayPeople(lang)('second-missing', { roles: names })}</p></div>`
}

function tableOf(lang: string, users: readonly User[]): Markup {
  const say = sayPeople(lang)
  const rows = users.map(({ id, name, roles: held }) => {
    const words = held.map(({ role, deskName }) => {
      const said = sayFrame(lang)(role)
      return deskName === null ? said : say('at-desk', { role: said, desk: deskName })
    })
    return markup`<tr><th scope="row"><a href="${href(`/people/${id}`)}">${name}</a></th><td>${words.join('; ')}</td></tr>`
  })
  return markup`<section class="section"><table><thead><tr><th scope="col">${say('people-name')}</th><th scope="col">${say('people-roles')}</th></tr></thead>
<tbody>${rows}</tbody></table></section>`
}

function newPersonForm(request: FastifyRequest<{ Body: unknown }>, desks: readonly DeskName[], faults: Faults): Markup {
  const say = sayPeople(request.lang)
  const typed: NewPersonForm = faults.size > 0 ? typedIn(request.body) : {}
  const roleNames = roles.map((role) => ({ value: role, name: sayFrame(request.lang)(role) }))
  const deskNames = desks.map(({ id, name }) => ({ value: id, name }))
  return markup`<section class="section"><h2>${say('add-person')}</h2>
<form method="post" action="${href('/people')}">${formWordField(frameOf(request))}
${textField({ name: 'name', label: say('people-name'), hint: say('add-name-hint'), value: typed.name ?? '' }, faults)}
${listField({ name: 'role', label: say('add-role'), options: roleNames, value: typed.role ?? '' }, faults)}
${listField({ name: 'desk', label: say('add-desk'), hint: say('add-desk-hint'), options: deskNames, value: typed.desk ?? '' }, faults)}
<button>${say('add')}</button></form></section>`
}

/** What was typed, to be shown again. It was held against its schema before. */
function typedIn(body: unknown): NewPersonForm {
  const values = new Map<string, unknown>(Object.entries(typeof body === 'object' && body !== null ? body : {}))
  const take = (name: string): string => {
    const value = values.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { name: take('name'), role: take('role'), desk: take('desk') }
}

/** What an administrator sees of one person. */
import { markup, type Markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { administrationTrail } from '../administration/page.ts'
import { faultList, listField, textField } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { sayFrame } from '../screen/words.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import { ownAddress } from '../server/own-address.ts'
import { Refusal } from '../server/refusal.ts'
import type { Room } from '../server/room.ts'
import { readAccount, type Account } from './account.ts'
import { doneNote, passkeyList, sessionSection } from './account-page.ts'
import { sayAccount, type AccountKey, type DoneKey, type WrongKey } from './account-words.ts'
import { requireSignedIn } from './require.ts'
import { roles } from './role.ts'
import { listPeople, type DeskName, type User } from './user.ts'
import { sayPeople } from './words.ts'

/** What was just done, what could not be, or the link that was made. */
export interface Told {
  readonly done?: DoneKey
  readonly wrong?: WrongKey
  readonly link?: string
}

interface Exchange {
  readonly room: Room
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Sends the page. */
export async function sendPerson(
  { room, request, reply }: Exchange,
  user: string,
  { done, wrong, link }: Told,
): Promise<FastifyReply> {
  const { who, isDemonstration } = requireSignedIn(request, ['administrator'])
  const account = await readAccount(room.database, who, user)
  const { users, desks } = await listPeople(room.database, who)
  const person = users.find(({ id }) => id === user)
  if (account === null || person === undefined) throw new Refusal('not-found')
  const say = sayAccount(request.lang)
  const base = `/people/${user}`
  const faults = new Map(wrong === undefined ? [] : [[wrong === 'provider-taken' ? 'value' : 'roles', say(wrong)]])
  const main = markup`${faultList(request.lang, faults)}${administrationTrail(request.lang, account.name, markup`<a href="${href('/people')}">${sayPeople(request.lang)('people')}</a>`)}
<h1>${account.name}</h1><p class="lead">${say(leadOf(account, isDemonstration))}</p>
${doneNote(done === undefined ? null : say(done))}${link === undefined ? null : linkNote(request, room, link)}
${roleSection(request, person, desks)}
${sessionSection(request, account, base)}
<section class="section"><h2>${say('passkeys')}</h2>${passkeyList(request, account, base)}</section>
${room.provider === undefined ? null : providerSection(request, account, base, faults)}
${lastSections(request, base)}`
  if (faults.size > 0) void reply.code(422)
  return await sendPage(request, reply, { title: account.name, main, isError: faults.size > 0 })
}

/** Says what is to be known first. */
function leadOf({ isLocked, hasPassword }: Account, isDemonstration: boolean): AccountKey {
  if (isLocked) return 'person-locked'
  if (hasPassword) return 'person-lead'
  return isDemonstration ? 'person-in-demonstration' : 'person-no-password'
}

function linkNote(request: FastifyRequest, room: Room, token: string): Markup {
  const address = `${ownAddress(room, request)}/invitation/${token}`
  return markup`<div class="note" role="status"><p>${sayAccount(request.lang)('recovery-link')}: <b class="once mono">${address}</b> ${sayPeople(request.lang)('not-shown-again')}</p></div>`
}

function roleSection(request: FastifyRequest, { id, roles: held }: User, desks: readonly DeskName[]): Markup {
  const [say, frame] = [sayAccount(request.lang), sayFrame(request.lang)]
  const rows = held.map(({ role, deskId, deskName }) => {
    const words =
      deskName === null ? frame(role) : sayPeople(request.lang)('at-desk', { role: frame(role), desk: deskName })
    return markup`<li class="in-row"><span>${words}</span><form method="post" action="${href(`/people/${id}/roles-remove`)}">${formWordField(frameOf(request))}<input type="hidden" name="role" value="${role}"><input type="hidden" name="desk" value="${deskId ?? ''}"><button class="plain">${say('take-away', { role: words })}</button></form></li>`
  })
  const roleNames = roles.map((role) => ({ value: role, name: frame(role) }))
  const deskNames = desks.map((desk) => ({ value: desk.id, name: desk.name }))
  const none = new Map<string, string>()
  const sayOf = sayPeople(request.lang)
  return markup`<section class="section" id="roles"><h2>${sayOf('people-roles')}</h2><ul class="plain">${rows}</ul>
<form method="post" action="${href(`/people/${id}/roles-add`)}">${formWordField(frameOf(request))}
${listField({ name: 'role', label: sayOf('add-role'), options: roleNames }, none)}
${listField({ name: 'desk', label: sayOf('add-desk'), hint: sayOf('add-desk-hint'), options: deskNames }, none)}
<button class="second">${say('give-role')}</button></form></section>`
}

function providerSection(
  request: FastifyRequest,
  { providerValue }: Account,
  base: string,
  faults: ReadonlyMap<string, string>,
): Markup {
  const say = sayAccount(request.lang)
  return markup`<section class="section"><h2>${say('provider')}</h2><form method="post" action="${href(`${base}/provider`)}">${formWordField(frameOf(request))}
${textField({ name: 'value', label: say('provider-value'), hint: say('provider-hint'), value: providerValue ?? '' }, faults)}
<button class="second">${say('save')}</button></form></section>`
}

function lastSections(request: FastifyRequest, base: string): Markup {
  const say = sayAccount(request.lang)
  return markup`<section class="section"><h2>${say('forgotten')}</h2><p>${say('forgotten-lead')}</p>
<form method="post" action="${href(`${base}/recovery`)}">${formWordField(frameOf(request))}<button class="second">${say('make-link')}</button></form></section>
<section class="section"><h2>${say('close')}</h2><p>${say('close-lead')}</p>
<form method="post" action="${href(`${base}/close`)}">${formWordField(frameOf(request))}<button class="second">${say('close')}</button></form></section>`
}

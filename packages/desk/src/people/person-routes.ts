/** The page of one person, for administrators: roles, ways to sign in, sessions, a link, and the end of the account. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { href } from '../screen/href.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { endSessions, readAccount, removePasskey } from './account.ts'
import { makeRecoveryLink } from './link.ts'
import { isLastAdministrator } from './last-administrator.ts'
import { closeAccount, grantRole, linkToProvider, removeRole, type RoleAt } from './person.ts'
import { sendPerson, type Told } from './person-page.ts'
import { requireSignedIn } from './require.ts'
import { isRole } from './role.ts'
import { listPeople } from './user.ts'

const uuid = Type.String({ pattern: '^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const Params = Type.Object({ user: uuid })
const short = Type.Optional(Type.String({ maxLength: 300 }))
const Form = Type.Object({
  role: short,
  desk: short,
  value: short,
  session: Type.Optional(uuid),
  passkey: Type.Optional(uuid),
})
type Form = Type.Static<typeof Form>

/** What is done to whom, and what was typed. */
interface Doing {
  readonly room: Room
  readonly request: FastifyRequest
  readonly user: string
  readonly form: Form
}

/** Each action, and what it says then; a text that begins with `link:` is a token. */
const actions: Readonly<Record<string, (doing: Doing) => Promise<Told>>> = {
  'roles-add': async (doing) => {
    await grantRole(doing.room.database, administrator(doing), doing.user, await roleOf(doing))
    return { done: 'role-granted' }
  },
  'roles-remove': async (doing) => {
    await removeRole(doing.room.database, administrator(doing), doing.user, await roleOf(doing))
    return { done: 'role-removed' }
  },
  'sessions-end': async (doing) => {
    const { user, form, request } = doing
    const { sessionId } = requireSignedIn(request)
    const meant = { user, session: form.session, kept: sessionId }
    await endSessions(doing.room.database, administrator(doing), meant)
    return { done: 'session-ended' }
  },
  'passkeys-remove': async (doing) => {
    if (doing.form.passkey === undefined) throw new Refusal('not-found')
    await removePasskey(doing.room.database, administrator(doing), doing.user, doing.form.passkey)
    return { done: 'passkey-removed' }
  },
  recovery: async (doing) => {
    const token = await makeRecoveryLink(doing.room.database, administrator(doing), doing.user)
    if (token === null) throw new Refusal('not-found')
    return { link: token }
  },
  provider: async (doing) => {
    const { provider, database } = doing.room
    if (provider === undefined) throw new Refusal('not-found')
    const link = { issuer: provider.issuer, value: (doing.form.value ?? '').trim() }
    const isFree = await linkToProvider(database, administrator(doing), doing.user, link)
    return isFree ? { done: 'provider-linked' } : { wrong: 'provider-taken' }
  },
  close: async (doing) => {
    await closeAccount(doing.room.database, administrator(doing), doing.user)
    return { done: 'account-closed' }
  },
}

/** Declares the routes. */
export function declarePerson(app: App, room: Room): void {
  app.get('/people/:user', { schema: { params: Params } }, async (request, reply) => {
    requireSignedIn(request, ['administrator'])
    return await sendPerson({ room, request, reply }, request.params.user, {})
  })
  const params = Type.Object({ user: uuid, action: Type.String({ maxLength: 40 }) })
  app.post('/people/:user/:action', { schema: { params, body: Form } }, async (request, reply) => {
    const { user, action } = request.params
    const { who } = requireSignedIn(request, ['administrator'])
    const act = Object.entries(actions).find(([name]) => name === action)?.[1]
    if (act === undefined || (await readAccount(room.database, who, user)) === null) throw new Refusal('not-found')
    return await answer(
      { room, request, reply },
      user,
      async () => await act({ room, request, user, form: request.body }),
    )
  })
}

interface Exchange {
  readonly room: Room
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

async function answer(exchange: Exchange, user: string, act: () => Promise<Told>): Promise<FastifyReply> {
  try {
    const told = await act()
    if (told.done === 'account-closed') return await exchange.reply.redirect(href('/people'), 303)
    return await sendPerson(exchange, user, told)
  } catch (error) {
    if (!isLastAdministrator(error)) throw error
    return await sendPerson(exchange, user, { wrong: 'last-administrator' })
  }
}

function administrator({ request }: Doing): ReturnType<typeof requireSignedIn>['who'] {
  return requireSignedIn(request, ['administrator']).who
}

async function roleOf(doing: Doing): Promise<RoleAt> {
  const { role = '', desk = '' } = doing.form
  if (!isRole(role)) throw new Refusal('not-understood')
  if (role !== 'clerk') return { role, desk: null }
  const { desks } = await listPeople(doing.room.database, administrator(doing))
  const at = desks.find(({ id }) => id === desk)
  if (at === undefined) throw new Refusal('not-understood')
  return { role, desk: at.id }
}

/** The pages behind the first link: one chooses the place, the other makes the agency and signs its administrator in. */
import type { Library } from '@brightline/language'
import { whyNoPlace } from '@brightline/law-files'
import { sentence } from '@brightline/wording'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { linkLimit, sendUsed } from '../people/invitation-routes.ts'
import { isLinkGood } from '../people/link.ts'
import { longestPassword } from '../people/password.ts'
import { listRoles, startSession } from '../people/session.ts'
import { isToken } from '../people/token.ts'
import type { Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { frameOf, keepSession, sendPage } from '../server/frame.ts'
import { limit } from '../server/rate-limit.ts'
import type { App, Room } from '../server/room.ts'
import { placePage } from './place-page.ts'
import { findPlaces, type FoundPlaces } from './place-search.ts'
import { saySetUpPlace } from './place-words.ts'
import { formPage } from './set-up-page.ts'
import { setUp, setUpFaults, zoneOf, type SetUpForm } from './set-up.ts'
import { saySetUp } from './words.ts'

const line = Type.Optional(Type.String({ maxLength: 300 }))
const password = Type.Optional(Type.String({ maxLength: longestPassword }))
const Form = Type.Object({
  agency: line,
  place: line,
  asked: line,
  kind: line,
  zone: line,
  desk: line,
  prefix: line,
  name: line,
  password,
  again: password,
})
const Token = Type.Object({ token: Type.String({ maxLength: 100 }) })
const Asked = Type.Object({ q: line, place: line, asked: line, kind: line, agency: line })

/** Declares the routes. */
export function declareSetUp(app: App, { database, isSecure, law }: Room): void {
  app.get('/set-up/:token', { schema: { params: Token, querystring: Asked } }, async (request, reply) => {
    await limit(database, `link from ${request.ip}`, linkLimit)
    const { token } = request.params
    if (!isToken(token) || !(await isLinkGood(database, token, 'set-up'))) return await sendUsed(request, reply)
    const { library } = await law.all()
    const { q, place, asked, kind, agency } = request.query
    const chosen = library.places.find(({ id }) => id === place)
    const known = kind === undefined || agency === undefined ? {} : { agency: { kind, name: agency } }
    if (chosen === undefined) return await sendPlaces(request, reply, { token, library, typed: q, ...known })
    const form = {
      ...{ place: chosen.id, zone: zoneOf(chosen.timeZone), kind: kind ?? '', agency: agency ?? '' },
      ...(asked === undefined ? {} : { asked }),
    }
    return await sendForm(request, reply, { token, library, form, faults: new Map() })
  })
  app.post('/set-up/:token', { schema: { params: Token, body: Form } }, async (request, reply) => {
    await limit(database, `link from ${request.ip}`, linkLimit)
    const { token } = request.params
    if (!isToken(token) || !(await isLinkGood(database, token, 'set-up'))) return await sendUsed(request, reply)
    const { library } = await law.all()
    const { body: form, lang } = request
    if (!library.places.some(({ id }) => id === form.place)) {
      const faults = new Map([['q', saySetUp(lang)('place-wrong')]])
      return await sendPlaces(request, reply.code(422), { token, library, typed: form.place, faults })
    }
    const faults = setUpFaults(lang, form)
    if (faults.size > 0) return await sendForm(request, reply.code(422), { token, library, form, faults })
    const user = await setUp(database, token, form)
    const [first] = user === null ? [] : await listRoles(database, user)
    const session = user === null || first === undefined ? null : await startSession(database, user, first, 'link')
    if (session === null) return await sendUsed(request, reply)
    keepSession(reply, session, isSecure)
    return await reply.redirect(href('/'), 303)
  })
}

interface Searched {
  readonly token: string
  readonly library: Library
  readonly typed: string | undefined
  /** The agency that was searched for on the page before. */
  readonly agency?: { readonly kind: string; readonly name: string }
  readonly faults?: Faults
}

async function sendPlaces(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, library, typed, agency: before, faults: known }: Searched,
): Promise<FastifyReply> {
  const { lang } = request
  const name = (typed ?? '').trim()
  const found = name === '' ? null : findPlaces(library, name)
  const faults = known ?? searchFaults(lang, typed, found)
  const path = `/set-up/${token}`
  const kind = found?.agency ?? null
  const agency = kind === null ? before : { kind, name }
  const main = placePage({
    ...{ lang, library, path, typed: name, found, faults },
    ...(agency === undefined ? {} : { agency }),
  })
  return await sendPage(request, reply, { title: saySetUpPlace(lang)('title'), main, isError: faults.size > 0 })
}

/** Says what is wrong with a search: nothing was typed, or nothing has the name. */
function searchFaults(lang: string, typed: string | undefined, found: FoundPlaces | null): Faults {
  const say = saySetUpPlace(lang)
  if (found === null) return typed === undefined ? new Map() : new Map([['q', say('search-wrong')]])
  const { name, missing } = found
  const isNothing = found.found.length === 0 && found.partly.length === 0 && missing.length === 0
  if (!isNothing) return new Map()
  const reason = whyNoPlace(name)
  if (reason === null) return new Map([['q', say('search-none', { name })]])
  const { message, help } = sentence(reason, lang)
  return new Map([['q', [message, help].filter((part) => part !== null).join('; ')]])
}

interface Shown {
  readonly token: string
  readonly library: Library
  readonly form: SetUpForm
  readonly faults: Faults
}

async function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, library, form, faults }: Shown,
): Promise<FastifyReply> {
  const { lang } = request
  const main = formPage({ lang, library, form, faults, path: `/set-up/${token}`, frame: frameOf(request) })
  return await sendPage(request, reply, { title: saySetUp(lang)('title'), main, isError: faults.size > 0 })
}

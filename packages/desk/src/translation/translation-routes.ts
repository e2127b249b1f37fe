/** The pages of translations. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import type { Role } from '../people/role.ts'
import type { Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { translationsMain, type TranslationsShown } from './page.ts'
import { printTranslationFile, readTranslationFile, type ReadFile } from './translation-file.ts'
import { approveTranslation, bringTranslation, readLanguage, readLanguages } from './translation.ts'
import { sayTranslation, type TranslationKey } from './words.ts'

/** The roles that bring translations and approve them. */
const bringers: readonly Role[] = ['supervisor', 'counsel', 'records-officer', 'administrator']

const name = Type.Optional(Type.String({ maxLength: 1000 }))
const Bringing = Type.Object({ translator: name, text: Type.Optional(Type.String({ maxLength: 200_000 })) })
const Approving = Type.Record(Type.String(), Type.String({ maxLength: 1000 }))
const Uuid = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }) })
const News = Type.Object({
  done: Type.Optional(
    Type.Union([Type.Literal('brought'), Type.Literal('approved-now'), Type.Literal('contact-saved')]),
  ),
  lang: Type.Optional(Type.String({ maxLength: 20 })),
})
const File = Type.Object({ file: Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\\.json$' }) })

/** Declares the routes. */
export function declareTranslations(app: App, room: Room): void {
  app.get('/translations', { schema: { querystring: News } }, async (request, reply) => {
    return await sendTranslations(room, request, reply, { news: request.query.done ?? null })
  })
  app.get('/translations/:file', { schema: { params: File } }, async (request, reply) => {
    const { who } = requireSignedIn(request)
    const lang = request.params.file.slice(0, -'.json'.length)
    const language = await transaction(room.database, who, async (work) => await readLanguage(work, lang))
    if (language === null) throw new Refusal('not-found')
    return await reply
      .header('content-disposition', `attachment; filename="papers-${lang}.json"`)
      .type('application/json')
      .send(printTranslationFile(lang, language.inUse.words))
  })
  declareBringing(app, room)
  declareApproving(app, room)
  declareContact(app, room)
}

function declareBringing(app: App, room: Room): void {
  app.post('/translations', { schema: { body: Bringing } }, async (request, reply) => {
    const { who } = requireSignedIn(request, bringers)
    const { translator = '', text = '' } = request.body
    const file = readTranslationFile(text)
    const faults = new Map([...nameFaults('translator', translator, request.lang), ...fileFaults(file, request.lang)])
    if (file.kind !== 'words' || faults.size > 0)
      return await sendTranslations(room, request, reply, { faults, typed: { translator, text } })
    const { lang, words } = file
    await transaction(room.database, who, async (work) => {
      await bringTranslation(work, who, { lang, words, translator: translator.trim() })
    })
    return await reply.redirect(href('/translations', { done: 'brought' }), 303)
  })
}

function declareApproving(app: App, room: Room): void {
  app.post('/translations/:id/approval', { schema: { params: Uuid, body: Approving } }, async (request, reply) => {
    const { who } = requireSignedIn(request, bringers)
    const { id } = request.params
    const field = `reviewer-${id}`
    const reviewer = request.body[field] ?? ''
    const faults = nameFaults(field, reviewer, request.lang)
    if (faults.length > 0)
      return await sendTranslations(room, request, reply, { faults: new Map(faults), typed: { reviewer } })
    const isApproved = await transaction(
      room.database,
      who,
      async (work) => await approveTranslation(work, who, id, reviewer.trim()),
    )
    if (isApproved) return await reply.redirect(href('/translations', { done: 'approved-now' }), 303)
    const said = new Map([[field, sayTranslation(request.lang)('not-approved')]])
    return await sendTranslations(room, request, reply, { faults: said, typed: { reviewer } })
  })
}

function declareContact(app: App, room: Room): void {
  const Contact = Type.Object({ contact: name })
  app.post('/translations/contact', { schema: { body: Contact } }, async (request, reply) => {
    const { who } = requireSignedIn(request, ['administrator'])
    const contact = (request.body.contact ?? '').trim()
    if (contact.length > 200) {
      const faults = nameFaults('contact', contact, request.lang)
      return await sendTranslations(room, request, reply, { faults: new Map(faults) })
    }
    await transaction(room.database, who, async (work) => {
      const line = contact === '' ? null : contact
      await work.updateTable('agencies').set({ contact: line }).where('id', '=', who.agency).execute()
    })
    return await reply.redirect(href('/translations', { done: 'contact-saved' }), 303)
  })
}

interface Said {
  readonly faults?: Faults
  readonly typed?: TranslationsShown['typed']
  readonly news?: TranslationKey | null
}

async function sendTranslations(
  { database }: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  { faults = new Map(), typed = {}, news = null }: Said,
): Promise<FastifyReply> {
  const { who, timeZone } = requireSignedIn(request)
  const { languages, contact } = await transaction(database, who, async (work) => ({
    languages: await readLanguages(work),
    contact: (await work.selectFrom('agencies').select('contact').executeTakeFirst())?.contact ?? null,
  }))
  const reader = { user: who.user, works: bringers.includes(who.role), administers: who.role === 'administrator' }
  const shown = { languages, contact, timeZone, reader, faults, typed, news }
  if (faults.size > 0) void reply.code(422)
  const title = sayTranslation(request.lang)('title')
  const main = translationsMain(shown, frameOf(request))
  return await sendPage(request, reply, { title, main, isError: faults.size > 0 })
}

function nameFaults(field: string, value: string, lang: string): readonly (readonly [string, string])[] {
  const isName = value.trim() !== '' && value.trim().length <= 200
  return isName ? [] : [[field, sayTranslation(lang)('name-missing')]]
}

/** All faults stand together beside the one field; the first twelve are enough to see what is wrong. */
function fileFaults(file: ReadFile, lang: string): readonly (readonly [string, string])[] {
  const say = sayTranslation(lang)
  if (file.kind === 'words') return file.lang === 'en' || file.lang === 'es' ? [['text', say('wrong-language')]] : []
  if (file.kind === 'no-file') return [['text', say('no-file')]]
  const said = file.faults.slice(0, 12).map(({ key, fault }) => say(`${fault}-wrong`, { key }))
  return [['text', said.join('; ')]]
}

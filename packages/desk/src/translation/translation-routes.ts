/** The pages of translations. */
import { Type } from 'typebox'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { href } from '../screen/href.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { declareBringing } from './bring-routes.ts'
import { bringers, nameFaults, sendTranslations } from './send-translations.ts'
import { fileForms, printTranslationFile } from './translation-file.ts'
import { approveTranslation, readLanguage } from './translation.ts'
import { sayTranslation } from './words.ts'

const name = Type.Optional(Type.String({ maxLength: 1000 }))
const Approving = Type.Record(Type.String(), Type.String({ maxLength: 1000 }))
const Uuid = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }) })
const News = Type.Object({
  done: Type.Optional(
    Type.Union([Type.Literal('brought'), Type.Literal('approved-now'), Type.Literal('contact-saved')]),
  ),
  lang: Type.Optional(Type.String({ maxLength: 20 })),
})
const File = Type.Object({ file: Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\\.(csv|xlf)$' }) })

/** Declares the routes. */
export function declareTranslations(app: App, room: Room): void {
  app.get('/translations', { schema: { querystring: News } }, async (request, reply) => {
    return await sendTranslations(room, request, reply, { news: request.query.done ?? null })
  })
  app.get('/translations/:file', { schema: { params: File } }, async (request, reply) => {
    const { who } = requireSignedIn(request)
    const [lang = '', ending] = request.params.file.split('.')
    const form = fileForms.find((one) => one === ending) ?? 'csv'
    const language = await transaction(room.database, who, async (work) => await readLanguage(work, lang))
    if (language === null) throw new Refusal('not-found')
    return await reply
      .header('content-disposition', `attachment; filename="papers-${lang}.${form}"`)
      .type(form === 'csv' ? 'text/csv; charset=utf-8' : 'application/xliff+xml')
      .send(printTranslationFile(form, lang, language.inUse.words))
  })
  declareBringing(app, room)
  declareApproving(app, room)
  declareContact(app, room)
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

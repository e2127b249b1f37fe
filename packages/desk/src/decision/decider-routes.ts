/** Who stands at this agency for whoever the law lets decide: a page for its administrators. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import { textIn, type Texts } from '@brightline/language'
import type { FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { noteEvent } from '../administration/note-event.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { administrationTrail } from '../administration/page.ts'
import { sayAdministration } from '../administration/words.ts'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { sayFrame } from '../screen/words.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { decidersNamed, readDeciderRoles, setDeciderRole } from './decider-roles.ts'
import { secondRoles, type DeciderRoles } from './second-person.ts'
import { sayDecision } from './words.ts'

const Body = Type.Record(Type.String(), Type.String({ maxLength: 200 }))

/** Declares the routes. */
export function declareDeciders(app: App, room: Room): void {
  app.get('/deciders', async (request, reply) => {
    const { named, roles } = await openDeciders(room, request)
    const { lang } = request
    const main = decidersMain(named, roles, lang, formWordField(frameOf(request)))
    return await sendPage(request, reply, { title: sayDecision(lang)('deciders'), main })
  })
  app.post('/deciders', { schema: { body: Body } }, async (request, reply) => {
    const { who } = requireSignedIn(request, ['administrator'])
    const { named } = await openDeciders(room, request)
    const sent = new Map(Object.entries(request.body))
    await transaction(room.database, who, async (work) => {
      for (const [at, { en }] of named.entries()) {
        const role = secondRoles.find((one) => one === sent.get(`decider-${at}`))
        if (role !== undefined && sent.get(`words-${at}`) === en) await setDeciderRole(work, who, en, role)
      }
      await noteEvent(work, who, 'deciders-set')
    })
    return await reply.redirect(href('/deciders'), 303)
  })
}

interface Deciders {
  readonly named: readonly Texts[]
  readonly roles: DeciderRoles
}

async function openDeciders({ database, law }: Room, request: FastifyRequest): Promise<Deciders> {
  const { who, timeZone } = requireSignedIn(request, ['administrator'])
  const [agency, roles] = await transaction(database, who, async (work) => [
    await work.selectFrom('agencies').select(['place', 'kind']).executeTakeFirstOrThrow(),
    await readDeciderRoles(work),
  ])
  const { stackOn } = await law.of(agency.place)
  return { named: decidersNamed(stackOn(Temporal.Now.plainDateISO(timeZone).toString()), agency.kind), roles }
}

function decidersMain(named: readonly Texts[], roles: DeciderRoles, lang: string, formWord: Markup): Markup {
  const say = sayDecision(lang)
  const rows = named.map((texts, at) => {
    const chosen = roles.get(texts.en) ?? 'supervisor'
    const options = secondRoles.map((role) => {
      const selected = role === chosen ? trusted(' selected') : null
      return markup`<option value="${role}"${selected}>${sayFrame(lang)(role)}</option>`
    })
    const id = `decider-${at}`
    return markup`<div class="field"><label for="${id}">${sentenceCase(textIn(texts, lang), lang)}</label>
<input type="hidden" name="words-${at}" value="${texts.en}"><select id="${id}" name="${id}">${options}</select></div>`
  })
  const form = markup`<form method="post" action="${href('/deciders')}">${formWord}${rows}<button>${say('save')}</button></form>`
  const law = markup`<a href="${href('/administration/law')}">${sayAdministration(lang)('law')}</a>`
  return markup`${administrationTrail(lang, say('deciders'), law)}<h1>${say('deciders')}</h1><p class="lead">${say('deciders-lead')}</p>
${rows.length === 0 ? markup`<p class="quiet">${say('deciders-none')}</p>` : form}`
}

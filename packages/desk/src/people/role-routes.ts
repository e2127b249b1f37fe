/** Changing the role in which somebody works: another session, and the one before ends. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { faultList, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { sayFrame } from '../screen/words.ts'
import { frameOf, keepSession, sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { requireSignedIn } from './require.ts'
import { changeSession, listRoles, type HeldRole } from './session.ts'
import { sayPeople } from './words.ts'

const ChosenRole = Type.Object({ role: Type.Optional(Type.String({ maxLength: 100 })) })

/** Declares the routes. */
export function declareRole(app: App, { database, isSecure }: Room): void {
  app.get('/role', async (request, reply) => {
    const { who } = requireSignedIn(request)
    return await sendRoles(request, reply, await listRoles(database, who.user), new Map())
  })
  app.post('/role', { schema: { body: ChosenRole } }, async (request, reply) => {
    const signedIn = requireSignedIn(request)
    const held = await listRoles(database, signedIn.who.user)
    const chosen = held.find((one) => valueOf(one) === request.body.role)
    const token = chosen === undefined ? null : await changeSession(database, signedIn, chosen)
    if (token === null) {
      void reply.code(422)
      return await sendRoles(request, reply, held, new Map([['role', sayPeople(request.lang)('role-missing')]]))
    }
    keepSession(reply, token, isSecure)
    return await reply.redirect(href('/'), 303)
  })
}

/** A role and its desk as one word of a form. */
function valueOf({ role, desk }: HeldRole): string {
  return `${role} ${desk ?? ''}`.trim()
}

async function sendRoles(
  request: FastifyRequest,
  reply: FastifyReply,
  held: readonly HeldRole[],
  faults: Faults,
): Promise<FastifyReply> {
  const { who } = requireSignedIn(request)
  const say = sayPeople(request.lang)
  const current = valueOf({ ...who, deskName: null })
  const title = say('choose-role')
  const choices = held.map((one, at) =>
    choiceOf(request, one, { isFirst: at === 0, isCurrent: valueOf(one) === current }),
  )
  const main = markup`${faultList(request.lang, faults)}<h1>${title}</h1><p class="lead">${say('choose-role-lead')}</p>
<form method="post" action="${href('/role')}">${formWordField(frameOf(request))}
<fieldset class="choices"><legend>${say('people-roles')}</legend>${choices}</fieldset>
<button>${say('go-on')}</button></form>`
  return await sendPage(request, reply, { title, main, isError: faults.size > 0 })
}

function choiceOf(
  { lang }: FastifyRequest,
  held: HeldRole,
  { isFirst, isCurrent }: { readonly isFirst: boolean; readonly isCurrent: boolean },
): Markup {
  const role = sayFrame(lang)(held.role)
  const words = held.deskName === null ? role : sayPeople(lang)('at-desk', { role, desk: held.deskName })
  const id = isFirst ? trusted(' id="role"') : null
  const checked = isCurrent ? trusted(' checked') : null
  return markup`<label><input type="radio" name="role" value="${valueOf(held)}"${id}${checked}><span>${words}</span></label>`
}

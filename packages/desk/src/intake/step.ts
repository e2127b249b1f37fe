/** What the pages of a step share: the case within reach, the version that is shown, and the frame around the form. */
import { markup, type Markup, type MarkupValue } from '@brightline/documents/html'
import { dateFormat, localeOf } from '@brightline/wording'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { readCase, referencePattern, type CaseRecord } from '../case/read-case.ts'
import { refuseClosed } from '../closing/closing.ts'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { interviewOf } from '../question/case-interview.ts'
import { wayOn } from '../question/open-interview.ts'
import { shownAgainField } from '../people/sign-in-page.ts'
import type { SignedIn } from '../people/session.ts'
import { faultList, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import type { Room } from '../server/room.ts'
import { versionOf } from './draft.ts'
import { workingRoles } from './new-routes.ts'
import { sayIntake } from './words.ts'

/** The reference in an address. */
export const StepAddress: Type.TObject<{ reference: Type.TString }> = Type.Object({
  reference: Type.String({ pattern: referencePattern, maxLength: 40 }),
})

/** The version that a form was made of, and whether it only comes back after signing in. */
export const stepFields: {
  readonly seen: Type.TOptional<Type.TString>
  readonly 'shown-again': Type.TOptional<Type.TString>
} = {
  seen: Type.Optional(Type.String({ pattern: '^[0-9]{0,9}$' })),
  [shownAgainField]: Type.Optional(Type.String({ maxLength: 10 })),
}

/** A request for a page of a case, with who asks and the case. */
export interface StepRequest {
  readonly room: Room
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly signedIn: SignedIn
  readonly found: CaseRecord
}

/** Finds the case of a page, for whoever works on it. */
export async function openStep(
  room: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  reference: string,
): Promise<StepRequest> {
  const signedIn = requireSignedIn(request, workingRoles)
  const found = await transaction(room.database, signedIn.who, async (work) => await readCase(work, reference))
  refuseClosed(found)
  return { room, request, reply, signedIn, found }
}

/** A page of a step. */
export interface StepPage {
  readonly title: string
  readonly lead: string
  /** The path of the page itself, and the one before. */
  readonly path: string
  readonly back: string | null
  /** What stands over the form. */
  readonly before?: MarkupValue
  readonly fields: MarkupValue
  readonly buttons?: MarkupValue
  readonly faults?: Faults
  readonly isStale?: boolean
  readonly after?: MarkupValue
}

/** Sends the page. The version that it shows goes with its form. */
export async function sendStep({ request, reply, found }: StepRequest, page: StepPage): Promise<FastifyReply> {
  const {
    title,
    lead,
    path,
    back,
    before = null,
    fields,
    buttons,
    faults = new Map(),
    isStale = false,
    after = null,
  } = page
  const say = sayIntake(request.lang)
  const isError = faults.size > 0 || isStale
  if (isError) void reply.code(isStale ? 409 : 422)
  const stale = markup`<div class="note" role="alert"><p>${say('stale')}</p></div>`
  const main = markup`${faultList(request.lang, faults)}${isStale ? stale : null}
${back === null ? null : markup`<p class="back"><a href="${href(back)}">${say('back')}</a></p>`}
<p class="over">${overOf(request.lang, found)} ${say(isError ? 'step-unsaved' : 'step-saved')}</p>
<h1>${title}</h1><p class="lead">${lead}</p>${before}
<form method="post" action="${href(path)}">${formWordField(frameOf(request))}<input type="hidden" name="seen" value="${versionOf(found)}">
${fields}<div class="buttons">${buttons ?? markup`<button>${say('save')}</button>`}</div></form>${after}`
  return await sendPage(request, reply, { title, main, isError })
}

/** Gives the page on which the case goes on: the question that is open, or the answer. */
export async function wayOnOf({ room, found }: StepRequest): Promise<string> {
  return wayOn({ record: found, interview: await interviewOf(room.law, found) })
}

/** Says which request it is, and when it came: the day in words, whatever digits were typed. */
function overOf(lang: string, { reference, request, timeZone }: CaseRecord): string {
  const say = sayIntake(lang)
  if (request === null) return say('step-over', { reference })
  const day = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const
  const format = dateFormat(localeOf(lang), { timeZone, ...day, ...clock })
  return say('step-over-when', { reference, when: format.format(request.received_at.epochMilliseconds) })
}

/** Tells if a form comes back after signing in, only to be shown. */
export function isShownAgain(body: { readonly [shownAgainField]?: string }): boolean {
  return body[shownAgainField] !== undefined
}

/** Gives the values of fields that may come once or several times. */
export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** A link beside the button, for going on without an entry. */
export function skipLink(lang: string, path: string): Markup {
  return markup`<a href="${href(path)}">${sayIntake(lang)('skip')}</a>`
}

/** The page for signing in, and the one that gives back what was typed when a session had ended. */
import { markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { faultList, textField, type Faults } from '../screen/form.ts'
import { href, ownPath } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import type { KeptForm } from './kept-form.ts'
import { providerWay } from './provider-way.ts'
import { sayPeople } from './words.ts'

/** What the page holds: the name that was typed, where to go, what waits, and what was wrong. */
export interface SignInPage {
  readonly name?: string
  readonly next?: string
  /** A form that waits, sealed. */
  readonly kept?: string
  /** The session ended: at a page that was asked for, or at a form with passwords, which are never kept. */
  readonly ended?: 'page' | 'password'
  readonly fault?: 'sign-in-wrong' | 'sign-in-empty' | 'no-role' | 'passkey-wrong' | 'passkey-away'
}

/** Sends the page for signing in. */
export async function sendSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  { name = '', next = '/', kept, ended, fault }: SignInPage,
): Promise<FastifyReply> {
  const say = sayPeople(request.lang)
  const faults: Faults = new Map(fault === undefined ? [] : [['name', say(fault)]])
  if (fault !== undefined) void reply.code(422)
  const title = say('sign-in')
  const why = kept === undefined ? ended : 'form'
  const keptField = markup`<input type="hidden" name="kept" value="${kept ?? ''}">`
  const main = markup`${faultList(request.lang, faults)}<h1>${title}</h1>${why === undefined ? null : markup`<p class="lead">${say(`ended-${why}`)}</p>`}
<form method="post" action="${href('/sign-in')}">${formWordField(frameOf(request))}
<input type="hidden" name="next" value="${ownPath(next)}">${kept === undefined ? null : keptField}
${textField({ name: 'name', label: say('sign-in-name'), value: name, autocomplete: 'username' }, faults)}
${textField({ name: 'password', label: say('password'), kind: 'password', autocomplete: 'current-password' }, faults)}
<button>${title}</button></form>
<section class="section"><h2>${say('other-way')}</h2><form method="post" action="${href('/sign-in/passkey')}">${formWordField(frameOf(request))}
<input type="hidden" name="next" value="${ownPath(next)}">${kept === undefined ? null : keptField}
<button class="second">${say('use-passkey')}</button></form>${request.hasProvider ? providerWay(request, next, kept) : null}</section>`
  return await sendPage(request, reply, { title, main, isError: fault !== undefined })
}

/** The field by which a form says that it is shown again and not sent. */
export const shownAgainField = 'shown-again'

/** Sends what was kept, ready to be shown in its form again. */
export async function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  { path, fields }: KeptForm,
  why: 'signed-in-again' | 'page-outlived' = 'signed-in-again',
): Promise<FastifyReply> {
  const say = sayPeople(request.lang)
  const title = say(why)
  const kept = fields
    .filter(([name]) => name !== 'form-word' && name !== shownAgainField)
    .map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)
  const main = markup`<h1>${title}</h1><p class="lead">${say('kept-form')}</p>${why === 'page-outlived' ? markup`<p class="section">${say('page-outlived-lead')}</p>` : null}
<form method="post" action="${href(path)}">${formWordField(frameOf(request))}${kept}
<input type="hidden" name="${shownAgainField}" value="yes"><button>${say('show-kept')}</button></form>
<p class="section"><a href="${href('/')}">${say('drop-kept')}</a></p>`
  return await sendPage(request, reply, { title, main, isError: why === 'page-outlived' })
}

/** The way from the page for signing in to the sign-in of the city. */
import { markup, type Markup } from '@brightline/documents/html'
import type { FastifyRequest } from 'fastify'
import { href, ownPath } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { frameOf } from '../server/frame.ts'
import { sayPeople } from './words.ts'

/** Makes it: a link, and where something waits, a form. */
export function providerWay(request: FastifyRequest, next: string, kept: string | undefined): Markup {
  const say = sayPeople(request.lang)
  if (kept === undefined)
    return markup`<p class="after"><a class="button second" href="${href('/sign-in/provider', { next: ownPath(next) })}">${say('provider-go')}</a></p>`
  return markup`<form method="post" action="${href('/sign-in/provider')}">${formWordField(frameOf(request))}<input type="hidden" name="next" value="${ownPath(next)}"><input type="hidden" name="kept" value="${kept}"><button class="second">${say('provider-go')}</button></form>`
}

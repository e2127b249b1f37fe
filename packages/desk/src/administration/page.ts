/** What the pages of administration share: the way to them, and what was just done. */
import { markup, type Markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { faultList, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { sendPage } from '../server/frame.ts'
import type { Room } from '../server/room.ts'
import { sayAdministration } from './words.ts'

/** A request to a page of administration with what it is answered by. */
export interface Exchange {
  readonly room: Room
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** The pages, in their order. */
export const pages = [
  { name: 'people', path: '/people' },
  { name: 'place', path: '/administration/place' },
  { name: 'law', path: '/administration/law' },
  { name: 'papers', path: '/translations' },
  { name: 'keys', path: '/administration/keys' },
  { name: 'backup', path: '/administration/backup' },
  { name: 'clock', path: '/administration/clock' },
] as const

/** What one page shows. */
export interface AdministrationPage {
  readonly name: (typeof pages)[number]['name'] | 'retention'
  /** What was just done, in words. */
  readonly done?: string | undefined
  readonly faults?: Faults
  readonly body: Markup
}

/** Sends one page, with the ways to the others. */
export async function sendAdministration(
  { request, reply }: Exchange,
  { name, done, faults = new Map(), body }: AdministrationPage,
): Promise<FastifyReply> {
  const say = sayAdministration(request.lang)
  if (faults.size > 0) void reply.code(422)
  const told = done === undefined ? null : markup`<p class="note" role="status">${done}</p>`
  const main = markup`${faultList(request.lang, faults)}${administrationTrail(request.lang, say(name))}
<h1>${say(name)}</h1><p class="lead">${say(`${name}-lead`)}</p>${told}${body}`
  return await sendPage(request, reply, { title: say(name), main, isError: faults.size > 0 })
}

/** The way from administration to one of its pages, by links; the page itself is the last. */
export function administrationTrail(lang: string, here: string, between: Markup | null = null): Markup {
  const say = sayAdministration(lang)
  const way = between === null ? null : markup`<li>${between}</li>`
  return markup`<nav class="over" aria-label="${say('administration')}"><ol class="trail"><li><a href="${href('/administration')}">${say('administration')}</a></li>${way}<li>${here}</li></ol></nav>`
}

/** Makes a list of what is so: names with values. */
export function factList(facts: readonly (readonly [name: string, value: string | number | Markup])[]): Markup {
  return markup`<table class="section rail"><tbody>${facts.map(
    ([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
  )}</tbody></table>`
}

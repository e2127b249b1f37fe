/** The calendar of the agency: what the law wants without a request, and the addresses by which programs read it. */
import { markup, type Markup } from '@brightline/documents/html'
import { textIn } from '@brightline/language'
import { dutyPin, dutyTitle, toDutiesDocument, type ShownDuty, dayWords } from '@brightline/wording'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { transaction, type Who } from '../database/transaction.ts'
import { everythingOpen, listDuties, type ListedDuty } from '../duty/list-duties.ts'
import { dutyWords } from '../duty/page.ts'
import { clockTime } from '../home/time.ts'
import { requireSignedIn } from '../people/require.ts'
import { isToken } from '../people/token.ts'
import { href } from '../screen/href.ts'
import { formWordField } from '../screen/layout.ts'
import { rowsTable } from '../screen/rows.ts'
import { frameOf, sendPage } from '../server/frame.ts'
import { limit } from '../server/rate-limit.ts'
import { Refusal } from '../server/refusal.ts'
import { ownAddress } from '../server/own-address.ts'
import type { App, Room } from '../server/room.ts'
import { feedText, listFeeds, makeFeed, revokeFeed, type Feed } from './feed.ts'
import { sayClock } from './words.ts'
import { sentenceCase } from '../screen/sentence-case.ts'

const File = Type.Object({ file: Type.String({ maxLength: 60 }) })
const Params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const keepers = ['supervisor', 'counsel', 'records-officer', 'administrator'] as const

/** Declares the routes. */
export function declareCalendar(app: App, room: Room): void {
  const { database, law } = room
  app.get('/calendar', async (request, reply) => await sendCalendar(room, request, reply))
  app.post('/calendar/addresses', async (request, reply) => {
    const { who } = requireSignedIn(request, keepers)
    return await sendCalendar(room, request, reply, await makeFeed(database, who))
  })
  app.post('/calendar/addresses/:id/end', { schema: { params: Params } }, async (request, reply) => {
    const { who } = requireSignedIn(request, keepers)
    if (!(await revokeFeed(database, who, request.params.id))) throw new Refusal('not-found')
    return await reply.redirect(href('/calendar'), 303)
  })
  app.get('/calendar/:file', { schema: { params: File }, config: { isPlain: true } }, async (request, reply) => {
    const [, token] = /^([A-Za-z0-9_-]+)\.ics$/.exec(request.params.file) ?? []
    await limit(database, `calendar from ${request.ip}`, { most: 120, seconds: 60 })
    if (!isToken(token)) throw new Refusal('not-found')
    const text = await feedText(database, law, { token, lang: request.lang, now: Temporal.Now.instant() })
    if (text === null) throw new Refusal('not-found')
    return await reply.type('text/calendar; charset=utf-8').send(text)
  })
}

async function sendCalendar(
  room: Room,
  request: FastifyRequest,
  reply: FastifyReply,
  token?: string,
): Promise<FastifyReply> {
  const { who, timeZone } = requireSignedIn(request)
  const { lang } = request
  const say = sayClock(lang)
  const mayKeep = keepers.some((role) => role === who.role)
  const { duties } = await listDuties(room.database, who, { ...everythingOpen, of: 'agency' })
  const ofLaw = await dutiesOfLaw(room, who, timeZone)
  const undated = ofLaw?.filter(({ next, passed }) => next === null && passed === null) ?? []
  const done = await listDuties(room.database, who, { ...everythingOpen, state: 'discharged', of: 'agency' })
  // Whoever administers keeps no list of duties, and a desk that was just set up has none yet: the days of the law are shown
  // as they are.
  const isKept = duties.length > 0 || done.duties.length > 0
  const ahead = who.role === 'administrator' || !isKept ? daysAhead(ofLaw ?? []) : []
  const feeds = mayKeep ? await listFeeds(room.database, who) : []
  const title = titleOf([...duties, ...done.duties], ofLaw, { lang, timeZone })
  const address = `${ownAddress(room, request)}/calendar/${token ?? ''}.ics`
  const once = markup`<div class="note" role="status"><p>${say('feed-made')}: <b class="once mono">${address}</b> ${say('not-shown-again')}</p></div>`
  const main = markup`<p class="over">${say('calendar')}</p><h1>${title}</h1><p class="lead">${say('calendar-lead')}</p>
${token === undefined ? null : once}
${dated(duties, { lang, timeZone, mayRecord: who.role !== 'clerk' && who.role !== 'auditor' })}
${aheadSection(ahead, lang)}
${undatedSection(undated, lang)}
${mayKeep ? feedSection(feeds, request, timeZone) : null}`
  return await sendPage(request, reply, { title: say('calendar'), main })
}

/** Lists what the law wants without a request, with its days of a year; null where the law cannot be read now. */
async function dutiesOfLaw({ database, law }: Room, who: Who, timeZone: string): Promise<readonly ShownDuty[] | null> {
  const agency = await transaction(
    database,
    who,
    async (work) => await work.selectFrom('agencies').select(['place', 'kind']).executeTakeFirstOrThrow(),
  )
  const today = Temporal.Now.plainDateISO(timeZone)
  const until = today.add({ years: 1 }).toString()
  try {
    const { library } = await law.of(agency.place)
    const scope = { place: agency.place, agency: agency.kind, asOf: today.toString(), until }
    return toDutiesDocument(library, scope).duties
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** A day on which the law wants something. */
interface AheadDay {
  readonly day: string
  readonly duty: ShownDuty
}

function daysAhead(ofLaw: readonly ShownDuty[]): readonly AheadDay[] {
  return ofLaw
    .flatMap((duty) => duty.days.map((day) => ({ day, duty })))
    .toSorted((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)))
}

/** Says which day is next: the one that is listed, or that of the law, where what is listed is done, late or not for the reader. */
function titleOf(
  duties: readonly ListedDuty[],
  ofLaw: readonly ShownDuty[] | null,
  { lang, timeZone }: { readonly lang: string; readonly timeZone: string },
): string {
  const say = sayClock(lang)
  const next = duties.find(({ state, isLate }) => state === 'open' && !isLate)
  if (next !== undefined && next.dueAt !== null)
    return say('calendar-next', { day: dayOf(next.dueAt, timeZone, lang), what: dutyWords(next, lang) })
  if (ofLaw === null) return say('calendar')
  const done = new Set(
    duties.map(({ rule, dueAt }) => `${rule} ${dueAt?.toZonedDateTimeISO(timeZone).toPlainDate().toString()}`),
  )
  const first = daysAhead(ofLaw).find(({ day, duty }) => !done.has(`${duty.duty} ${day}`))
  return first === undefined
    ? say('calendar-none')
    : say('calendar-next', { day: dayWords(first.day, lang), what: dutyTitle(first.duty, lang) })
}

/** Says on which day a moment is. */
function dayOf(moment: Temporal.Instant, timeZone: string, lang: string): string {
  return dayWords(moment.toZonedDateTimeISO(timeZone).toPlainDate().toString(), lang)
}

function dated(
  duties: readonly ListedDuty[],
  { lang, timeZone, mayRecord }: { readonly lang: string; readonly timeZone: string; readonly mayRecord: boolean },
): Markup | null {
  if (duties.length === 0) return null
  const say = sayClock(lang)
  const rows = duties.map((duty) => {
    const what = sentenceCase(dutyWords(duty, lang), lang)
    const shown = mayRecord ? markup`<a href="${href(`/duties/${duty.id}`)}">${what}</a>` : markup`${what}`
    return [
      duty.dueAt === null ? '' : dayOf(duty.dueAt, timeZone, lang),
      markup`${shown}<span class="second">${duty.stored?.cite ?? null}</span>`,
      markup`<b class="${duty.isLate ? 'late' : ''}">${say(duty.isLate ? 'state-late' : 'state-open')}</b>`,
    ]
  })
  const table = rowsTable({ caption: say('with-day'), columns: [say('day-of'), say('what'), say('state')], rows })
  return markup`<section class="section"><h2>${say('with-day')}</h2>${table}</section>`
}

function aheadSection(ahead: readonly AheadDay[], lang: string): Markup | null {
  if (ahead.length === 0) return null
  const say = sayClock(lang)
  const rows = ahead.map(({ day, duty }) => [
    dayWords(day, lang),
    markup`${sentenceCase(dutyTitle(duty, lang), lang)}<span class="second">${sentenceCase(dutyPin(duty, lang), lang)}</span>`,
  ])
  const table = rowsTable({ caption: say('with-day'), columns: [say('day-of'), say('what')], rows })
  return markup`<section class="section"><h2>${say('with-day')}</h2>${table}</section>`
}

function undatedSection(duties: readonly ShownDuty[], lang: string): Markup | null {
  if (duties.length === 0) return null
  const items = duties.map(
    (duty) =>
      markup`<li>${sentenceCase(dutyTitle(duty, lang), lang)}<span class="second">${sentenceCase(dutyPin(duty, lang), lang)}${
        duty.condition === null ? '' : ` · ${textIn(duty.condition, lang)}`
      }</span></li>`,
  )
  return markup`<section class="section"><h2>${sayClock(lang)('without-day')}</h2><ul class="plain">${items}</ul></section>`
}

function feedSection(feeds: readonly Feed[], request: FastifyRequest, timeZone: string): Markup {
  const say = sayClock(request.lang)
  const word = formWordField(frameOf(request))
  const items = feeds.map(
    ({ id, madeAt }) => markup`<li>${say('feed-since', { when: clockTime(madeAt, timeZone, request.lang) })}
<form method="post" action="${href(`/calendar/addresses/${id}/end`)}">${word}<button class="plain">${say('end-feed')}</button></form></li>`,
  )
  return markup`<section class="section"><h2>${say('feeds')}</h2><p>${say('feeds-lead')}</p>
${feeds.length === 0 ? markup`<p class="quiet">${say('no-feeds')}</p>` : markup`<ul class="plain">${items}</ul>`}
<form method="post" action="${href('/calendar/addresses')}">${word}<button class="second">${say('make-feed')}</button></form></section>`
}

/** The audit: events and openings of the vault, with filters that stand in the address. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import { numberWords } from '@brightline/wording'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { clockTime } from '../home/time.ts'
import { requireSignedIn } from '../people/require.ts'
import type { SignedIn } from '../people/session.ts'
import { dayField, dayHint } from '../screen/day-field.ts'
import { faultList } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { periodReaders } from '../record/period-routes.ts'
import { sayRecord } from '../record/words.ts'
import { sayFrame } from '../screen/words.ts'
import { sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { readEvents, readOpenings, rowsAPage, type Audit, type AuditRow } from './audit.ts'
import { declareAuditFiles, mostInFile } from './audit-files-routes.ts'
import { AuditQuery, readFilter, type ReadAudit } from './audit-filter.ts'
import { sayAudit } from './audit-words.ts'
import { eventName, type AuditSide } from './event-name.ts'
import { sayAdministration } from './words.ts'

/** Declares the routes. */
export function declareAudit(app: App, room: Room): void {
  const { database } = room
  declareAuditFiles(app, room)
  app.get('/audit', { schema: { querystring: AuditQuery } }, async (request, reply) => {
    const signedIn = requireSignedIn(request, readers)
    const read = readFilter(request.query, signedIn.timeZone, request.lang)
    const audit = await readEvents(database, signedIn.who, read.filter)
    return await sendAudit(request, reply, { side: 'events', audit, ...read })
  })
  app.get('/audit/openings', { schema: { querystring: AuditQuery } }, async (request, reply) => {
    const signedIn = requireSignedIn(
      request,
      readers.filter((role) => role !== 'administrator'),
    )
    const read = readFilter(request.query, signedIn.timeZone, request.lang)
    const audit = await readOpenings(database, signedIn.who, read.filter)
    return await sendAudit(request, reply, { side: 'openings', audit, ...read })
  })
}

const readers = ['auditor', 'supervisor', 'counsel', 'records-officer', 'administrator'] as const

interface Shown extends Pick<ReadAudit, 'asked' | 'days' | 'faults'> {
  readonly side: AuditSide
  readonly audit: Audit
}

async function sendAudit(request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const { side, audit, faults } = shown
  const signedIn = requireSignedIn(request)
  const say = sayAdministration(request.lang)
  const title = say('audit-title', { count: audit.count })
  if (faults.size > 0) void reply.code(422)
  const main = markup`${faultList(request.lang, faults)}<p class="over">${say('audit')}</p><h1>${title}</h1><p class="lead">${say('audit-lead')}</p>
${sides(side, signedIn, request.lang)}${filterForm(shown, request.lang)}${table(shown, signedIn, request.lang)}${olderLink(shown, request.lang)}${filesLine(shown, signedIn, request.lang)}`
  return await sendPage(request, reply, { title, main, isError: faults.size > 0 })
}

const paths = { events: '/audit', openings: '/audit/openings' } as const

function sides(side: AuditSide, { who }: SignedIn, lang: string): Markup {
  const say = sayAdministration(lang)
  const all: readonly AuditSide[] = who.role === 'administrator' ? ['events'] : ['events', 'openings']
  const links = all.map((one) => {
    const here = one === side ? trusted(' aria-current="page"') : null
    return markup`<li><a href="${href(paths[one])}"${here}>${say(one)}</a></li>`
  })
  const period = markup`<li><a href="${href('/audit/record')}">${sayRecord(lang)('period')}</a></li>`
  return markup`<nav class="section" aria-label="${say('audit')}"><ul class="ways sides">${links}${periodReaders.includes(who.role) ? period : null}</ul></nav>`
}

function filterForm({ side, audit, asked, faults }: Shown, lang: string): Markup {
  const say = sayAdministration(lang)
  const options = ['', ...audit.kinds].map((kind) => {
    const chosen = kind === asked.kind ? trusted(' selected') : null
    return markup`<option value="${kind}"${chosen}>${kind === '' ? say('all') : eventName(kind, side, lang)}</option>`
  })
  const day = (name: 'from' | 'through'): Markup =>
    dayField({ name, label: say(name), hint: dayHint(lang), ...asked[name] }, { faults, lang })
  return markup`<form action="${href(paths[side])}" class="filter"><div class="field"><label for="kind">${say(side === 'events' ? 'kind' : 'why')}</label><select id="kind" name="kind">${options}</select></div>
${day('from')}${day('through')}
<button class="second">${say('filter')}</button></form>`
}

function table({ side, audit }: Shown, { timeZone }: SignedIn, lang: string): Markup {
  const say = sayAdministration(lang)
  if (audit.rows.length === 0) return markup`<p class="quiet">${say('nothing')}</p>`
  const last = side === 'events' ? null : say('request')
  const columns = [
    say('when'),
    say(side === 'events' ? 'what' : 'why'),
    say('as'),
    say('who'),
    ...(last === null ? [] : [last]),
  ]
  const rows = audit.rows.map((row) => rowOf(row, { side, timeZone, lang }))
  return markup`<table class="section">
<thead><tr>${columns.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`
}

interface RowLook {
  readonly side: AuditSide
  readonly timeZone: string
  readonly lang: string
}

function rowOf(
  { at, account, hasAccount, role, kind, reference }: AuditRow,
  { side, timeZone, lang }: RowLook,
): Markup {
  const say = sayAdministration(lang)
  const way = reference === null ? null : markup`<td><a href="${href(`/cases/${reference}`)}">${reference}</a></td>`
  return markup`<tr><th scope="row">${clockTime(at, timeZone, lang)}</th><td>${eventName(kind, side, lang)}</td><td>${sayFrame(lang)(role)}</td><td class="mono">${account ?? say(hasAccount ? 'account-hidden' : 'somebody')}</td>${way}</tr>`
}

function olderLink({ side, audit, asked: { kind }, days }: Shown, lang: string): Markup | null {
  const last = audit.rows.at(-1)
  if (last === undefined || audit.rows.length < rowsAPage) return null
  const older = href(paths[side], { kind, ...days, before: last.id })
  return markup`<p class="section"><a href="${href(older)}">${sayAdministration(lang)('older')}</a></p>`
}

/** The ways to the files: what is shown, the whole record of these days, and what their columns mean. */
function filesLine({ side, asked: { kind }, days }: Shown, { who }: SignedIn, lang: string): Markup {
  const say = sayAudit(lang)
  const record = markup` · <a href="${href('/audit/record.csv', days)}">${say('download-record')}</a>`
  return markup`<p class="section"><a href="${href(`/audit/${side}.csv`, { kind, ...days })}">${say('download')}</a>${who.role === 'administrator' ? null : record} · <a href="${href('/audit/columns')}">${say('dictionary')}</a></p><p class="soft">${say('download-lead', { most: numberWords(mostInFile, lang) })}</p>`
}

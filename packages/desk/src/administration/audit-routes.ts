/** The audit: events and openings of the vault, with filters that stand in the address. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { clockTime } from '../home/time.ts'
import { requireSignedIn } from '../people/require.ts'
import type { SignedIn } from '../people/session.ts'
import { faultList, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { sayRecord } from '../record/words.ts'
import { sayFrame } from '../screen/words.ts'
import { sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { readEvents, readOpenings, rowsAPage, type Audit, type AuditFilter, type AuditRow } from './audit.ts'
import { eventKinds } from './event-kind.ts'
import { codeWords } from '../screen/code-words.ts'
import { openingReasons } from '../vault/opening-reason.ts'
import { sayAdministration } from './words.ts'

const text = Type.Optional(Type.String({ maxLength: 60 }))
const Query = Type.Object({ kind: text, from: text, through: text, before: text, lang: text })

type Asked = Type.Static<typeof Query>

/** What the audit shows. */
type Side = 'events' | 'openings'

/** Declares the routes. */
export function declareAudit(app: App, { database }: Room): void {
  app.get('/audit', { schema: { querystring: Query } }, async (request, reply) => {
    const signedIn = requireSignedIn(request, readers)
    const { filter, faults } = readFilter(request.query, signedIn.timeZone, request.lang)
    const audit = await readEvents(database, signedIn.who, filter)
    return await sendAudit(request, reply, { side: 'events', audit, asked: request.query, faults })
  })
  app.get('/audit/openings', { schema: { querystring: Query } }, async (request, reply) => {
    const signedIn = requireSignedIn(
      request,
      readers.filter((role) => role !== 'administrator'),
    )
    const { filter, faults } = readFilter(request.query, signedIn.timeZone, request.lang)
    const audit = await readOpenings(database, signedIn.who, filter)
    return await sendAudit(request, reply, { side: 'openings', audit, asked: request.query, faults })
  })
}

const readers = ['auditor', 'supervisor', 'counsel', 'records-officer', 'administrator'] as const

function readFilter(
  { kind = '', from = '', through = '', before = '' }: Asked,
  timeZone: string,
  lang: string,
): { readonly filter: AuditFilter; readonly faults: Faults } {
  const say = sayAdministration(lang)
  const [first, last] = [dayOf(from), dayOf(through)]
  const faults = new Map([
    ...(first === undefined ? [['from', say('date-wrong')] as const] : []),
    ...(last === undefined ? [['through', say('date-wrong')] as const] : []),
  ])
  const start = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(timeZone).toInstant()
  return {
    faults,
    filter: {
      kind: /^[a-z-]{1,60}$/.test(kind) ? kind : null,
      from: first === undefined || first === null ? null : start(first),
      until: last === undefined || last === null ? null : start(last.add({ days: 1 })),
      before: /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null,
    },
  }
}

/** Reads a day; null where none is given, undefined where it is none. */
function dayOf(text: string): Temporal.PlainDate | null | undefined {
  if (text.trim() === '') return null
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text.trim())) return undefined
  try {
    return Temporal.PlainDate.from(text.trim(), { overflow: 'reject' })
  } catch {
    return undefined
  }
}

interface Shown {
  readonly side: Side
  readonly audit: Audit
  readonly asked: Asked
  readonly faults: Faults
}

async function sendAudit(request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const { side, audit, faults } = shown
  const signedIn = requireSignedIn(request)
  const say = sayAdministration(request.lang)
  const title = say('audit-title', { count: audit.count })
  if (faults.size > 0) void reply.code(422)
  const main = markup`${faultList(request.lang, faults)}<p class="over">${say('audit')}</p><h1>${title}</h1><p class="lead">${say('audit-lead')}</p>
${sides(side, signedIn, request.lang)}${filterForm(shown, request.lang)}${table(shown, signedIn, request.lang)}${olderLink(shown, request.lang)}`
  return await sendPage(request, reply, { title, main, isError: faults.size > 0 })
}

const paths = { events: '/audit', openings: '/audit/openings' } as const

function sides(side: Side, { who }: SignedIn, lang: string): Markup {
  const say = sayAdministration(lang)
  const all: readonly Side[] = who.role === 'administrator' ? ['events'] : ['events', 'openings']
  const links = all.map((one) => {
    const here = one === side ? trusted(' aria-current="page"') : null
    return markup`<li><a href="${href(paths[one])}"${here}>${say(one)}</a></li>`
  })
  const period = markup`<li><a href="${href('/audit/record')}">${sayRecord(lang)('period')}</a></li>`
  return markup`<nav class="section" aria-label="${say('audit')}"><ul class="ways sides">${links}${who.role === 'administrator' ? null : period}</ul></nav>`
}

function filterForm({ side, audit, asked, faults }: Shown, lang: string): Markup {
  const say = sayAdministration(lang)
  const options = ['', ...audit.kinds].map((kind) => {
    const chosen = kind === (asked.kind ?? '') ? trusted(' selected') : null
    return markup`<option value="${kind}"${chosen}>${kind === '' ? say('all') : kindWords(kind, side, lang)}</option>`
  })
  const hint = say('date-hint')
  return markup`<form action="${href(paths[side])}" class="filter"><div class="field"><label for="kind">${say(side === 'events' ? 'kind' : 'why')}</label><select id="kind" name="kind">${options}</select></div>
${textField({ name: 'from', label: say('from'), hint, value: asked.from ?? '', width: 'short' }, faults)}
${textField({ name: 'through', label: say('through'), hint, value: asked.through ?? '', width: 'short' }, faults)}
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
  readonly side: Side
  readonly timeZone: string
  readonly lang: string
}

function rowOf({ at, account, role, kind, reference }: AuditRow, { side, timeZone, lang }: RowLook): Markup {
  const say = sayAdministration(lang)
  const way = reference === null ? null : markup`<td><a href="${href(`/cases/${reference}`)}">${reference}</a></td>`
  return markup`<tr><th scope="row">${clockTime(at, timeZone, lang)}</th><td>${kindWords(kind, side, lang)}</td><td>${sayFrame(lang)(role)}</td><td class="mono">${account ?? say('somebody')}</td>${way}</tr>`
}

/** Says what happened, or why the vault was opened. */
function kindWords(kind: string, side: Side, lang: string): string {
  const say = sayAdministration(lang)
  return side === 'events'
    ? codeWords(eventKinds, kind, (known) => say(`kind-${known}`), lang)
    : codeWords(openingReasons, kind, (known) => say(`reason-${known}`), lang)
}

function olderLink({ side, audit, asked }: Shown, lang: string): Markup | null {
  const last = audit.rows.at(-1)
  if (last === undefined || audit.rows.length < rowsAPage) return null
  const { kind = '', from = '', through = '' } = asked
  const older = href(paths[side], { kind, from, through, before: last.id })
  return markup`<p class="section"><a href="${href(older)}">${sayAdministration(lang)('older')}</a></p>`
}

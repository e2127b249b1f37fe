/** The audit as files, and the dictionary of their columns. */
import { markup, type Markup } from '@brightline/documents/html'
import { csvText, type CsvCell } from '@brightline/wording'
import type { FastifyReply } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { href } from '../screen/href.ts'
import { rowsTable } from '../screen/rows.ts'
import { sayFrame } from '../screen/words.ts'
import { sendPage } from '../server/frame.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { auditColumns, auditFiles, type AuditColumn, type AuditFile } from './audit-columns.ts'
import { AuditQuery, readFilter } from './audit-filter.ts'
import { readIndices, readRecord, recordCells } from './audit-record.ts'
import { sayAudit } from './audit-words.ts'
import { readEvents, readOpenings, type AuditRow } from './audit.ts'
import { eventName } from './event-name.ts'
import { sayAdministration } from './words.ts'

/** So many rows are in a file at most. */
export const mostInFile = 20_000

const readers = ['auditor', 'supervisor', 'counsel', 'records-officer'] as const
const schema = { querystring: AuditQuery }

/** Declares the routes. */
export function declareAuditFiles(app: App, room: Room): void {
  app.get('/audit/columns', { schema }, async (request, reply) => {
    requireSignedIn(request, [...readers, 'administrator'])
    const say = sayAudit(request.lang)
    const title = say('dictionary')
    const main = markup`<p class="back"><a href="${href('/audit')}">${sayAdministration(request.lang)('audit')}</a></p><h1>${title}</h1><p class="lead">${say('dictionary-lead')}</p>
<p><a href="${href('/audit/columns.csv')}">${say('dictionary-csv')}</a></p>${auditFiles.map((file) => columnsOf(file, request.lang))}`
    return await sendPage(request, reply, { title, main })
  })
  app.get('/audit/columns.csv', { schema }, async (request, reply) => {
    requireSignedIn(request, [...readers, 'administrator'])
    const say = sayAudit(request.lang)
    const rows = auditFiles.flatMap((file) => auditColumns[file].map((name) => [file, name, say(`column-${name}`)]))
    return await sendCsv(reply, 'audit-columns', [['file', 'column', 'meaning'], ...rows])
  })
  declareEvents(app, room)
  declareRecordFile(app, room)
}

function columnsOf(file: AuditFile, lang: string): Markup {
  const say = sayAudit(lang)
  const rows = auditColumns[file].map((name) => [markup`<code>${name}</code>`, say(`column-${name}`)])
  const caption = say(`file-${file}`)
  return markup`<section class="section"><h2>${caption}</h2>${rowsTable({ caption, columns: [say('column'), say('meaning')], rows })}</section>`
}

function declareEvents(app: App, { database }: Room): void {
  app.get('/audit/events.csv', { schema }, async (request, reply) => {
    const { who, timeZone } = requireSignedIn(request, [...readers, 'administrator'])
    const { filter, faults } = readFilter(request.query, timeZone, request.lang)
    if (faults.size > 0) throw new Refusal('not-found')
    const { rows } = await readEvents(database, who, filter, mostInFile)
    return await sendCsv(reply, 'audit-events', [auditColumns.events, ...rows.map((row) => ofEvent(row, request.lang))])
  })
  app.get('/audit/openings.csv', { schema }, async (request, reply) => {
    const { who, timeZone } = requireSignedIn(request, readers)
    const { filter, faults } = readFilter(request.query, timeZone, request.lang)
    if (faults.size > 0) throw new Refusal('not-found')
    const { rows } = await readOpenings(database, who, filter, mostInFile)
    const cells = rows.map((row) => ofOpening(row, request.lang))
    return await sendCsv(reply, 'audit-openings', [auditColumns.openings, ...cells])
  })
}

function declareRecordFile(app: App, room: Room): void {
  app.get('/audit/record.csv', { schema }, async (request, reply) => {
    const { who, timeZone } = requireSignedIn(request, readers)
    const { lang } = request
    const { filter, faults } = readFilter(request.query, timeZone, lang)
    if (faults.size > 0) throw new Refusal('not-found')
    const rows = await readRecord(room.database, who, filter, mostInFile)
    const indexByTicket = await readIndices(room.database, who.agency, rows)
    const agencies = await transaction(
      room.database,
      who,
      async (work) => await work.selectFrom('agencies').select('place').execute(),
    )
    const law = await room.law.of(agencies[0]?.place ?? '')
    const stack = law.stackOn(Temporal.Now.plainDateISO(timeZone).toString())
    const cells = rows.map((row) => recordCells(row, { lang, stack, indexByTicket }))
    const table = cells.map((row) => auditColumns.record.map((name) => row[name]))
    return await sendCsv(reply, 'audit-record', [auditColumns.record, ...table])
  })
}

function ofEvent(row: AuditRow, lang: string): readonly CsvCell[] {
  const { id, at, kind, role, account, subject } = row
  const cells: Readonly<Record<AuditColumn<'events'>, CsvCell>> = {
    ...{ id, at: at.toString(), kind, 'kind-words': eventName(kind, 'events', lang) },
    ...{ role, 'role-words': sayFrame(lang)(role), account: account ?? '', subject: subject ?? '' },
  }
  return auditColumns.events.map((name) => cells[name])
}

function ofOpening(row: AuditRow, lang: string): readonly CsvCell[] {
  const { id, at, kind, role, account, reference } = row
  const cells: Readonly<Record<AuditColumn<'openings'>, CsvCell>> = {
    ...{ id, at: at.toString(), reason: kind, 'reason-words': eventName(kind, 'openings', lang) },
    ...{ role, 'role-words': sayFrame(lang)(role), account: account ?? '', request: reference ?? '' },
  }
  return auditColumns.openings.map((name) => cells[name])
}

async function sendCsv(
  reply: FastifyReply,
  name: string,
  rows: readonly (readonly CsvCell[])[],
): Promise<FastifyReply> {
  return await reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(csvText(rows))
}

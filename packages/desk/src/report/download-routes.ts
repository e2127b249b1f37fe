/** What is taken along of a report, and the rows behind each of its numbers. */
import { markup, type Markup } from '@brightline/documents/html'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { caseLink } from '../duty/page.ts'
import { requireSignedIn } from '../people/require.ts'
import { href } from '../screen/href.ts'
import { rowsTable } from '../screen/rows.ts'
import { sendPage } from '../server/frame.ts'
import { Refusal } from '../server/refusal.ts'
import type { App, Room } from '../server/room.ts'
import { totalCell, type Cell } from './body.ts'
import { fileName, printHead, publicCsv, publicJson, reportCsv, reportJson } from './download.ts'
import { printer } from '../notice/printer.ts'
import { publicTables, type PublicCount, type PublicTable } from './public-copy.ts'
import { readReport, type Report } from './report.ts'
import { reportPaper } from './report-paper.ts'
import { partList, reportWords, titleOf, type ReportWords } from './report-page.ts'
import { sayReport, valueWords, wordOf } from './words.ts'

const readers = ['supervisor', 'counsel', 'records-officer', 'auditor'] as const
const number = Type.String({ pattern: String.raw`^\d{1,4}$` })
const Params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const File = Type.Object({ id: Type.String({ format: 'uuid' }), file: Type.String({ maxLength: 20 }) })
const Behind = Type.Object(
  { part: Type.String({ maxLength: 40 }), row: number, column: number },
  { additionalProperties: true },
)

/** Declares the routes. */
export function declareDownloads(app: App, room: Room): void {
  app.get('/reports/:id/rows', { schema: { params: Params, querystring: Behind } }, async (request, reply) => {
    const { who, timeZone } = requireSignedIn(request, readers)
    const report = await readReport(room, who, request.params.id)
    const { part, row, column } = request.query
    return await sendRows(request, reply, report, { part, row: Number(row), column: Number(column), timeZone })
  })
  app.get('/reports/:id/:file', { schema: { params: File } }, async (request, reply) => {
    const { who, timeZone } = requireSignedIn(request, readers)
    const report = await readReport(room, who, request.params.id)
    const words = reportWords(timeZone, request.lang)
    switch (request.params.file) {
      case 'report.html':
        return await sendPrint(request, reply, report, { parts: partList(report, words, null), isPublic: false })
      case 'public.html':
        return await sendPrint(request, reply, report, { parts: publicParts(report, words), isPublic: true })
      case 'report.pdf':
      case 'public.pdf':
        return await sendPdf(reply, report, { words, isPublic: request.params.file === 'public.pdf' })
      default:
        return await sendFile(reply, fileOf(report, request.params.file, words))
    }
  })
}

interface Download {
  readonly text: string
  readonly type: string
  readonly name: string
}

function fileOf(report: Report, file: string, words: ReportWords): Download {
  switch (file) {
    case 'report.json':
      return { text: reportJson(report), type: 'application/json', name: fileName(report, '.json') }
    case 'report.csv':
      return { text: reportCsv(report, words), type: 'text/csv', name: fileName(report, '.csv') }
    case 'public.json':
      return { text: publicJson(report), type: 'application/json', name: fileName(report, '-public.json') }
    case 'public.csv':
      return { text: publicCsv(report, words), type: 'text/csv', name: fileName(report, '-public.csv') }
    default:
      throw new Refusal('not-found')
  }
}

async function sendFile(reply: FastifyReply, { text, type, name }: Download): Promise<FastifyReply> {
  return await reply
    .type(`${type}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(text)
}

/** Sends the PDF. Where our fonts lack a letter, the page to print comes instead. */
async function sendPdf(
  reply: FastifyReply,
  report: Report,
  { words, isPublic }: { readonly words: ReportWords; readonly isPublic: boolean },
): Promise<FastifyReply> {
  const name = isPublic ? 'public' : 'report'
  const printed = printer()(reportPaper(report, words, { isPublic }))
  if (printed.kind === 'refused') return await reply.redirect(`/reports/${report.id}/${name}.html`, 303)
  const file = fileName(report, isPublic ? '-public.pdf' : '.pdf')
  void reply.type('application/pdf').header('content-disposition', `inline; filename="${file}"`)
  return await reply.send(Buffer.from(printed.bytes))
}

async function sendPrint(
  request: FastifyRequest,
  reply: FastifyReply,
  report: Report,
  { parts, isPublic }: { readonly parts: Markup; readonly isPublic: boolean },
): Promise<FastifyReply> {
  const { title, lines } = printHead(report, { lang: request.lang, isPublic })
  const main = markup`<h1>${title}</h1>${lines.map((line) => markup`<p class="once">${line}</p>`)}${parts}`
  const copy = sayReport(request.lang)(isPublic ? 'public-copy' : 'html')
  return await sendPage(request, reply, { title: `${title} · ${copy}`, main })
}

function publicParts({ body }: Report, words: ReportWords): Markup {
  const { lang } = words
  const say = sayReport(lang)
  const tables = publicTables(body).map(
    (table) =>
      markup`<section class="section"><h2>${wordOf(table.id, lang)}</h2>${publicTable(table, words)}</section>`,
  )
  return markup`<p class="soft">${say('small-note')}</p>${tables}`
}

function publicTable({ id, columns, rows, totals }: PublicTable, words: ReportWords): Markup {
  const { lang } = words
  const say = sayReport(lang)
  const shown = (count: PublicCount): string => {
    if (count === 'hidden') return say('hidden-words')
    return typeof count === 'number' ? String(count) : valueWords(count, words)
  }
  const own = rows.map(({ label, counts }) => [valueWords(label, words), ...counts.map(shown)])
  const all = totals === null ? own : [...own, [markup`<b>${say('total')}</b>`, ...totals.map(shown)]]
  if (rows.length === 0) return markup`<p class="quiet">${say('nil-open')}</p>`
  const heads = ['', ...columns.map((column) => wordOf(column, lang))]
  return rowsTable({ caption: wordOf(id, lang), columns: heads, rows: all, isOfNumbers: true })
}

interface Place {
  readonly part: string
  readonly row: number
  readonly column: number
  readonly timeZone: string
}

async function sendRows(
  request: FastifyRequest,
  reply: FastifyReply,
  report: Report,
  { part: id, row, column, timeZone }: Place,
): Promise<FastifyReply> {
  const { lang } = request
  const say = sayReport(lang)
  const { cell, news } = behind(report, { part: id, row, column }, reportWords(timeZone, lang))
  const rows = cell.references.map((reference) => [caseLink(reference)])
  const table = rowsTable({ caption: news, columns: [say('reference')], rows })
  const main = markup`<p class="over">${titleOf(report, lang)}</p><h1>${news}</h1>
${rows.length === 0 ? markup`<p class="quiet">${say('rows-none')}</p>` : table}
<p class="section"><a href="${href(`/reports/${report.id}`)}">${say('back-to-report')}</a></p>`
  return await sendPage(request, reply, { title: news, main })
}

interface BehindNumber {
  readonly cell: Cell
  readonly news: string
}

/** Finds the cases behind a number: of a cell, of a total, which is the row after the last, or of all that was received. */
function behind(
  { body }: Report,
  { part: id, row, column }: Omit<Place, 'timeZone'>,
  words: ReportWords,
): BehindNumber {
  const say = sayReport(words.lang)
  if (id === 'received') {
    const references = [...new Set(body.received)].toSorted()
    return { cell: { count: references.length, references }, news: say('received-rows') }
  }
  const part = body.parts.find((one) => one.id === id)
  if (part?.kind !== 'counts') throw new Refusal('not-found')
  const isTotal = part.isAdditive && row === part.rows.length && column < part.columns.length
  const cell = isTotal ? totalCell(part.rows, column) : part.rows[row]?.cells[column]
  if (cell === undefined) throw new Refusal('not-found')
  const label = part.rows[row]?.label
  const name = label === undefined ? say('total') : valueWords(label, words)
  return {
    cell,
    news: say('rows-news', { count: cell.count, row: name, column: wordOf(part.columns[column] ?? '', words.lang) }),
  }
}

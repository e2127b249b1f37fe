/** The page of one report: the news, what is missing in red, what changed, then its tables, whose numbers open what is behind them. */
import { markup, type Markup } from '@brightline/documents/html'
import { textIn } from '@brightline/language'
import { dateFormat, dayWords, localeOf } from '@brightline/wording'
import { Temporal } from 'temporal-polyfill'
import { caseLink } from '../duty/page.ts'
import { href } from '../screen/href.ts'
import { rowsTable } from '../screen/rows.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { closingOf, closingReasons, reasonOf } from '../closing/reason.ts'
import { closingReasonWords } from '../closing/words.ts'
import { totalCell, type ClosedRequest, type Gap, type Part, type ReportBody } from './body.ts'
import { differences, type Difference } from './difference.ts'
import type { Report } from './report.ts'
import { formWords, sayReport, valueWords, wordOf } from './words.ts'

/** How the values of a report are said. */
export interface ReportWords {
  readonly lang: string
  readonly momentWords: (at: string) => string
}

/** Makes what says the moments of a report. */
export function reportWords(timeZone: string, lang: string): ReportWords {
  const format = dateFormat(localeOf(lang), {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
  return { lang, momentWords: (at) => format.format(Temporal.Instant.from(at).epochMilliseconds) }
}

/** Says the name of a report with its period. */
export function titleOf(
  { owed, startsOn, endsOn }: Pick<Report, 'owed' | 'startsOn' | 'endsOn'>,
  lang: string,
): string {
  const days = { from: dayWords(startsOn, lang), to: dayWords(endsOn, lang) }
  return sayReport(lang)('title-of', { title: formWords(owed.form.id, lang), ...days })
}

/** Makes the head: title, law, recipient, news. */
export function headOf(report: Report, words: ReportWords): Markup {
  const { lang } = words
  const say = sayReport(lang)
  const { owed, filedAt, body } = report
  const recipient =
    owed.duty.recipient === null ? null : ` · ${say('to-whom', { recipient: textIn(owed.duty.recipient, lang) })}`
  const news =
    filedAt !== null
      ? say('filed-news', { when: words.momentWords(filedAt.toString()) })
      : body.gaps.length > 0
        ? say('gaps-news', { count: body.gaps.length })
        : readyNews(report, lang)
  return markup`<p class="over">${titleOf(report, lang)} · ${say('version')} ${report.version}</p><h1>${news}</h1>
<p class="lead">${say('by-law', { cite: owed.duty.cite })}${recipient}</p>
${filedAt === null ? null : proofOf(report, lang)}`
}

/** Says that it can be signed, unless its period still runs; and where the bookings have another number, that somebody has to look first. */
function readyNews({ inputs, body, isRunning }: Report, lang: string): string {
  if (isRunning) return sayReport(lang)('running-news')
  const typed = inputs['bookings']
  const apart = typed === undefined ? 0 : Math.abs(Number(typed) - recordedOf(body))
  return apart === 0 ? sayReport(lang)('ready-news') : sayReport(lang)('ready-apart', { difference: apart })
}

/** How many requests the record has, as they are held against the bookings. */
function recordedOf({ received }: ReportBody): number {
  return new Set(received).size
}

function proofOf({ hash, logKey, logSerial }: Report, lang: string): Markup {
  const say = sayReport(lang)
  return markup`<dl class="facts"><div><dt>${say('hash')}</dt><dd class="mono once">${hash ?? ''}</dd></div>
<div><dt>${say('log-entry')}</dt><dd>${say('log-entry-words', { serial: logSerial ?? 0, key: logKey ?? '' })}</dd></div></dl>`
}

/** Makes the list of what is missing. Each gap leads to where it is closed. */
export function gapList({ gaps }: ReportBody, isFiled: boolean, lang: string): Markup | null {
  if (gaps.length === 0) return null
  const say = sayReport(lang)
  const items = gaps.map((gap) => markup`<li>${gapWords(gap, lang)}</li>`)
  return markup`<section class="gaps"><h2>${say(isFiled ? 'filed-gaps' : 'gaps')}</h2><ul>${items}</ul></section>`
}

/** Where a gap is closed: most on the page of outcomes. */
const wayOfGap: ReadonlyMap<string, string> = new Map([
  ['gap-outcome', '/outcome'],
  ['gap-receiver', '/outcome'],
  ['gap-asking', '/outcome'],
])

function gapWords({ gap, reference }: Gap, lang: string): Markup {
  const name = wordOf(gap, lang)
  if (reference === null) return markup`${sentenceCase(name, lang)}`
  const way = wayOfGap.get(gap) ?? ''
  return markup`<a href="${href(`/cases/${reference}${way}`)}">${sentenceCase(name, lang)}: <span class="mono whole">${reference}</span></a>`
}

/** Makes the list of what a correction changes. */
export function changeList({ before, body }: Report, words: ReportWords): Markup | null {
  if (before === null) return null
  const say = sayReport(words.lang)
  const found = differences(before.body, body)
  const items = found.map((one) => markup`<li>${changeWords(one, words)}</li>`)
  return markup`<section class="section changed"><h2>${say('changes')}</h2>
${found.length === 0 ? markup`<p>${say('changes-none')}</p>` : markup`<ul class="plain">${items}</ul>`}</section>`
}

/** Says one change of a correction. */
export function changeWords(one: Difference, words: ReportWords): string {
  const { lang } = words
  const say = sayReport(lang)
  const part = wordOf(one.part, lang)
  switch (one.kind) {
    case 'number':
      return say('change-number', {
        part,
        row: valueWords(one.row, words),
        column: wordOf(one.column, lang),
        before: one.before,
        now: one.now,
      })
    case 'row':
      return say('change-row', { part, reference: one.reference, change: say(one.change) })
    case 'typed': {
      const none = say('none')
      return say('change-typed', {
        part,
        name: wordOf(one.name, lang),
        before: one.before ?? none,
        now: one.now ?? none,
      })
    }
  }
}

/** Makes the tables. Numbers lead to the rows behind them, where an address of the report is given. */
export function partList(report: Report, words: ReportWords, address: string | null): Markup {
  const parts = report.body.parts.map(
    (part) =>
      markup`<section class="section"><h2>${wordOf(part.id, words.lang)}</h2>${partOf(part, report, { words, address })}</section>`,
  )
  return markup`${parts}`
}

interface Shown {
  readonly words: ReportWords
  readonly address: string | null
}

function partOf(part: Part, report: Report, shown: Shown): Markup {
  switch (part.kind) {
    case 'counts':
      return countTable(part, shown)
    case 'list':
      return listTable(part, report, shown)
    case 'typed':
      return typedTable(part, shown.words)
  }
}

function countTable(
  { id, columns, rows, isAdditive }: Extract<Part, { readonly kind: 'counts' }>,
  { words, address }: Shown,
): Markup {
  const { lang } = words
  const say = sayReport(lang)
  const cell = (count: number, row: number, column: number, label: string): Markup | string => {
    if (address === null || count === 0) return String(count)
    const about = `${count}: ${label}, ${wordOf(columns[column] ?? '', lang)} (${wordOf(id, lang)})`
    return markup`<a href="${href(`${address}/rows`, { part: id, row, column })}" aria-label="${about}">${count}</a>`
  }
  const named = rows.map(({ label, cells }, row) => [
    valueWords(label, words),
    ...cells.map(({ count }, column) => cell(count, row, column, valueWords(label, words))),
  ])
  const sums = columns.map((_, column) => cell(totalCell(rows, column).count, rows.length, column, say('total')))
  const all = isAdditive && rows.length > 1 ? [...named, [markup`<b>${say('total')}</b>`, ...sums]] : named
  const note = id === 'nyc-answers' ? markup`<p class="soft">${say('court')}</p>` : null
  if (rows.length === 0) return markup`<p class="quiet">${say('nil-open')}</p>`
  const heads = ['', ...columns.map((column) => wordOf(column, lang))]
  return markup`${rowsTable({ caption: wordOf(id, lang), columns: heads, rows: all, isOfNumbers: true })}${note}`
}

function listTable(
  { id, columns, rows }: Extract<Part, { readonly kind: 'list' }>,
  { certified }: Report,
  { words, address }: Shown,
): Markup {
  const { lang } = words
  const say = sayReport(lang)
  if (rows.length === 0)
    return markup`<p class="quiet">${say(certified.includes(id) ? 'nil-certified' : 'nil-open')}</p>`
  const heads = [say('reference'), ...columns.map((column) => wordOf(column, lang))]
  const shown = rows.map(({ reference, cells }) => [
    address === null ? markup`<span class="mono">${reference}</span>` : caseLink(reference),
    ...cells.map((value) => valueWords(value, words)),
  ])
  return rowsTable({ caption: wordOf(id, lang), columns: heads, rows: shown })
}

function typedTable({ fields }: Extract<Part, { readonly kind: 'typed' }>, { lang }: ReportWords): Markup {
  const say = sayReport(lang)
  const rows = fields.map(({ name, kind, value }) => {
    const said = value === null ? say('none') : kind === 'word' ? wordOf(value, lang) : value
    return markup`<div><dt>${wordOf(name, lang)}</dt><dd>${kind === 'day' && value !== null ? dayWords(value, lang) : said}</dd></div>`
  })
  return markup`<dl class="facts">${rows}</dl>`
}

/** Says how the record and the bookings compare. */
export function reconciliationWords({ inputs, body }: Pick<Report, 'inputs' | 'body'>, lang: string): string {
  const say = sayReport(lang)
  const recorded = recordedOf(body)
  const typed = inputs['bookings']
  if (typed === undefined) return say('reconcile-none', { recorded })
  const bookings = Number(typed)
  return bookings === recorded
    ? say('reconcile-same', { recorded })
    : say('reconcile-off', { bookings, recorded, difference: Math.abs(bookings - recorded) })
}

/** Says of a request that was closed why, and how it is counted. */
export function closedWords({ reference, reason, twin }: ClosedRequest, lang: string): string {
  const say = sayReport(lang)
  const known = reasonOf(closingReasons, reason)
  const counted = known === null ? '' : say(`closed-${closingOf[known].counts}`, { twin: twin ?? '' })
  return say('closed-row', { reference, why: closingReasonWords(reason, lang), counted })
}

/** Makes the list of the requests that were closed; null of a report that was filed before they were listed. */
export function closedList({ closed }: ReportBody, lang: string): Markup | null {
  if (closed === undefined) return null
  const say = sayReport(lang)
  if (closed.length === 0) return markup`<p class="soft">${say('closed-none')}</p>`
  const items = closed.map(
    (one) => markup`<li><a href="${href(`/cases/${one.reference}`)}">${closedWords(one, lang)}</a></li>`,
  )
  return markup`<h3>${say('closed')}</h3><ul class="plain rows">${items}</ul>`
}

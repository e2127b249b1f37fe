/** A report and its public copy as papers: the tables of the page, for the compiler of PDF. */
import type { Paper } from '@brightline/documents/notice'
import { dayWords } from '@brightline/wording'
import type { ClosedRequest, Part } from './body.ts'
import { differences } from './difference.ts'
import { printHead } from './download.ts'
import { publicTables, type PublicCount, type PublicTable } from './public-copy.ts'
import type { Report } from './report.ts'
import { changeWords, closedWords, type ReportWords } from './report-page.ts'
import { sayReport, valueWords, wordOf } from './words.ts'

type Block = Paper['blocks'][number]
type Words = Paper['title']

/** A table of more columns is read as facts, event by event: on paper its columns would be too narrow. */
const mostColumns = 7

/** Makes the paper. The public copy names no request, no gap and no difference: each could tell a small count. */
export function reportPaper(report: Report, words: ReportWords, { isPublic }: { readonly isPublic: boolean }): Paper {
  const { lang } = words
  const say = sayReport(lang)
  const { title, lines } = printHead(report, { lang, isPublic })
  const { agency, filedAt, owed, startsOn, endsOn, version } = report
  const inner = isPublic ? publicBlocks(report, words) : wholeBlocks(report, words)
  return {
    lang,
    title: plain(title),
    agency,
    place: `${say('version')} ${version}`,
    blocks: [...lines.slice(1).map((line) => paragraph(line)), ...inner],
    foot: say('page-of', { page: '{page}', pages: '{pages}' }),
    reference: `${owed.form.id} ${startsOn} – ${endsOn}`,
    madeOn: filedAt === null ? say('draft-mark') : words.momentWords(filedAt.toString()),
  }
}

function wholeBlocks({ body, before, filedAt, certified }: Report, words: ReportWords): readonly Block[] {
  const { lang } = words
  const say = sayReport(lang)
  const gaps = body.gaps.map(({ gap, reference }) =>
    plain(reference === null ? wordOf(gap, lang) : `${wordOf(gap, lang)}: ${reference}`),
  )
  const changes = before === null ? [] : differences(before.body, body).map((one) => plain(changeWords(one, words)))
  return [
    ...(gaps.length === 0 ? [] : [heading(say(filedAt === null ? 'gaps' : 'filed-gaps')), listOf(gaps)]),
    ...(before === null ? [] : [heading(say('changes'))]),
    ...(before === null ? [] : [changes.length === 0 ? paragraph(say('changes-none')) : listOf(changes)]),
    ...body.parts.flatMap((part) => [heading(wordOf(part.id, lang)), ...partBlocks(part, certified, words)]),
    ...closedBlocks(body.closed ?? [], lang),
  ]
}

function closedBlocks(closed: readonly ClosedRequest[], lang: string): readonly Block[] {
  if (closed.length === 0) return []
  return [heading(sayReport(lang)('closed')), listOf(closed.map((one) => plain(closedWords(one, lang))))]
}

function partBlocks(part: Part, certified: readonly string[], words: ReportWords): readonly Block[] {
  const say = sayReport(words.lang)
  switch (part.kind) {
    case 'counts':
      return countBlocks(part, words)
    case 'list':
      return part.rows.length === 0
        ? [paragraph(say(certified.includes(part.id) ? 'nil-certified' : 'nil-open'))]
        : listBlocks(part, words)
    case 'typed':
      return [{ kind: 'facts', facts: part.fields.map((field) => typedFact(field, words)) }]
  }
}

function countBlocks(
  { id, columns, rows, isAdditive }: Extract<Part, { readonly kind: 'counts' }>,
  words: ReportWords,
): readonly Block[] {
  const { lang } = words
  const say = sayReport(lang)
  if (rows.length === 0) return [paragraph(say('nil-open'))]
  const sums = columns.map((_, at) => rows.reduce((sum, { cells }) => sum + (cells[at]?.count ?? 0), 0))
  const own = rows.map(({ label, cells }) => [valueWords(label, words), ...cells.map(({ count }) => String(count))])
  const all = isAdditive && rows.length > 1 ? [...own, [say('total'), ...sums.map(String)]] : own
  const table = tableOf([wordOf(id, lang), ...columns.map((column) => wordOf(column, lang))], all)
  return id === 'nyc-answers' ? [...table, { kind: 'small', words: plain(say('court')) }] : table
}

function listBlocks({ columns, rows }: Extract<Part, { readonly kind: 'list' }>, words: ReportWords): readonly Block[] {
  const heads = [sayReport(words.lang)('reference'), ...columns.map((column) => wordOf(column, words.lang))]
  return tableOf(
    heads,
    rows.map(({ reference, cells }) => [reference, ...cells.map((value) => valueWords(value, words))]),
  )
}

type TypedField = Extract<Part, { readonly kind: 'typed' }>['fields'][number]

function typedFact({ name, kind, value }: TypedField, { lang }: ReportWords): { label: Words; value: string } {
  const said = value === null ? sayReport(lang)('none') : kind === 'word' ? wordOf(value, lang) : value
  return { label: plain(wordOf(name, lang)), value: kind === 'day' && value !== null ? dayWords(value, lang) : said }
}

function publicBlocks({ body }: Report, words: ReportWords): readonly Block[] {
  const { lang } = words
  const tables = publicTables(body).flatMap((table) => [heading(wordOf(table.id, lang)), ...publicBlock(table, words)])
  return [{ kind: 'small', words: plain(sayReport(lang)('small-note')) }, ...tables]
}

function publicBlock({ id, columns, rows, totals }: PublicTable, words: ReportWords): readonly Block[] {
  const { lang } = words
  const say = sayReport(lang)
  const shown = (count: PublicCount): string => {
    if (count === 'hidden') return say('hidden-words')
    return typeof count === 'number' ? String(count) : valueWords(count, words)
  }
  if (rows.length === 0) return [paragraph(say('nil-open'))]
  const own = rows.map(({ label, counts }) => [valueWords(label, words), ...counts.map(shown)])
  const all = totals === null ? own : [...own, [say('total'), ...totals.map(shown)]]
  return tableOf([wordOf(id, lang), ...columns.map((column) => wordOf(column, lang))], all)
}

/** Makes a table, or facts where it is too wide. */
function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] {
  if (columns.length <= mostColumns)
    return [{ kind: 'table', columns: columns.map(plain), rows: rows.map((row) => row.map(plain)) }]
  return rows.map((row) => ({
    kind: 'facts',
    facts: row.map((value, at) => ({ label: plain(columns[at] ?? ''), value })),
  }))
}

function plain(text: string): Words {
  return { text, beside: null }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', words: plain(text) }
}

function heading(text: string): Block {
  return { kind: 'heading', words: plain(text) }
}

function listOf(items: readonly Words[]): Block {
  return { kind: 'list', items }
}

/** What leaves the building: the report itself and its public copy, as a page, a table and data. */
import { csvText, type CsvCell, dayWords } from '@brightline/wording'
import { closingReasonWords } from '../closing/words.ts'
import type { Report } from './report.ts'
import { documentOf } from './report.ts'
import { filedBytes } from './filed-document.ts'
import { publicTables, type PublicCount, type PublicTable } from './public-copy.ts'
import { reconciliationWords, titleOf, type ReportWords } from './report-page.ts'
import { sayReport, valueWords, wordOf } from './words.ts'

/** The report as data: of a filed one exactly the bytes that were hashed. */
export function reportJson(report: Report): string {
  const text = new TextDecoder().decode(filedBytes(documentOf(report)))
  return text
}

/** The report as rows: code and words side by side, one row for each number and each event. */
export function reportCsv(report: Report, words: ReportWords): string {
  const { lang } = words
  const head: readonly CsvCell[] = ['part', 'part-words', 'row', 'row-words', 'column', 'column-words', 'value']
  const rows = report.body.parts.flatMap((part): readonly (readonly CsvCell[])[] => {
    const named = (row: string, rowWords: string, column: string, value: CsvCell): readonly CsvCell[] => [
      part.id,
      wordOf(part.id, lang),
      row,
      rowWords,
      column,
      wordOf(column, lang),
      value,
    ]
    switch (part.kind) {
      case 'counts':
        return part.rows.flatMap(({ label, cells }) =>
          cells.map(({ count }, at) => named(codeOf(label), valueWords(label, words), part.columns[at] ?? '', count)),
        )
      case 'list':
        return part.rows.flatMap(({ reference, cells }) =>
          cells.map((value, at) =>
            named(
              reference,
              reference,
              part.columns[at] ?? '',
              value.kind === 'moment' ? value.at : valueWords(value, words),
            ),
          ),
        )
      case 'typed':
        return part.fields.map(({ name, value }) => named(name, wordOf(name, lang), 'typed', value ?? ''))
    }
  })
  const closed = (report.body.closed ?? []).map((one): readonly CsvCell[] => {
    const named = [one.reference, one.reference, one.reason, closingReasonWords(one.reason, lang)] as const
    return ['closed', sayReport(lang)('closed'), ...named, one.twin ?? '']
  })
  return csvText([head, ...rows, ...closed])
}

function codeOf(value: PublicTable['rows'][number]['label']): string {
  switch (value.kind) {
    case 'moment':
      return value.at
    case 'word':
      return value.word
    case 'agency':
      return value.code
    case 'text':
      return value.text
    case 'none':
      return 'none'
  }
}

/** The public copy as data. */
export function publicJson(report: Report): string {
  const { owed, startsOn, endsOn, version, place, agency, hash } = report
  const head = { report: owed.form.id, cite: owed.duty.cite, place, agency, startsOn, endsOn, version, sha256: hash }
  return `${JSON.stringify({ ...head, tables: publicTables(report.body) }, null, 2)}\n`
}

/** The public copy as rows. What is hidden is an asterisk. */
export function publicCsv(report: Report, words: ReportWords): string {
  const { lang } = words
  const rows = publicTables(report.body).flatMap(({ id, columns, rows: own, totals }) => {
    const total = totals === null ? [] : [{ code: 'total', said: sayReport(lang)('total'), counts: totals }]
    const labelled = own.map(({ label, counts }) => ({ code: codeOf(label), said: valueWords(label, words), counts }))
    return [...labelled, ...total].flatMap(({ code, said, counts }) =>
      counts.map((count, at): readonly CsvCell[] => [
        id,
        wordOf(id, lang),
        code,
        said,
        columns[at] ?? '',
        csvCount(count, words),
      ]),
    )
  })
  return csvText([['part', 'part-words', 'row', 'row-words', 'column', 'value'], ...rows])
}

function csvCount(count: PublicCount, words: ReportWords): CsvCell {
  if (count === 'hidden') return null
  return typeof count === 'number' ? count : valueWords(count, words)
}

/** The name of a file. It says report and period, and nothing of anybody. */
export function fileName({ owed, startsOn, endsOn, version }: Report, ending: string): string {
  return `${owed.form.id}-${startsOn}-${endsOn}-v${version}${ending}`
}

/** The first lines of the page to print. */
export function printHead(
  report: Report,
  { lang, isPublic }: { readonly lang: string; readonly isPublic: boolean },
): { readonly title: string; readonly lines: readonly string[] } {
  const say = sayReport(lang)
  const { agency, owed, hash, startsOn, endsOn } = report
  return {
    title: titleOf(report, lang),
    lines: [
      agency,
      `${say('by-law', { cite: owed.duty.cite })} · ${say('period')}: ${dayWords(startsOn, lang)} – ${dayWords(endsOn, lang)}`,
      // It names a count that the public copy may hide.
      ...(isPublic ? [] : [reconciliationWords(report, lang)]),
      hash === null ? say('draft-mark') : `${say('hash')}: ${hash}`,
    ],
  }
}

/** The calendar of a place: one holiday rule a line, with its citation. */
import type { Diagnostic } from '../diagnostic.ts'
import type { Holiday } from '../policy/policy.ts'
import { isFilled, readClosing } from './cell.ts'
import { inOrder, readCsv, shorten, type Cell, type ReportCell, type Row } from './csv.ts'
import { parseHolidayRule } from './holiday-rule.ts'

const columns = ['name', 'rule', 'from', 'through', 'cite', 'mark'] as const

/**
 * Reads `holidays.csv`. Lines with an error are left out of the rows, so look at `diagnostics` first.
 *
 * @example
 * const text = 'name,rule,from,through,cite,mark\nIndependence Day,07-04 observed,,,5 USC 6103(a),read'
 * readHolidays('us/holidays.csv', text).rows[0].rule // => '07-04 observed'
 * readHolidays('us/holidays.csv', text.replace('5 USC 6103(a)', '')).diagnostics[0].code // => 'POL-0403'
 */
export function readHolidays(file: string, text: string): { rows: Holiday[]; diagnostics: Diagnostic[] } {
  const table = readCsv(file, text, columns)
  return { rows: table.rows.flatMap((row) => readHoliday(row, table.report)), diagnostics: inOrder(table.diagnostics) }
}

function readHoliday(row: Row<(typeof columns)[number]>, report: ReportCell): readonly Holiday[] {
  const isNamed = isFilled(row('name'), 'name', 'write the name of the holiday as the law has it', report)
  const isRule = readRule(row('rule'), report)
  const closing = readClosing(row, report)
  return isNamed && isRule && closing !== null ? [{ name: row('name').text, rule: row('rule').text, ...closing }] : []
}

function readRule(cell: Cell, report: ReportCell): boolean {
  const help =
    'write `07-04`, `07-04 observed`, `02-12 sunday observed`, `third monday january`, `last monday may`, ' +
    '`day after fourth thursday november` or `2025-01-09`'
  if (!isFilled(cell, 'rule', help, report)) return false
  if (parseHolidayRule(cell.text) !== null) return true
  if (/^(?:\d{4}-)?\d{2}-\d{2}(?:(?: sunday)? observed)?$/.test(cell.text)) {
    report('POL-0404', cell, `\`${shorten(cell.text)}\` is not a day that exists`, help)
  } else {
    report('POL-0402', cell, `\`${shorten(cell.text)}\` is not a holiday rule`, help)
  }
  return false
}

/** The calendar of a place: one holiday rule a line, with its citation. */
import { inOrder, type PolicyProblem } from '../file-problem.ts'
import type { Holiday } from '../policy/policy.ts'
import { isFilled, readClosing } from './cell.ts'
import { readCsv, shorten, type Cell, type ReportCell, type Row } from './csv.ts'
import { parseHolidayRule } from './holiday-rule.ts'

const columns = ['name', 'rule', 'from', 'through', 'cite', 'mark'] as const

/**
 * Reads `holidays.csv`. Lines with an error are left out of the rows, so look at `problems` first.
 *
 * @example
 * const text = 'name,rule,from,through,cite,mark\nIndependence Day,07-04 observed,,,5 USC 6103(a),read'
 * readHolidays('us/holidays.csv', text).rows[0].rule // => '07-04 observed'
 * readHolidays('us/holidays.csv', text.replace('5 USC 6103(a)', '')).problems[0].code // => 'POL-0403'
 */
export function readHolidays(file: string, text: string): { rows: Holiday[]; problems: readonly PolicyProblem[] } {
  const table = readCsv(file, text, columns)
  return { rows: table.rows.flatMap((row) => readHoliday(row, table.report)), problems: inOrder(table.problems) }
}

function readHoliday(row: Row<(typeof columns)[number]>, report: ReportCell): readonly Holiday[] {
  const isNamed = isFilled(row('name'), 'name', report)
  const isRule = readRule(row('rule'), report)
  const closing = readClosing(row, report)
  return isNamed && isRule && closing !== null ? [{ name: row('name').text, rule: row('rule').text, ...closing }] : []
}

function readRule(cell: Cell, report: ReportCell): boolean {
  if (!isFilled(cell, 'rule', report)) return false
  if (parseHolidayRule(cell.text) !== null) return true
  const isDay = /^(?:\d{4}-)?\d{2}-\d{2}(?:(?: sunday)? observed)?$/.test(cell.text)
  report(isDay ? 'POL-0412' : 'POL-0407', cell, { rule: shorten(cell.text), column: 'rule' })
  return false
}

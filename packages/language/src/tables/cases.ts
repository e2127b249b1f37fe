/**
 * The side door `@brightline/language/cases`: the answers of a place to the standard situations, one answer a line, with
 * where its text says so.
 */
import { inOrder, type PolicyProblem } from '../file-problem.ts'
import type { Texts } from '../policy/texts.ts'
import { isRealDate, isYearOfLaw, yearsOfLaw } from '../calendar-date.ts'
import { isFilled, readChoice } from './cell.ts'
import { readCsv, shorten, type Cell, type ReportCell, type Row, type Table } from './csv.ts'

/** The answers that a case can have, as a counter hears them. */
export const caseAnswers = [
  'must',
  'must-counsel-first',
  'must-not',
  'may',
  'counsel-first',
  'need-not',
  'no-power',
  'not-encoded',
  'no-rule',
  'needs-facts',
  'conflict',
] as const

/** One of them. */
export type CaseAnswerWord = (typeof caseAnswers)[number]

/** The answer that a situation must have in a place, as its text gives it. */
export interface ExpectedCase {
  readonly situation: string
  /** The date of the law where it is not that of the situations, or null. */
  readonly asOf: string | null
  readonly answer: CaseAnswerWord
  /** The local time at which the act must end, such as `2026-11-27T18:00`, or null. */
  readonly until: string | null
  /** Ids of the provisions that say so. */
  readonly by: readonly string[]
  readonly because: Texts
  readonly line: number
}

const columns = ['situation', 'as_of', 'answer', 'until', 'by', 'because_en', 'because_es'] as const

/**
 * Reads a table of cases. Lines with an error are left out of the rows, so look at `problems` first.
 *
 * @example
 * const header = 'situation,as_of,answer,until,by,because_en,because_es'
 * const text = `${header}\nfamily-asks,,may,,us/ca/arrest-records section 7923.610(a),a record of arrests is open,es público`
 * readCases('cases/us/ca.csv', text).rows[0].answer // => 'may'
 * readCases('cases/us/ca.csv', text.replace(',may,', ',maybe,')).problems[0].code // => 'POL-0402'
 */
export function readCases(file: string, text: string): { rows: ExpectedCase[]; problems: readonly PolicyProblem[] } {
  const table = readCsv(file, text, columns)
  return {
    rows: table.rows.flatMap((row) => readCase(row, table)),
    problems: inOrder(table.problems),
  }
}

function readCase(
  row: Row<(typeof columns)[number]>,
  { report, lineOf }: Pick<Table<(typeof columns)[number]>, 'report' | 'lineOf'>,
): readonly ExpectedCase[] {
  const isNamed = isFilled(row('situation'), 'situation', report)
  const isSaid = isFilled(row('because_en'), 'because_en', report)
  const answer = readChoice(row('answer'), 'answer', caseAnswers, report)
  const asOf = readDay(row('as_of'), report)
  if (!isNamed || !isSaid || answer === null || asOf === undefined) return []
  const until = row('until').text
  const es = row('because_es').text
  return [
    {
      situation: row('situation').text,
      asOf,
      answer,
      until: until === '' ? null : until,
      by: row('by')
        .text.split(/\s*\+\s*/)
        .filter((id) => id !== ''),
      because: { en: row('because_en').text, ...(es === '' ? {} : { es }) },
      line: lineOf(row('situation')),
    },
  ]
}

/** Reads a date; null for an empty cell, undefined for a wrong one. */
function readDay(cell: Cell, report: ReportCell): string | null | undefined {
  if (cell.text === '') return null
  if (!isRealDate(cell.text)) report('POL-0404', cell, { date: shorten(cell.text) })
  else if (!isYearOfLaw(cell.text)) report('POL-0414', cell, { date: cell.text, ...yearsOfLaw })
  else return cell.text
  return undefined
}

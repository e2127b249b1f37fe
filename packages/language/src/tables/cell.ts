/** The parts that the tables of law share: dates of force, a citation, a mark and cells with a few words to choose from. */
import { isRealDate, isYearOfLaw, yearsOfLaw } from '../calendar-date.ts'
import { nearest } from '../names/nearest.ts'
import type { Interval, Offence } from '../policy/policy.ts'
import { shorten, type Cell, type ReportCell, type Row } from './csv.ts'

/** The columns that close every table of law. */
export type ClosingColumn = 'from' | 'through' | 'cite' | 'mark'

/** The content of the closing columns; null where a cell is wrong, which has then been reported. */
export interface Closing {
  readonly force: Interval
  readonly cite: string
  readonly mark: Offence['mark']
}

/** Reads the dates of force, the citation and the mark of a line. */
export function readClosing(row: Row<ClosingColumn>, report: ReportCell): Closing | null {
  const force = readForce(row, report)
  const cite = row('cite')
  if (cite.text === '') report('POL-0403', cite)
  const mark = readChoice(row('mark'), 'mark', ['read', 'reported', 'unverified'], report)
  return force === null || cite.text === '' || mark === null ? null : { force, cite: cite.text, mark }
}

/** Reads a cell that holds one of a few words. */
export function readChoice<const Choice extends string>(
  cell: Cell,
  column: string,
  choices: readonly Choice[],
  report: ReportCell,
): Choice | null {
  const found = choices.find((choice) => choice === cell.text)
  if (found !== undefined) return found
  const named = choices.map((choice) => (choice === '' ? 'leave-it-empty' : choice))
  if (cell.text === '') report('POL-0406', cell, { column, choices: named })
  else {
    const meant = nearest(
      cell.text,
      choices.filter((choice) => choice !== ''),
    )
    report('POL-0402', cell, { column, word: shorten(cell.text), meant, choices: named })
  }
  return null
}

/** Tells whether a cell says something, and reports it where it does not. */
export function isFilled(cell: Cell, column: string, report: ReportCell): boolean {
  if (cell.text === '') report('POL-0406', cell, { column })
  return cell.text !== ''
}

function readForce(row: Row<'from' | 'through'>, report: ReportCell): Interval | null {
  const from = readDate(row('from'), report)
  const through = readDate(row('through'), report)
  if (from === undefined || through === undefined) return null
  if (from !== null && through !== null && from > through) {
    report('POL-0413', row('through'), { from, through })
    return null
  }
  return { from, through }
}

/** Reads a date; null for an empty cell, undefined for a wrong one. */
function readDate(cell: Cell, report: ReportCell): string | null | undefined {
  if (cell.text === '') return null
  if (!isRealDate(cell.text)) report('POL-0404', cell, { date: shorten(cell.text) })
  else if (!isYearOfLaw(cell.text)) report('POL-0414', cell, { date: cell.text, ...yearsOfLaw })
  else return cell.text
  return undefined
}

/** What the tables of law share: dates of force, a citation, a mark and cells with a few words to choose from. */
import { dateExists } from '../check/date.ts'
import { nearest } from '../names/nearest.ts'
import type { Interval, Offence } from '../policy/policy.ts'
import { shorten, type Cell, type ReportCell, type Row } from './csv.ts'

/** The columns that close every table of law. */
export type ClosingColumn = 'from' | 'through' | 'cite' | 'mark'

/** What the closing columns say; null where a cell is wrong, which has then been reported. */
export interface Closing {
  readonly force: Interval
  readonly cite: string
  readonly mark: Offence['mark']
}

/** Reads the dates of force, the citation and the mark of a line. */
export function readClosing(row: Row<ClosingColumn>, report: ReportCell): Closing | null {
  const force = readForce(row, report)
  const cite = row('cite')
  if (cite.text === '') {
    const help = 'write the pin citation of the law behind this line'
    report('POL-0403', cite, 'this line cites no law', help)
  }
  const mark = readChoice(row('mark'), 'mark', ['read', 'reported', 'unverified'], report)
  return force === null || cite.text === '' || mark === null ? null : { force, cite: cite.text, mark }
}

/** Reads a cell that holds one of a few words. */
export function readChoice<const Choice extends string>(
  cell: Cell,
  noun: string,
  choices: readonly Choice[],
  report: ReportCell,
): Choice | null {
  const found = choices.find((choice) => choice === cell.text)
  if (found !== undefined) return found
  const meant = nearest(cell.text, choices)
  const named = choices.map((choice) => (choice === '' ? 'leave it empty' : `\`${choice}\``)).join(' or ')
  const message = cell.text === '' ? `the ${noun} is missing` : `unknown ${noun} \`${shorten(cell.text)}\``
  report('POL-0402', cell, message, meant === null || meant === '' ? `write ${named}` : `did you mean \`${meant}\`?`)
  return null
}

/** Reports a cell that must not be empty; true when it says something. */
export function isFilled(cell: Cell, noun: string, help: string, report: ReportCell): boolean {
  if (cell.text === '') report('POL-0402', cell, `the ${noun} is missing`, help)
  return cell.text !== ''
}

/**
 * Whether a text is an ISO date that exists.
 *
 * @example
 * isRealDate('2026-02-28') // => true
 * isRealDate('2026-2-28') // => false
 * isRealDate('2026-02-29') // => false
 */
export function isRealDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateExists(text)
}

function readForce(row: Row<'from' | 'through'>, report: ReportCell): Interval | null {
  const from = readDate(row('from'), report)
  const through = readDate(row('through'), report)
  if (from === undefined || through === undefined) return null
  if (from !== null && through !== null && from > through) {
    const help = '`through` is the last day and cannot be earlier than the first'
    report('POL-0404', row('through'), `this line begins on ${from} and ends on ${through}`, help)
    return null
  }
  return { from, through }
}

/** Null for an empty cell, undefined for a wrong one. */
function readDate(cell: Cell, report: ReportCell): string | null | undefined {
  if (cell.text === '') return null
  if (isRealDate(cell.text)) return cell.text
  const help = 'write year-month-day, such as 2026-02-28, or leave the cell empty'
  report('POL-0404', cell, `\`${shorten(cell.text)}\` is not a date that exists`, help)
  return undefined
}

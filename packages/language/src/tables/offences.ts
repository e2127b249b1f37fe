/** The offence table of a place: which offences belong to which class, since when, and where that is written. */
import { inOrder, type PolicyProblem } from '../file-problem.ts'
import type { Offence } from '../policy/policy.ts'
import { isFilled, readChoice, readClosing } from './cell.ts'
import { readCsv, shorten, type Cell, type ReportCell, type Row } from './csv.ts'

const columns = ['class', 'statute', 'name', 'level', 'from', 'through', 'cite', 'mark'] as const

/**
 * Reads `offences.csv`. Lines with an error are left out of the rows, so look at `problems` first.
 *
 * @example
 * const header = 'class,statute,name,level,from,through,cite,mark'
 * const line = 'listed,Ex. Pen. Code 11,burglary,felony,,,Ex. Code 30.1,read'
 * readOffences('us/xx/offences.csv', `${header}\n${line}`).rows[0].force // => { from: null, through: null }
 * readOffences('us/xx/offences.csv', 'class,statute').problems[0].code // => 'POL-0401'
 */
export function readOffences(file: string, text: string): { rows: Offence[]; problems: readonly PolicyProblem[] } {
  const table = readCsv(file, text, columns)
  return { rows: table.rows.flatMap((row) => readOffence(row, table.report)), problems: inOrder(table.problems) }
}

function readOffence(row: Row<(typeof columns)[number]>, report: ReportCell): readonly Offence[] {
  const isClass = readClass(row('class'), report)
  const isNamed = readStatute(row('statute'), row('name'), report)
  const level = readChoice(row('level'), 'level', ['felony', 'misdemeanor', ''], report)
  const closing = readClosing(row, report)
  if (!isClass || !isNamed || level === null || closing === null) return []
  const [statute, name] = [row('statute').text, row('name').text]
  return [{ class: row('class').text, statute, name, level: level === '' ? null : level, ...closing }]
}

function readClass(cell: Cell, report: ReportCell): boolean {
  if (!isFilled(cell, 'class', report)) return false
  const isName = /^[a-z][a-z0-9-]*$/.test(cell.text)
  if (!isName) report('POL-0408', cell, { class: shorten(cell.text), column: 'class' })
  return isName
}

/** Reads the statute and the name. A record is matched to one of them; a range would match none. */
function readStatute(statute: Cell, name: Cell, report: ReportCell): boolean {
  if (statute.text === '' && name.text === '') {
    report('POL-0411', statute)
    return false
  }
  const isRange = /[–—]|§\s*§|\b(?:through|to|et seq)\b/i.test(statute.text)
  if (isRange) report('POL-0409', statute, { statute: shorten(statute.text) })
  return !isRange
}

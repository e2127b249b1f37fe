/** The offence table of a place: which offences belong to which class, since when, and where that is written. */
import type { Diagnostic } from '../diagnostic.ts'
import type { Offence } from '../policy/policy.ts'
import { isFilled, readChoice, readClosing } from './cell.ts'
import { inOrder, readCsv, shorten, type Cell, type ReportCell, type Row } from './csv.ts'

const columns = ['class', 'statute', 'name', 'level', 'from', 'through', 'cite', 'mark'] as const

/**
 * Reads `offences.csv`. Lines with an error are left out of the rows, so look at `diagnostics` first.
 *
 * @example
 * const header = 'class,statute,name,level,from,through,cite,mark'
 * const line = 'listed,Ex. Pen. Code 11,burglary,felony,,,Ex. Code 30.1,read'
 * readOffences('us/xx/offences.csv', `${header}\n${line}`).rows[0].force // => { from: null, through: null }
 * readOffences('us/xx/offences.csv', 'class,statute').diagnostics[0].code // => 'POL-0401'
 */
export function readOffences(file: string, text: string): { rows: Offence[]; diagnostics: Diagnostic[] } {
  const table = readCsv(file, text, columns)
  return { rows: table.rows.flatMap((row) => readOffence(row, table.report)), diagnostics: inOrder(table.diagnostics) }
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
  const help = 'write small letters, digits and hyphens, such as `listed-felony`'
  if (!isFilled(cell, 'class', help, report)) return false
  const isName = /^[a-z][a-z0-9-]*$/.test(cell.text)
  if (!isName) report('POL-0402', cell, `\`${shorten(cell.text)}\` is not the name of a class`, help)
  return isName
}

/** A record is matched to one statute or one name; a range would match none. */
function readStatute(statute: Cell, name: Cell, report: ReportCell): boolean {
  if (statute.text === '' && name.text === '') {
    report('POL-0402', statute, 'this line has neither a statute nor a name', 'write what a record of conviction says')
    return false
  }
  const isRange = /[–—]|§\s*§|\b(?:through|to|et seq)\b/i.test(statute.text)
  if (isRange) {
    report(
      'POL-0402',
      statute,
      `\`${shorten(statute.text)}\` is a range`,
      'write one line for each statute of the range',
    )
  }
  return !isRange
}

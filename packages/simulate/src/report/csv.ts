/** A replay as one long table of CSV, and small tables for downloads. */
import { dimensions } from '../replay/replay.ts'
import type { Count, ReplayDocument } from './document.ts'

/** Every count with its bounds: one line for each policy, act, dimension, value and verdict. */
export function toCsv(document: ReplayDocument): string {
  const lines: (readonly (string | Count)[])[] = [['policy', 'act', 'by', 'value', 'verdict', 'min', 'max']]
  for (const { act, sides } of document.acts) {
    for (const { policy, tables, duties } of sides) {
      for (const dimension of dimensions) {
        for (const { value, requests, bounds, open, notBound } of tables[dimension]) {
          lines.push([policy, act, dimension, value, 'requests', requests, requests])
          for (const [verdict, { min, max }] of Object.entries(bounds))
            lines.push([policy, act, dimension, value, verdict, min, max])
          lines.push(
            [policy, act, dimension, value, 'open', open, open],
            [policy, act, dimension, value, 'not-bound', notBound, notBound],
          )
        }
      }
      for (const { id, min, max } of duties) lines.push([policy, act, 'duty', id, 'arises', min, max])
    }
  }
  // The printout belongs to the numbers: it goes along as lines of its own.
  const { printout } = document
  const said = [
    ['data set', printout.dataSet.name],
    ['rows read', printout.rowsRead],
    ['requests used', printout.requestsUsed],
    ...Object.entries(printout.excluded).map(([reason, rows]) => [`excluded: ${reason}`, rows] as const),
    ['window', `${printout.window.firstMonth ?? ''} to ${printout.window.lastMonth ?? ''}`],
    ['requests with unknown decisive facts', printout.openRequests],
    ['assumptions', printout.assumptionsHash],
    ['note', printout.disclaimer],
  ] as const
  return csv([
    ...lines,
    ...said.map(([what, value]) => [
      '',
      '',
      'printout',
      what,
      typeof value === 'string' ? value : '',
      typeof value === 'string' ? '' : value,
      typeof value === 'string' ? '' : value,
    ]),
  ])
}

/** Lines of CSV. Suppressed counts are `*`. */
export function csv(rows: readonly (readonly (string | Count)[])[]): string {
  return rows.map((row) => `${row.map((cell) => field(cell)).join(',')}\n`).join('')
}

function field(cell: string | Count): string {
  if (cell === null) return '*'
  const text = String(cell)
  // A spreadsheet would run a text that begins like a formula.
  const safe = /^[=+@\t\r-]/.test(text) && typeof cell === 'string' ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** What threads found wrong with values, rows and fields, as problems. */
import type { Plan } from '../mapping/plan.ts'
import { problem, type Problem, type ProblemCode } from '../problems.ts'
import type { Finding } from './gather.ts'

/** A value that comes in fewer rows may say something about one person, and is not repeated. */
const fewestRows = 10

/** Problems whose detail is what stands in a cell. */
const repeatsCells: readonly ProblemCode[] = ['DATA-0008', 'DATA-0009', 'DATA-0010', 'DATA-0017']

/** A place that the mapping leaves out may be meant so. */
const severityOf = (code: ProblemCode): Problem['severity'] => (code === 'DATA-0017' ? 'warning' : 'error')

/** Findings of several threads as problems, in the order of their first rows. */
export function findingsOf(
  plan: Plan,
  findings: readonly Finding[],
  rowsBefore: readonly number[],
): readonly Problem[] {
  const placed = findings.map(({ code, slot, detail, chunk, row, rows }) => {
    const column = slot === null ? null : (plan.columns[slot] ?? null)
    const where = { column, row: (rowsBefore[chunk] ?? 0) + row, rows }
    return problem(code, detail === null ? null : `\`${detail}\``, where, severityOf(code))
  })
  const discreet = together(placed).map((one) => {
    const { code, column, row, rows } = one
    if (rows >= fewestRows || !repeatsCells.includes(code)) return one
    return problem(code, null, { column, row, rows }, severityOf(code))
  })
  return [...together(discreet)].sort((a, b) => (a.row ?? 0) - (b.row ?? 0))
}

/** Puts problems that say the same together, with the first row and the sum of the rows. */
export function together(problems: readonly Problem[]): readonly Problem[] {
  const byKey = new Map<string, Problem>()
  for (const one of problems) {
    const key = `${one.column} ${one.message}`
    const known = byKey.get(key)
    const row = Math.min(known?.row ?? Infinity, one.row ?? Infinity)
    byKey.set(
      key,
      known === undefined ? one : { ...known, rows: known.rows + one.rows, row: row === Infinity ? null : row },
    )
  }
  return [...byKey.values()]
}

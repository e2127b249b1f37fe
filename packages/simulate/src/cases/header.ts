/** The header of a table, beside the columns that a plan reads. */
import type { Plan } from '../mapping/plan.ts'
import { problem, type Problem } from '../problems.ts'

/** What is wrong with the header: nothing can be read then. */
export function headerProblems(plan: Plan, columns: readonly string[]): readonly Problem[] {
  const missing = plan.columns
    .filter((name) => !columns.includes(name))
    .map((column) => problem('DATA-0001', null, { column }))
  const twice = plan.columns
    .filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name))
    .map((column) => problem('DATA-0013', null, { column }))
  return [...missing, ...twice]
}

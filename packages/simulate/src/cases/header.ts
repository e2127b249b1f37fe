/** The header of a table, beside the columns that a plan reads. */
import { nearest } from '@brightline/language'
import type { Plan } from '../mapping/plan.ts'
import { dataProblem, type DataProblem } from '../problem.ts'

/** Lists what is wrong with a header. Where there is anything, nothing can be read. */
export function headerProblems(plan: Plan, columns: readonly string[]): readonly DataProblem[] {
  const missing = plan.columns
    .filter((name) => !columns.includes(name))
    .map((column) => {
      const meant = nearest(column, columns)
      return dataProblem('DATA-0001', { column }, meant === null ? {} : { meant })
    })
  const twice = plan.columns
    .filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name))
    .map((column) => dataProblem('DATA-0013', { column }))
  return [...missing, ...twice]
}

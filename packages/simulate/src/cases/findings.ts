/** The findings of threads about values, rows and fields, as problems. */
import type { Plan } from '../mapping/plan.ts'
import { dataProblem, type DataCode, type DataProblem } from '../problem.ts'
import type { Finding } from './bad-values.ts'

/** A value that comes in fewer rows may say something about one person, and is not repeated. */
const fewestRows = 10

/** A problem that came in some rows. */
interface Counted {
  readonly code: DataCode
  readonly slot: number | null
  readonly values: Finding['values']
  readonly row: number
  readonly rows: number
}

/** Makes problems of the findings of several threads, in the order of their first rows. */
export function findingsOf(
  plan: Plan,
  findings: readonly Finding[],
  rowsBefore: readonly number[],
): readonly DataProblem[] {
  const placed = findings.map(({ chunk, row, ...finding }) => ({ ...finding, row: (rowsBefore[chunk] ?? 0) + row }))
  return [...together(together(placed).map((one) => discreet(plan, one)))]
    .sort((a, b) => a.row - b.row)
    .map(({ code, slot, row, rows, values }) => {
      const column = slot === null ? null : (plan.columns[slot] ?? null)
      return dataProblem(code, { row, column }, { ...values, rows })
    })
}

/** Leaves out a value that few rows have, and every value of a column that may say something protected. */
function discreet(plan: Plan, one: Counted): Counted {
  const isSecret = one.slot !== null && plan.secretSlots.includes(one.slot)
  if (!Object.hasOwn(one.values, 'value') || (one.rows >= fewestRows && !isSecret)) return one
  const { value: _, ...values } = one.values
  return { ...one, values }
}

/** Puts findings that say the same together, with the first row and the sum of the rows. */
function together(findings: readonly Counted[]): readonly Counted[] {
  const byKey = new Map<string, Counted>()
  for (const one of findings) {
    const key = `${one.code} ${one.slot} ${JSON.stringify(one.values)}`
    const known = byKey.get(key)
    const sum = (known?.rows ?? 0) + one.rows
    byKey.set(key, { ...one, rows: sum, row: Math.min(known?.row ?? Infinity, one.row) })
  }
  return [...byKey.values()]
}

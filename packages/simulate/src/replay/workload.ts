/** The work that requests would have given a counter, by month. */
import type { CaseDecided } from './decide-cases.ts'
import type { Bounds } from './tally.ts'
import { sideOf } from './verdict-pair.ts'

/** The work of one month under one policy. */
interface SideWork {
  /** Requests that the record alone does not answer: somebody has to ask for a fact. */
  readonly toClarify: number
  /** Duties to carry out. One that several acts of a request lay down is one. */
  readonly duties: Bounds
}

/** The work of one month. */
export interface MonthWork {
  readonly requests: number
  readonly sides: readonly SideWork[]
}

/** Adds requests that are alike, with what their acts come to where the law binds them. */
export function withWork(
  month: MonthWork | undefined,
  cases: readonly CaseDecided[],
  given: { readonly sides: number; readonly isLoose: boolean; readonly count: number },
): MonthWork {
  const { count } = given
  const sides = Array.from({ length: given.sides }, (_, index): SideWork => {
    const { toClarify, duties } = month?.sides[index] ?? { toClarify: 0, duties: { min: 0, max: 0 } }
    const which = index === 0 ? 'before' : 'after'
    const isOpen = cases.some(({ pairs }) => {
      const bits = sideOf(pairs, which)
      return given.isLoose || (bits & (bits - 1)) !== 0
    })
    const isCertainById = new Map<string, boolean>()
    for (const { duty, isCertain } of cases.flatMap((one) => one[which].duties))
      isCertainById.set(duty.id, isCertainById.get(duty.id) === true || (isCertain && !given.isLoose))
    const certain = [...isCertainById.values()].filter(Boolean).length
    return {
      toClarify: toClarify + (isOpen ? count : 0),
      duties: { min: duties.min + certain * count, max: duties.max + isCertainById.size * count },
    }
  })
  return { requests: (month?.requests ?? 0) + count, sides }
}

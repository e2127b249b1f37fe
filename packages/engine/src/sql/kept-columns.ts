/** The columns that a query keeps beside its answer: none may say something protected of a person. */
import type { Problem } from '@brightline/language'
import { meaningOfName } from '../fact/protected.ts'
import { forcedFacts } from '../question/next.ts'
import type { Stack } from '../stack/layer.ts'

/** The situations, by code. */
export const sqlProblems = {
  'SQL-0001': 'a kept column says something protected of a person, or who they are',
} as const

export type SqlCode = keyof typeof sqlProblems

/**
 * Lists the kept columns that may not be kept. A protected fact that a cited law forces is a column of its own.
 *
 * @example
 * keptColumnProblems(stackOf(library, 'us/ca', '2026-11-01'), ['booking', 'race']).map(({ values }) => values.column) // => ['race']
 */
export function keptColumnProblems(stack: Stack, keep: readonly string[]): readonly Problem<SqlCode>[] {
  const guarded = { vocabulary: stack.vocabulary, forced: forcedFacts(stack) }
  return keep.flatMap((column) => {
    const thing = meaningOfName(guarded, column)
    if (thing === null) return []
    return [{ code: 'SQL-0001', severity: 'error', where: { kind: 'whole' }, values: { column, thing } }]
  })
}

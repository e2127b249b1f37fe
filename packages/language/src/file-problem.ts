/** Problems at a place in a file. */
import type { PolicyCode } from './errors.ts'
import type { FileProblem, ProblemValue } from './problem.ts'

/** Something wrong with a policy text or a table. */
export type PolicyProblem = FileProblem<PolicyCode>

/** The values of a problem; null where one is not known. */
export type OptionalValues = Readonly<Record<string, ProblemValue | null>>

/** A problem before it has a place. */
export interface Finding {
  readonly code: PolicyCode
  readonly values: OptionalValues
}

/** A position in a file. */
interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/**
 * Makes an error at a place in a file. Values that are null are left out.
 *
 * @example
 * fileProblem('POL-0201', { file: 'a.policy', line: 3, column: 7 }, { name: 'zzz', meant: null }).values // => { name: 'zzz' }
 */
export function fileProblem<Code extends string>(
  code: Code,
  { file, line, column }: Place,
  values: OptionalValues = {},
): FileProblem<Code> {
  return { code, severity: 'error', where: { kind: 'file', file, line, column }, values: known(values) }
}

/** Puts problems in the order of the text. */
export function inOrder<Found extends FileProblem>(problems: readonly Found[]): readonly Found[] {
  return problems.toSorted((a, b) => a.where.line - b.where.line || a.where.column - b.where.column)
}

function known(values: OptionalValues): Readonly<Record<string, ProblemValue>> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, ProblemValue] => entry[1] !== null),
  )
}

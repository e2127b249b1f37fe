/** Problems as people read them: the tests of the language show what its codes and values become. */
import { printProblem } from '@brightline/wording'
import type { PolicyProblem } from '../src/index.ts'

/** A problem on one line, in English. */
export function printed(problem: PolicyProblem): string {
  return printProblem(problem, 'en')
}

/** Says problems of the ledger as lines, and ends commands with them. */
import { LedgerFailure, sentenceOf, type Failure, type LedgerCode, type Problem, type Result } from '@brightline/ledger'

/** Says a problem in one line. */
export function problemLine(problem: Problem, lang: string): string {
  const { says, help } = sentenceOf(problem, lang)
  return `${problem.code}: ${says}; ${help}`
}

/** A problem as `--json` has it. */
export interface ToldProblem {
  readonly code: LedgerCode
  readonly message: string
  readonly help: string
}

/** Says a problem for `--json`. */
export function toldProblem(problem: Problem, lang: string): ToldProblem {
  const { says, help } = sentenceOf(problem, lang)
  return { code: problem.code, message: says, help }
}

/** Ends a command that was given something wrong. It holds the first problem, and no sentence. */
export class Misuse extends Error {
  readonly problems: readonly [Problem]

  constructor({ problems: [problem] }: Failure) {
    super(problem.code)
    this.name = 'Misuse'
    this.problems = [problem]
  }
}

/** Takes the value, or ends the command: the log is not as it should be. */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new LedgerFailure(result)
}

/** Takes the value, or ends the command: what it was given is wrong. */
export function orUsage<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Misuse(result)
}

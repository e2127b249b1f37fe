/** What the ledger refuses is told on standard error with its code, and ends the command with 1. */
import { LedgerFailure, sentenceOf, type LedgerCode, type Problem, type Result } from '@brightline/ledger'
import { exitCode, tell } from '../output.ts'

/** Says a problem in one line. */
export function refusalLine(problem: Problem): string {
  const { says, help } = sentenceOf(problem)
  return `${problem.code}: ${says}; ${help}`
}

/** A problem as `--json` has it. */
export interface ToldProblem {
  readonly code: LedgerCode
  readonly message: string
  readonly help: string
}

/** Says a problem for `--json`. */
export function toldProblem(problem: Problem): ToldProblem {
  const { says, help } = sentenceOf(problem)
  return { code: problem.code, message: says, help }
}

/** The value, or the end of the command: `refusing` tells why. */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new LedgerFailure(result)
}

/** Runs a command; a refusal of the ledger is told and gives the exit code of findings. */
export async function refusing(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error
    for (const problem of error.problems) tell(`brightline: ${refusalLine(problem)}`)
    return exitCode.findings
  }
}

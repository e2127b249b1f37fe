/** Says problems of the ledger as lines, and ends commands with their exit codes. */
import { LedgerFailure, sentenceOf, type Failure, type LedgerCode, type Problem, type Result } from '@brightline/ledger'
import { exitCode, tell, ToldError } from '../terminal/output.ts'

/** Says a problem in one line. */
export function problemLine(problem: Problem): string {
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

/** Takes the value, or ends the command: the log is not as it should be. */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new LedgerFailure(result)
}

/** Takes the value, or ends the command: what it was given is wrong. */
export function orUsage<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw usageOf(result)
}

/** Runs a command; a refusal of the ledger is told and gives the exit code of findings. */
export async function refusing(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error
    for (const problem of error.problems) tell(`brightline: ${problemLine(problem)}`)
    return exitCode.findings
  }
}

function usageOf({ problems: [problem] }: Failure): ToldError {
  return new ToldError([`brightline: ${problemLine(problem)}`], exitCode.usage)
}

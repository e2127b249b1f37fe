/** What the ledger refuses is told on standard error with its code, and ends the command with 1. */
import { LedgerFailure, type LedgerError, type Result } from '@brightline/ledger'
import { exitCode, tell } from '../output.ts'

/** A refusal in one line. */
export function refusalLine({ code, message, help }: LedgerError): string {
  return `${code}: ${message}${help === undefined ? '' : `; ${help}`}`
}

/** The value, or the end of the command: `refusing` tells why. */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new LedgerFailure(result.error)
}

/** Runs a command; a refusal of the ledger is told and gives the exit code of findings. */
export async function refusing(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error
    tell(`brightline: ${refusalLine(error.error)}`)
    return exitCode.findings
  }
}

/** Files that people name on the command line: read whole, within a limit, or refused as wrong use. */
import { readFileSync, statSync } from 'node:fs'
import { UsageError } from '../output.ts'

const maximumLength = 8_000_000

/** The bytes of a file. `what` names it in the message, such as `receipt`. */
export function readSmallFile(file: string, what: string): Uint8Array {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (stat === undefined) throw new UsageError(`there is no ${what} \`${file}\``)
  if (!stat.isFile()) throw new UsageError(`the ${what} \`${file}\` is not a file`)
  if (stat.size > maximumLength) throw new UsageError(`the ${what} \`${file}\` is too long`)
  try {
    return new Uint8Array(readFileSync(file))
  } catch (error) {
    throw new UsageError(`the ${what} \`${file}\` cannot be read: ${codeOf(error)}`)
  }
}

/** The code of an error of the system. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}

/** Turns the errors of a disk, a network or a database into values, without addresses or contents. */
import { fail, succeed } from './problem.ts'
import type { Result, Where } from './problem.ts'

/** Answers what the work answers. Where it rejects, the problem is `LOG-0801` with the code of the system. */
export async function attempt<Value>(work: () => Promise<Value>, where?: Where): Promise<Result<Value>> {
  try {
    return succeed(await work())
  } catch (error) {
    return fail('LOG-0801', { reason: reasonOf(error) }, where)
  }
}

/** Names an error by the code of the system. Its text is passed over: it may hold an address or a password. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
}

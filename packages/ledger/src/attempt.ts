/** Turns the errors of a disk or a database into values, without paths or contents in the message. */
import { fail, succeed } from './errors.ts'
import type { Result } from './errors.ts'

/** What the work answers; when it rejects, `LOG-0801` with the code of the system. */
export async function attempt<T>(what: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return succeed(await work())
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    return fail('LOG-0801', `${what} failed: ${code}`, 'close the log, repair the storage, and open the log again')
  }
}

/** Lets the next writer of a folder take over, and the one before learn of it: the highest number writes. */
import { attempt } from '../problem/attempt.ts'
import { fail } from '../problem/problem.ts'
import type { Failure } from '../problem/problem.ts'
import type { Disk } from './disk.ts'
import { claimNumber, keptNumbers, numberName, numbersIn, stateFolders } from './numbered.ts'

/** The answer to a writer that was taken over. */
export const takenOver: Failure = fail('LOG-0802')

/** Takes the next writer number; from then on earlier writers acknowledge nothing. */
export async function takeOver(disk: Disk): Promise<number> {
  for (;;) {
    const numbers = await numbersIn(disk, stateFolders.writers)
    // Journals are numbered by their writers, so none may be higher than the number of the last writer.
    const number = Math.max(0, ...numbers, ...(await numbersIn(disk, stateFolders.journals))) + 1
    if (!(await claimNumber(disk, { folder: stateFolders.writers, number }, new Uint8Array(0)))) continue
    for (const old of numbers.slice(0, -keptNumbers)) await disk.remove(`${stateFolders.writers}/${numberName(old)}`)
    return number
  }
}

/** Tells whether another writer has a higher number. */
export async function isTakenOver(disk: Disk, writer: number): Promise<boolean> {
  return (await numbersIn(disk, stateFolders.writers)).at(-1) !== writer
}

/** Answers that another writer took over, where that is why files vanished; else the failure. */
export async function takenOverOr(failure: Failure, disk: Disk, writer: number): Promise<Failure> {
  const looked = await attempt(async () => await isTakenOver(disk, writer))
  return looked.ok && looked.value ? takenOver : failure
}

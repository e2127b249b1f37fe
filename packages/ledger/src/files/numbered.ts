/** Numbered files: the row of checkpoints, of writers, of journals. Numbers have ten digits so that names sort. */
import type { Disk } from './disk.ts'

/** The folders in which a log keeps what only its writer needs. */
export const stateFolders = {
  writers: '.state/writers',
  journals: '.state/journals',
  checkpoints: '.state/checkpoints',
  turns: '.state/turns',
} as const

/** Of numbered files that are needed no more, the last few stay. */
export const keptNumbers = 8

/** Writes a number as the name of a file. */
export function numberName(number: number): string {
  return String(number).padStart(10, '0')
}

/** Lists the numbers in a folder, from the lowest. Other names are passed over. */
export async function numbersIn(disk: Disk, folder: string): Promise<readonly number[]> {
  const names = await disk.names(folder)
  return (
    names
      // A folder of such a name is in the way of a file: reading it tells.
      .filter((name) => /^[0-9]{10}\/?$/.test(name))
      .map((name) => Number(name.slice(0, 10)))
      .sort((a, b) => a - b)
  )
}

/** Owned by this process: makes the names of unfinished files differ. */
let counter = 0

/** Makes a name for a file that is not finished, by the writer with this number; 0 before a writer has one. */
export function unfinishedName(folder: string, writer: number): string {
  counter += 1
  return `${folder}/unfinished-${numberName(writer)}-${process.pid}-${counter}`
}

/** A number in a folder that a writer wants; 0 before it has a number itself. */
interface NumberClaim {
  readonly folder: string
  readonly number: number
  readonly writer?: number
}

/** Puts a whole file under a number that nobody has; false when somebody has it. */
export async function claimNumber(
  disk: Disk,
  { folder, number, writer = 0 }: NumberClaim,
  bytes: Uint8Array,
): Promise<boolean> {
  const unfinished = unfinishedName(folder, writer)
  await disk.writeSynced(unfinished, bytes)
  const isMine = await disk.link(unfinished, `${folder}/${numberName(number)}`)
  await disk.remove(unfinished)
  await disk.syncFolder(folder)
  return isMine
}

/** Removes what earlier writers left unfinished. One that has no number yet, and is still at work, tries again. */
export async function removeUnfinished(disk: Disk, folder: string, writer: number): Promise<void> {
  for (const name of await disk.names(folder)) {
    const owner = /^unfinished-([0-9]{10})-/.exec(name)?.[1]
    if (owner !== undefined && Number(owner) < writer) await disk.remove(`${folder}/${name}`)
  }
}

/** The file of the journal: one for each writer, and the one with the highest number counts. */
import { checkpointPath } from '../tiles/path.ts'
import { fail, failIn, inFile, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { AppendFile, Disk } from './disk.ts'
import { parseJournal, printBatch } from './journal.ts'
import { numberName, numbersIn, stateFolders as folders, unfinishedName } from './numbered.ts'

/** Tells whether the journal is gone. A log that has a checkpoint and no journal would begin again and grow into a fork. */
export async function isJournalLost(disk: Disk): Promise<boolean> {
  const isShown = (await disk.read(checkpointPath)) !== undefined
  const hasCheckpoint = isShown || (await numbersIn(disk, folders.checkpoints)).length > 0
  return hasCheckpoint && (await numbersIn(disk, folders.journals)).length === 0
}

/** The entries of a journal, the first of them at an index. */
export interface OpenedJournal {
  readonly first: number
  readonly entries: readonly Uint8Array[]
}

/** Reads the journal of the last writer. */
export async function readJournal(disk: Disk, vanished?: number): Promise<Result<OpenedJournal>> {
  const number = (await numbersIn(disk, folders.journals)).at(-1)
  if (number === undefined) return succeed({ first: 0, entries: [] })
  const path = `${folders.journals}/${numberName(number)}`
  const bytes = await disk.read(path)
  // Another writer removes the journal before its own; there is a newer one then.
  if (bytes === undefined && number !== vanished) return await readJournal(disk, number)
  const journal = parseJournal(bytes ?? new Uint8Array(0))
  if (!journal.ok) return failIn(journal, path)
  // A journal gets its name only after its first batch is on the disk.
  if (journal.value.first === undefined) return fail('LOG-0807', { at: 0 }, inFile(path))
  return succeed({ first: journal.value.first, entries: journal.value.entries })
}

/** A journal to write at the end of. */
export interface BegunJournal {
  readonly file: AppendFile
  readonly length: number
}

/** Writes a new journal that holds the given entries, and then removes the older ones. */
export async function beginJournal(
  disk: Disk,
  writer: number,
  first: number,
  entries: readonly Uint8Array[],
): Promise<BegunJournal> {
  const batch = printBatch(first, entries)
  const path = `${folders.journals}/${numberName(writer)}`
  const unfinished = unfinishedName(folders.journals, writer)
  await disk.writeSynced(unfinished, batch)
  await disk.rename(unfinished, path)
  await disk.syncFolder(folders.journals)
  for (const old of await numbersIn(disk, folders.journals)) {
    if (old < writer) await disk.remove(`${folders.journals}/${numberName(old)}`)
  }
  return { file: await disk.append(path), length: batch.length }
}

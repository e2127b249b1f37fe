/** Reads what the writer of a log keeps in `.state`, for fsck. Nothing is taken over from the writer. */
import type { Kept } from '../fsck/kept.ts'
import { failIn } from '../problem/problem.ts'
import type { Disk } from './disk.ts'
import { parseJournal } from './journal.ts'
import { numberName, numbersIn, stateFolders } from './numbered.ts'

/**
 * Lists the checkpoints and journals of a log in a folder.
 *
 * @example
 * await fsck({ source: folderSource(disk), kept: () => keptFiles(disk), origin, keys, algorithms })
 */
export async function* keptFiles(disk: Disk): AsyncIterable<Kept> {
  for await (const { path, bytes } of numberedFiles(disk, stateFolders.checkpoints)) {
    yield { kind: 'checkpoint', path, bytes }
  }
  for await (const { path, bytes } of numberedFiles(disk, stateFolders.journals)) {
    const journal = parseJournal(bytes)
    if (!journal.ok) for (const fault of failIn(journal, path).problems) yield { kind: 'fault', fault }
    else yield { kind: 'entries', path, first: journal.value.first ?? 0, entries: journal.value.entries }
  }
}

async function* numberedFiles(disk: Disk, folder: string): AsyncIterable<{ path: string; bytes: Uint8Array }> {
  for (const number of await numbersIn(disk, folder)) {
    const path = `${folder}/${numberName(number)}`
    const bytes = await disk.read(path)
    // The writer may have removed it since.
    if (bytes !== undefined) yield { path, bytes }
  }
}

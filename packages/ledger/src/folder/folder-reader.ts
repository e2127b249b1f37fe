/** Reads a log or a copy in a folder without opening it as a writer. */
import { realDisk } from '../files/disk.ts'
import { folderSource } from '../files/folder-source.ts'
import { keptFiles } from '../files/kept-files.ts'
import type { Kept } from '../fsck/kept.ts'
import { succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { ListedSource } from '../tiles/reader.ts'
import { checkLogFolder } from './log-folder.ts'

/** The public files of a log in a folder, and what its writer keeps beside them. */
export interface FolderReader extends ListedSource {
  readonly kept: () => AsyncIterable<Kept>
}

/** Opens a folder for reading; nobody who writes it notices. */
export async function readLogFolder(folder: string): Promise<Result<FolderReader>> {
  const there = await checkLogFolder(folder)
  if (!there.ok) return there
  const disk = realDisk(folder)
  return succeed({ ...folderSource(disk), kept: () => keptFiles(disk) })
}

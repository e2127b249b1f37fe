/** Reads a log from its folder without opening it as a writer. */
import type { ListedSource } from '../tiles/reader.ts'
import type { Disk } from './disk.ts'
import { listFiles } from './list-files.ts'

/**
 * Opens the public files of a log in a folder.
 *
 * @example
 * const source = folderSource(realDisk('/srv/mirror'))
 */
export function folderSource(disk: Disk): ListedSource {
  return { read: disk.read, list: () => listFiles(disk, 'tile') }
}

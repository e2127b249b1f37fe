/** Reads a log from its folder without opening it as a writer. */
import type { TileSource } from '../tiles/reader.ts'
import type { Disk } from './disk.ts'
import { listFiles } from './list-files.ts'

/** A place to read from that can also list its tiles. */
export interface ListedSource extends TileSource {
  readonly list: () => AsyncIterable<string>
}

/**
 * The public files of a log in a folder.
 *
 * @example
 * const source = folderSource(realDisk('/srv/mirror'))
 */
export function folderSource(disk: Disk): ListedSource {
  return { read: disk.read, list: () => listFiles(disk, 'tile') }
}

/** All files below a folder, in the order of their names. */
import type { Disk } from './disk.ts'

/** The paths of the files below a folder. */
export async function* listFiles(disk: Disk, folder: string): AsyncIterable<string> {
  for (const name of [...(await disk.names(folder))].sort()) {
    const path = `${folder}/${name}`
    // A folder has names; an empty one and a file have none, and only a file can be read.
    if ((await disk.names(path)).length > 0) yield* listFiles(disk, path)
    else if ((await disk.read(path)) !== undefined) yield path
  }
}

/** Lists all files below a folder, in the order of their names. */
import type { Disk } from './disk.ts'

/** Lists the paths of the files below a folder. */
export async function* listFiles(disk: Disk, folder: string): AsyncIterable<string> {
  for (const name of [...(await disk.names(folder))].sort()) {
    if (name.endsWith('/')) yield* listFiles(disk, `${folder}/${name.slice(0, -1)}`)
    else yield `${folder}/${name}`
  }
}

/** Puts whole files in place: written beside, synced, renamed, and then every folder on the way to them synced. */
import type { LogFile } from '../log/storage.ts'
import type { Disk } from './disk.ts'

/** Puts files in place; when it resolves they are safe, and under no name is ever half a file. */
export type Replace = (files: readonly LogFile[]) => Promise<void>

/** Puts files in place on a disk; `unfinished` gives names on the same file system that nobody else has. */
export function replacer(disk: Disk, unfinished: () => string): Replace {
  // Owned by this replacer: folders of which it knows that their own names are safe.
  const safeFolders = new Set<string>()
  const replace = async ({ path, bytes }: LogFile): Promise<void> => {
    const name = unfinished()
    await disk.writeSynced(name, bytes)
    await disk.rename(name, path)
  }
  return async (files) => {
    const touched = new Set<string>()
    for (const folder of new Set(files.map(({ path }) => foldersOf(path).at(-1) ?? '.'))) {
      if (!safeFolders.has(folder)) await disk.makeFolder(folder)
      for (const each of safeFolders.has(folder) ? [folder] : foldersOf(`${folder}/`)) touched.add(each)
    }
    for (let at = 0; at < files.length; at += 16) await Promise.all(files.slice(at, at + 16).map(replace))
    for (const folder of touched) await disk.syncFolder(folder)
    for (const folder of touched) safeFolders.add(folder)
  }
}

/** Lists the folders above a path, from the root of the log down. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return ['.', ...parts.map((_, depth) => parts.slice(0, depth + 1).join('/'))]
}

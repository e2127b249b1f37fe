/**
 * The few operations on files that the log is built of, so that tests can tear writes, fill the disk and fail fsync.
 *
 * Paths are relative to the folder of the log, with slashes.
 */
import { constants } from 'node:fs'
import { link, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readPlainFile } from './small-file.ts'

/** Public files are no longer than the longest bundle; the journal of a writer may be. */
const longestPublic = 20_000_000
const longestPrivate = 600_000_000

/** The operations that the back end needs of a file system. Each rejects with the error of the system. */
export interface Disk {
  readonly read: (path: string) => Promise<Uint8Array | undefined>
  /** The names in a folder, those of folders with a slash at their end; none when there is no folder. */
  readonly names: (folder: string) => Promise<readonly string[]>
  readonly makeFolder: (folder: string) => Promise<void>
  /** Writes a file and waits until its bytes are on the disk. Its name is safe after `syncFolder`. */
  readonly writeSynced: (path: string, bytes: Uint8Array) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  /** Gives a file a second name; false when that name is taken, or the first is gone. */
  readonly link: (from: string, to: string) => Promise<boolean>
  readonly remove: (path: string) => Promise<void>
  readonly syncFolder: (folder: string) => Promise<void>
  /** Opens a file that is there, to write at its end. */
  readonly append: (path: string) => Promise<AppendFile>
}

/** A file open for appending. */
export interface AppendFile {
  /** Writes at the end and waits until it is on the disk. */
  readonly writeSynced: (bytes: Uint8Array) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Opens the folder of a log on a real disk.
 *
 * @example
 * const disk = realDisk('/var/lib/brightline/log')
 */
export function realDisk(root: string): Disk {
  const at = (path: string): string => join(root, path)
  return {
    read: async (path) => await readPlainFile(at(path), longestOf(path)),
    names: async (folder) => await absentAs([], async () => await namesIn(at(folder))),
    makeFolder: async (folder) => void (await mkdir(at(folder), { recursive: true })),
    writeSynced: async (path, bytes) => await writeAndSync(at(path), bytes),
    rename: async (from, to) => await rename(at(from), at(to)),
    link: async (from, to) => await linkNew(at(from), at(to)),
    remove: async (path) => await rm(at(path), { force: true }),
    syncFolder: async (folder) => await syncOnly(at(folder)),
    append: async (path) => await openAppend(at(path)),
  }
}

function longestOf(path: string): number {
  return path.startsWith('.state/') ? longestPrivate : longestPublic
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { withFileTypes: true })
  return files.map((file) => (file.isDirectory() ? `${file.name}/` : file.name))
}

async function openAppend(path: string): Promise<AppendFile> {
  const file = await open(path, constants.O_WRONLY | constants.O_APPEND)
  return {
    writeSynced: async (bytes) => {
      await file.writeFile(bytes)
      await file.datasync()
    },
    close: async () => await file.close(),
  }
}

async function writeAndSync(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.datasync()
  } finally {
    await file.close()
  }
}

async function syncOnly(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function linkNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    // The first name may be gone: a writer that took over tidies up after this one.
    if (isCode(error, 'EEXIST') || isCode(error, 'ENOENT')) return false
    throw error
  }
}

async function absentAs<T>(absent: T, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (isCode(error, 'ENOENT')) return absent
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

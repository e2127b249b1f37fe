/** Keeps a checked copy of a log in a folder. */
import { copyFile, mkdir, stat } from 'node:fs/promises'
import { constants } from 'node:fs'
import { join } from 'node:path'
import { realDisk } from '../files/disk.ts'
import type { Disk } from '../files/disk.ts'
import { reasonOf } from '../problem/attempt.ts'
import { fail, inFile, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { standardAlgorithms } from '../signature/algorithms.ts'
import type { LogKeys } from '../signature/open-checkpoint.ts'
import { checkpointPath } from '../tiles/path.ts'
import type { TileSource } from '../tiles/reader.ts'
import type { Mirrored } from './mirror.ts'
import { folderTarget, mirror } from './mirror.ts'

/**
 * Brings the copy in a folder up to the checkpoint that the source shows now. What an earlier run copied is checked and
 * not fetched again.
 *
 * @example
 * await mirrorToFolder(httpSource('https://log.example/'), 'copy', { origin, keys })
 */
export async function mirrorToFolder(source: TileSource, folder: string, log: LogKeys): Promise<Result<Mirrored>> {
  const made = await makeCopyFolder(folder)
  if (!made.ok) return made
  const disk = realDisk(folder)
  const resumed = await mirror(resuming(source, disk), folderTarget(disk), log, standardAlgorithms)
  // What an earlier run left may itself be damaged: then everything is fetched anew.
  return resumed.ok ? resumed : await mirror(source, folderTarget(disk), log, standardAlgorithms)
}

/** Gives the copy the file of keys that it was checked with, for the next run, unless it has one. */
export async function keepPolicy(file: string, copy: string): Promise<Result<true>> {
  try {
    await copyFile(file, copy, constants.COPYFILE_EXCL)
    return succeed(true)
  } catch (error) {
    const reason = reasonOf(error)
    return reason === 'EEXIST' ? succeed(true) : fail('LOG-1006', { reason }, inFile(copy))
  }
}

/** Full tiles never change: one that is here need not come again. The root that the source signed decides. */
function resuming(source: TileSource, disk: Disk): TileSource {
  return {
    read: async (path) => {
      const isFull = path !== checkpointPath && !path.includes('.p/')
      return (isFull ? await disk.read(path) : undefined) ?? (await source.read(path))
    },
  }
}

/** A log that is written in the folder would lose its state to a copy. */
async function makeCopyFolder(folder: string): Promise<Result<true>> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    return fail('LOG-1006', { reason: reasonOf(error) }, inFile(folder))
  }
  const isWritten = await stat(join(folder, '.state')).then(
    () => true,
    () => false,
  )
  return isWritten ? fail('LOG-1009', {}, inFile(folder)) : succeed(true)
}

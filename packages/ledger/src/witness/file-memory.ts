/** The memory of a witness in a folder: one file a log, replaced whole. */
import { sha256 } from '../bytes/sha256.ts'
import { toHex, toUtf8 } from '../bytes/bytes.ts'
import type { Disk } from '../files/disk.ts'
import type { WitnessMemory } from './witness.ts'

/**
 * Remembers checkpoints in a folder. Only one witness may use it.
 *
 * @example
 * const memory = fileMemory(realDisk('/var/lib/brightline/witness'))
 */
export function fileMemory(disk: Disk): WitnessMemory {
  const pathOf = (origin: string): string => toHex(sha256(toUtf8(origin)))
  return {
    read: async (origin) => await disk.read(pathOf(origin)),
    write: async (origin, checkpoint) => {
      const path = pathOf(origin)
      await disk.makeFolder('.')
      await disk.writeSynced(`${path}.unfinished`, checkpoint)
      await disk.rename(`${path}.unfinished`, path)
      await disk.syncFolder('.')
    },
  }
}

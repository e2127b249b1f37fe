/**
 * The memory of a witness in a folder: for each log a row of numbered checkpoints, of which the highest counts.
 *
 * A number is taken once, by whichever process is first, so that two witnesses on one folder never remember, and never
 * cosign, two checkpoints after the same one.
 */
import { bytesToHex } from '@noble/hashes/utils.js'
import { sha256 } from '../bytes/sha256.ts'
import { toUtf8 } from '../bytes/bytes.ts'
import type { Disk } from '../files/disk.ts'
import { realDisk } from '../files/disk.ts'
import { claimNumber, numberName, numbersIn } from '../files/numbered.ts'
import type { WitnessMemory } from './witness.ts'

const root = 'memory'
const keptNumbers = 8

/**
 * Remembers checkpoints in the folder `memory` below a folder.
 *
 * @example
 * const memory = folderMemory('/var/lib/brightline/witness')
 */
export function folderMemory(folder: string): WitnessMemory {
  return fileMemory(realDisk(folder))
}

/** Remembers checkpoints in the folder `memory` below the disk's. */
export function fileMemory(disk: Disk): WitnessMemory {
  const folderOf = (origin: string): string => `${root}/${bytesToHex(sha256(toUtf8(origin)))}`
  return {
    read: async (origin) => {
      const folder = folderOf(origin)
      const number = (await numbersIn(disk, folder)).at(-1)
      if (number === undefined) return { number: 0, checkpoint: undefined }
      const checkpoint = await disk.read(`${folder}/${numberName(number)}`)
      // Gone between two looks: to answer "nothing is known" would be to forget.
      if (checkpoint === undefined) throw new Error('the memory changed meanwhile')
      return { number, checkpoint }
    },
    swap: async (origin, last, next) => {
      const folder = folderOf(origin)
      await disk.makeFolder(folder)
      const isMine = await claimNumber(disk, { folder, number: last.number + 1 }, next)
      // The folders are new the first time, and their names must be on the disk too.
      for (const above of [root, '.']) await disk.syncFolder(above)
      const numbers = await numbersIn(disk, folder)
      // Old numbers are removed, so one may be free again: only the highest counts.
      if (!isMine || numbers.at(-1) !== last.number + 1) return false
      for (const old of numbers.slice(0, -keptNumbers)) await disk.remove(`${folder}/${numberName(old)}`)
      return true
    },
  }
}

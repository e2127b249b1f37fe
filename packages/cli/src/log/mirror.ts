/** `brightline log mirror`: a checked copy of a log. */
import { constants, copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  folderTarget,
  mirror as copy,
  standardAlgorithms,
  realDisk,
  type Disk,
  type TileSource,
} from '@brightline/ledger'
import { exitCode, tell, UsageError } from '../output.ts'
import { readCheckpointBytes } from './checkpoint.ts'
import { policyName, privateFolder, withPlace, type Place } from './place.ts'
import { orRefuse } from './refusal.ts'
import { codeOf } from './small-file.ts'
import { keysOfLog, readTrust, type TrustFlags } from './trust.ts'

/** Brings a copy up to date; whatever an earlier run had copied is checked and not fetched again. */
export async function mirror(target: string, folder: string, flags: TrustFlags): Promise<number> {
  return await withPlace(target, {}, async (place) => await mirrorFrom(place, folder, flags))
}

async function mirrorFrom({ source, folder: from }: Place, folder: string, flags: TrustFlags): Promise<number> {
  refuseLog(folder)
  const policy = readTrust(flags, existsSync(join(folder, policyName)) ? folder : from)
  makeFolder(folder)
  const keys = keysOfLog(policy, await readCheckpointBytes(source))
  const disk = realDisk(folder)
  let done = await copy(resuming(source, disk), folderTarget(disk), keys, standardAlgorithms)
  // What an earlier run left may itself be damaged: then everything is fetched anew.
  if (!done.ok) done = await copy(source, folderTarget(disk), keys, standardAlgorithms)
  const { size } = orRefuse(done)
  keepKeys(folder, flags.keys ?? (from === undefined ? undefined : join(from, policyName)))
  tell(`\`${folder}\` holds \`${keys.origin}\` at size ${size}, checked`)
  return exitCode.fine
}

/** Full tiles never change: one that is here need not come again. The root that the source signed decides. */
function resuming(source: TileSource, disk: Disk): TileSource {
  return {
    read: async (path) => {
      const isFull = path !== 'checkpoint' && !path.includes('.p/')
      return (isFull ? await disk.read(path) : undefined) ?? (await source.read(path))
    },
  }
}

/** A log that is written here would lose its state to a copy. */
function refuseLog(folder: string): void {
  if (existsSync(join(folder, privateFolder))) {
    throw new UsageError(`\`${folder}\` is a log that is written here`, 'name another folder for the copy')
  }
}

function makeFolder(folder: string): void {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new UsageError(`\`${folder}\` cannot be made: ${codeOf(error)}`)
  }
}

/** The copy keeps the keys it was checked with, for the next run. */
function keepKeys(folder: string, given: string | undefined): void {
  const file = join(folder, policyName)
  if (given !== undefined && !existsSync(file)) copyFileSync(given, file, constants.COPYFILE_EXCL)
}

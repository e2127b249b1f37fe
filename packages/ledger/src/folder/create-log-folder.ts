/** Makes a log in a new folder. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RandomBytes } from '../entry/commitment.ts'
import { realDisk } from '../files/disk.ts'
import { openFileStorage } from '../files/file-storage.ts'
import { makeKeyFile, syncFolder, systemRandom } from '../files/key-file.ts'
import { openLog } from '../log/log.ts'
import { printVerifierKey } from '../note/key.ts'
import { reasonOf } from '../problem/attempt.ts'
import { fail, inFile, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { keyFolder, policyName } from './log-folder.ts'
import { machineClock } from './machine.ts'

/** Options of a log in a folder that is made. */
export interface NewLogOptions {
  readonly origin: string
  /** Seconds since 1970; the clock of the machine unless given. */
  readonly now?: () => number
  readonly random?: RandomBytes
}

/** The two files of a new log that people need: one for everybody, one for nobody. */
export interface NewLogFiles {
  readonly policy: string
  readonly secret: string
}

/**
 * Makes a log in a new folder: a key, a policy that asks for no witnesses, and an empty signed checkpoint.
 *
 * @example
 * const files = await createLogFolder('log', { origin: 'log.springfield.example' })
 */
export async function createLogFolder(folder: string, options: NewLogOptions): Promise<Result<NewLogFiles>> {
  const { origin, now = machineClock, random = systemRandom } = options
  const made = await makeEmptyFolder(folder)
  if (!made.ok) return made
  const files = { policy: join(folder, policyName), secret: join(keyFolder(folder), 'log.secret') }
  const signer = await makeKeyFile(files.secret, origin, 'ed25519', random)
  if (!signer.ok) return signer
  await writeFile(files.policy, `log ${printVerifierKey(signer.value.key)}\nquorum none\n`, { flag: 'wx', flush: true })
  const storage = await openFileStorage(realDisk(folder))
  if (!storage.ok) return storage
  await syncFolder(join(folder, '..'))
  const log = await openLog({
    storage: storage.value,
    origin,
    signers: [signer.value],
    now,
  })
  const published = log.ok ? await log.value.publish() : log
  await storage.value.close()
  return published.ok ? succeed(files) : published
}

async function makeEmptyFolder(folder: string): Promise<Result<true>> {
  try {
    await mkdir(folder, { recursive: true })
    return (await readdir(folder)).length > 0 ? fail('LOG-1008', {}, inFile(folder)) : succeed(true)
  } catch (error) {
    return fail('LOG-1006', { reason: reasonOf(error) }, inFile(folder))
  }
}

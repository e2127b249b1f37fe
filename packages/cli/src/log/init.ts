/** `brightline log init`: a new log with its key. */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { standardAlgorithms, openFileStorage, openLog, printVerifierKey, realDisk } from '@brightline/ledger'
import type { RandomBytes } from '@brightline/ledger'
import { exitCode, print, tell, UsageError } from '../output.ts'
import { machineClock, type Clock } from './clock.ts'
import { policyName } from './place.ts'
import { orRefuse } from './refusal.ts'
import { makeSecret, secretFolder, syncFolder, systemRandom } from './secret.ts'
import { codeOf } from './small-file.ts'

/** What the new log is. */
export interface InitFlags {
  readonly origin: string
}

/** Makes a folder with a key and an empty signed log; a folder with anything in it is left alone. */
export async function init(
  folder: string,
  { origin }: InitFlags,
  random: RandomBytes = systemRandom,
  now: Clock = machineClock,
): Promise<number> {
  makeEmptyFolder(folder)
  const secret = join(secretFolder(folder), 'log.secret')
  const signer = await makeSecret(secret, origin, 'ed25519', random)
  const policy = join(folder, policyName)
  writeFileSync(policy, `log ${printVerifierKey(signer.key)}\nquorum none\n`, { flag: 'wx', flush: true })
  const storage = orRefuse(await openFileStorage(realDisk(folder)))
  syncFolder(join(folder, '..'))
  const log = orRefuse(await openLog({ storage, origin, signers: [signer], algorithms: standardAlgorithms, now }))
  orRefuse(await log.publish())
  await log.close()
  print(policy)
  tell(`made the empty log \`${origin}\`: give \`${policy}\` to everybody, and \`${secret}\` to nobody`)
  return exitCode.fine
}

function makeEmptyFolder(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false })
  if (stat !== undefined && !stat.isDirectory()) throw new UsageError(`\`${folder}\` is not a folder`)
  if (stat !== undefined && readdirSync(folder).length > 0) {
    throw new UsageError(`\`${folder}\` is not empty`, 'name a new folder; nothing was written')
  }
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new UsageError(`\`${folder}\` cannot be made: ${codeOf(error)}`)
  }
}

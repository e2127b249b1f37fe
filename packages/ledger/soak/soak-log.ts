/** The log that the soak opens again and again. */
import { nodeEd25519 } from '../src/note/ed25519-node.ts'
import type { Algorithms } from '../src/note/signature.ts'
import type { Result } from '../src/errors.ts'
import { fail, succeed } from '../src/errors.ts'
import { realDisk } from '../src/files/disk.ts'
import { openFileStorage } from '../src/files/file-storage.ts'
import type { Log } from '../src/log/log.ts'
import { openLog } from '../src/log/log.ts'
import type { LogStorage } from '../src/log/storage.ts'
import type { VerifierKey } from '../src/note/key.ts'
import { newSigner } from '../src/note/signature.ts'

/** The origin of the soak's log. */
export const soakOrigin = 'soak.example'

/** Ed25519 alone: writers start sooner. */
const algorithms: Algorithms = { ed25519: nodeEd25519 }

/** A log with its storage and key. */
export interface SoakLog {
  readonly log: Log
  readonly storage: LogStorage
  readonly key: VerifierKey
}

/** Opens the log, as a new process or as the checker. */
export async function openSoakLog(folder: string): Promise<Result<SoakLog>> {
  const made = await newSigner(soakOrigin, 'ed25519', new Uint8Array(32).fill(5), algorithms)
  if (made === undefined) return fail('LOG-0102')
  const storage = await openFileStorage(realDisk(folder), { journalBytes: 20_000 })
  if (!storage.ok) return storage
  const now = (): number => Math.floor(Date.now() / 1000)
  const options = {
    storage: storage.value,
    origin: soakOrigin,
    signers: [made.signer],
    algorithms,
    now,
  }
  const log = await openLog(options)
  return log.ok ? succeed({ log: log.value, storage: storage.value, key: made.signer.key }) : log
}

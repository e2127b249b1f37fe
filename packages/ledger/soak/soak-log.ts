/** The log that the soak opens again and again, in a folder or in a database. */
import pg from 'pg'
import { ed25519 } from '../src/signature/ed25519.ts'
import type { Algorithms } from '../src/signature/signature.ts'
import { fail, succeed } from '../src/problem/problem.ts'
import type { Result } from '../src/problem/problem.ts'
import { realDisk } from '../src/files/disk.ts'
import { openFileStorage } from '../src/files/file-storage.ts'
import type { Log } from '../src/log/log.ts'
import { openLog } from '../src/log/log.ts'
import type { LogStorage } from '../src/log/storage.ts'
import type { VerifierKey } from '../src/note/key.ts'
import { newSigner } from '../src/signature/signature.ts'
import { openPostgresStorage } from '../src/postgres/postgres-storage.ts'

/** The origin of the soak's log. */
export const soakOrigin = 'soak.example'

/** The schema of the soak's log, where its place is a database. */
export const soakSchema = 'soak'

/** Ed25519 alone: writers start sooner. */
const algorithms: Algorithms = { ed25519 }

/** A log with its storage and key. */
export interface SoakLog {
  readonly log: Log
  readonly storage: LogStorage
  readonly key: VerifierKey
  readonly close: () => Promise<void>
}

/** Opens the log at a place, as a new process or as the checker. */
export async function openSoakLog(place: string): Promise<Result<SoakLog>> {
  const made = await newSigner(soakOrigin, 'ed25519', new Uint8Array(32).fill(5), algorithms)
  if (made === undefined) return fail('LOG-0102')
  const pool = isDatabase(place) ? new pg.Pool({ connectionString: place, max: 4 }) : undefined
  // A lost connection shows in the statement that needs it.
  pool?.on('error', () => undefined)
  const storage =
    pool === undefined
      ? await openFileStorage(realDisk(place), { journalBytes: 20_000 })
      : await openPostgresStorage(pool, soakSchema)
  const log = storage.ok
    ? await openLog({
        storage: storage.value,
        origin: soakOrigin,
        signers: [made.signer],
        algorithms,
        now: () => Math.floor(Date.now() / 1000),
        anyEntries: true,
      })
    : storage
  if (storage.ok && log.ok) {
    const close = async (): Promise<void> => {
      await log.value.close()
      await pool?.end()
    }
    return succeed({ log: log.value, storage: storage.value, key: made.signer.key, close })
  }
  if (storage.ok) await storage.value.close()
  await pool?.end()
  return log.ok ? fail('LOG-0805') : log
}

/** Tells whether a place is the address of a database. */
export function isDatabase(place: string): boolean {
  return place.startsWith('postgres://')
}

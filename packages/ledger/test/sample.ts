/** Keys, logs and entries for the tests. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { toUtf8 } from '../src/bytes/bytes.ts'
import { valueOf } from '../src/problem/problem.ts'
import type { Disk } from '../src/files/disk.ts'
import { realDisk } from '../src/files/disk.ts'
import { openFileStorage } from '../src/files/file-storage.ts'
import type { Log, LogOptions } from '../src/log/log.ts'
import { openLog } from '../src/log/log.ts'
import type { LogStorage } from '../src/log/storage.ts'
import type { SignatureKind } from '../src/note/key.ts'
import type { NoteSigner } from '../src/signature/signature.ts'
import { newSigner } from '../src/signature/signature.ts'

const origin = 'log.springfield.example'

export async function signerOf(seed: number, name = origin, kind: SignatureKind = 'ed25519'): Promise<NoteSigner> {
  const made = await newSigner(name, kind, new Uint8Array(32).fill(seed), standardAlgorithms)
  if (made === undefined) throw new Error('no signer')
  return made.signer
}

export const logSigner = await signerOf(1)
export const logKeys = { origin, keys: [logSigner.key] }

export async function sampleLog(storage: LogStorage, options: Partial<LogOptions> = {}): Promise<Log> {
  return valueOf(await openLog(sampleOptions(storage, options)))
}

export function sampleOptions(storage: LogStorage, options: Partial<LogOptions> = {}): LogOptions {
  const now = (): number => 1_800_000_000
  return { storage, origin, signers: [logSigner], algorithms: standardAlgorithms, now, anyEntries: true, ...options }
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'brightline-ledger-'))
}

export async function temporaryStorage(folder = temporaryFolder()): Promise<LogStorage> {
  return await storageOn(realDisk(folder))
}

const opened: LogStorage[] = []
afterAll(async () => {
  for (const storage of opened) await storage.close()
})

/** A storage that is closed after the tests of the file, if it still is open then. */
export async function storageOn(disk: Disk): Promise<LogStorage> {
  const storage = valueOf(await openFileStorage(disk))
  opened.push(storage)
  return storage
}

export function entryOf(index: number): Uint8Array {
  return toUtf8(`entry ${index}`)
}

export function entriesOf(count: number, from = 0): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, at) => entryOf(from + at))
}

/** Secret keys in files that only their owner can read. Nothing here prints one. */
import { randomFillSync } from 'node:crypto'
import { mkdirSync, openSync, closeSync, fsyncSync, readdirSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  inFile,
  newSigner,
  standardAlgorithms,
  noteSigner,
  parseSignerKey,
  printSignerKey,
  problem,
  type Problem,
  type NoteSigner,
  type RandomBytes,
  type SignatureKind,
} from '@brightline/ledger'
import { UsageError } from '../output.ts'
import { privateFolder } from './place.ts'
import { codeOf, readSmallFile } from './small-file.ts'

const suffix = '.secret'

/** Random bytes of the system. */
export const systemRandom: RandomBytes = (length) => randomFillSync(new Uint8Array(length))

/** The folder of a log's secret keys. */
export function secretFolder(log: string): string {
  return join(log, privateFolder, 'keys')
}

/** Makes a new key and writes it to a new file. */
export async function makeSecret(
  file: string,
  name: string,
  kind: SignatureKind,
  random: RandomBytes,
): Promise<NoteSigner> {
  // The characters that editors and terminals do not show, too: the file could not be read back.
  const made = /^[^\s+\p{C}]+$/u.test(name) ? await newSigner(name, kind, random(32), standardAlgorithms) : undefined
  if (made === undefined) {
    throw new UsageError('the name of a key is one word without a plus sign', 'such as log.springfield.example')
  }
  writeSecretFile(file, new TextEncoder().encode(`${printSignerKey(made.secret)}\n`))
  return made.signer
}

/** Writes a new file for its owner only; a file that is there stays as it is. */
export function writeSecretFile(file: string, bytes: Uint8Array): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const handle = openSync(file, 'wx', 0o600)
    try {
      writeSync(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    syncFolder(dirname(file))
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') throw new UsageError(`\`${file}\` is there already`, 'nothing was written')
    throw new UsageError(`\`${file}\` cannot be written: ${code}`)
  }
}

/** Makes the names in a folder safe: a key that a crash takes away ends its log. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Reads a secret key. One that others can read too is refused. */
export async function readSecret(file: string): Promise<NoteSigner> {
  const text = new TextDecoder().decode(readSmallFile(file, 'secret key')).trim()
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new UsageError(`others can read the secret key \`${file}\``, `make it yours alone: chmod 600 ${file}`)
  }
  const key = parseSignerKey(text)
  const signer = key.ok ? await noteSigner(key.value, standardAlgorithms) : undefined
  if (signer === undefined) throw new UsageError(`\`${file}\` holds no secret key`)
  return signer
}

/** What is wrong with the secret keys of a log, as far as whoever asks may read them. */
export async function findSecretFaults(log: string): Promise<readonly Problem[]> {
  const faults: Problem[] = []
  for (const file of secretFiles(log)) {
    try {
      await readSecret(file)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      faults.push(problem('LOG-0102', {}, inFile(file)))
    }
  }
  return faults
}

/** The signers of a log: every secret key in its folder, in the order of their names. */
export async function readSecrets(log: string): Promise<readonly NoteSigner[]> {
  const signers: NoteSigner[] = []
  for (const file of secretFiles(log)) signers.push(await readSecret(file))
  if (signers.length === 0)
    throw new UsageError(`\`${log}\` has no secret key`, 'only the desk that made the log appends')
  return signers
}

/** The files of the secret keys; none where the folder is not there, or is not for whoever asks. */
function secretFiles(log: string): readonly string[] {
  const folder = secretFolder(log)
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(suffix))
    return names.sort().map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** Secret keys in files that only their owner can read. Nothing here shows one. */
import { randomFillSync } from 'node:crypto'
import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { toUtf8 } from '../bytes/bytes.ts'
import type { RandomBytes } from '../entry/commitment.ts'
import type { SignatureKind } from '../note/key.ts'
import { parseSignerKey, printSignerKey } from '../note/key.ts'
import { reasonOf } from '../problem/attempt.ts'
import { fail, inFile, succeed } from '../problem/problem.ts'
import type { Problem, Result } from '../problem/problem.ts'
import { standardAlgorithms } from '../signature/algorithms.ts'
import type { NoteSigner } from '../signature/signature.ts'
import { newSigner, noteSigner } from '../signature/signature.ts'
import { readSmallFile } from './small-file.ts'

const suffix = '.secret'

/** Random bytes of the system. */
export const systemRandom: RandomBytes = (length) => randomFillSync(new Uint8Array(length))

/** Makes a new key and writes it to a new file. */
export async function makeKeyFile(
  file: string,
  name: string,
  kind: SignatureKind,
  random: RandomBytes = systemRandom,
): Promise<Result<NoteSigner>> {
  // The characters that editors and terminals do not show, too: the file could not be read back.
  const made = /^[^\s+\p{C}]+$/u.test(name) ? await newSigner(name, kind, random(32), standardAlgorithms) : undefined
  if (made === undefined) return fail('LOG-0110')
  const written = await writeSecretFile(file, toUtf8(`${printSignerKey(made.secret)}\n`))
  return written.ok ? succeed(made.signer) : written
}

/** Writes a new file for its owner only, whole or not at all; a file that is there stays as it is. */
export async function writeSecretFile(file: string, bytes: Uint8Array): Promise<Result<true>> {
  const unfinished = `${file}.${process.pid}`
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const handle = await open(unfinished, 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    // Unlike a new name for the file, another name of it does not take the place of one that is there.
    await link(unfinished, file)
    await syncFolder(dirname(file))
    return succeed(true)
  } catch (error) {
    const reason = reasonOf(error)
    return reason === 'EEXIST' ? fail('LOG-1005', {}, inFile(file)) : fail('LOG-1006', { reason }, inFile(file))
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined)
  }
}

/** Makes the names in a folder safe: a key that a crash takes away ends its log. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Reads a secret key. One that others can read too is refused. */
export async function readKeyFile(file: string): Promise<Result<NoteSigner>> {
  const bytes = await readSmallFile(file)
  if (!bytes.ok) return bytes
  if (await isOpenToOthers(file)) return fail('LOG-0111', {}, inFile(file))
  const key = parseSignerKey(new TextDecoder().decode(bytes.value).trim())
  const signer = key.ok ? await noteSigner(key.value, standardAlgorithms) : undefined
  return signer === undefined ? fail('LOG-0112', {}, inFile(file)) : succeed(signer)
}

/** Reads every secret key in a folder, in the order of their names. */
export async function readKeyFolder(folder: string): Promise<Result<readonly NoteSigner[]>> {
  const files = await keyFiles(folder)
  if (!files.ok) return files
  const signers: NoteSigner[] = []
  for (const file of files.value) {
    const signer = await readKeyFile(file)
    if (!signer.ok) return signer
    signers.push(signer.value)
  }
  return signers.length === 0 ? fail('LOG-0106', {}, inFile(folder)) : succeed(signers)
}

/** Says what is wrong with the secret keys in a folder; nothing, where they are not for whoever asks. */
export async function findKeyFaults(folder: string): Promise<readonly Problem[]> {
  const files = await keyFiles(folder)
  const signers = files.ok ? await Promise.all(files.value.map(readKeyFile)) : []
  return signers.flatMap((signer) => (signer.ok ? [] : signer.problems))
}

async function keyFiles(folder: string): Promise<Result<readonly string[]>> {
  try {
    const names = await readdir(folder)
    const keys = names.filter((name) => name.endsWith(suffix)).sort()
    return succeed(keys.map((name) => join(folder, name)))
  } catch (error) {
    const reason = reasonOf(error)
    return reason === 'ENOENT' ? succeed([]) : fail('LOG-1004', { reason }, inFile(folder))
  }
}

async function isOpenToOthers(file: string): Promise<boolean> {
  return process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0
}

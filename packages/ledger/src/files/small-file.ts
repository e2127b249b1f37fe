/** Reads files whole, within a limit. Nothing that is no plain file is waited for. */
import { constants } from 'node:fs'
import { lstat, open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { reasonOf } from '../problem/attempt.ts'
import { fail, inFile, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'

/** Files that people name are no longer. */
const maximumLength = 8_000_000

/** Reads a file that somebody named. */
export async function readSmallFile(file: string): Promise<Result<Uint8Array>> {
  const where = inFile(file)
  try {
    const bytes = await readPlainFile(file, maximumLength)
    return bytes === undefined ? fail('LOG-1001', {}, where) : succeed(bytes)
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === 'EFBIG') return fail('LOG-1003', {}, where)
    return reason === 'not a file' ? fail('LOG-1002', {}, where) : fail('LOG-1004', { reason }, where)
  }
}

/**
 * Reads a file, or answers undefined where there is none of this name.
 *
 * Rejects with a `code`: `not a file` for folders, pipes and devices, `broken link`, `EFBIG` beyond the limit, and those
 * of the system.
 */
export async function readPlainFile(path: string, maximum: number): Promise<Uint8Array | undefined> {
  const file = await openPlain(path)
  if (file === undefined) return undefined
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw refusal('not a file')
    if (stat.size > maximum) throw refusal('EFBIG')
    return new Uint8Array(await file.readFile())
  } finally {
    await file.close()
  }
}

/** A pipe without a writer would be waited for for ever, so nothing is opened to wait. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

async function openPlain(path: string, tries = 3): Promise<FileHandle | undefined> {
  try {
    return await open(path, withoutWaiting)
  } catch (error) {
    if (reasonOf(error) !== 'ENOENT' && reasonOf(error) !== 'ENOTDIR') throw error
    const found = await lstat(path).catch(() => null)
    if (found === null) return undefined
    // What is no link was made by somebody else after it was looked for.
    if (found.isSymbolicLink() || tries <= 1) throw refusal('broken link')
    return await openPlain(path, tries - 1)
  }
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** Files that people name to be read: regular files or standard input, within a limit. Every other one is told, and waits for nothing. */
import { readRegularFile, textOfBytes, type Unread } from '@brightline/law-files'
import type { Problem, Result } from '@brightline/language'
import { problem } from './problems.ts'

/** The name of standard input. */
export const standardInput = '-'

/** Reads a file whole, or standard input where it is named `-`. */
export async function readGivenFile(file: string, longestBytes: number): Promise<Result<Uint8Array>> {
  if (file === standardInput) return readStandardInput(longestBytes)
  const read = readRegularFile(file, longestBytes)
  return read.ok
    ? { ok: true, value: read.bytes }
    : { ok: false, problems: [unreadProblem(file, read.unread, longestBytes)] }
}

/** Reads a file as UTF-8 text, without its byte-order mark. */
export async function readGivenText(file: string, longestBytes: number): Promise<Result<string>> {
  const read = await readGivenFile(file, longestBytes)
  if (!read.ok) return read
  const text = textOfBytes(read.value)
  return text === null ? { ok: false, problems: [problem('FILE-0007', file)] } : { ok: true, value: text }
}

/** Says why a file was not read. */
export function unreadProblem(file: string, unread: Unread, longestBytes: number): Problem {
  switch (unread.why) {
    case 'missing':
      return problem('FILE-0001', file)
    case 'broken-link':
      return problem('FILE-0002', file)
    case 'folder':
      return problem('FILE-0003', file)
    case 'not-a-file':
      return problem('FILE-0004', file)
    case 'not-allowed':
      return problem('FILE-0005', file)
    case 'too-large':
      return tooLarge(file, unread.bytes, longestBytes)
    case 'refused':
      return problem('FILE-0008', file, { reason: unread.reason })
  }
}

function tooLarge(file: string, bytes: number, longestBytes: number): Problem {
  const megabytes = (size: number): number => Math.ceil(size / 1024 / 1024)
  return problem('FILE-0006', file, { megabytes: megabytes(bytes), most: megabytes(longestBytes) })
}

async function readStandardInput(longestBytes: number): Promise<Result<Uint8Array>> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of process.stdin) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part
    if (!(bytes instanceof Uint8Array)) continue
    parts.push(bytes)
    length += bytes.length
    if (length > longestBytes) return { ok: false, problems: [tooLarge(standardInput, length, longestBytes)] }
  }
  return { ok: true, value: Buffer.concat(parts, length) }
}

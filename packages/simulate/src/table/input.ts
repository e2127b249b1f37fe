/** The source of a data set, and its bytes. */
import { createReadStream, lstatSync, openSync, readlinkSync, readSync, closeSync, statSync, type Stats } from 'node:fs'
import { Readable } from 'node:stream'
import type { Result } from '@brightline/language'
import { dataProblem, type DataProblem } from '../problem.ts'
import { isSystemError } from './system-error.ts'

/** A file by its path, or bytes that come only once, such as those of standard input. */
export type DataInput =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stream'; readonly stream: AsyncIterable<Uint8Array> }

/** An input that was opened. Its bytes are read once. */
export interface OpenInput {
  /** The first bytes, enough to tell what it is. */
  readonly head: Buffer
  /** The path of a file; null where the bytes come only once. */
  readonly path: string | null
  /** The number of bytes, where it is known. */
  readonly size: number | null
  readonly bytes: () => Readable
  /** Counts the bytes that were handed out. */
  readonly bytesRead: () => number
}

/** The number of bytes that show what a file is. */
const headBytes = 4096

/** Opens an input, or says why it cannot be read. */
export async function openInput(input: DataInput): Promise<Result<OpenInput, DataProblem>> {
  try {
    return input.kind === 'file' ? openFile(input.path) : { ok: true, value: await openStream(input.stream) }
  } catch (error) {
    if (!isSystemError(error)) throw error
    return refused(dataProblem('DATA-0020', {}, { reason: error.code }))
  }
}

/** Gives every byte of an input, or null where there are more than `most`. */
export async function wholeOf(input: OpenInput, most: number): Promise<Buffer | null> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of input.bytes()) {
    const bytes: Buffer = piece
    length += bytes.length
    if (length > most) return null
    pieces.push(bytes)
  }
  return Buffer.concat(pieces)
}

function openFile(path: string): Result<OpenInput, DataProblem> {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return refused(missing(path))
  // A pipe would wait for ever.
  if (!stats.isFile()) return refused(dataProblem('DATA-0019', {}, { kind: kindOf(stats) }))
  let file: ReturnType<typeof createReadStream> | null = null
  const bytes = (): Readable => (file = createReadStream(path, { highWaterMark: 1 << 20 }))
  return {
    ok: true,
    value: { head: headOf(path), path, size: stats.size, bytes, bytesRead: () => file?.bytesRead ?? 0 },
  }
}

/** Tells a link that leads nowhere from a name that is not there; a link of git-annex says where its data is. */
function missing(path: string): DataProblem {
  const link = lstatSync(path, { throwIfNoEntry: false })
  if (link === undefined) return dataProblem('DATA-0020', {}, { reason: 'ENOENT' })
  const isAnnexed = link.isSymbolicLink() && readlinkSync(path).replaceAll('\\', '/').includes('annex/objects/')
  return isAnnexed ? dataProblem('DATA-0025', {}, { tool: 'git-annex' }) : dataProblem('DATA-0028')
}

function headOf(path: string): Buffer {
  const handle = openSync(path, 'r')
  try {
    const head = Buffer.alloc(headBytes)
    return head.subarray(0, readSync(handle, head, 0, headBytes, 0))
  } finally {
    closeSync(handle)
  }
}

async function openStream(stream: AsyncIterable<Uint8Array>): Promise<OpenInput> {
  const iterator = stream[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.length < headBytes) {
    const { value, done } = await iterator.next()
    if (done === true) break
    head = Buffer.concat([head, value])
  }
  let read = 0
  async function* all(): AsyncGenerator<Buffer> {
    for (let piece: Uint8Array = head; ;) {
      read += piece.length
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.length)
      const { value, done } = await iterator.next()
      if (done === true) return
      piece = value
    }
  }
  return {
    head,
    path: null,
    size: null,
    bytes: () => Readable.from(all(), { objectMode: false }),
    bytesRead: () => read,
  }
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'folder'
  if (stats.isFIFO()) return 'pipe'
  return stats.isSocket() ? 'socket' : 'device'
}

function refused(problem: DataProblem): { readonly ok: false; readonly problems: readonly DataProblem[] } {
  return { ok: false, problems: [problem] }
}

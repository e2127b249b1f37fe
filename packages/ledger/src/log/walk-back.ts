/** Reads the entries of a log from the last one to the first. What is published is proved before it is believed. */
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import type { Entry } from '../entry/entry.ts'
import { parseEntry } from '../entry/entry.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { tileWidth } from '../tiles/path.ts'
import { readProvenBundle } from '../tiles/proven-bundle.ts'
import type { LogStorage } from './storage.ts'

/** Entries that stand side by side, the first of them at an index. */
interface Block {
  readonly first: number
  readonly entries: readonly Uint8Array[]
}

/** Reads some entries before an index, which is at least 1. */
export type BlockReader = (end: number) => Promise<Result<Block>>

/** Unpublished entries taken at a time. */
const blockEntries = 4_096

/** Makes a reader of blocks over a storage; `published` is its last checkpoint. */
export function blockReader(storage: LogStorage, published: () => Checkpoint | undefined): BlockReader {
  return async (end) => {
    const checkpoint = published()
    if (checkpoint !== undefined && end <= checkpoint.size) return await provenBlock(storage, checkpoint, end)
    const first = Math.max(checkpoint?.size ?? 0, end - blockEntries)
    const entries = await storage.readSequenced(first, end - first)
    if (!entries.ok) return entries
    if (entries.value.length !== end - first) return fail('LOG-0809', { first, last: end - 1 })
    return succeed({ first, entries: entries.value })
  }
}

async function provenBlock(storage: LogStorage, checkpoint: Checkpoint, end: number): Promise<Result<Block>> {
  const index = Math.floor((end - 1) / tileWidth)
  const entries = await readProvenBundle(storage, checkpoint, index)
  const first = index * tileWidth
  return entries.ok ? succeed({ first, entries: entries.value.slice(0, end - first) }) : entries
}

/**
 * Visits entries from an index backwards, until `visit` answers true or the log is at its beginning.
 *
 * Answers the index below which nothing was visited. Entries that the list does not allow are passed over.
 */
export async function walkBack(
  read: BlockReader,
  end: number,
  visit: (entry: Entry, index: number) => boolean,
): Promise<Result<number>> {
  let at = end
  while (at > 0) {
    const block = await read(at)
    if (!block.ok) return block
    const { first, entries } = block.value
    for (const [before, bytes] of entries.toReversed().entries()) {
      const index = first + entries.length - 1 - before
      const entry = parseEntry(bytes)
      if (entry.ok && visit(entry.value, index)) return succeed(index)
    }
    at = first
  }
  return succeed(0)
}

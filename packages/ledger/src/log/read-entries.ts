/** Reads the entries of a log, each proved to stand under a checkpoint. */
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import type { Entry } from '../entry/entry.ts'
import { parseEntry } from '../entry/entry.ts'
import { succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { tileWidth } from '../tiles/path.ts'
import { readProvenBundle } from '../tiles/proven-bundle.ts'
import type { TileSource } from '../tiles/reader.ts'

/** An entry as it was logged; `entry` is undefined where the bytes are of another kind. */
export interface ReadEntry {
  readonly index: number
  readonly bytes: Uint8Array
  readonly entry: Entry | undefined
}

/**
 * Reads the entries of a checkpoint from an index on. It ends after the first that cannot be read.
 *
 * @example
 * for await (const entry of readEntries(source, checkpoint, 0)) if (entry.ok) console.log(entry.value.index)
 */
export async function* readEntries(
  source: TileSource,
  checkpoint: Checkpoint,
  from: number,
): AsyncGenerator<Result<ReadEntry>> {
  for (let bundle = Math.floor(from / tileWidth); bundle * tileWidth < checkpoint.size; bundle++) {
    const entries = await readProvenBundle(source, checkpoint, bundle)
    if (!entries.ok) return yield entries
    for (const [at, bytes] of entries.value.entries()) {
      const index = bundle * tileWidth + at
      if (index < from) continue
      const entry = parseEntry(bytes)
      yield succeed({ index, bytes, entry: entry.ok ? entry.value : undefined })
    }
  }
}

/** Checks every entry, every hash and every level of a tree. Of each level one tile is held at a time. */
import { sameBytes } from '../bytes/bytes.ts'
import { parseEntry } from '../entry/entry.ts'
import { leafHash, rootOfHashes } from '../merkle/hash.ts'
import { atEntry, inFile, problem } from '../problem/problem.ts'
import { tilePath, tileWidth, widthAt } from '../tiles/path.ts'
import { readBundle, readTile } from '../tiles/reader.ts'
import type { Run } from './run.ts'
import { found } from './run.ts'

/** Walks the entries from left to right; the hashes of full tiles rise and are compared with the level above. */
export async function checkLevels(run: Run): Promise<void> {
  const raise = levelChecks(run)
  for (let index = 0; index * tileWidth < run.size; index++) {
    run.options.signal?.throwIfAborted()
    const [entries, tile] = [
      await readBundle(run.options.source, run.size, index),
      await readTile(run.options.source, run.size, 0, index),
    ]
    if (!entries.ok) found(run, ...entries.problems)
    if (!tile.ok) found(run, ...tile.problems)
    if (entries.ok) checkEntries(run, index, entries.value)
    if (entries.ok && tile.ok) checkLeaves(run, index, entries.value, tile.value)
    await raise(0, index, tile.ok ? tile.value : undefined)
  }
}

/** Checks that entries have the shape of the list, and that the serials of each desk leave no gap. */
function checkEntries(run: Run, index: number, entries: readonly Uint8Array[]): void {
  if (run.options.anyEntries === true) return
  const path = tilePath({ level: 'entries', index, width: widthAt(run.size, 'entries', index) })
  for (const [at, bytes] of entries.entries()) {
    const entry = parseEntry(bytes)
    const fault = entry.ok ? run.serials.next(entry.value) : entry.problems[0]
    if (fault !== undefined) found(run, { ...fault, where: atEntry(path, index * tileWidth + at) })
  }
}

function checkLeaves(run: Run, index: number, entries: readonly Uint8Array[], tile: readonly Uint8Array[]): void {
  run.entries += entries.length
  run.hashes += tile.length
  for (const [at, entry] of entries.entries()) {
    if (sameBytes(leafHash(entry), tile[at] ?? entry)) continue
    const width = tile.length
    const [bundlePath, path] = [tilePath({ level: 'entries', index, width }), tilePath({ level: 0, index, width })]
    const values = { entry: index * tileWidth + at, hash: at, tile: path }
    found(run, problem('LOG-0404', values, inFile(bundlePath)))
  }
}

type Raise = (level: number, index: number, hashes: readonly Uint8Array[] | undefined) => Promise<void>

/** Compares the root of each full tile with its hash one level up, reading each tile of each level once. */
function levelChecks(run: Run): Raise {
  const current: { index: number; hashes: readonly Uint8Array[] | undefined }[] = []
  const raise: Raise = async (level, index, hashes) => {
    current[level] = { index, hashes }
    if (widthAt(run.size, level, index) < tileWidth) return
    const parent = Math.floor(index / tileWidth)
    if (current[level + 1]?.index !== parent) {
      const tile = await readTile(run.options.source, run.size, level + 1, parent)
      if (!tile.ok) found(run, ...tile.problems)
      else run.hashes += tile.value.length
      current[level + 1] = { index: parent, hashes: tile.ok ? tile.value : undefined }
    }
    const above = current[level + 1]?.hashes
    const at = index % tileWidth
    const expected = above?.[at]
    if (hashes !== undefined && expected !== undefined && !sameBytes(rootOfHashes(hashes), expected)) {
      const width = widthAt(run.size, level + 1, parent)
      const [path, parentPath] = [
        tilePath({ level, index, width: tileWidth }),
        tilePath({ level: level + 1, index: parent, width }),
      ]
      found(run, problem('LOG-0407', { hash: at, tile: parentPath }, inFile(path)))
    }
    if (at === tileWidth - 1) await raise(level + 1, parent, above)
  }
  return raise
}

/** Before a root is signed, everything under it that is new is read back and hashed again. */
import { sameBytes } from '../bytes/bytes.ts'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { fail, inFile, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { leafHash, rootOfHashes } from '../merkle/hash.ts'
import { proveConsistency, rootOf, verifyConsistency } from '../merkle/proof.ts'
import { levelSize, tilePath, tileWidth } from '../tiles/path.ts'
import type { TileSource } from '../tiles/reader.ts'
import { readBundle, readTile, subtreeReader } from '../tiles/reader.ts'

/**
 * The root of the tree of size `size`, after re-reading what lies behind it.
 *
 * New entries must hash to their leaves, new full tiles to their place one level up, and the new root must contain the
 * last one: bits that flipped between memory and disk, and older tiles that changed since, are noticed here.
 */
export async function rereadRoot(
  source: TileSource,
  last: Checkpoint | undefined,
  size: number,
): Promise<Result<Uint8Array>> {
  const entries = await rereadEntries(source, last?.size ?? 0, size)
  if (!entries.ok) return entries
  const levels = await rereadLevels(source, last?.size ?? 0, size)
  if (!levels.ok) return levels
  const read = subtreeReader(source, size)
  const root = await rootOf(size, read)
  if (!root.ok || last === undefined) return root
  const path = await proveConsistency(last.size, size, read)
  if (!path.ok) return path
  const claim = { olderSize: last.size, olderRoot: last.root, newerSize: size, newerRoot: root.value }
  const joined = verifyConsistency(claim, path.value)
  return joined.ok ? root : fail('LOG-0811')
}

async function rereadEntries(source: TileSource, from: number, to: number): Promise<Result<true>> {
  for (let index = Math.floor(from / tileWidth); index * tileWidth < to; index++) {
    const [entries, tile] = [await readBundle(source, to, index), await readTile(source, to, 0, index)]
    if (!entries.ok) return entries
    if (!tile.ok) return tile
    const wrong = entries.value.findIndex((entry, at) => !sameBytes(leafHash(entry), tile.value[at] ?? entry))
    if (wrong >= 0) return fail('LOG-0810', { entry: index * tileWidth + wrong })
  }
  return succeed(true)
}

async function rereadLevels(source: TileSource, from: number, to: number): Promise<Result<true>> {
  for (let level = 1; levelSize(to, level) > 0; level++) {
    for (let at = levelSize(from, level); at < levelSize(to, level); at++) {
      const below = await readTile(source, to, level - 1, at)
      if (!below.ok) return below
      const tile = await readTile(source, to, level, Math.floor(at / tileWidth))
      if (!tile.ok) return tile
      if (!sameBytes(rootOfHashes(below.value), tile.value[at % tileWidth] ?? new Uint8Array(0))) {
        return fail('LOG-0804', {}, inFile(tilePath({ level: level - 1, index: at, width: tileWidth })))
      }
    }
  }
  return succeed(true)
}

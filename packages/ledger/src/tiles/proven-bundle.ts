/** Reads bundles of which every entry is proved to stand under the root of a checkpoint. */
import { concatBytes } from '@noble/hashes/utils.js'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { leafHash } from '../merkle/hash.ts'
import { proveInclusion, verifyInclusion } from '../merkle/proof.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { tileWidth } from './path.ts'
import type { TileSource } from './reader.ts'
import { readBundle, subtreeReader } from './reader.ts'

/** Reads the entries of a bundle; `LOG-0411` where they are not those of the tree. */
export async function readProvenBundle(
  source: TileSource,
  checkpoint: Checkpoint,
  index: number,
): Promise<Result<readonly Uint8Array[]>> {
  const entries = await readBundle(source, checkpoint.size, index)
  if (!entries.ok) return entries
  const proved = await proveEntries(source, checkpoint, index * tileWidth, entries.value)
  return proved.ok ? entries : proved
}

/**
 * Proves all entries of a bundle by one path. The path of the first holds hashes over all others; these are made of the
 * entries themselves, and the tile of the log is not asked for them.
 */
async function proveEntries(
  source: TileSource,
  { size, root }: Checkpoint,
  first: number,
  entries: readonly Uint8Array[],
): Promise<Result<true>> {
  const leaves = entries.map(leafHash)
  const [leaf] = leaves
  if (leaf === undefined) return succeed(true)
  const others = subtreeReader(source, size)
  const own = subtreeReader({ read: async () => concatBytes(...leaves) }, size)
  const path = await proveInclusion(first, size, async (subtree) => {
    const start = subtree.index * 2 ** subtree.level
    const isOwn = subtree.level < 8 && start >= first && start < first + leaves.length
    return isOwn ? await own(subtree) : await others(subtree)
  })
  if (!path.ok) return path
  if (verifyInclusion({ index: first, size, leaf, root }, path.value).ok) return succeed(true)
  return fail('LOG-0411', { first, last: first + leaves.length - 1 })
}

/** Compares a log with what was seen of it before. */
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { compareCheckpoints } from '../checkpoint/compare.ts'
import { proveConsistency, verifyConsistency } from '../merkle/proof.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { TileSource } from '../tiles/reader.ts'
import { subtreeReader } from '../tiles/reader.ts'

/** Checks that a log at its checkpoint `next` holds the tree seen before: it was neither rolled back nor forked. */
export async function checkGrowth(source: TileSource, seen: Checkpoint, next: Checkpoint): Promise<Result<true>> {
  if (seen.origin === next.origin && next.size < seen.size)
    return fail('LOG-0204', { size: next.size, seen: seen.size })
  const compared = compareCheckpoints(seen, next)
  if (!compared.ok) return compared
  const path = await proveConsistency(seen.size, next.size, subtreeReader(source, next.size))
  if (!path.ok) return path
  const claim = { olderSize: seen.size, olderRoot: seen.root, newerSize: next.size, newerRoot: next.root }
  return verifyConsistency(claim, path.value).ok ? succeed(true) : fail('LOG-0205', { size: seen.size })
}

/** Compares a checkpoint with one seen before. */
import { sameBytes } from '../bytes/bytes.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { Checkpoint } from './checkpoint.ts'

/** Compares two checkpoints before any proof: older, forked at the same size, or open to a proof. */
export function compareCheckpoints(seen: Checkpoint, next: Checkpoint): Result<'same' | 'newer'> {
  if (seen.origin !== next.origin) return fail('LOG-0202', { origin: next.origin, expected: seen.origin })
  if (next.size < seen.size) return fail('LOG-0203', { size: next.size, seen: seen.size })
  if (next.size > seen.size) return succeed('newer')
  if (sameBytes(seen.root, next.root)) return succeed('same')
  return fail('LOG-0205', { size: seen.size })
}

/** The checkpoint that a log shows, opened with trusted keys, and compared with one seen before. */
import {
  attempt,
  checkPolicy,
  fail,
  failIn,
  inFile,
  problem,
  compareCheckpoints,
  standardAlgorithms,
  openCheckpoint,
  proveConsistency,
  subtreeReader,
  verifyConsistency,
  type Checkpoint,
  type Policy,
  type Problem,
  type SignedCheckpoint,
  type TileSource,
} from '@brightline/ledger'
import { orRefuse } from './refusal.ts'
import { keysOfLog } from './trust.ts'

/** A checkpoint with its bytes, and whether the quorum of the policy saw it. */
export interface ShownCheckpoint {
  readonly bytes: Uint8Array
  readonly checkpoint: SignedCheckpoint
  readonly witnessed: boolean
}

/** Reads the checkpoint of a log and checks who signed it. */
export async function readCheckpoint(source: TileSource, policy: Policy): Promise<ShownCheckpoint> {
  const bytes = await readCheckpointBytes(source)
  const checkpoint = await openNamed('checkpoint', bytes, policy)
  const checked = await checkPolicy(bytes, policy, standardAlgorithms)
  return { bytes, checkpoint, witnessed: checked.ok && checked.value.witnessed }
}

/** Opens a checkpoint out of a file with trusted keys; what is wrong with it is told with the name of the file. */
export async function openNamed(file: string, bytes: Uint8Array, policy: Policy): Promise<SignedCheckpoint> {
  const opened = await openCheckpoint(bytes, keysOfLog(policy, bytes, file), standardAlgorithms)
  return orRefuse(opened.ok ? opened : failIn(opened, file))
}

/** Reads the checkpoint of a log as it is. */
export async function readCheckpointBytes(source: TileSource): Promise<Uint8Array> {
  const bytes = orRefuse(await attempt(async () => await source.read('checkpoint'), inFile('checkpoint')))
  return bytes ?? orRefuse(fail('LOG-0403', {}, inFile('checkpoint')))
}

/** What is wrong between a checkpoint seen before and the log as it is now: rolled back, forked, or nothing. */
export async function findRewrite(
  source: TileSource,
  seen: Checkpoint,
  next: Checkpoint,
): Promise<Problem | undefined> {
  if (next.size < seen.size) return problem('LOG-0204', { size: next.size, seen: seen.size })
  const compared = compareCheckpoints(seen, next)
  if (!compared.ok) return compared.problems[0]
  const path = await proveConsistency(seen.size, next.size, subtreeReader(source, next.size))
  if (!path.ok) return path.problems[0]
  const claim = { olderSize: seen.size, olderRoot: seen.root, newerSize: next.size, newerRoot: next.root }
  if (verifyConsistency(claim, path.value).ok) return undefined
  return problem('LOG-0205', { size: seen.size })
}

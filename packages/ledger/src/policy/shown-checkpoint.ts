/** The checkpoint that a log shows, opened with trusted keys. */
import { attempt } from '../problem/attempt.ts'
import { fail, failIn, inFile, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { standardAlgorithms } from '../signature/algorithms.ts'
import type { SignedCheckpoint } from '../signature/open-checkpoint.ts'
import { openCheckpoint } from '../signature/open-checkpoint.ts'
import { checkpointPath } from '../tiles/path.ts'
import type { TileSource } from '../tiles/reader.ts'
import { checkPolicy } from './check.ts'
import type { Policy } from './policy.ts'
import { keysOfLog } from './trust.ts'

/** A checkpoint with its bytes; `witnessed` tells whether the quorum of the policy saw it. */
export interface ShownCheckpoint {
  readonly bytes: Uint8Array
  readonly checkpoint: SignedCheckpoint
  readonly witnessed: boolean
}

/** Reads the checkpoint of a log and checks who signed it. */
export async function readShownCheckpoint(source: TileSource, policy: Policy): Promise<Result<ShownCheckpoint>> {
  const bytes = await readCheckpointBytes(source)
  if (!bytes.ok) return bytes
  const checkpoint = await openTrusted(bytes.value, policy)
  if (!checkpoint.ok) return failIn(checkpoint, checkpointPath)
  const checked = await checkPolicy(bytes.value, policy, standardAlgorithms)
  const witnessed = checked.ok && checked.value.witnessed
  return succeed({ bytes: bytes.value, checkpoint: checkpoint.value, witnessed })
}

/** Reads the checkpoint of a log as it is. */
export async function readCheckpointBytes(source: TileSource): Promise<Result<Uint8Array>> {
  const bytes = await attempt(async () => await source.read(checkpointPath), inFile(checkpointPath))
  if (!bytes.ok) return bytes
  return bytes.value === undefined ? fail('LOG-0403', {}, inFile(checkpointPath)) : succeed(bytes.value)
}

/** Opens a checkpoint with the keys that a policy has for its log. */
export async function openTrusted(bytes: Uint8Array, policy: Policy): Promise<Result<SignedCheckpoint>> {
  const keys = keysOfLog(policy, bytes)
  return keys.ok ? await openCheckpoint(bytes, keys.value, standardAlgorithms) : keys
}

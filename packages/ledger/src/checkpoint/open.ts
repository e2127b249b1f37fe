/** Opening a signed checkpoint, and comparing it with one seen before. */
import { sameBytes } from '../bytes/bytes.ts'
import { fail, succeed } from '../errors.ts'
import type { Result } from '../errors.ts'
import type { VerifierKey } from '../note/key.ts'
import type { OpenedNote } from '../note/open.ts'
import { openNote } from '../note/open.ts'
import type { Algorithms } from '../note/signature.ts'
import type { Checkpoint } from './checkpoint.ts'
import { parseCheckpointText } from './checkpoint.ts'

/** A checkpoint that a trusted key of its log signed. */
export interface SignedCheckpoint extends Checkpoint {
  readonly opened: OpenedNote
}

/** The keys of one log, by its origin. */
export interface LogKeys {
  readonly origin: string
  readonly keys: readonly VerifierKey[]
}

/**
 * Reads a checkpoint that one of the log's keys signed.
 *
 * @example
 * const checkpoint = await openCheckpoint(bytes, { origin: 'log.example', keys: [key] }, algorithms)
 * if (checkpoint.ok) console.log(checkpoint.value.size)
 */
export async function openCheckpoint(
  bytes: Uint8Array,
  log: LogKeys,
  algorithms: Algorithms,
): Promise<Result<SignedCheckpoint>> {
  const opened = await openNote(bytes, log.keys, algorithms)
  if (!opened.ok) return opened
  const checkpoint = parseCheckpointText(opened.value.note.text)
  if (!checkpoint.ok) return checkpoint
  if (checkpoint.value.origin !== log.origin) {
    return fail('LOG-0202', `the checkpoint is of \`${checkpoint.value.origin}\`, not of \`${log.origin}\``)
  }
  return succeed({ ...checkpoint.value, opened: opened.value })
}

/** What two checkpoints say of each other before any proof: older, forked at the same size, or open to a proof. */
export function compareCheckpoints(seen: Checkpoint, next: Checkpoint): Result<'same' | 'newer'> {
  if (seen.origin !== next.origin) return fail('LOG-0202')
  if (next.size < seen.size) {
    return fail('LOG-0203', `the checkpoint has size ${next.size}, and size ${seen.size} was seen before`)
  }
  if (next.size > seen.size) return succeed('newer')
  if (sameBytes(seen.root, next.root)) return succeed('same')
  return fail('LOG-0205', `two roots for size ${seen.size}`, 'keep both checkpoints: together they prove the fork')
}

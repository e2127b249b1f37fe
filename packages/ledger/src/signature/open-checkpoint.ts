/** Opens checkpoints: notes that a trusted key of their log signed. */
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { VerifierKey } from '../note/key.ts'
import type { OpenedNote } from './open-note.ts'
import { openNote } from './open-note.ts'
import type { Algorithms } from './signature.ts'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { parseCheckpointText } from '../checkpoint/checkpoint.ts'

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
    return fail('LOG-0202', { origin: checkpoint.value.origin, expected: log.origin })
  }
  return succeed({ ...checkpoint.value, opened: opened.value })
}

/** Checks a checkpoint under a policy: a log of it must have signed, and a quorum of its witnesses have seen it. */
import { sameBytes } from '../bytes/bytes.ts'
import type { SignedCheckpoint } from '../signature/open-checkpoint.ts'
import { openCheckpoint } from '../signature/open-checkpoint.ts'
import { cosignaturesOf } from '../signature/cosignature.ts'
import type { Cosignature } from '../signature/cosignature.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { VerifierKey } from '../note/key.ts'
import type { NoteSignature } from '../note/note.ts'
import { parseNote } from '../note/note.ts'
import type { Algorithms } from '../signature/signature.ts'
import type { Policy } from './policy.ts'
import { reachesQuorum } from './policy.ts'

/** A checkpoint with the cosignatures of the policy's witnesses; `witnessed` tells whether they are enough. */
export interface WitnessedCheckpoint {
  readonly checkpoint: SignedCheckpoint
  readonly cosignatures: readonly Cosignature[]
  readonly witnessed: boolean
}

/**
 * Reads a checkpoint under a policy.
 *
 * A missing quorum is told, not refused: see `requireQuorum`. A wrong signature by a witness of the policy refuses it.
 */
export async function checkPolicy(
  bytes: Uint8Array,
  policy: Policy,
  algorithms: Algorithms,
): Promise<Result<WitnessedCheckpoint>> {
  const note = parseNote(bytes)
  if (!note.ok) return note
  const origin = note.value.text.slice(0, note.value.text.indexOf('\n'))
  const keys = policy.logs.map(({ key }) => key).filter(({ name }) => name === origin)
  if (keys.length === 0) return fail('LOG-0207', { origin })
  const checkpoint = await openCheckpoint(bytes, { origin, keys }, algorithms)
  if (!checkpoint.ok) return checkpoint
  const witnesses = policy.witnesses.map(({ key }) => key)
  const cosignatures = await cosignaturesOf(note.value, witnesses, algorithms)
  const seenBy = cosignatures.map(({ key }) => key)
  const isOf = (line: NoteSignature) => (key: VerifierKey) => key.name === line.name && sameBytes(key.id, line.keyId)
  const wrong = note.value.signatures.find((line) => witnesses.some(isOf(line)) && !seenBy.some(isOf(line)))
  if (wrong !== undefined) return fail('LOG-0104', { name: wrong.name })
  return succeed({ checkpoint: checkpoint.value, cosignatures, witnessed: reachesQuorum(policy.quorum, seenBy) })
}

/** As `checkPolicy`, and a checkpoint without its quorum is refused. */
export async function requireQuorum(
  bytes: Uint8Array,
  policy: Policy,
  algorithms: Algorithms,
): Promise<Result<WitnessedCheckpoint>> {
  const checked = await checkPolicy(bytes, policy, algorithms)
  if (!checked.ok || checked.value.witnessed) return checked
  return fail('LOG-0502', { count: checked.value.cosignatures.length })
}

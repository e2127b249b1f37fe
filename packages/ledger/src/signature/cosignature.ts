/** Reads when witnesses saw a checkpoint (c2sp.org/tlog-cosignature); what they sign is in `signature.ts`. */
import { fromUint64, sameBytes } from '../bytes/bytes.ts'
import type { VerifierKey } from '../note/key.ts'
import { signatureKinds } from '../note/key.ts'
import type { NoteSignature, SignedNote } from '../note/note.ts'
import type { Algorithms } from './signature.ts'
import { verifySignature } from './signature.ts'

/** One valid cosignature: who, and when in seconds since 1970. */
export interface Cosignature {
  readonly key: VerifierKey
  readonly time: number
  readonly line: NoteSignature
}

/**
 * Finds the valid cosignatures of the given keys among signature lines; all other lines are passed over.
 *
 * @example
 * const seen = await cosignaturesOf(note, [witnessKey], algorithms)
 * seen.map(({ key, time }) => `${key.name} at ${time}`)
 */
export async function cosignaturesOf(
  note: SignedNote,
  keys: readonly VerifierKey[],
  algorithms: Algorithms,
): Promise<readonly Cosignature[]> {
  const found: Cosignature[] = []
  for (const line of note.signatures) {
    const key = keys.find((each) => each.name === line.name && sameBytes(each.id, line.keyId))
    if (key === undefined || !signatureKinds[key.kind].timestamped || found.some((each) => each.key === key)) continue
    const time = fromUint64(line.signature.subarray(0, 8))
    if (time === undefined || !(await verifySignature(key, note.text, line.signature, algorithms))) continue
    found.push({ key, time, line })
  }
  return found
}

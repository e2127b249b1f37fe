/** Opens notes with trusted keys, and makes notes that several keys sign. */
import { sameBytes } from '../bytes/bytes.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { VerifierKey } from '../note/key.ts'
import type { NoteSignature, SignedNote } from '../note/note.ts'
import { isNoteText, parseNote } from '../note/note.ts'
import type { Algorithms, NoteSigner } from './signature.ts'
import { verifySignature } from './signature.ts'

/** A note some trusted key signed: `signedBy` holds those keys, `unknown` the lines of everybody else. */
export interface OpenedNote {
  readonly note: SignedNote
  readonly signedBy: readonly VerifierKey[]
  readonly unknown: readonly NoteSignature[]
}

/**
 * Reads a note and checks the lines of the trusted keys.
 *
 * A wrong signature by a trusted key refuses the whole note; lines of unknown keys are passed over.
 *
 * @example
 * const opened = await openNote(bytes, [key], algorithms)
 * if (opened.ok) console.log(opened.value.signedBy.map((key) => key.name))
 */
export async function openNote(
  bytes: Uint8Array,
  trusted: readonly VerifierKey[],
  algorithms: Algorithms,
): Promise<Result<OpenedNote>> {
  const parsed = parseNote(bytes)
  if (!parsed.ok) return parsed
  const note = parsed.value
  const signedBy = new Set<VerifierKey>()
  const unknown: NoteSignature[] = []
  for (const line of note.signatures) {
    const key = trusted.find((each) => each.name === line.name && sameBytes(each.id, line.keyId))
    if (key === undefined) unknown.push(line)
    else if (await verifySignature(key, note.text, line.signature, algorithms)) signedBy.add(key)
    else return fail('LOG-0104', { name: key.name })
  }
  if (signedBy.size === 0) return fail('LOG-0103')
  return succeed({ note, signedBy: [...signedBy], unknown })
}

/** Makes a note over a text, signed by every signer in turn. */
export async function signNote(text: string, signers: readonly NoteSigner[], now: number): Promise<Result<SignedNote>> {
  if (!isNoteText(text)) return fail('LOG-0108')
  const signatures: NoteSignature[] = []
  for (const signer of signers) {
    const signature = await signer.sign(text, now)
    if (signature === undefined) return fail('LOG-0206')
    signatures.push(signature)
  }
  return succeed({ text, signatures })
}

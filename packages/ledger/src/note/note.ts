/**
 * Signed notes (c2sp.org/signed-note): a text, an empty line, and one line a signature.
 *
 * Reading a note says nothing about who signed it; `openNote` does.
 */
import { concatBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import { fromUtf8, toUtf8 } from '../bytes/bytes.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { isKeyName } from './key-name.ts'

/** One signature line. */
export interface NoteSignature {
  readonly name: string
  readonly keyId: Uint8Array
  readonly signature: Uint8Array
}

/** A text, ending in a newline, with its signatures. */
export interface SignedNote {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** More than this is not read: 100 signatures, each post-quantum, and a text. */
const maximumLength = 1_000_000
const maximumSignatures = 100

/**
 * Reads a note from its bytes.
 *
 * @example
 * const note = parseNote(new TextEncoder().encode('hello\n\n— log.example AAAAAAA=\n'))
 * note.ok && note.value.text // 'hello\n'
 */
export function parseNote(bytes: Uint8Array): Result<SignedNote> {
  if (bytes.length > maximumLength) return fail('LOG-0107')
  const whole = fromUtf8(bytes)
  if (whole === undefined) return fail('LOG-0101')
  if (hasControl(whole)) return fail('LOG-0101')
  const split = whole.lastIndexOf('\n\n')
  if (split < 0) return fail('LOG-0101')
  if (!whole.endsWith('\n')) return fail('LOG-0101')
  const signatures = parseSignatures(whole.slice(split + 2))
  return signatures.ok ? succeed({ text: whole.slice(0, split + 1), signatures: signatures.value }) : signatures
}

/** Reads signature lines alone, as a witness answers them. */
export function parseSignatures(block: string): Result<readonly NoteSignature[]> {
  if (!block.endsWith('\n')) return fail('LOG-0101')
  const lines = block.slice(0, -1).split('\n')
  if (lines.length > maximumSignatures) return fail('LOG-0107')
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const signature = parseSignature(line)
    if (signature === undefined) return fail('LOG-0101')
    signatures.push(signature)
  }
  return succeed(signatures)
}

/** Writes a note as bytes; what `parseNote` reads comes back byte for byte. */
export function printNote(note: SignedNote): Uint8Array {
  return toUtf8(`${note.text}\n${note.signatures.map(printSignature).join('')}`)
}

/** Writes one signature line with its newline. */
export function printSignature({ name, keyId, signature }: NoteSignature): string {
  return `— ${name} ${toBase64(concatBytes(keyId, signature))}\n`
}

/** Tells whether a text can be the text of a note. */
export function isNoteText(text: string): boolean {
  return text.endsWith('\n') && text.isWellFormed() && !hasControl(text)
}

/** Looks for control characters below a space, other than newline. */
function hasControl(text: string): boolean {
  return /(?!\n)[\p{Cc}--[\u{7f}-\u{9f}]]/v.test(text)
}

function parseSignature(line: string): NoteSignature | undefined {
  const [dash, name, encoded, ...rest] = line.split(' ')
  if (dash !== '—' || name === undefined || encoded === undefined || rest.length > 0) return undefined
  const bytes = fromBase64(encoded)
  if (bytes === undefined || bytes.length < 5 || !isKeyName(name)) return undefined
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) }
}

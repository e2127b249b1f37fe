/**
 * Trust policies (c2sp.org/tlog-policy): which logs, which witnesses, and how many of them are enough.
 *
 * The file is a file of bytes; here one byte is one character (latin1), so that names are compared as bytes. Keys are
 * read as UTF-8. Beside the Ed25519 kinds of the specification, ML-DSA-44 keys are taken for logs and witnesses.
 */
import { fromDecimal, fromUtf8, sameBytes } from '../bytes/bytes.ts'
import { fail, onLine, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { VerifierKey } from '../note/key.ts'
import { parseVerifierKey } from '../note/key.ts'

/** A log, or a witness with the name it has inside the file. */
interface PolicyLog {
  readonly key: VerifierKey
  readonly url: string | undefined
}

/** A witness. */
export interface PolicyWitness extends PolicyLog {
  readonly name: string
}

/** The cosignatures that a policy asks for: none, those of one witness, or of some members of a group. */
export type Quorum =
  | { readonly kind: 'none' }
  | { readonly kind: 'witness'; readonly witness: PolicyWitness }
  | { readonly kind: 'group'; readonly threshold: number; readonly members: readonly Quorum[] }

/** A policy as read. */
export interface Policy {
  readonly logs: readonly PolicyLog[]
  readonly witnesses: readonly PolicyWitness[]
  readonly quorum: Quorum
}

/** Longer files, and files with more lines, are refused. */
const maximumLength = 1_000_000
const maximumNames = 256

/** The codes of faults that a line can have. */
type LineCode = 'LOG-0501' | `LOG-05${'06' | '07' | '08' | '09' | '10' | '11' | '12' | '13' | '14' | '15' | '16'}`

/** Owned by one reading of one file. */
interface Draft {
  readonly logs: PolicyLog[]
  readonly witnesses: PolicyWitness[]
  readonly quorumByName: Map<string, Quorum>
  readonly members: Set<string>
  quorum: Quorum | undefined
}

/**
 * Reads a policy file.
 *
 * @example
 * const policy = parsePolicy(new TextEncoder().encode('quorum none\n'))
 * policy.ok && policy.value.quorum.kind // 'none'
 */
export function parsePolicy(bytes: Uint8Array): Result<Policy> {
  if (bytes.length > maximumLength) return fail('LOG-0501')
  if (bytes.some((byte) => (byte < 0x20 && byte !== 9 && byte !== 10) || byte === 0x7f)) return fail('LOG-0503')
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  if (text !== '' && !text.endsWith('\n')) return fail('LOG-0504')
  const draft: Draft = { logs: [], witnesses: [], quorumByName: new Map(), members: new Set(), quorum: undefined }
  for (const [index, line] of text.split('\n').entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '')
    if (words[0] === undefined || words[0].startsWith('#')) continue
    const code = readLine(draft, words)
    if (code !== undefined) return fail(code, {}, onLine(index + 1))
  }
  if (draft.quorum === undefined) return fail('LOG-0505')
  return succeed({ logs: draft.logs, witnesses: draft.witnesses, quorum: draft.quorum })
}

/** Tells whether the witnesses whose keys are given reach the quorum. */
export function reachesQuorum(quorum: Quorum, witnessed: readonly VerifierKey[]): boolean {
  switch (quorum.kind) {
    case 'none':
      return true
    case 'witness':
      return witnessed.some((key) => sameBytes(key.publicKey, quorum.witness.key.publicKey))
    case 'group':
      return quorum.members.filter((member) => reachesQuorum(member, witnessed)).length >= quorum.threshold
  }
}

function readLine(draft: Draft, [first = '', ...words]: readonly string[]): LineCode | undefined {
  if (draft.quorumByName.size >= maximumNames || draft.logs.length >= maximumNames) return 'LOG-0501'
  switch (first) {
    case 'log':
      return readLog(draft, words)
    case 'witness':
      return readWitness(draft, words)
    case 'group':
      return readGroup(draft, words)
    case 'quorum':
      return readQuorum(draft, words)
    default:
      return 'LOG-0506'
  }
}

function readLog(draft: Draft, [keyText, url, ...rest]: readonly string[]): LineCode | undefined {
  const key = readKey(keyText)
  if (key === undefined || key.kind === 'ed25519-cosignature' || rest.length > 0) return 'LOG-0507'
  if (hasKey(draft.logs, key)) return 'LOG-0510'
  draft.logs.push({ key, url })
  return undefined
}

function readWitness(draft: Draft, [name, keyText, url, ...rest]: readonly string[]): LineCode | undefined {
  const key = readKey(keyText)
  if (name === undefined || key === undefined || key.kind === 'ed25519' || rest.length > 0) {
    return 'LOG-0508'
  }
  if (hasKey(draft.witnesses, key)) return 'LOG-0510'
  if (isTaken(draft, name)) return 'LOG-0511'
  const witness = { name, key, url }
  draft.witnesses.push(witness)
  draft.quorumByName.set(name, { kind: 'witness', witness })
  return undefined
}

function readGroup(draft: Draft, [name, thresholdText, ...names]: readonly string[]): LineCode | undefined {
  if (name === undefined || thresholdText === undefined || names.length === 0) return 'LOG-0509'
  if (isTaken(draft, name)) return 'LOG-0511'
  const threshold = thresholdOf(thresholdText, names.length)
  if (threshold === undefined || threshold < 1 || threshold > names.length) return 'LOG-0512'
  const members: Quorum[] = []
  for (const member of names) {
    const quorum = draft.quorumByName.get(member)
    if (quorum === undefined) return 'LOG-0513'
    if (draft.members.has(member)) return 'LOG-0514'
    draft.members.add(member)
    members.push(quorum)
  }
  draft.quorumByName.set(name, { kind: 'group', threshold, members })
  return undefined
}

function thresholdOf(text: string, members: number): number | undefined {
  return text === 'all' ? members : text === 'any' ? 1 : fromDecimal(text)
}

function readQuorum(draft: Draft, [name, ...rest]: readonly string[]): LineCode | undefined {
  if (draft.quorum !== undefined) return 'LOG-0515'
  if (name === undefined || rest.length > 0) return 'LOG-0516'
  const quorum = name === 'none' ? ({ kind: 'none' } as const) : draft.quorumByName.get(name)
  if (quorum === undefined) return 'LOG-0513'
  draft.quorum = quorum
  return undefined
}

function readKey(text: string | undefined): VerifierKey | undefined {
  const utf8 = text === undefined ? undefined : fromUtf8(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
  const key = utf8 === undefined ? undefined : parseVerifierKey(utf8)
  return key?.ok === true ? key.value : undefined
}

function hasKey(owners: readonly PolicyLog[], key: VerifierKey): boolean {
  return owners.some((owner) => sameBytes(owner.key.publicKey, key.publicKey))
}

function isTaken(draft: Draft, name: string): boolean {
  return name === 'none' || draft.quorumByName.has(name)
}

/**
 * Receipts: what the person concerned keeps. The entry, the key of the case ("salt"), and the proof file.
 *
 * A receipt is text, so that it prints, and is checked without any network. Its holder can show the record; the log
 * cannot, and once the city destroys its copy of the key, nobody else can.
 */
import { concatBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '../bytes/base64.ts'
import { fromUtf8, toUtf8 } from '../bytes/bytes.ts'
import { printCanonical, parseCanonical } from '../entry/canonical.ts'
import type { Canonical } from '../entry/canonical.ts'
import { caseKeyLength, opensCommitment } from '../entry/commitment.ts'
import type { Entry } from '../entry/entry.ts'
import { parseEntry } from '../entry/entry.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { leafHash } from '../merkle/hash.ts'
import type { Algorithms } from '../signature/signature.ts'
import type { WitnessedCheckpoint } from '../policy/check.ts'
import type { Policy } from '../policy/policy.ts'
import type { ProofFile } from '../proof/proof-file.ts'
import { parseProof, printProof, verifyProof } from '../proof/proof-file.ts'

/** A receipt as read. `entry` is the logged bytes; the record and its key are there when the holder was given them. */
export interface Receipt {
  readonly entry: Uint8Array
  readonly opening: Opening | undefined
  readonly proof: ProofFile
}

/** The record of a case with the key that opens its commitment. */
export interface Opening {
  readonly caseKey: Uint8Array
  readonly record: Canonical
}

/** The facts that a valid receipt shows. */
export interface VerifiedReceipt {
  readonly entry: Entry
  readonly index: number
  readonly record: Canonical | undefined
  readonly log: WitnessedCheckpoint
}

const header = 'brightline/receipt/v1\n'
const maximumLength = 4_000_000

/**
 * Reads a receipt.
 *
 * @example
 * const receipt = parseReceipt(bytes)
 * if (receipt.ok) console.log(receipt.value.proof.index)
 */
export function parseReceipt(bytes: Uint8Array): Result<Receipt> {
  const text = bytes.length > maximumLength ? undefined : fromUtf8(bytes)
  if (text === undefined || !text.startsWith(header)) return fail('LOG-0705')
  const split = text.indexOf('\n\n')
  if (split < 0) return fail('LOG-0705')
  const fields = readLines(text.slice(header.length, split))
  if (fields === undefined) return fail('LOG-0705')
  const proof = parseProof(toUtf8(text.slice(split + 2)))
  if (!proof.ok) return proof
  const { entry, caseKey, record } = fields
  if (caseKey === undefined || record === undefined) return succeed({ entry, opening: undefined, proof: proof.value })
  const opened = parseCanonical(record)
  return opened.ok ? succeed({ entry, opening: { caseKey, record: opened.value }, proof: proof.value }) : opened
}

/** Writes a receipt. */
export function printReceipt({ entry, opening, proof }: Receipt): Result<Uint8Array> {
  const record = opening === undefined ? succeed(undefined) : printCanonical(opening.record)
  if (!record.ok) return record
  const lines = [`entry ${toBase64(entry)}`]
  if (opening !== undefined && record.value !== undefined) {
    lines.push(`salt ${toBase64(opening.caseKey)}`, `record ${toBase64(record.value)}`)
  }
  return succeed(concatBytes(toUtf8(`${header}${lines.join('\n')}\n\n`), printProof(proof)))
}

/** Checks all that a receipt says, without a network: form, inclusion, signatures, and its record if it has one. */
export async function verifyReceipt(
  receipt: Receipt,
  policy: Policy,
  algorithms: Algorithms,
): Promise<Result<VerifiedReceipt>> {
  const entry = parseEntry(receipt.entry)
  if (!entry.ok) return entry
  const log = await verifyProof(receipt.proof, leafHash(receipt.entry), policy, algorithms)
  if (!log.ok) return log
  const { opening } = receipt
  if (opening !== undefined) {
    if (entry.value.kind !== 'decision') return fail('LOG-0715')
    const opened = opensCommitment(opening.caseKey, opening.record, entry.value.commitment)
    if (!opened.ok) return opened
  }
  return succeed({ entry: entry.value, index: receipt.proof.index, record: opening?.record, log: log.value })
}

interface Lines {
  readonly entry: Uint8Array
  readonly caseKey: Uint8Array | undefined
  readonly record: Uint8Array | undefined
}

function readLines(text: string): Lines | undefined {
  const [, entryText = '', , saltText, recordText] =
    /^entry ([A-Za-z0-9+/=]+)(\nsalt ([A-Za-z0-9+/=]+)\nrecord ([A-Za-z0-9+/=]+))?$/.exec(text) ?? []
  const entry = entryText === '' ? undefined : fromBase64(entryText)
  if (entry === undefined) return undefined
  if (saltText === undefined || recordText === undefined) return { entry, caseKey: undefined, record: undefined }
  const caseKey = fromBase64(saltText)
  const record = fromBase64(recordText)
  return caseKey?.length === caseKeyLength && record !== undefined ? { entry, caseKey, record } : undefined
}

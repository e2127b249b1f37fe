/** Makes receipts and proof files out of a published log, and checks each as its reader will. */
import { readUnsignedCheckpoint } from '../checkpoint/unsigned.ts'
import { leafHash } from '../merkle/hash.ts'
import type { WitnessedCheckpoint } from '../policy/check.ts'
import type { Policy } from '../policy/policy.ts'
import { succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { printProof, verifyProof } from '../proof/proof-file.ts'
import { proveIndex } from '../proof/prove.ts'
import { standardAlgorithms } from '../signature/algorithms.ts'
import type { TileSource } from '../tiles/reader.ts'
import { readEntry } from '../tiles/reader.ts'
import type { Opening, Receipt } from './receipt.ts'
import { printReceipt, verifyReceipt } from './receipt.ts'

/** A file that proves an entry, and whether a quorum of witnesses saw what it rests on. */
export interface MadeFile {
  readonly bytes: Uint8Array
  readonly witnessed: boolean
}

/**
 * Makes the proof file of one entry (c2sp.org/tlog-proof).
 *
 * @example
 * const proof = await makeProofFile(source, 4711, policy)
 */
export async function makeProofFile(source: TileSource, index: number, policy: Policy): Promise<Result<MadeFile>> {
  const receipt = await makeReceipt(source, index, undefined)
  if (!receipt.ok) return receipt
  const { proof, entry } = receipt.value
  const checked = await verifyProof(proof, leafHash(entry), policy, standardAlgorithms)
  return checked.ok ? succeed(made(printProof(proof), checked.value)) : checked
}

/**
 * Makes the receipt of one entry: its proof and itself, with the record and its key where the holder may have them.
 *
 * @example
 * const receipt = await makeReceiptFile(source, 4711, policy, { caseKey, record })
 */
export async function makeReceiptFile(
  source: TileSource,
  index: number,
  policy: Policy,
  opening?: Opening,
): Promise<Result<MadeFile>> {
  const receipt = await makeReceipt(source, index, opening)
  if (!receipt.ok) return receipt
  const checked = await verifyReceipt(receipt.value, policy, standardAlgorithms)
  if (!checked.ok) return checked
  const bytes = printReceipt(receipt.value)
  return bytes.ok ? succeed(made(bytes.value, checked.value.log)) : bytes
}

function made(bytes: Uint8Array, { witnessed }: WitnessedCheckpoint): MadeFile {
  return { bytes, witnessed }
}

/** Makes a receipt without asking who signed what it rests on. */
export async function makeReceipt(
  source: TileSource,
  index: number,
  opening: Opening | undefined,
): Promise<Result<Receipt>> {
  const proof = await proveIndex(source, index)
  if (!proof.ok) return proof
  const checkpoint = readUnsignedCheckpoint(proof.value.checkpoint)
  if (!checkpoint.ok) return checkpoint
  const entry = await readEntry(source, checkpoint.value.size, index)
  return entry.ok ? succeed({ entry: entry.value, opening, proof: proof.value }) : entry
}

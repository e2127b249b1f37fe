/** Checks a file that proves an entry, whichever of the two kinds it is, without a network. */
import { fromUtf8 } from '../bytes/bytes.ts'
import type { Entry } from '../entry/entry.ts'
import { parseEntry } from '../entry/entry.ts'
import { leafHash } from '../merkle/hash.ts'
import type { WitnessedCheckpoint } from '../policy/check.ts'
import type { Policy } from '../policy/policy.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { parseProof, proofBeginning, verifyProof } from '../proof/proof-file.ts'
import { standardAlgorithms } from '../signature/algorithms.ts'
import { parseReceipt, verifyReceipt } from './receipt.ts'

/** The facts that a file proves. `entry` is undefined where the logged bytes are of another kind. */
export interface Proved {
  readonly entry: Entry | undefined
  readonly index: number
  readonly hasRecord: boolean
  readonly log: WitnessedCheckpoint
}

/** Tells whether a file is a proof file, which does not hold its entry. */
export function isProofFile(bytes: Uint8Array): boolean {
  return fromUtf8(bytes.subarray(0, proofBeginning.length)) === proofBeginning
}

/**
 * Checks a receipt or a proof file. A missing quorum is told, not refused.
 *
 * `entry` is the logged bytes, which a proof file needs and a receipt has.
 */
export async function verifyFile(bytes: Uint8Array, policy: Policy, entry?: Uint8Array): Promise<Result<Proved>> {
  if (!isProofFile(bytes)) return await checkReceipt(bytes, policy)
  return entry === undefined ? fail('LOG-0602') : await checkProof(bytes, policy, entry)
}

async function checkReceipt(bytes: Uint8Array, policy: Policy): Promise<Result<Proved>> {
  const receipt = parseReceipt(bytes)
  if (!receipt.ok) return receipt
  const checked = await verifyReceipt(receipt.value, policy, standardAlgorithms)
  if (!checked.ok) return checked
  const { entry, index, log } = checked.value
  return succeed({ entry, index, log, hasRecord: receipt.value.opening !== undefined })
}

async function checkProof(bytes: Uint8Array, policy: Policy, logged: Uint8Array): Promise<Result<Proved>> {
  const proof = parseProof(bytes)
  if (!proof.ok) return proof
  const log = await verifyProof(proof.value, leafHash(logged), policy, standardAlgorithms)
  if (!log.ok) return log
  const entry = parseEntry(logged)
  return succeed({
    entry: entry.ok ? entry.value : undefined,
    index: proof.value.index,
    log: log.value,
    hasRecord: false,
  })
}

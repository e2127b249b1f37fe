/**
 * Commitments: an HMAC over the record of a case, under a key of 256 random bits that only this case has.
 *
 * Whoever has no key learns nothing from the commitment, however few records are possible; destroying the key erases
 * what the log said about the case, and all proofs stay valid.
 */
import { concatBytes } from '@noble/hashes/utils.js'
import { hmacSha256 } from '../bytes/sha256.ts'
import { sameBytes, toUtf8 } from '../bytes/bytes.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import type { Canonical } from './canonical.ts'
import { printCanonical } from './canonical.ts'

/** Bytes of a case key. */
export const caseKeyLength = 32

/** A source of random bytes: that of the system in use, a seed in tests. */
export type RandomBytes = (length: number) => Uint8Array

/** Makes a fresh key for one case. It must never be derived from anything about the person. */
export function newCaseKey(random: RandomBytes): Uint8Array {
  return random(caseKeyLength)
}

/**
 * Commits to a record under the key of its case.
 *
 * @example
 * commit(newCaseKey(random), { request: 'detainer', received: '2026-03-02T10:15' })
 */
export function commit(caseKey: Uint8Array, record: Canonical): Result<Uint8Array> {
  if (caseKey.length !== caseKeyLength) return fail('LOG-0714')
  const bytes = printCanonical(record)
  return bytes.ok ? succeed(hmacSha256(caseKey, concatBytes(toUtf8('brightline/case/v1\n'), bytes.value))) : bytes
}

/** Checks that a record is the one that was committed to. */
export function opensCommitment(caseKey: Uint8Array, record: Canonical, commitment: Uint8Array): Result<true> {
  const again = commit(caseKey, record)
  if (!again.ok) return again
  return sameBytes(again.value, commitment) ? succeed(true) : fail('LOG-0706')
}

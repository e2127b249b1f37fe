/** The hashes of a Merkle tree as RFC 6962 §2.1 has them: leaves and nodes are told apart by their first byte. */
import { sha256 } from '../bytes/sha256.ts'

/** Length of every hash. */
export const hashLength = 32

/** Computes the root of the empty tree. */
export function emptyRoot(): Uint8Array {
  return sha256(new Uint8Array(0))
}

/**
 * Computes the hash of an entry.
 *
 * @example
 * leafHash(new Uint8Array(0)).length // 32
 */
export function leafHash(entry: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(entry.length + 1)
  bytes.set(entry, 1)
  return sha256(bytes)
}

/** Computes the hash of a node over its two children. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + 2 * hashLength)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 1 + hashLength)
  return sha256(bytes)
}

/** Computes the root over hashes that stand side by side. */
export function rootOfHashes(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes
  while (row.length > 1) {
    const above: Uint8Array[] = []
    for (const [at, left] of row.entries()) {
      const right = row[at + 1]
      if (at % 2 === 0) above.push(right === undefined ? left : nodeHash(left, right))
    }
    row = above
  }
  return row[0] ?? emptyRoot()
}

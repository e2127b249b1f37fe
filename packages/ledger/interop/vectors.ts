/** Checks with ours what the Go program made. */
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { fromBase64 } from '../src/bytes/base64.ts'
import { sameBytes, toUtf8 } from '../src/bytes/bytes.ts'
import { openCheckpoint } from '../src/signature/open-checkpoint.ts'
import { valueOf } from '../src/problem/problem.ts'
import { leafHash, rootOfHashes } from '../src/merkle/hash.ts'
import { verifyConsistency, verifyInclusion } from '../src/merkle/proof.ts'
import { parseVerifierKey } from '../src/note/key.ts'
import { parsePolicy } from '../src/policy/policy.ts'
import { parseProof, verifyProof } from '../src/proof/proof-file.ts'

interface Path {
  readonly index: number
  readonly leaf: string
  readonly hashes: readonly string[]
}

interface Older {
  readonly size: number
  readonly root: string
  readonly hashes: readonly string[]
}

interface Vectors {
  readonly origin: string
  readonly key: string
  readonly cosigners: readonly string[]
  readonly note: string
  readonly entries: number
  readonly roots: readonly string[]
  readonly inclusions: readonly Path[]
  readonly consistency: readonly Older[]
  readonly proof: string
}

/** Throws at the first vector that does not verify; answers what was checked. */
export async function checkVectors(text: string): Promise<string> {
  // The file is made by our own program; a wrong shape fails below.
  const vectors: Vectors = JSON.parse(text)
  const keys = [vectors.key, ...vectors.cosigners].map((key) => valueOf(parseVerifierKey(key)))
  const checkpoint = valueOf(
    await openCheckpoint(toUtf8(vectors.note), { origin: vectors.origin, keys }, standardAlgorithms),
  )
  const { signedBy } = checkpoint.opened
  if (signedBy.length !== keys.length) throw new Error('a signature of the note was not recognised')
  checkRoots(vectors)
  for (const { index, leaf, hashes } of vectors.inclusions) {
    const claim = { index, size: checkpoint.size, leaf: bytes(leaf), root: checkpoint.root }
    valueOf(verifyInclusion(claim, hashes.map(bytes)))
  }
  for (const { size, root, hashes } of vectors.consistency) {
    const claim = { olderSize: size, olderRoot: bytes(root), newerSize: checkpoint.size, newerRoot: checkpoint.root }
    valueOf(verifyConsistency(claim, hashes.map(bytes)))
  }
  await checkProofFile(vectors)
  const proofs = `${vectors.inclusions.length} inclusion and ${vectors.consistency.length} consistency proofs`
  return `note with ${keys.length} signatures, ${vectors.roots.length} roots, ${proofs}, a proof file`
}

function checkRoots({ roots, entries }: Vectors): void {
  const leaves = Array.from({ length: entries }, (_, index) => leafHash(toUtf8(`entry ${index}`)))
  for (const [size, root] of roots.entries()) {
    if (!sameBytes(rootOfHashes(leaves.slice(0, size)), bytes(root)))
      throw new Error(`the root of size ${size} differs`)
  }
}

async function checkProofFile({ key, cosigners, proof }: Vectors): Promise<void> {
  const witnesses = cosigners.map((cosigner, at) => `witness w${at} ${cosigner}\n`).join('')
  const policy = valueOf(parsePolicy(toUtf8(`log ${key}\n${witnesses}group both all w0 w1\nquorum both\n`)))
  const file = valueOf(parseProof(toUtf8(proof)))
  const checked = valueOf(await verifyProof(file, leafHash(toUtf8(`entry ${file.index}`)), policy, standardAlgorithms))
  if (!checked.witnessed) throw new Error('the proof file is not witnessed')
}

function bytes(text: string): Uint8Array {
  const value = fromBase64(text)
  if (value === undefined) throw new Error('a vector is not base64')
  return value
}

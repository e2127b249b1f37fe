/** Proofs of inclusion and consistency: checking them from hashes alone, and making them over any reader of hashes. */
import { sameBytes } from '../bytes/bytes.ts'
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { emptyRoot, hashLength, nodeHash } from './hash.ts'
import type { LeafRange, Subtree } from './range.ts'
import { consistencyRanges, inclusionRanges, subtreesOf } from './range.ts'

/** Hashes from a leaf or an older tree up to a root. */
export type HashPath = readonly Uint8Array[]

/** Answers the hash of a perfect subtree that lies wholly inside the tree. */
export type SubtreeReader = (subtree: Subtree) => Promise<Result<Uint8Array>>

/** The claim of an inclusion proof. */
export interface InclusionClaim {
  readonly index: number
  readonly size: number
  readonly leaf: Uint8Array
  readonly root: Uint8Array
}

/** The claim of a consistency proof. */
export interface ConsistencyClaim {
  readonly olderSize: number
  readonly olderRoot: Uint8Array
  readonly newerSize: number
  readonly newerRoot: Uint8Array
}

/**
 * Checks that the path leads from the leaf to the root.
 *
 * @example
 * verifyInclusion({ index: 0, size: 1, leaf, root: leaf }, []).ok // true
 */
export function verifyInclusion({ index, size, leaf, root }: InclusionClaim, path: HashPath): Result<true> {
  if (!isSize(size) || !isSize(index) || index >= size) return fail('LOG-0303', { index, size })
  const steps = stepsOf(inclusionRanges(index, size), path)
  if (steps === undefined) return fail('LOG-0301')
  let hash = leaf
  for (const { range, sibling } of steps) {
    hash = range.start > index ? nodeHash(hash, sibling) : nodeHash(sibling, hash)
  }
  return sameBytes(hash, root) ? succeed(true) : fail('LOG-0301')
}

/** Checks that the path shows the newer tree to begin with the older one. */
export function verifyConsistency(claim: ConsistencyClaim, path: HashPath): Result<true> {
  const { olderSize, olderRoot, newerSize, newerRoot } = claim
  if (!isSize(olderSize) || !isSize(newerSize)) return fail('LOG-0304')
  if (olderSize > newerSize) return fail('LOG-0304')
  if (olderSize === 0 || olderSize === newerSize) {
    const same = olderSize === 0 ? sameBytes(olderRoot, emptyRoot()) : sameBytes(olderRoot, newerRoot)
    const empty = olderSize !== newerSize || sameBytes(olderRoot, newerRoot)
    return same && empty && path.length === 0 ? succeed(true) : fail('LOG-0302')
  }
  return walkConsistency(claim, path)
}

/** Makes the inclusion proof of one leaf. */
export async function proveInclusion(index: number, size: number, read: SubtreeReader): Promise<Result<HashPath>> {
  if (!isSize(size) || !isSize(index) || index >= size) return fail('LOG-0303', { index, size })
  return await hashRanges(inclusionRanges(index, size), read)
}

/** Makes the consistency proof between two sizes; empty when the older one is 0 or both are the same. */
export async function proveConsistency(
  olderSize: number,
  newerSize: number,
  read: SubtreeReader,
): Promise<Result<HashPath>> {
  if (!isSize(olderSize) || !isSize(newerSize) || olderSize > newerSize) return fail('LOG-0304')
  return olderSize === 0 ? succeed([]) : await hashRanges(consistencyRanges(olderSize, newerSize), read)
}

/** Computes the root of the first `size` leaves. */
export async function rootOf(size: number, read: SubtreeReader): Promise<Result<Uint8Array>> {
  return size === 0 ? succeed(emptyRoot()) : await hashRange({ start: 0, end: size }, read)
}

function walkConsistency(claim: ConsistencyClaim, path: HashPath): Result<true> {
  const { olderSize, olderRoot, newerSize, newerRoot } = claim
  const steps = stepsOf(consistencyRanges(olderSize, newerSize), path)
  if (steps === undefined) return fail('LOG-0302')
  // Where the older tree is one perfect subtree, its root is where the walk begins and is not in the path.
  const begun = steps[0]?.range.end === olderSize ? steps[0].sibling : undefined
  let older = begun ?? olderRoot
  let newer = older
  for (const { range, sibling } of begun === undefined ? steps : steps.slice(1)) {
    if (range.start < olderSize) {
      older = nodeHash(sibling, older)
      newer = nodeHash(sibling, newer)
    } else newer = nodeHash(newer, sibling)
  }
  return sameBytes(older, olderRoot) && sameBytes(newer, newerRoot) ? succeed(true) : fail('LOG-0302')
}

/** One hash of a path, and the leaves that it stands for. */
interface Step {
  readonly range: LeafRange
  readonly sibling: Uint8Array
}

/** Pairs the hashes of a path with their ranges; undefined where they are not as many, or not hashes. */
function stepsOf(ranges: readonly LeafRange[], path: HashPath): readonly Step[] | undefined {
  if (path.length !== ranges.length) return undefined
  return path.every(({ length }) => length === hashLength)
    ? ranges.flatMap((range, at) => path.slice(at, at + 1).map((sibling) => ({ range, sibling })))
    : undefined
}

async function hashRanges(ranges: readonly LeafRange[], read: SubtreeReader): Promise<Result<HashPath>> {
  const hashes: Uint8Array[] = []
  for (const range of ranges) {
    const hash = await hashRange(range, read)
    if (!hash.ok) return hash
    hashes.push(hash.value)
  }
  return succeed(hashes)
}

async function hashRange(range: LeafRange, read: SubtreeReader): Promise<Result<Uint8Array>> {
  let hash: Uint8Array | undefined
  for (const subtree of subtreesOf(range).toReversed()) {
    const left = await read(subtree)
    if (!left.ok) return left
    hash = hash === undefined ? left.value : nodeHash(left.value, hash)
  }
  return hash === undefined ? fail('LOG-0304') : succeed(hash)
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

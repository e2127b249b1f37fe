/** Times the check of one inclusion proof, in whatever runs it: a page or Node. */
import { verifyInclusion } from '../src/merkle/proof.ts'

/** A proof as plain numbers, so that it can be handed to a page. */
export interface PlainProof {
  readonly index: number
  readonly size: number
  readonly leaf: readonly number[]
  readonly root: readonly number[]
  readonly path: readonly (readonly number[])[]
}

/** Milliseconds a check: the very first, then the median and the slowest of all rounds. */
export interface InclusionTimes {
  readonly first: number
  readonly median: number
  readonly slowest: number
}

/** Each round is many checks, because pages get a clock of a tenth of a millisecond only. */
export function timeInclusion({ index, size, leaf, root, path }: PlainProof, rounds: number): InclusionTimes {
  const claim = { index, size, leaf: Uint8Array.from(leaf), root: Uint8Array.from(root) }
  const hashes = path.map((hash) => Uint8Array.from(hash))
  const round = (checks: number): number => {
    const begun = performance.now()
    for (let check = 0; check < checks; check++) {
      if (!verifyInclusion(claim, hashes).ok) throw new Error('the proof is not valid')
    }
    return (performance.now() - begun) / checks
  }
  const first = round(1)
  const times = Array.from({ length: rounds }, () => round(50)).sort((a, b) => a - b)
  return { first, median: times[Math.floor(rounds / 2)] ?? first, slowest: times.at(-1) ?? first }
}

/** One run of fsck: what it is asked, and what it found so far. */
import type { SerialWatch } from '../entry/serials.ts'
import type { VerifierKey } from '../note/key.ts'
import type { Problem } from '../problem/problem.ts'
import type { Algorithms } from '../signature/signature.ts'
import type { TileSource } from '../tiles/reader.ts'
import type { Kept } from './kept.ts'

/** The log to check, and the keys to check it against. */
export interface FsckOptions {
  readonly source: TileSource
  readonly origin: string
  readonly keys: readonly VerifierKey[]
  readonly witnesses?: readonly VerifierKey[]
  readonly algorithms?: Algorithms
  /** Lists the files of the place. Those that the checkpoint does not need are then checked too. */
  readonly list?: () => AsyncIterable<string>
  /** Lists what the writer keeps for itself. It is then compared with the tree. */
  readonly kept?: () => AsyncIterable<Kept>
  /** The log holds entries of other kinds: only hashes and signatures are checked. */
  readonly anyEntries?: boolean
  readonly signal?: AbortSignal
}

/** Findings that are named. All are counted. */
const namedFindings = 100

/** The findings of a run so far. Owned by it. */
export interface Run {
  readonly options: FsckOptions & { readonly algorithms: Algorithms }
  readonly size: number
  readonly findings: Problem[]
  readonly serials: SerialWatch
  omitted: number
  entries: number
  hashes: number
}

/** Takes down problems; beyond those that are named they are counted. */
export function found(run: Run, ...problems: readonly Problem[]): void {
  const named = problems.slice(0, Math.max(0, namedFindings - run.findings.length))
  run.findings.push(...named)
  run.omitted += problems.length - named.length
}

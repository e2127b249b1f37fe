/**
 * The interface between a log and the place where it is kept. Two back ends have it: files, and PostgreSQL.
 *
 * The three steps of the log use three parts of it: *sequence* gives entries their index and makes them durable,
 * *integrate* writes tiles and bundles, *publish* swaps the checkpoint. INVARIANT, kept by every back end and tried by
 * the conformance suite: a promise that resolves means that the bytes survive a crash.
 */
import type { Result } from '../problem/problem.ts'
import type { TileSource } from '../tiles/reader.ts'

/** A place where one log is kept. */
export interface LogStorage extends TileSource {
  /** Lists entries that others put in line in their own transactions; none where a storage has no such line. */
  readonly waiting: () => Promise<Result<readonly Waiting[]>>
  /**
   * Gives the entries the next indices, durably, and answers the first of them. Their bytes are the storage's now.
   *
   * `along` changes in the same step. Where a desk stands elsewhere than it says, nothing changes: `LOG-0812`.
   */
  readonly sequence: (entries: readonly Uint8Array[], along?: Along) => Promise<Result<number>>
  /** Counts the entries that have an index. */
  readonly sequencedSize: () => Promise<Result<number>>
  /** Entries that have an index, from one index on; at most `limit`, and none past the end. */
  readonly readSequenced: (from: number, limit: number) => Promise<Result<readonly Uint8Array[]>>
  /** Writes tiles and bundles, durably; the same path always gets the same bytes. */
  readonly write: (files: readonly LogFile[]) => Promise<Result<true>>
  /** The last checkpoint that was swapped in, signed by the log. */
  readonly latest: () => Promise<Result<LogState>>
  /**
   * Puts the next checkpoint in place if the last is still the one given; otherwise `LOG-0803`. Of any number of
   * writers that try, in any number of processes, at most one succeeds.
   */
  readonly swap: (last: LogState, next: Uint8Array) => Promise<Result<LogState>>
  /** Makes a checkpoint, with the cosignatures that came, the one that the world sees. */
  readonly expose: (checkpoint: Uint8Array) => Promise<Result<true>>
  /** The paths of all tiles and bundles, for `fsck`. */
  readonly list: () => AsyncIterable<string>
  /** Called when entries below the size are safely in bundles and need not be kept twice. */
  readonly forget: (size: number) => Promise<Result<true>>
  readonly close: () => Promise<void>
}

/** An entry that waits for its index, committed with the transaction of whoever put it in line. */
export interface Waiting {
  readonly ticket: string
  readonly entry: Uint8Array
}

/** Changes that are made together with a batch: the waiting entries that it begins with, and where desks stand after it. */
export interface Along {
  readonly tickets: readonly string[]
  readonly desks: readonly DeskMove[]
}

/** The serials of a desk go on from one to another. */
export interface DeskMove {
  readonly place: string
  readonly from: number
  readonly serial: number
  readonly day: string
}

/** A file below the prefix of the log. */
export interface LogFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** The last checkpoint and its number in the row of all checkpoints; number 0 has none. */
export interface LogState {
  readonly number: number
  readonly checkpoint: Uint8Array | undefined
}

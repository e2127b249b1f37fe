/**
 * The log: append gives an index, publish makes a checkpoint of all that has one.
 *
 * One `Log` has one storage; appends and publishes may overlap.
 */
import { attempt } from '../attempt.ts'
import { sameBytes } from '../bytes/bytes.ts'
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { printCheckpointText } from '../checkpoint/checkpoint.ts'
import type { LogKeys } from '../checkpoint/open.ts'
import { compareCheckpoints, openCheckpoint } from '../checkpoint/open.ts'
import { fail, succeed } from '../errors.ts'
import type { LedgerError, Result } from '../errors.ts'
import { emptyRoot } from '../merkle/hash.ts'
import { proveConsistency, rootOf, verifyConsistency } from '../merkle/proof.ts'
import type { VerifierKey } from '../note/key.ts'
import type { SignedNote } from '../note/note.ts'
import { printNote } from '../note/note.ts'
import { signNote } from '../note/open.ts'
import type { Algorithms, NoteSigner } from '../note/signature.ts'
import { maximumEntryLength } from '../tiles/tile.ts'
import type { TileSource } from '../tiles/reader.ts'
import { subtreeReader } from '../tiles/reader.ts'
import { integrate } from './integrate.ts'
import { rereadRoot } from './reread.ts'
import type { LogState, LogStorage } from './storage.ts'
import { checkpointPath } from './storage.ts'

/** Asks witnesses for cosignatures and answers, in good time, the note with what came. */
export type Witnessing = (note: SignedNote, checkpoint: Checkpoint, source: TileSource) => Promise<Witnessed>

/** A note with cosignatures. `witnessed` is false when the quorum was missed: the checkpoint is then only the log's word. */
export interface Witnessed {
  readonly note: SignedNote
  readonly witnessed: boolean
  readonly problems: readonly LedgerError[]
}

/** What a log is opened with. */
export interface LogOptions {
  readonly storage: LogStorage
  readonly origin: string
  readonly signers: readonly NoteSigner[]
  readonly algorithms: Algorithms
  /** Retired keys of this log: they open what is there and sign nothing. */
  readonly formerKeys?: readonly VerifierKey[]
  /** Seconds since 1970. */
  readonly now: () => number
  readonly witness?: Witnessing
  /** A checkpoint known from elsewhere; a log that does not contain it is refused as rolled back or forked. */
  readonly seen?: Checkpoint
}

/** A checkpoint as published. */
export interface Published {
  readonly checkpoint: Checkpoint
  readonly note: Uint8Array
  readonly witnessed: boolean
  readonly problems: readonly LedgerError[]
}

/** An open log. */
export interface Log {
  /** Gives an entry its index, durably. Entries that arrive together share one write. */
  readonly append: (entry: Uint8Array) => Promise<Result<number>>
  /** Publishes everything that has an index. */
  readonly publish: () => Promise<Result<Published>>
  readonly close: () => Promise<void>
}

/**
 * Opens a log, checks its last checkpoint, and finishes what a crash left undone.
 *
 * @example
 * const log = await openLog({ storage, origin: 'log.example', signers: [signer], algorithms, now })
 * if (log.ok) await log.value.append(new TextEncoder().encode('first'))
 */
export async function openLog(options: LogOptions): Promise<Result<Log>> {
  if (options.signers.length === 0) return fail('LOG-0102', 'the log has no key')
  const current = await readCurrent(options)
  if (!current.ok) return current
  const checked = await checkCurrent(options, current.value)
  return checked.ok ? succeed(new BatchingLog(options, current.value)) : checked
}

interface Current {
  readonly state: LogState
  readonly checkpoint: Checkpoint | undefined
}

/** Guards that batches are written one after the other, and checkpoints one after the other. */
class BatchingLog implements Log {
  readonly #options: LogOptions
  #current: Current
  #waiting: { readonly entry: Uint8Array; readonly settle: (result: Result<number>) => void }[] = []
  #isWriting = false
  #publishing: Promise<unknown> = Promise.resolve()
  #lastTime = 0
  #isClosed = false

  constructor(options: LogOptions, current: Current) {
    this.#options = options
    this.#current = current
  }

  readonly append = async (entry: Uint8Array): Promise<Result<number>> => {
    if (this.#isClosed) return fail('LOG-0805')
    if (entry.length > maximumEntryLength) {
      return fail('LOG-0707', `the entry has ${entry.length} bytes, and at most ${maximumEntryLength} fit`)
    }
    return await new Promise((settle) => {
      // A copy: the buffer is the caller's, who may use it again.
      this.#waiting.push({ entry: new Uint8Array(entry), settle })
      if (!this.#isWriting) void this.#writeWaiting()
    })
  }

  readonly publish = async (): Promise<Result<Published>> => {
    const turn = this.#publishing.then(async () => (this.#isClosed ? fail('LOG-0805') : await this.#publishNow()))
    this.#publishing = turn.catch(() => undefined)
    return await turn
  }

  readonly close = async (): Promise<void> => {
    this.#isClosed = true
    await this.#publishing
    for (const { settle } of this.#waiting.splice(0)) settle(fail('LOG-0805'))
    await this.#options.storage.close()
  }

  async #writeWaiting(): Promise<void> {
    this.#isWriting = true
    // Whoever arrives in this turn of the event loop comes along.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, 4096)
      const first = await this.#options.storage.sequence(batch.map(({ entry }) => entry))
      for (const [at, { settle }] of batch.entries()) settle(first.ok ? succeed(first.value + at) : first)
    }
    this.#isWriting = false
  }

  async #publishNow(): Promise<Result<Published>> {
    const { storage, origin } = this.#options
    const size = await storage.sequencedSize()
    if (!size.ok) return size
    const last = this.#current.checkpoint
    const written = await integrate(storage, last?.size ?? 0, size.value)
    if (!written.ok) return written
    const root = size.value === 0 ? succeed(emptyRoot()) : await rereadRoot(storage, last, size.value)
    if (!root.ok) return root
    const checkpoint = { origin, size: size.value, root: root.value, extensions: [] }
    const clock = this.#time()
    const note = await signNote(printCheckpointText(checkpoint), this.#options.signers, clock.time)
    if (!note.ok) return note
    if (last?.size !== checkpoint.size) {
      const swapped = await storage.swap(this.#current.state, printNote(note.value))
      if (!swapped.ok) return swapped
      this.#current = { state: swapped.value, checkpoint }
    }
    return await this.#expose(note.value, checkpoint, clock.problems)
  }

  async #expose(
    note: SignedNote,
    checkpoint: Checkpoint,
    problems: readonly LedgerError[],
  ): Promise<Result<Published>> {
    const { storage, witness } = this.#options
    const alone: Witnessed = { note, witnessed: false, problems: [] }
    const witnessed = witness === undefined ? alone : await witness(note, checkpoint, storage)
    const bytes = printNote(witnessed.note)
    const exposed = await storage.expose(bytes)
    if (!exposed.ok) return exposed
    const forgotten = await storage.forget(checkpoint.size)
    if (!forgotten.ok) return forgotten
    const all = [...problems, ...witnessed.problems]
    return succeed({ checkpoint, note: bytes, witnessed: witnessed.witnessed, problems: all })
  }

  /** Time never runs backwards in what this log signs; a clock that does is told and waited out. */
  #time(): { readonly time: number; readonly problems: readonly LedgerError[] } {
    const time = this.#options.now()
    if (time >= this.#lastTime) {
      this.#lastTime = time
      return { time, problems: [] }
    }
    const { error } = fail(
      'LOG-0806',
      `the clock went back by ${this.#lastTime - time} seconds`,
      'check the time service',
    )
    return { time: this.#lastTime, problems: [error] }
  }
}

async function readCurrent(options: LogOptions): Promise<Result<Current>> {
  const state = await options.storage.latest()
  if (!state.ok) return state
  if (state.value.checkpoint === undefined) return succeed({ state: state.value, checkpoint: undefined })
  const checkpoint = await openCheckpoint(state.value.checkpoint, keysOf(options), options.algorithms)
  return checkpoint.ok ? succeed({ state: state.value, checkpoint: checkpoint.value }) : checkpoint
}

async function checkCurrent(options: LogOptions, { state, checkpoint }: Current): Promise<Result<true>> {
  const { storage, seen } = options
  const size = await storage.sequencedSize()
  if (!size.ok) return size
  if (size.value < (checkpoint?.size ?? 0)) return fail('LOG-0204', 'entries below the last checkpoint are gone')
  const shown = await attempt('reading the checkpoint', async () => await storage.read(checkpointPath))
  if (!shown.ok) return shown
  if (state.checkpoint === undefined || checkpoint === undefined) {
    const isNew = shown.value === undefined && (seen === undefined || seen.size === 0)
    return isNew ? succeed(true) : fail('LOG-0204', 'the log has no checkpoint and had one', restoreHelp)
  }
  const opened =
    shown.value === undefined ? undefined : await openCheckpoint(shown.value, keysOf(options), options.algorithms)
  // One that does not open was damaged; it is written again, and nothing is learnt from it.
  const shownCheckpoint = opened?.ok === true ? opened.value : undefined
  for (const older of [shownCheckpoint, seen]) {
    const whole = await checkTree(storage, older, checkpoint)
    if (!whole.ok) return whole
  }
  return shownCheckpoint?.size === checkpoint.size ? succeed(true) : await storage.expose(state.checkpoint)
}

const forkHelp = 'keep both checkpoints, and run fsck: a damaged tile looks the same from here'
const restoreHelp = 'restore the newest state of the log'

function keysOf({ origin, signers, formerKeys = [] }: LogOptions): LogKeys {
  return { origin, keys: [...signers.map(({ key }) => key), ...formerKeys] }
}

/** The tiles must hold the tree of the last checkpoint, and that tree the one seen elsewhere. */
async function checkTree(source: TileSource, seen: Checkpoint | undefined, last: Checkpoint): Promise<Result<true>> {
  const read = subtreeReader(source, last.size)
  const root = await rootOf(last.size, read)
  if (!root.ok) return root
  if (!sameBytes(root.value, last.root))
    return fail('LOG-0804', 'the tiles do not hold the tree of the last checkpoint')
  if (seen === undefined) return succeed(true)
  const compared = compareCheckpoints(seen, last)
  if (!compared.ok) {
    const isOlder = compared.error.code === 'LOG-0203'
    return isOlder ? fail('LOG-0204', compared.error.message, restoreHelp) : compared
  }
  const path = await proveConsistency(seen.size, last.size, read)
  if (!path.ok) return path
  const claim = { olderSize: seen.size, olderRoot: seen.root, newerSize: last.size, newerRoot: last.root }
  const joined = verifyConsistency(claim, path.value)
  return joined.ok ? joined : fail('LOG-0205', 'the log does not contain the checkpoint seen before', forkHelp)
}

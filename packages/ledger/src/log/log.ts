/**
 * The log: append gives an index, publish makes a checkpoint of all that has one.
 *
 * One `Log` has one storage; appends and publishes may overlap.
 */
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { printCheckpointText } from '../checkpoint/checkpoint.ts'
import { fail, problem, succeed } from '../problem/problem.ts'
import type { Problem, Result } from '../problem/problem.ts'
import { emptyRoot } from '../merkle/hash.ts'
import type { SignedNote } from '../note/note.ts'
import { printNote } from '../note/note.ts'
import { signNote } from '../signature/open-note.ts'
import { maximumEntryLength } from '../tiles/tile.ts'
import type { TileSource } from '../tiles/reader.ts'
import type { Current, CurrentOptions } from './current.ts'
import { readCurrent } from './current.ts'
import { integrate } from './integrate.ts'
import { rereadRoot } from './reread.ts'

/** Asks witnesses for cosignatures and answers, in good time, the note with what came. */
export type Witnessing = (note: SignedNote, checkpoint: Checkpoint, source: TileSource) => Promise<Witnessed>

/** A note with cosignatures. `witnessed` is false when the quorum was missed: the checkpoint is then only the log's word. */
export interface Witnessed {
  readonly note: SignedNote
  readonly witnessed: boolean
  readonly problems: readonly Problem[]
}

/** What a log is opened with. */
export interface LogOptions extends CurrentOptions {
  /** Seconds since 1970. */
  readonly now: () => number
  readonly witness?: Witnessing
}

/** A checkpoint as published. */
export interface Published {
  readonly checkpoint: Checkpoint
  readonly note: Uint8Array
  readonly witnessed: boolean
  readonly problems: readonly Problem[]
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
  if (options.signers.length === 0) return fail('LOG-0106')
  const current = await readCurrent(options)
  return current.ok ? succeed(new BatchingLog(options, current.value)) : current
}

/** Guards that batches are written one after the other, and checkpoints one after the other. */
class BatchingLog implements Log {
  readonly #options: LogOptions
  #current: Current
  #waiting: { readonly entry: Uint8Array; readonly settle: (result: Result<number>) => void }[] = []
  #isWriting = false
  #publishing: Promise<unknown> = Promise.resolve()
  #lastTime: number
  #isClosed = false

  constructor(options: LogOptions, current: Current) {
    this.#options = options
    this.#current = current
    this.#lastTime = current.time
  }

  readonly append = async (entry: Uint8Array): Promise<Result<number>> => {
    if (this.#isClosed) return fail('LOG-0805')
    if (entry.length > maximumEntryLength) return fail('LOG-0707')
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
      this.#current = { state: swapped.value, checkpoint, time: clock.time }
    }
    return await this.#expose(note.value, checkpoint, clock.problems)
  }

  async #expose(note: SignedNote, checkpoint: Checkpoint, problems: readonly Problem[]): Promise<Result<Published>> {
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
  #time(): { readonly time: number; readonly problems: readonly Problem[] } {
    const time = this.#options.now()
    if (time >= this.#lastTime) {
      this.#lastTime = time
      return { time, problems: [] }
    }
    return { time: this.#lastTime, problems: [problem('LOG-0806', { seconds: this.#lastTime - time })] }
  }
}

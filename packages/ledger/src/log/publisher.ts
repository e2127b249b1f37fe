/** Publishes: integrates what has an index, re-reads it, signs its root, asks the witnesses, and shows the checkpoint. */
import type { Checkpoint } from '../checkpoint/checkpoint.ts'
import { printCheckpointText } from '../checkpoint/checkpoint.ts'
import { emptyRoot } from '../merkle/hash.ts'
import type { SignedNote } from '../note/note.ts'
import { printNote } from '../note/note.ts'
import { problem, succeed } from '../problem/problem.ts'
import type { Problem, Result } from '../problem/problem.ts'
import { signNote } from '../signature/open-note.ts'
import type { TileSource } from '../tiles/reader.ts'
import type { Current, CurrentOptions } from './current.ts'
import { integrate } from './integrate.ts'
import { rereadRoot } from './reread.ts'

/** Asks witnesses for cosignatures and answers, in good time, the note with what came. */
export type Witnessing = (note: SignedNote, checkpoint: Checkpoint, source: TileSource) => Promise<Witnessed>

/** A note with cosignatures. `witnessed` is false when the quorum was missed: the checkpoint is then only the log's word. */
interface Witnessed {
  readonly note: SignedNote
  readonly witnessed: boolean
  readonly problems: readonly Problem[]
}

/** A checkpoint as published. */
export interface Published {
  readonly checkpoint: Checkpoint
  readonly note: Uint8Array
  readonly witnessed: boolean
  readonly problems: readonly Problem[]
}

/** Options of a publisher. */
export interface PublisherOptions extends CurrentOptions {
  /** Seconds since 1970. */
  readonly now: () => number
  readonly witness?: Witnessing
}

/** Guards that each checkpoint follows the one before, and that what is signed never goes back in time. */
export class Publisher {
  readonly #options: PublisherOptions
  #current: Current
  #lastTime: number

  constructor(options: PublisherOptions, current: Current) {
    this.#options = options
    this.#current = current
    this.#lastTime = current.time
  }

  /** The last checkpoint, if there is one. */
  get checkpoint(): Checkpoint | undefined {
    return this.#current.checkpoint
  }

  /** Publishes everything that has an index. */
  async publish(): Promise<Result<Published>> {
    const next = await this.#nextCheckpoint()
    if (!next.ok) return next
    const checkpoint = next.value
    const clock = this.#time()
    const note = await signNote(printCheckpointText(checkpoint), this.#options.signers, clock.time)
    if (!note.ok) return note
    if (this.#current.checkpoint?.size !== checkpoint.size) {
      const swapped = await this.#options.storage.swap(this.#current.state, printNote(note.value))
      if (!swapped.ok) return swapped
      this.#current = { state: swapped.value, checkpoint, time: clock.time, size: checkpoint.size }
    }
    return await this.#show(note.value, checkpoint, clock.problems)
  }

  async #nextCheckpoint(): Promise<Result<Checkpoint>> {
    const { storage, origin } = this.#options
    const size = await storage.sequencedSize()
    if (!size.ok) return size
    const last = this.#current.checkpoint
    const written = await integrate(storage, last?.size ?? 0, size.value)
    if (!written.ok) return written
    const root = size.value === 0 ? succeed(emptyRoot()) : await rereadRoot(storage, last, size.value)
    return root.ok ? succeed({ origin, size: size.value, root: root.value, extensions: [] }) : root
  }

  async #show(note: SignedNote, checkpoint: Checkpoint, problems: readonly Problem[]): Promise<Result<Published>> {
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

  /** A clock that went back is told and waited out. */
  #time(): { readonly time: number; readonly problems: readonly Problem[] } {
    const time = this.#options.now()
    if (time >= this.#lastTime) {
      this.#lastTime = time
      return { time, problems: [] }
    }
    return { time: this.#lastTime, problems: [problem('LOG-0806', { seconds: this.#lastTime - time })] }
  }
}

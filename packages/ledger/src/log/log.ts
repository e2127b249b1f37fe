/**
 * The log: append gives indices, publish makes a checkpoint of all that has one.
 *
 * One `Log` has one storage; appends and publishes may overlap.
 */
import { fail, succeed } from '../problem/problem.ts'
import type { Result } from '../problem/problem.ts'
import { standardAlgorithms } from '../signature/algorithms.ts'
import type { Algorithms } from '../signature/signature.ts'
import { maximumEntryLength } from '../tiles/tile.ts'
import type { Appendable, Appended } from './admission.ts'
import { anyAdmission } from './admission.ts'
import type { Current } from './current.ts'
import { readCurrent } from './current.ts'
import { deskAdmission } from './desk-admission.ts'
import type { Published, PublisherOptions } from './publisher.ts'
import { Publisher } from './publisher.ts'
import { Sequencer } from './sequencer.ts'
import type { LogStorage } from './storage.ts'
import { blockReader } from './walk-back.ts'

/** Options of a log that is opened. */
export interface LogOptions extends Omit<PublisherOptions, 'algorithms'> {
  readonly algorithms?: Algorithms
  /** The entries are not those of desks: any bytes are taken, and no serials are kept. */
  readonly anyEntries?: boolean
}

/** An open log. */
export interface Log {
  /** Gives an entry its index, durably. Entries that arrive together share one write. */
  readonly append: (entry: Appendable) => Promise<Result<number>>
  /**
   * Gives entries their indices, durably: all of them or none.
   *
   * Serials of a desk leave no gap. An entry that the log holds under its serial already keeps its index, so that a
   * second try appends nothing; with `isRetry` that holds for entries without a serial too.
   */
  readonly appendAll: (
    entries: readonly Appendable[],
    options?: { readonly isRetry?: boolean },
  ) => Promise<Result<readonly Appended[]>>
  /** Publishes everything that has an index, and first gives one to what waits for it. */
  readonly publish: () => Promise<Result<Published>>
  readonly close: () => Promise<void>
}

/**
 * Opens a log, checks its last checkpoint, and finishes what a crash left undone.
 *
 * @example
 * const log = await openLog({ storage, origin: 'log.example', signers: [signer], now })
 * if (log.ok) await log.value.append(entry)
 */
export async function openLog(asked: LogOptions): Promise<Result<Log>> {
  const options = { algorithms: standardAlgorithms, ...asked }
  if (options.signers.length === 0) return fail('LOG-0106')
  const current = await readCurrent(options)
  return current.ok ? succeed(new OpenLog(options, current.value)) : current
}

/** Guards that nothing begins after closing, and that checkpoints are made one after the other. */
class OpenLog implements Log {
  readonly #storage: LogStorage
  readonly #publisher: Publisher
  readonly #sequencer: Sequencer
  #publishing: Promise<unknown> = Promise.resolve()
  #isClosed = false

  constructor(options: PublisherOptions & LogOptions, current: Current) {
    const { storage, anyEntries = false } = options
    this.#storage = storage
    this.#publisher = new Publisher(options, current)
    const read = blockReader(storage, () => this.#publisher.checkpoint)
    const admission = anyEntries ? anyAdmission : deskAdmission(read, current.size, options.now)
    this.#sequencer = new Sequencer(storage, admission, current.size)
  }

  readonly append = async (entry: Appendable): Promise<Result<number>> => {
    const appended = await this.appendAll([entry])
    if (!appended.ok) return appended
    const [one] = appended.value
    return one === undefined ? fail('LOG-0805') : succeed(one.index)
  }

  readonly appendAll = async (
    entries: readonly Appendable[],
    { isRetry = false }: { readonly isRetry?: boolean } = {},
  ): Promise<Result<readonly Appended[]>> => {
    if (this.#isClosed) return fail('LOG-0805')
    const isTooLong = entries.some((entry) => entry instanceof Uint8Array && entry.length > maximumEntryLength)
    if (isTooLong) return fail('LOG-0707')
    // Copies: a buffer is the caller's, who may use it again.
    const copies = entries.map((entry) => (entry instanceof Uint8Array ? new Uint8Array(entry) : entry))
    return await this.#sequencer.append({ entries: copies, isRetry })
  }

  readonly publish = async (): Promise<Result<Published>> => {
    const turn = this.#publishing.then(async () => (this.#isClosed ? fail('LOG-0805') : await this.#publishNow()))
    this.#publishing = turn.catch(() => undefined)
    return await turn
  }

  readonly close = async (): Promise<void> => {
    this.#isClosed = true
    await this.#publishing
    this.#sequencer.close()
    await this.#storage.close()
  }

  async #publishNow(): Promise<Result<Published>> {
    const held = await this.#sequencer.takeWaiting()
    if (!held.ok) return held
    const published = await this.#publisher.publish()
    if (!published.ok) return published
    return succeed({ ...published.value, problems: [...held.value, ...published.value.problems] })
  }
}

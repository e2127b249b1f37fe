/** Gives entries their indices: what arrives together is written together, and nothing is written at the same time. */
import { fail, succeed } from '../problem/problem.ts'
import type { Problem, Result } from '../problem/problem.ts'
import type { Admission, Appended, Group, Plan } from './admission.ts'
import type { LogStorage } from './storage.ts'

/** A group whose caller waits. */
interface Asking extends Group {
  readonly settle: (result: Result<readonly Appended[]>) => void
}

/** Entries taken at a time. A group is taken whole, however many it has. */
const mostEntries = 4_096

/** A desk that goes on in somebody else's transaction is looked at again this many times. */
const mostTries = 8

/** Guards that batches are written one after the other, each on top of the one before. */
export class Sequencer {
  readonly #storage: LogStorage
  readonly #admission: Admission
  #size: number
  #asking: Asking[] = []
  #isWriting = false
  #isClosed = false

  constructor(storage: LogStorage, admission: Admission, size: number) {
    this.#storage = storage
    this.#admission = admission
    this.#size = size
  }

  /** Gives the entries of a group their indices, all or none. */
  async append(group: Group): Promise<Result<readonly Appended[]>> {
    if (this.#isClosed) return fail('LOG-0805')
    return await new Promise((settle) => {
      this.#asking.push({ ...group, settle })
      if (!this.#isWriting) void this.#writeAll()
    })
  }

  /** Gives waiting entries their indices, and answers why some of them may have none. */
  async takeWaiting(): Promise<Result<readonly Problem[]>> {
    for (;;) {
      const waiting = await this.#storage.waiting()
      if (!waiting.ok) return waiting
      if (waiting.value.length === 0) return succeed([])
      const size = this.#size
      const taken = await this.append({ entries: [], isRetry: false })
      if (!taken.ok) return taken
      if (this.#size === size) return succeed(this.#held)
    }
  }

  /** Refuses whatever was not begun. */
  close(): void {
    this.#isClosed = true
    for (const { settle } of this.#asking.splice(0)) settle(fail('LOG-0805'))
  }

  /** Owned by the last write: why waiting entries were passed over. */
  #held: readonly Problem[] = []

  async #writeAll(): Promise<void> {
    this.#isWriting = true
    // Whoever arrives in this turn of the event loop comes along.
    await Promise.resolve()
    while (this.#asking.length > 0) {
      const batch = this.#nextBatch()
      const plan = await this.#write(batch)
      for (const [at, { settle }] of batch.entries())
        settle(plan.ok ? (plan.value.outcomes[at] ?? fail('LOG-0805')) : plan)
    }
    this.#isWriting = false
  }

  #nextBatch(): readonly Asking[] {
    let count = 0
    let entries = 0
    for (const { entries: more } of this.#asking) {
      if (count > 0 && entries + more.length > mostEntries) break
      entries += more.length
      count += 1
    }
    return this.#asking.splice(0, count)
  }

  async #write(groups: readonly Group[]): Promise<Result<Plan>> {
    for (let tries = 1; ; tries++) {
      const waiting = await this.#storage.waiting()
      if (!waiting.ok) return waiting
      const plan = await this.#admission.plan(this.#size, waiting.value, groups)
      if (!plan.ok) return plan
      this.#held = plan.value.held
      const { entries, tickets, desks } = plan.value
      if (entries.length === 0) return plan
      const first = await this.#storage.sequence(entries, { tickets, desks })
      if (first.ok) {
        // The plan counted from here: another beginning means another writer.
        if (first.value !== this.#size) return fail('LOG-0802')
        this.#size += entries.length
        this.#admission.confirm()
        return plan
      }
      if (first.problems[0].code !== 'LOG-0812' || tries === mostTries) return first
    }
  }
}

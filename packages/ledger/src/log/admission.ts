/** The interface of whatever decides which entries get an index. */
import type { Entry, NewEntry } from '../entry/entry.ts'
import { fail } from '../problem/problem.ts'
import type { Problem, Result } from '../problem/problem.ts'
import type { DeskMove, Waiting } from './storage.ts'

/** An entry to append: bytes, or an entry of the list. */
export type Appendable = Uint8Array | NewEntry

/** An entry that has an index. One that the log held already is not new. */
export interface Appended {
  readonly index: number
  readonly entry: Entry | undefined
  readonly isNew: boolean
}

/** Entries that are appended all or none. */
export interface Group {
  readonly entries: readonly Appendable[]
  /** Entries without a serial may be in the log already, from a try that did not end. */
  readonly isRetry: boolean
}

/** One write: what is sequenced, and what then becomes of each group. */
export interface Plan {
  /** Waiting entries first, then those of the groups. */
  readonly entries: readonly Uint8Array[]
  readonly tickets: readonly string[]
  readonly desks: readonly DeskMove[]
  readonly outcomes: readonly Result<readonly Appended[]>[]
  /** Waiting entries that may not be sequenced, each with its reason. */
  readonly held: readonly Problem[]
}

/** Admits entries in the order of the log. A plan is made, written, and confirmed before the next one is made. */
export interface Admission {
  /** `size` is the index of the first entry that is admitted. */
  readonly plan: (size: number, waiting: readonly Waiting[], groups: readonly Group[]) => Promise<Result<Plan>>
  /** Called once the entries of the last plan have their index. */
  readonly confirm: () => void
}

/** Admits any bytes: for logs whose entries are not those of desks. */
export const anyAdmission: Admission = {
  plan: async (size, waiting, groups) => {
    const entries = waiting.map(({ entry }) => entry)
    const outcomes = groups.map((group): Result<readonly Appended[]> => {
      const bytes = group.entries.filter((entry) => entry instanceof Uint8Array)
      if (bytes.length < group.entries.length) return fail('LOG-0717')
      const first = size + entries.length
      entries.push(...bytes)
      return { ok: true, value: bytes.map((_, at) => ({ index: first + at, entry: undefined, isNew: true })) }
    })
    const tickets = waiting.map(({ ticket }) => ticket)
    return { ok: true, value: { entries, tickets, desks: [], outcomes, held: [] } }
  },
  confirm: () => undefined,
}

/** A replay as plain data: what every output is made from. */
import type { Duty, Texts } from '@brightline/language'
import type { DataProblem } from '../problem.ts'
import type { Dimension } from '../cases/dimension.ts'
import type { Exclusion } from '../replay/exclusion.ts'
import type { Printout } from '../replay/printout.ts'
import type { Bounds, Change } from '../replay/tally.ts'

/** A number, or null where it is suppressed. */
export type Count = number | null

/** One line of a table by verdict. */
export interface VerdictLine {
  /** A value of the dimension; one that begins with `~` is none from the data, such as `~no-date`. */
  readonly value: string
  readonly requests: Count
  /** Rows by class; see docs/simulate.md. */
  readonly classes: Readonly<Record<string, Count>>
  readonly bounds: Readonly<Record<string, { readonly min: Count; readonly max: Count }>>
  /** Rows in which more than one verdict is possible. */
  readonly open: Count
  readonly notBound: Count
}

/** A duty, and how often it arises. */
export interface DutyLine {
  readonly id: string
  readonly cite: string
  readonly action: Duty['action']
  readonly trigger: string
  readonly min: Count
  readonly max: Count
}

/** One policy on one act. */
export interface SideDocument {
  readonly policy: string
  readonly tables: Readonly<Record<Dimension, readonly VerdictLine[]>>
  readonly answers: Readonly<Record<string, Count>>
  readonly duties: readonly DutyLine[]
  readonly missing: readonly { readonly fact: string; readonly requests: Count }[]
}

/** One act. */
export interface ActReplayDocument {
  readonly act: string
  readonly requests: Count
  readonly open: Count
  readonly sides: readonly SideDocument[]
  readonly change: Change<Count> | null
  /** Only where changes of a comparison were looked for. */
  readonly affected?: {
    readonly changes: readonly { readonly min: Count; readonly max: Count }[]
    readonly byStateAlone: Count
  }
}

/** The work of one month; a public report has no sides here. */
export interface MonthLine {
  readonly month: string
  readonly requests: Count
  readonly sides: readonly { readonly policy: string; readonly toClarify: number; readonly duties: Bounds }[]
}

/** The words for the names of acts, forms, facts and agencies that the document has. */
export interface ReplayNames {
  readonly acts: Readonly<Record<string, Texts>>
  readonly forms: Readonly<Record<string, Texts>>
  readonly facts: Readonly<Record<string, Texts>>
  readonly agencies: Readonly<Record<string, Texts>>
}

/** The JSON contract of `brightline simulate --format json`. */
export interface ReplayDocument {
  readonly version: 2
  readonly isPublic: boolean
  readonly printout: Omit<
    Printout,
    'rowsRead' | 'requests' | 'requestsUsed' | 'excluded' | 'openRequests' | 'unknownFacts'
  > & {
    readonly rowsRead: Count
    readonly requests: Count
    readonly requestsUsed: Count
    readonly excluded: readonly (Exclusion & { readonly requests: Count })[]
    readonly openRequests: Count
    /** Per cent of the used requests, to one place; null where it would give a small count away. */
    readonly openShare: Count
    readonly unknownFacts: Readonly<Record<string, Count>>
  }
  readonly acts: readonly ActReplayDocument[]
  readonly workload: readonly MonthLine[]
  readonly problems: readonly DataProblem[]
  readonly names: ReplayNames
}

/** The sentences that belong to a document, in one language: each list is in the order of what it speaks of. */
export interface ReplaySaid {
  readonly lang: string
  /** The sentence that says what a replay is not. */
  readonly disclaimer: string
  readonly excluded: readonly string[]
  readonly assumptions: readonly string[]
  readonly problems: readonly string[]
}

/** The counts of one act. */
import type { Duty } from '@brightline/language'
import type { Dimension } from '../cases/dimension.ts'
import type { Bounds, CaseOutcome, Change, Tally } from './tally.ts'

/** A duty that would have arisen. */
interface DutyCount extends Bounds {
  readonly duty: Duty
}

/** One policy on one act. */
export interface SideReplay {
  readonly policy: string
  /** Rows by class, for each dimension and its values. */
  readonly tables: ReadonlyMap<Dimension, ReadonlyMap<string, Tally>>
  /** The answers that a counter would have got with only these facts. */
  readonly answers: ReadonlyMap<string, number>
  readonly duties: readonly DutyCount[]
  /** Rows in which a fact is missing that can still change the verdict, by fact. */
  readonly missing: ReadonlyMap<string, number>
}

/** The number of requests among the cases that a comparison found to change. */
interface AffectedReplay {
  /** One for each change, in the order in which they were given. */
  readonly changes: readonly Bounds[]
  /** Requests at facilities that the state's law alone binds: the comparison was of the law of the place. */
  readonly byStateAlone: number
}

/** One act. */
export interface ActReplay {
  readonly act: string
  readonly rows: number
  readonly open: number
  readonly outcomes: ReadonlyMap<string, CaseOutcome>
  /** Rows by outcome, for each dimension and its values. */
  readonly tables: ReadonlyMap<Dimension, ReadonlyMap<string, Tally>>
  /** Whose facilities a place has, and which forms a month has: who knows the mapping knows that these tables are nested. */
  readonly ownersByPlace: ReadonlyMap<string, ReadonlySet<string>>
  readonly formsByMonth: ReadonlyMap<string, ReadonlySet<string>>
  readonly sides: readonly SideReplay[]
  readonly change: Change<number> | null
  readonly affected: AffectedReplay | null
}

/** The law that binds a place on a date, as plain data. */
import type { Doubt, Duty, Instrument, Library, NotEncoded, Rule, Vocabulary } from '@brightline/language'

/** An instrument as it stands on the date. */
export interface Standing {
  readonly instrument: Instrument
  readonly rules: readonly Rule[]
  readonly duties: readonly Duty[]
  readonly doubts: readonly Doubt[]
  readonly notEncoded: readonly NotEncoded[]
  /** Ids of the provisions whose force is contested on the date. */
  readonly contested: ReadonlySet<string>
}

/** One rank, with the instruments that speak at it. */
export interface Layer {
  readonly rank: Instrument['rank']
  readonly instruments: readonly Standing[]
}

/** Every instrument in force on a date that binds a place. */
export interface Stack {
  readonly place: string
  readonly asOf: string
  /** From the top. */
  readonly layers: readonly Layer[]
  readonly vocabulary: Vocabulary
  readonly library: Library
  /** The hash of the law used: instruments as they stand on the date, and the words that they know. */
  readonly policyHash: string
}

/** Builds stacks once for each place and date. */
export type StackAt = (place: string, asOf: string) => Stack

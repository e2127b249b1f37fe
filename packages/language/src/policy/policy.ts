/**
 * The checked policy: what the engine reads.
 *
 * Plain data, ready for JSON, with every name resolved. Nothing here knows the grammar.
 */

import type { ranks } from './rank.ts'
import type { Texts } from './texts.ts'

/** A place in a file: 1-based line and column. */
export interface Position {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A declaration of a vocabulary. */
interface Word {
  /** The place in whose folder it is declared: law of that place and of places in it knows the word. Absent: all law. */
  readonly place?: string
}

/** A kind of agency that instruments bind. */
export interface Agency extends Word {
  readonly name: string
  readonly label: Texts
}

/** Something that staff may be asked to do. */
export interface Act extends Word {
  readonly name: string
  readonly phrase: Texts
  readonly topic: string
}

/** A moment that deadlines count from. */
export interface TimedEvent extends Word {
  readonly name: string
  readonly label: Texts
  /** True where the counter can know its time while it decides. */
  readonly isKnownAtCounter: boolean
}

/** One value of a one-of fact; `asks` lists the acts that a form with this value asks for. */
export interface Value {
  readonly name: string
  readonly label: Texts
  readonly asks: readonly string[]
}

/** The type of a fact. Dates are days since 1970-01-01. `canBeNever` adds a value above every number. */
export type FactType =
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'one-of'; readonly values: readonly Value[] }
  | {
      readonly kind: 'number'
      readonly min: number
      readonly max: number
      readonly unit: string | null
      readonly canBeNever: boolean
    }
  | { readonly kind: 'date' }

/** The computation of a fact from a list of convictions. */
export interface Derivation {
  readonly classes: readonly string[]
  readonly table: string
}

/** Something that the counter can find out. */
export interface Fact extends Word {
  readonly name: string
  readonly question: Texts
  readonly type: FactType
  readonly isProtected: boolean
  readonly knownBy: Texts | null
  readonly cost: number
  readonly derivation: Derivation | null
}

/** A combination of facts that cannot be, with the reason and its source. */
export interface Impossible extends Word {
  readonly reason: Texts
  readonly condition: Condition
  readonly cite: string | null
}

/** The words that policies share. */
export interface Vocabulary {
  readonly agencies: readonly Agency[]
  readonly acts: readonly Act[]
  readonly facts: readonly Fact[]
  readonly events: readonly TimedEvent[]
  readonly impossible: readonly Impossible[]
}

/** A condition over facts, finite by construction. */
export type Condition =
  | { readonly kind: 'always' }
  /** The fact has one of these values. Yes/no facts have the values `yes` and `no`. */
  | { readonly kind: 'is'; readonly fact: string; readonly values: readonly string[] }
  /** The number (or day, for dates) lies in this inclusive range; null is open; never lies in none. */
  | { readonly kind: 'range'; readonly fact: string; readonly from: number | null; readonly to: number | null }
  /** The number is never. */
  | { readonly kind: 'never'; readonly fact: string }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** A defined term, kept by name for reasons and doubt. */
  | { readonly kind: 'term'; readonly name: string; readonly of: Condition }

/** Days of law, both inclusive, as ISO dates; null is open. */
export interface Interval {
  readonly from: string | null
  readonly through: string | null
}

export type Rank = (typeof ranks)[number]
export type Reach = 'floor' | 'ceiling'
export type Modal = 'must' | 'must-not' | 'may'

/** A mark: it says how far the text behind a rule was read. */
export interface Mark {
  readonly kind: 'read' | 'reported' | 'unverified'
  readonly source: Source | null
}

/** A text in which rules were read. */
export interface Source {
  readonly name: string
  readonly title: string
  readonly url: string
  readonly read: string
}

/** A span of time after an event, and what the clock leaves out. */
export interface Span {
  readonly amount: number
  readonly unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years'
  readonly event: string
  readonly excludesWeekends: boolean
  /** The calendar whose holidays the clock leaves out, or null. */
  readonly calendar: string | null
}

/** A limit to how long an act may last. */
export type Limit =
  { readonly kind: 'end-of-day'; readonly event: string } | { readonly kind: 'span'; readonly span: Span }

export type Due =
  | { readonly kind: 'promptly' }
  | { readonly kind: 'at-once' }
  | { readonly kind: 'before'; readonly event: string }
  | { readonly kind: 'within'; readonly span: Span }

/** The occasion on which a duty arises. */
export type Trigger =
  | { readonly kind: 'on-request'; readonly acts: readonly string[] }
  | { readonly kind: 'after'; readonly acts: readonly string[] }
  | { readonly kind: 'each-year'; readonly by: string | null }
  | { readonly kind: 'each-quarter' }
  | { readonly kind: 'at-all-times' }

/** The parts that rules, duties and doubts share. */
export interface Provision {
  /** Unique in a library: instrument id, `section` number and label. */
  readonly id: string
  readonly instrument: string
  readonly section: string
  readonly label: string
  /** Pin citation. */
  readonly cite: string
  readonly mark: Mark
  readonly note: Texts | null
  /** The days on which the text is law, before injunctions; sorted and disjoint. */
  readonly inForce: readonly Interval[]
  /** The days on which its force is contested; then both readings count. */
  readonly contested: readonly Interval[]
  readonly position: Position
}

/** A rule: who must, must not or may do which acts. */
export interface Rule extends Provision {
  readonly kind: 'rule'
  /** Agency kinds; null is every agency. */
  readonly agencies: readonly string[] | null
  readonly modal: Modal
  readonly acts: readonly string[]
  readonly condition: Condition
  /** Ids of the rules that this one overrides where both apply. */
  readonly overrides: readonly string[]
  readonly decider: Texts | null
  readonly limit: Limit | null
  readonly reach: Reach
  readonly forcedBy: string | null
}

/** A duty: who must do what, by when. */
export interface Duty extends Provision {
  readonly kind: 'duty'
  readonly agencies: readonly string[] | null
  readonly trigger: Trigger
  readonly action: Texts
  readonly due: Due | null
  readonly languages: readonly string[]
  readonly condition: Condition
  readonly ifMissed: Texts | null
}

/** A rule for doubt: what to do while it is not known whether a term holds. */
export interface Doubt extends Provision {
  readonly kind: 'doubt'
  readonly term: string
  readonly condition: Condition
  readonly treatAs: boolean
  readonly duty: { readonly who: Texts; readonly action: Texts; readonly due: Due | null } | null
}

/** A dated event in the life of an instrument. */
export interface LifeEvent {
  readonly kind: 'enacted' | 'effective' | 'amended' | 'repealed' | 'enjoined' | 'stayed' | 'contested'
  /** Ids of the provisions it touches; empty is the whole instrument. */
  readonly provisions: readonly string[]
  readonly date: string
  readonly through: string | null
  readonly cite: string
}

/** One fact as a case has it. */
export type Given =
  | { readonly kind: 'value'; readonly fact: string; readonly value: string | number }
  | { readonly kind: 'unknown'; readonly fact: string }

/** A conviction, as a record states it. */
export interface Conviction {
  readonly offence: string
  /** `felony`, `misdemeanor`, or null where the record does not say. */
  readonly level: string | null
  readonly date: string
  /** Place id of the court, or null where the record does not say. */
  readonly place: string | null
}

export type Verdict = 'required' | 'prohibited' | 'permitted' | 'no-rule' | 'conflict' | 'needs-facts'

export interface Outcome {
  readonly act: string
  readonly verdict: Verdict
  readonly by: readonly string[]
  readonly displacing: readonly string[]
}

/** Facts, a date and the expected verdicts. */
export interface Example {
  readonly name: string
  readonly asOf: string
  readonly agency: string | null
  readonly givens: readonly Given[]
  readonly convictions: readonly Conviction[]
  readonly outcomes: readonly Outcome[]
  readonly position: Position
}

/** A claim about all cases. */
export type Claim =
  | {
      readonly kind: 'never'
      readonly verdicts: readonly Verdict[]
      readonly acts: readonly string[]
      readonly condition: Condition
    }
  | { readonly kind: 'blind'; readonly acts: readonly string[] | null; readonly facts: readonly string[] }
  | { readonly kind: 'keeps-floor'; readonly instrument: string }
  | { readonly kind: 'decides'; readonly acts: readonly string[]; readonly condition: Condition }

export interface PolicyPromise {
  readonly name: string
  readonly claim: Claim
  readonly position: Position
}

/** A defined expression. */
export interface Term {
  readonly name: string
  readonly condition: Condition
  /** Pin citation of the definition, or null. */
  readonly cite: string | null
  /** The mark of the definition, or null where it has none. */
  readonly mark: Mark | null
}

/** A law, ordinance, order, ruling or manual. */
export interface Instrument {
  readonly id: string
  readonly title: string
  readonly cite: string
  readonly rank: Rank
  readonly place: string
  /** Agency kinds it binds; null is every agency. */
  readonly binds: readonly string[] | null
  readonly reach: Reach
  readonly sources: readonly Source[]
  readonly events: readonly LifeEvent[]
  readonly terms: readonly Term[]
  readonly sections: readonly { readonly number: string; readonly title: string; readonly cite: string }[]
  readonly rules: readonly Rule[]
  readonly duties: readonly Duty[]
  readonly doubts: readonly Doubt[]
  readonly examples: readonly Example[]
  readonly promises: readonly PolicyPromise[]
  readonly file: string
}

/** A place of law. */
export interface Place {
  readonly id: string
  readonly title: Texts
  readonly division: string
  readonly geoid: string
  readonly timeZone: string
  /** What lies wholly inside it and has a name of its own, such as the parish of a city. */
  readonly covers: readonly CoveredPlace[]
  readonly file: string
}

/** A county, parish or borough inside a place, under the same law. */
export interface CoveredPlace {
  readonly name: Texts
  readonly geoid: string
}

/** One line of an offence table. */
export interface Offence {
  readonly class: string
  readonly statute: string
  readonly name: string
  readonly level: string | null
  readonly force: Interval
  readonly cite: string
  readonly mark: 'read' | 'reported' | 'unverified'
}

/** One line of a holiday table. */
export interface Holiday {
  readonly name: string
  readonly rule: string
  readonly force: Interval
  readonly cite: string
  readonly mark: 'read' | 'reported' | 'unverified'
}

/** Everything that was loaded. */
export interface Library {
  readonly vocabulary: Vocabulary
  readonly places: readonly Place[]
  readonly instruments: readonly Instrument[]
  /** Offence tables by place id. */
  readonly offences: Readonly<Record<string, readonly Offence[]>>
  /** Holiday tables by place id. */
  readonly holidays: Readonly<Record<string, readonly Holiday[]>>
}

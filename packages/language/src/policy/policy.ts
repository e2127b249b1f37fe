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
  /** True for a kind that is no public body, such as a private hospital. */
  readonly isPrivate: boolean
}

/** Something that staff may be asked to do. */
export interface Act extends Word {
  readonly name: string
  readonly phrase: Texts
  readonly topic: string
  /** True where it goes on for a time, as a detention does. */
  readonly lasts: boolean
  /** The law that lets nobody do this without a power, or null where none is needed. */
  readonly power: string | null
}

/** A moment that deadlines count from. */
export interface TimedEvent extends Word {
  readonly name: string
  readonly label: Texts
  /** True where the counter can know its time while it decides. */
  readonly isKnownAtCounter: boolean
}

/** The time for which an edition of a form asks, on the days on which that edition was in use. */
export interface AskedSpan {
  readonly span: Span
  readonly force: Interval
  readonly cite: string | null
}

/** One value of a one-of fact; `asks` lists the acts that a form with this value asks for, `spans` for how long. */
export interface Value {
  readonly name: string
  readonly label: Texts
  /** What it is called inside a sentence, or null where the label serves. */
  readonly phrase: Texts | null
  readonly asks: readonly string[]
  readonly spans: readonly AskedSpan[]
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
  /** The place of the offence table; null where no table can list the offences, so that an empty list alone decides. */
  readonly table: string | null
}

/** Something that the counter can find out. */
export interface Fact extends Word {
  readonly name: string
  readonly question: Texts
  readonly type: FactType
  /** How law that reads it is said, with `{value}` for the answer, or null where nobody wrote it. */
  readonly statement: Texts | null
  /** How it is said that it is not so, or never was; null where nobody wrote it. */
  readonly denial: Texts | null
  readonly isProtected: boolean
  /** True where it is never asked: a fact that is not offered counts as no. */
  readonly isVolunteered: boolean
  readonly knownBy: Texts | null
  /** Who must judge it, or null where it can be found out. */
  readonly judgedBy: Texts | null
  readonly cost: number
  readonly derivation: Derivation | null
  /** When its question makes sense, or null where always. Elsewhere its value is the one that stands for nothing. */
  readonly sense: Condition | null
}

/** A combination of facts that cannot be, with the reason and its source. */
export interface Impossible extends Word {
  /** Null where the question about `fact` makes no sense. */
  readonly reason: Texts | null
  /** The fact whose question makes no sense in these cases, or null. */
  readonly fact: string | null
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
/**
 * What a rule says. `need-not` lifts a duty of its instrument, `nobody-may-forbid` displaces prohibitions of lower law,
 * `not-forbidden` lifts prohibitions of its instrument; none of these three gives a power.
 */
export type Modal = 'must' | 'must-not' | 'may' | 'need-not' | 'nobody-may-forbid' | 'not-forbidden'

/** A mark: it says how far the text behind a rule was read. `inferred`: the text implies it and does not say it. */
export interface Mark {
  readonly kind: 'read' | 'inferred' | 'reported' | 'unverified'
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

/** A limit to how long an act may last. `asked` is the span that the paper itself asks, and no longer than `atMost`. */
export type Limit =
  | { readonly kind: 'end-of-day'; readonly event: string }
  | { readonly kind: 'span'; readonly span: Span }
  | { readonly kind: 'asked'; readonly atMost: Span | null }

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
  | { readonly kind: 'each-month' }
  | { readonly kind: 'by-date'; readonly date: string }
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
  /** True where the label is ours in part, so that the provision is part of what the citation names. */
  readonly isPart: boolean
  readonly mark: Mark
  readonly note: Texts | null
  /** The days on which the text is law, before injunctions; sorted and disjoint. */
  readonly inForce: readonly Interval[]
  /** The days on which its force is contested; then both readings count. */
  readonly contested: readonly Interval[]
  /** The suits against it, with their days; they are shown and have no effect. */
  readonly challenged: readonly Challenge[]
  readonly position: Position
}

/** A suit that is pending against a provision, without effect on its force. */
export interface Challenge extends Interval {
  readonly cite: string
}

/** A rule: who must, must not or may do which acts. */
export interface Rule extends Provision {
  readonly kind: 'rule'
  /** Agency kinds, groups written out; null is every agency. */
  readonly agencies: readonly string[] | null
  /** The kinds and groups that it names, as they stand there; null where it says staff. */
  readonly named: readonly string[] | null
  readonly modal: Modal
  readonly acts: readonly string[]
  /** When it applies, lead-ins included. */
  readonly condition: Condition
  /** The part of the condition that stands in the rule itself. */
  readonly own: Condition
  /** Ids of the rules that this one overrides where both apply. */
  readonly overrides: readonly string[]
  /** The sections whose other rules it overrides, or `instrument` for all others; the ids are among `overrides`. */
  readonly overridesAllOf: readonly string[]
  readonly decider: Texts | null
  readonly limit: Limit | null
  /** True where it does not matter who asks, and the rule says so. */
  readonly isForAnybody: boolean
  /** Why counsel is asked before anything is done, or null. */
  readonly counsel: Texts | null
  readonly reach: Reach
  readonly forcedBy: string | null
}

/** A duty: who must do what, by when. */
export interface Duty extends Provision {
  readonly kind: 'duty'
  readonly agencies: readonly string[] | null
  /** The kinds and groups that it names, as they stand there; null where it says staff. */
  readonly named: readonly string[] | null
  readonly trigger: Trigger
  /** The acts that a duty concerns which no request gives rise to. */
  readonly about: readonly string[]
  readonly action: Texts
  /** To whom, or null. */
  readonly recipient: Texts | null
  readonly due: Due | null
  readonly languages: readonly string[]
  /** True where each of the languages is needed, false where one is enough. */
  readonly inEveryLanguage: boolean
  /** When it arises, lead-ins included. */
  readonly condition: Condition
  /** The part of the condition that stands in the duty itself. */
  readonly own: Condition
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

/** A provision that exists and is not encoded. */
export interface NotEncoded extends Provision {
  readonly kind: 'not-encoded'
  readonly title: Texts
  /** The acts that it may bear on; none where it bears on no act. */
  readonly acts: readonly string[]
  readonly agencies: readonly string[] | null
  /** The kinds and groups that it names, as they stand there; null where it names none. */
  readonly named: readonly string[] | null
  /** When it may bear on the acts, lead-ins included. */
  readonly condition: Condition
  readonly own: Condition
  readonly because: Texts | null
}

/** A name that the law gives to several kinds of agency. */
export interface Group {
  readonly name: string
  /** As the law calls it, such as `local entity`. */
  readonly title: Texts
  readonly agencies: readonly string[]
  readonly cite: string | null
  readonly mark: Mark | null
}

/** A section, with the subdivisions that its text has. */
export interface Section {
  readonly number: string
  readonly title: string
  readonly cite: string
  /** The labels of every subdivision, or none where the text has none. */
  readonly outline: readonly string[]
  /** The conditions that lead into it, or into the subdivisions under a label. */
  readonly leadIns: readonly LeadIn[]
}

/** The words that lead into a section. */
export interface LeadIn {
  /** The label under which they hold, or null for the whole section. */
  readonly label: string | null
  readonly condition: Condition
}

/** A dated event in the life of an instrument. */
export interface LifeEvent {
  readonly kind: 'enacted' | 'effective' | 'amended' | 'repealed' | 'enjoined' | 'stayed' | 'contested' | 'challenged'
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

/**
 * Why no rule decides: something that bears on the act is not encoded, the act needs a power and none was found, a duty
 * was lifted, the law is not in force on that date, or the law is silent.
 */
export type Silence = 'not-encoded' | 'no-power' | 'duty-lifted' | 'not-in-force' | 'law-silent'

export interface Outcome {
  readonly act: string
  readonly verdict: Verdict
  /** The kind of silence that a case must have; `not-encoded` may also qualify a permission. Null: any. */
  readonly silence: Silence | null
  /** True where counsel must be asked first. */
  readonly afterCounsel: boolean
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
  /** The kinds and groups that it names, as they stand there; null is every agency. */
  readonly bindsNamed: readonly string[] | null
  readonly reach: Reach
  readonly sources: readonly Source[]
  readonly events: readonly LifeEvent[]
  readonly terms: readonly Term[]
  readonly groups: readonly Group[]
  readonly sections: readonly Section[]
  readonly rules: readonly Rule[]
  readonly duties: readonly Duty[]
  readonly doubts: readonly Doubt[]
  readonly notEncoded: readonly NotEncoded[]
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
  /** The day through which its law was looked for, and where, or null where nobody said. */
  readonly checked: { readonly through: string; readonly sweep: Texts } | null
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

/** What became of an authority, since when, and by what. */
export interface Treatment {
  /** `limited` leaves the rest of it standing. */
  readonly kind: 'limited' | 'overruled' | 'superseded'
  readonly date: string
  readonly cite: string
}

/** A decision of a court or an opinion of an attorney general. It is shown beside answers and decides nothing. */
export interface Authority {
  /** The place of its file and its name there. */
  readonly id: string
  /** As it is called, such as `Galarza v. Szalczyk`. */
  readonly name: string
  readonly cite: string
  /** The court or office that gave it. */
  readonly by: Texts
  readonly decided: string
  /** The place in whose folder it stands: it is shown there, and in the places below. */
  readonly place: string
  /** The places where it binds, encoded or not; elsewhere it persuades. */
  readonly binding: readonly string[]
  readonly acts: readonly string[]
  /** Ids of the provisions on which it bears. */
  readonly provisions: readonly string[]
  /** The instruments on which it bears as a whole. */
  readonly instruments: readonly string[]
  /** The instrument that states it as rules, or null. */
  readonly encodedIn: string | null
  readonly treatments: readonly Treatment[]
  /** What it says, in our words. */
  readonly holding: Texts
  readonly mark: Mark
  readonly file: string
}

/** Everything that was loaded. */
export interface Library {
  readonly vocabulary: Vocabulary
  readonly places: readonly Place[]
  readonly instruments: readonly Instrument[]
  readonly authorities: readonly Authority[]
  /** Offence tables by place id. */
  readonly offences: Readonly<Record<string, readonly Offence[]>>
  /** Holiday tables by place id. */
  readonly holidays: Readonly<Record<string, readonly Holiday[]>>
}

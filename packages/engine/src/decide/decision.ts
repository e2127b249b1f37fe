/** The decision on one act. This is the JSON contract of `brightline decide --json`. */
import type { Due, Limit, Mark, Modal, Silence, Span, Texts, Verdict } from '@brightline/language'
import type { NearestChange } from '../question/nearest-change.ts'
import type { Question } from '../question/question.ts'

/** The effect of a rule in a decision. `beside`: it neither decides nor gives way, such as a bar on lower law that says nothing. */
export type Effect = 'decides' | 'overridden' | 'displaced' | 'beside'

/** A rule that bears on the decision. */
export interface Reason {
  /** Rule id: instrument, section and label. */
  readonly rule: string
  readonly cite: string
  /** True where the rule is part of what the citation names. */
  readonly isPart: boolean
  readonly source: { readonly title: string; readonly url: string; readonly read: string } | null
  readonly mark: Mark['kind']
  readonly layer: string
  readonly effect: Effect
  readonly modal: Modal
  /** Ids of the rules that overrode or displaced it. */
  readonly by: readonly string[]
  /** False where the rule applies only for some values of the unknown facts. */
  readonly certain: boolean
  readonly contested: boolean
  /** The suits that are pending against it, without effect on its force. */
  readonly challenged: readonly string[]
  readonly note: Texts | null
}

/** A provision that exists, may bear on the act, and is not encoded. */
export interface Missing {
  readonly provision: string
  readonly cite: string
  readonly isPart: boolean
  readonly layer: string
  readonly title: Texts
  readonly because: Texts | null
  /** False where it may bear on the act only for some values of the unknown facts. */
  readonly certain: boolean
}

/** A duty that arises, with its due time where the event's time is known. */
export interface DutyDue {
  readonly duty: string
  readonly cite: string
  /** True where the duty is part of what the citation names. */
  readonly isPart: boolean
  readonly mark: Mark['kind']
  /** Kinds of agency; null is whoever decides. */
  readonly who: readonly string[] | null
  /** The office that a doubt rule names, and that must act, or null. */
  readonly office: Texts | null
  readonly action: Texts
  /** To whom, or null. */
  readonly recipient: Texts | null
  readonly languages: readonly string[]
  /** True where each of the languages is needed, false where one is enough. */
  readonly inEveryLanguage: boolean
  /** `on-request` arises from the request; `after` arises only if the act is done. */
  readonly trigger: 'on-request' | 'after' | 'doubt'
  /** `now` where it is due whatever anybody chooses: also after an act that must be done. */
  readonly arises: 'now' | 'if-done'
  readonly due: Due | null
  /** ISO 8601 with zone, or null while the event's time is not known. */
  readonly at: string | null
  /** The event whose time is missing, or null. */
  readonly waitsFor: string | null
  readonly ifMissed: Texts | null
  readonly certain: boolean
}

/** The answer when a contested instrument counts and when it does not. */
export interface ReadingAnswer {
  readonly without: readonly string[]
  readonly verdicts: readonly Verdict[]
}

export type Flag =
  'unverified' | 'inferred' | 'reported' | 'contested' | 'challenged' | 'settled-by-doubt' | 'protected-fact'

/** The time that an act may last: every one of these limits binds, so the earliest ends it. */
export interface DecisionLimit {
  readonly limits: readonly Limit[]
  /** The time for which the form asks; null where no limit takes it, or the form is not known or asks none. */
  readonly asked: Span | null
  /** ISO 8601 with zone, or null while the time of no event is known. */
  readonly at: string | null
}

/** The decision on one act. */
export interface Decision {
  readonly act: string
  readonly verdict: Verdict
  /**
   * Why no rule decides, the weightiest first. Beside a permission, `not-encoded`: something that is not encoded could
   * change it. Otherwise empty.
   */
  readonly silence: readonly Silence[]
  /** Why counsel is asked before anything is done; empty where nobody need be asked. The verdict is the answer that would follow. */
  readonly counsel: readonly Texts[]
  /** The law that lets nobody do the act without a power, or null where none is needed. */
  readonly power: string | null
  /** Who decides, in the order of their English texts; several where provisions of the lowest layer name different ones. */
  readonly deciders: readonly Texts[]
  readonly limit: DecisionLimit | null
  /** The verdicts still possible. */
  readonly possible: readonly Verdict[]
  readonly ask: Question | null
  readonly reasons: readonly Reason[]
  /** What is not encoded and could change the answer. */
  readonly missing: readonly Missing[]
  readonly duties: readonly DutyDue[]
  readonly nearest: readonly NearestChange[]
  /** Present where the force of a deciding text is contested: both readings. */
  readonly readings: readonly ReadingAnswer[]
  readonly flags: readonly Flag[]
  readonly policyHash: string
}

/** What an act comes out as, and by which rules. */
export type Decided = Pick<Decision, 'verdict' | 'silence' | 'counsel' | 'possible' | 'ask' | 'reasons'>

/** The decision on one act. This is the JSON contract of `brightline decide --json`. */
import type { Due, Limit, Mark, Modal, Texts, Verdict } from '@brightline/language'
import type { NearestChange } from '../question/nearest-change.ts'
import type { Question } from '../question/question.ts'

/** The effect of a rule in a decision. */
export type Effect = 'decides' | 'overridden' | 'displaced'

/** A rule that bears on the decision. */
export interface Reason {
  /** Rule id: instrument, section and label. */
  readonly rule: string
  readonly cite: string
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
  readonly note: Texts | null
}

/** A duty that arises, with its due time where the event's time is known. */
export interface DutyDue {
  readonly duty: string
  readonly cite: string
  readonly mark: Mark['kind']
  /** Kinds of agency; null is whoever decides. */
  readonly who: readonly string[] | null
  /** The office that a doubt rule names, and that must act, or null. */
  readonly office: Texts | null
  readonly action: Texts
  readonly languages: readonly string[]
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

export type Flag = 'unverified' | 'reported' | 'contested' | 'settled-by-doubt' | 'protected-fact'

/** The time that an act may last: every one of these limits binds, so the earliest ends it. */
export interface DecisionLimit {
  readonly limits: readonly Limit[]
  /** ISO 8601 with zone, or null while the time of no event is known. */
  readonly at: string | null
}

/** The decision on one act. */
export interface Decision {
  readonly act: string
  readonly verdict: Verdict
  readonly deciders: readonly Texts[]
  readonly limit: DecisionLimit | null
  /** The verdicts still possible. */
  readonly possible: readonly Verdict[]
  readonly ask: Question | null
  readonly reasons: readonly Reason[]
  readonly duties: readonly DutyDue[]
  readonly nearest: readonly NearestChange[]
  /** Present where the force of a deciding text is contested: both readings. */
  readonly readings: readonly ReadingAnswer[]
  readonly flags: readonly Flag[]
  readonly policyHash: string
}

/** A comparison as data: version 2 of the contract in docs/compare.md. */
import type { ShownCase } from '../cases/document.ts'
import type { Decision, FactValue } from '@brightline/engine'
import type {
  CaseAnswer,
  ConcreteRequest,
  Direction,
  DutyChange,
  FieldChange,
  LawChange,
  Move,
  PaperFare,
  Part,
  SectionName,
  TermsChange,
} from '@brightline/engine/analysis'
import type { Texts, Verdict } from '@brightline/language'
import type { Count, ReplayDocument } from '@brightline/simulate'

/** A part in data: with its question and answer for people, and as a condition of the language. */
export interface PartDocument extends Part {
  readonly question: Texts
  readonly answer: Texts
  readonly condition: string
}

/** A region; whole numbers of cases are decimal strings, because they outgrow what JSON readers keep. */
export interface RegionDocument {
  readonly always: readonly PartDocument[]
  readonly boxes: readonly (readonly PartDocument[])[]
  readonly unless: readonly (readonly PartDocument[])[]
  readonly rest: string
}

/** The law's answer in a case, as in version 2 of a decision. */
export interface AnswerDocument {
  readonly verdict: CaseAnswer['verdict']
  /** Why no rule decides, or that something not encoded could change a permission. */
  readonly silence: CaseAnswer['silence']
  readonly deciders: readonly Texts[]
  readonly limit: Decision['limit']
  /** Why counsel is asked first; none where it is not. */
  readonly counsel: readonly Texts[]
  readonly by: CaseAnswer['by']
  readonly duties: CaseAnswer['duties']
}

/** A case decided on both sides. */
export interface CaseDocument {
  readonly facts: Readonly<Record<string, FactValue>>
  readonly request: ConcreteRequest
  readonly left: AnswerDocument
  readonly right: AnswerDocument
}

/** The least and the most recorded requests that are among some cases; null where a count is suppressed. */
export interface RequestsDocument {
  readonly min: Count
  readonly max: Count
}

/** Cases that change alike. */
export interface ChangedCases {
  readonly count: string
  readonly region: RegionDocument
  readonly example: CaseDocument
  /** Null without a data set. */
  readonly requests: RequestsDocument | null
}

/** Cases whose verdict changes in one way, or why no rule decides. */
export interface VerdictDocument extends ChangedCases, Move {
  readonly direction: Direction
  readonly fromSection: SectionName | null
  readonly toSection: SectionName | null
}

/** Cases in which a duty changes; `fields` are those that order something else. */
export interface DutyDocument extends ChangedCases {
  readonly change: DutyChange['change']
  readonly duty: { readonly id: string; readonly cite: string; readonly action: Texts }
  readonly fields: readonly FieldChange[]
}

/** Cases in which the verdict stays and somebody else decides, the act may last for another time, or counsel is asked. */
export interface TermsDocument extends ChangedCases {
  readonly aspect: TermsChange['aspect']
  readonly verdict: Verdict
  readonly before: Pick<AnswerDocument, 'deciders' | 'limit' | 'counsel'>
  readonly after: Pick<AnswerDocument, 'deciders' | 'limit' | 'counsel'>
}

/** The cases in which one paper came, and what becomes of them. */
export interface PaperDocument extends Omit<PaperFare, 'cases' | 'ways' | 'otherwise'> {
  readonly label: Texts
  readonly question: Texts
  readonly cases: string
  readonly ways: readonly WayDocument[]
  readonly otherwise: string
}

/** One way in which a verdict changes, wherever it does. */
export interface WayDocument extends Move {
  readonly count: string
}

/** One act that changes. */
export interface ActDocument {
  readonly act: string
  readonly phrase: Texts
  readonly cases: string
  readonly verdictChanged: string
  readonly moves: Readonly<Record<Direction, string>>
  readonly onlyDutiesChanged: string
  readonly onlyTermsChanged: string
  readonly verdicts: readonly VerdictDocument[]
  readonly duties: readonly DutyDocument[]
  readonly terms: readonly TermsDocument[]
  readonly papers: readonly PaperDocument[]
  /** Of the recorded requests that ask for the act; null without a data set. */
  readonly requests: ActRequests | null
}

/** The recorded requests for an act, by what becomes of their verdict. */
export interface ActRequests {
  readonly asked: Count
  readonly same: Count
  readonly differs: Count
  readonly mayDiffer: Count
  /** Requests at facilities that only the state's law binds; they are in no count of a change. */
  readonly byStateAlone: Count
}

/** An act and what it is called. */
export interface NamedAct {
  readonly act: string
  readonly phrase: Texts
}

/** An act whose diagrams outgrew their budget, and what random cases showed. */
export interface NotAnalysedDocument extends NamedAct {
  readonly reason: Texts
  readonly sampled: { readonly tried: number; readonly changed: number; readonly example: CaseDocument | null }
}

/** One side. */
export interface SideDocument {
  readonly label: Texts
  readonly place: string
  readonly placeTitle: Texts
  readonly asOf: string
  /** Id of the instrument that a working text stands for, or null. */
  readonly working: string | null
  readonly policyHash: string
}

/**
 * Numbers of acts. An act that moves in two ways counts in both; `otherwise` are those that change and move in none,
 * `unchanged` those that come out the same in every case.
 */
export interface SummaryDocument {
  readonly acts: number
  readonly stricter: number
  readonly looser: number
  readonly nowUnclear: number
  readonly otherwise: number
  readonly unchanged: number
  readonly notAnalysed: number
}

/** The standard situations on both sides. */
export interface ComparedCases {
  /** How many situations were put to both. */
  readonly count: number
  readonly differing: readonly {
    readonly situation: string
    readonly title: Texts
    readonly left: Pick<ShownCase, 'answer' | 'until'>
    readonly right: Pick<ShownCase, 'answer' | 'until'>
  }[]
}

/** The whole comparison. */
export interface CompareDocument {
  readonly version: 2
  readonly left: SideDocument
  readonly right: SideDocument
  readonly agency: string | null
  /** True where nothing differs: no answer, and no text where both sides are law of one place. */
  readonly isSame: boolean
  readonly summary: SummaryDocument
  /** The standard situations that come out otherwise; null where the law has none. */
  readonly cases: ComparedCases | null
  readonly changed: readonly ActDocument[]
  readonly same: readonly NamedAct[]
  readonly notAnalysed: readonly NotAnalysedDocument[]
  /** The changes of the texts, thing by thing. */
  readonly law: readonly LawChange[]
  /** Words that must stand beside the numbers of requests; null without a data set. */
  readonly data: Pick<ReplayDocument, 'isPublic' | 'printout' | 'problems'> | null
  readonly scope: Texts
}

/** The door of the engine: checked policies, facts and a date to a decision. */
export { authoritiesAt, type AuthorityThere, type CitedAuthority } from './authority/authorities.ts'
export { checkInstruments, countsOf, type CheckReport } from './check/check.ts'
export { checkProblems, type CheckCode } from './check/codes.ts'
export { requestProblems, type RequestCode } from './request/codes.ts'
export { runExample } from './check/example.ts'
export { unshownSides, type UnshownSide } from './check/sides.ts'
export { unshownDays, type UnshownDay } from './check/days.ts'
export { decide, type EventTimes } from './decide/decide.ts'
export type * from './decide/decision.ts'
export { keptDecisions } from './decide/kept-decisions.ts'
export { checkKnowledge, truthGiven, type FactState, type Knowledge } from './fact/knowledge.ts'
export { factsThatDecide, possibleDuties, possibleVerdicts, type PossibleDuty } from './decide/possible.ts'
export { mayUseFact, meaningForFact, meaningOfName, type Guarded, type ProtectedMeaning } from './fact/protected.ts'
export { agencyFact, formFact, testsOf, type CompleteCase, type FactValue } from './fact/condition.ts'
export { forcedFacts, isoDay, toQuestion } from './question/next.ts'
export { openEnds, type NearestChange } from './question/nearest-change.ts'
export type { Answer, Question } from './question/question.ts'
export { caseAnswer, isClean, runCases, type CaseRun } from './cases/run-cases.ts'
export { lawStatus, type LawStatus, type MarkCounts } from './status/law-status.ts'
export type { Situation, Situations } from './cases/situation.ts'
export { dueAt, type Deadline } from './calendar/due.ts'
export { isStanding, standingDuties, type DutyScope, type StandingDuty } from './duties/standing-duties.ts'
export { bindsKind, instrumentsBinding } from './stack/bound.ts'
export { aboutActs, withoutVersion, type NoVersion } from './stack/first-version.ts'
export { placesAbove, rulesOf, stackOf } from './stack/stack.ts'
export { stackCache } from './stack/stack-cache.ts'
export type { Stack, StackAt, Standing } from './stack/layer.ts'
export { DiagramTooLarge, type Outgrown } from './diagram/store.ts'
export { yearsSince } from './conviction/derive.ts'
export { deriveFacts, type DerivedFact } from './conviction/derived-facts.ts'
export { seeded } from './analysis/seeded.ts'
export { answer, tryAnswer, type DecisionDocument } from './request/answer.ts'
export { isDate, localTime, readDate, todayAt, years, zoneOf } from './request/calendar-date.ts'
export { contractVersion } from './request/contract.ts'
export { readTime, writeTime, type ReadTime, type TimeFault } from './request/event-time.ts'
export { readFact } from './request/fact-value.ts'
export { parseJsonText } from './request/json-text.ts'
export { folded, nameMeant, unknownName } from './request/known-name.ts'
export { joinParts, type RawRequest, type RequestPart } from './request/part.ts'
export { problem, type RequestProblem } from './request/problem.ts'
export { actsOfForm, askedByForm, type FormActs } from './request/asked-acts.ts'
export { readRequest, type Request } from './request/read-request.ts'
export { addressOf, subjectAt, type AnswerJson, type Answers, type Refusal, type Subject } from './interview/answers.ts'
export {
  bearsOn,
  checkAddress,
  alsoAskable,
  journey,
  questionStep,
  refusalOf,
  stillOpen,
  type Aside,
  type Journey,
  type QuestionStep,
  type Step,
  type Visited,
} from './interview/journey.ts'
export { countQuestions, type CountOptions, type QuestionCount, type WeightedCase } from './interview/question-count.ts'
export { requestOf } from './interview/request-of.ts'
export {
  questionSheet,
  type QuestionSheet,
  type SheetAnswer,
  type SheetEnd,
  type SheetStep,
  type SheetVerdict,
} from './interview/question-sheet.ts'
export { canVisit, previous, stepAt, stepFor, takesUnknown, withAnswer } from './interview/visit.ts'

/** The door of the engine: checked policies, facts and a date to a decision. */
export { checkInstruments, stackCache, type CheckReport } from './check/check.ts'
export { runExample } from './check/example.ts'
export { knowledgeOf } from './fact/case-knowledge.ts'
export { refute } from './analysis/prove.ts'
export { compiledFor, decide, decideAt, verdictsFor, type EventTimes } from './decide/decide.ts'
export type * from './decide/decision.ts'
export {
  checkKnowledge,
  expected,
  impossibleReason,
  type FactProblem,
  type FactState,
  type Knowledge,
} from './fact/knowledge.ts'
export { agencyFact, type CompleteCase, type FactValue } from './fact/condition.ts'
export { interpret, type Interpretation } from './interpret/interpret.ts'
export type { Question } from './question/question.ts'
export { forcedFacts, isoDay, openQuestions, toQuestion, type About } from './question/next.ts'
export { datesOfChange, dutiesOf, placesAbove, rulesOf, stackOf } from './stack/stack.ts'
export type { Layer, Stack, Standing } from './stack/layer.ts'
export { generateAct, unknownVerdict, type GeneratedAct } from './bulk/generate.ts'
export { columnType, encode, makeColumn, type Column, type ColumnType } from './bulk/columns.ts'
export { compileAct, compileCondition, type CompiledAct } from './diagram/compile.ts'
export { DiagramTooLarge } from './diagram/store.ts'
export { verdictOf } from './stack/verdict.ts'
export { derive, yearsSince, type DerivedValue } from './conviction/derive.ts'
export { checkConvictions } from './conviction/check-convictions.ts'
export { addSpan, dueAt, limitAt } from './calendar/due.ts'
export { holidaysOf, isHoliday } from './calendar/holiday.ts'
export { amount, dueInWords, limitInWords, spanInWords } from './calendar/words.ts'
export {
  compare,
  compareAct,
  type ActComparison,
  type CompareOptions,
  type Comparison,
  type DutyChange,
  type Reach,
  type VerdictChange,
} from './analysis/compare.ts'
export type { ChangedCase } from './analysis/changed-case.ts'
export type { Sampled } from './analysis/sample.ts'
export { seeded } from './analysis/seeded.ts'
export { joinVocabularies } from './analysis/joint.ts'
export { percent } from './analysis/count.ts'
export type { SectionName } from './analysis/deciding.ts'
export type { ProvisionChange } from './analysis/meaning.ts'
export { isInRegion, valueWords, type Part, type Region } from './analysis/words.ts'
export { liftCase, type ConcreteRequest } from './analysis/lift.ts'
export { gapsOf, type Gap } from './analysis/gaps.ts'
export {
  boundBroken,
  datesInForce,
  refuteOn,
  type Bound,
  type Refutation,
  type TimelessClaim,
} from './analysis/prove.ts'
export type { Witness } from './diagram/witness.ts'
export { sqlFor, type ActSql, type SqlColumn } from './sql/act-sql.ts'
export { columnProblem, nameProblem, quoteName, quoteText, SqlTooLarge, type Dialect } from './sql/dialect.ts'
export {
  actsOfForm,
  formFact,
  isDate,
  readFact,
  readRequest,
  readTime,
  unknown,
  zoneOf,
  type DerivedFact,
  type RawRequest,
  type Request,
  type RequestProblem,
  type RequestResult,
} from './request/read-request.ts'
export {
  actsOf,
  answeredFacts,
  bearsOn,
  begin,
  canBeUnknown,
  decisionsOf,
  interview,
  nextStep,
  type Answered,
  type Input,
  type Interview,
  type Refusal,
  type Step,
} from './interview/journey.ts'

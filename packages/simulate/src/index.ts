/** The door of simulate: data sets, mappings, bulk decisions, and replays with bounds. */
export type { CaseSet } from './cases/case-set.ts'
export { readCases } from './cases/read-cases.ts'
export type { ReadOptions } from './cases/reading.ts'
export { makePlan, type PlannedMapping, type PlanResult, type Window } from './mapping/make-plan.ts'
export { printMapping, readMapping, type MappingResult } from './mapping/read-mapping.ts'
export type * from './mapping/mapping.ts'
export { printProblem, problemKinds, type Problem, type ProblemCode } from './problems.ts'
export { stacksOf, type Binding, type Policy, type PolicyStacks } from './replay/binding.ts'
export type { ChangedCases } from './replay/decide-cases.ts'
export { dimensions, type Dimension } from './replay/dimension.ts'
export type { ReplayInput } from './replay/input.ts'
export {
  replay,
  disclaimer,
  type ActReplay,
  type AffectedReplay,
  type Replay,
  type SideReplay,
} from './replay/replay.ts'
export { boundsOf, namesOf, sumOf, type Bounds, type Tally } from './replay/tally.ts'
export { verdicts } from './replay/verdict-pair.ts'
export { toDocument, type ActDocument, type Count, type ReplayDocument } from './report/document.ts'
export { toCsv } from './report/csv.ts'
export { disclaimerLines, printoutLines, toText } from './report/text.ts'
export { fixedAmong, foldSmall, hidden, suppress, type Grid, type SafeGrid } from './report/suppress.ts'
export {
  countQuestions,
  frequencyOf,
  type CountOptions,
  type QuestionCount,
  type WeightedCase,
} from './question/question-count.ts'
export { weightedCases } from './question/weighted-cases.ts'

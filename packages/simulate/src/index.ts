/** The door of simulate: data sets, mappings, bulk decisions, and replays with bounds. */
export type { CaseSet, TableForm } from './cases/case-set.ts'
export { readCases } from './cases/read-cases.ts'
export type { ReadOptions } from './cases/table-read.ts'
export type { DataInput } from './table/input.ts'
export { makePlan, type PlannedMapping, type Window } from './mapping/make-plan.ts'
export type { Mapping, Owner } from './mapping/mapping.ts'
export { readMapping } from './mapping/read-mapping.ts'
export { readyMapping, readyMappings } from './mapping/ready-mapping.ts'
export {
  dataProblems,
  mappingProblems,
  type DataCode,
  type DataProblem,
  type MappingCode,
  type MappingProblem,
} from './problem.ts'
export type { Assumption } from './replay/assumptions.ts'
export type { ChangedCases } from './replay/decide-cases.ts'
export { dimensions, ownValues, type Dimension } from './cases/dimension.ts'
export type { Exclusion } from './replay/exclusion.ts'
export type { ReplayInput } from './replay/input.ts'
export { stacksOf, type LawOn, type LawStacks, type Working } from './replay/law-on.ts'
export { replay, type Replay } from './replay/replay.ts'
export type * from './report/document.ts'
export { toRows } from './report/rows.ts'
export { toReplayDocument } from './report/to-document.ts'
export { weightedCases } from './question/weighted-cases.ts'

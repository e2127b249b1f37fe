/** The side door `@brightline/engine/analysis`: exact statements about one law or two, over every case. */
export {
  compare,
  compareAct,
  type ActComparison,
  type Comparison,
  type DutyChange,
  type Reach,
  type VerdictChange,
} from './analysis/compare.ts'
export type { ChangedCase } from './analysis/changed-case.ts'
export { percent } from './analysis/count.ts'
export type { SectionName } from './analysis/deciding.ts'
export { gapsOf, type Gap } from './analysis/gaps.ts'
export { joinVocabularies } from './analysis/joint.ts'
export { liftCase, type ConcreteRequest } from './analysis/lift.ts'
export type { ProvisionChange } from './analysis/meaning.ts'
export { boundBroken, datesInForce, refuteOn, type Refutation } from './analysis/prove.ts'
export { actTogether, type ActTogether, type VerdictPair } from './analysis/together.ts'
export { valueWords, type Part, type Region } from './analysis/words.ts'
export type { Witness } from './diagram/witness.ts'

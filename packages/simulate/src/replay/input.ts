/** The ingredients of a replay. */
import type { Library } from '@brightline/language'
import type { CaseSet } from '../cases/case-set.ts'
import type { PlannedMapping } from '../mapping/make-plan.ts'
import type { ChangedCases } from './decide-cases.ts'
import type { LawStacks } from './law-on.ts'

/** The cases and the policies of a replay. */
export interface ReplayInput {
  readonly library: Library
  readonly policies: readonly LawStacks[]
  readonly planned: PlannedMapping
  readonly cases: CaseSet
  /** Only these acts; null is what each form asks for. */
  readonly acts: readonly string[] | null
  /** Changes whose requests are counted too, by act. */
  readonly changesByAct?: ReadonlyMap<string, readonly ChangedCases[]>
  /** Told now and then the share of the cases that were decided, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

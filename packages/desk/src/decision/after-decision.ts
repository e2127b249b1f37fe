/** What follows a decision in the same transaction, such as its duties: all of it is there with the decision, or nothing. */
import type { DecisionDocument } from '@brightline/engine'
import type { CaseRecord } from '../case/read-case.ts'
import type { Who, Work } from '../database/transaction.ts'
import { writeDutiesOf } from '../duty/write-duties.ts'

/** What was decided just now. */
interface JustDecided {
  readonly record: CaseRecord
  readonly document: DecisionDocument
  /** The ids of the new decisions by their acts. Acts on which nothing new was decided are not there. */
  readonly idByAct: ReadonlyMap<string, string>
}

/** Does what follows. What it throws takes the decision back. */
export type AfterDecision = (work: Work, who: Who, decided: JustDecided) => Promise<void>

/** Everything that follows, in order. */
export const afterDecision: readonly AfterDecision[] = [
  async (work, _who, { record }) => await writeDutiesOf(work, record),
]

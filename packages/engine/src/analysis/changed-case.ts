/** A case that two versions of the law decide differently, as the interpreter sees it. */
import type { CompleteCase } from '../fact/condition.ts'
import { answeredKey } from '../stack/answered.ts'
import { dutiesOf } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'
import { answerOf, type CaseAnswer } from './case.ts'
import { dutyKey } from './joint.ts'
import { counselKey, decidersKey, limitsKey } from './terms-diagram.ts'

/** One case that changes, decided on both sides by the interpreter. */
export interface ChangedCase {
  readonly facts: CompleteCase
  readonly left: CaseAnswer
  readonly right: CaseAnswer
}

/** Decides a case on both sides; null where verdict, terms and duties are the same. */
export function changedCase(left: Stack, right: Stack, act: string, facts: CompleteCase): ChangedCase | null {
  const [before, after] = [answerOf(left, act, facts), answerOf(right, act, facts)]
  const isSame =
    answeredKey(before) === answeredKey(after) &&
    decidersKey(before.terms) === decidersKey(after.terms) &&
    limitsKey(before.terms) === limitsKey(after.terms) &&
    counselKey(before.terms) === counselKey(after.terms) &&
    ordered(left, before) === ordered(right, after)
  return isSame ? null : { facts, left: before, right: after }
}

/** Writes as text what the duties of an answer order. */
function ordered(stack: Stack, { duties }: CaseAnswer): string {
  const arising = dutiesOf(stack).filter(({ id }) => duties.includes(id))
  return arising.map(dutyKey).sort().join(' ')
}

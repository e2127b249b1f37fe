/** The rules by which a fact is asked. */
import { agencyFact, bindsKind, rulesOf, testsOf } from '@brightline/engine'
import type { CaseInterview } from './case-interview.ts'

/** Lists the rules on some acts, for this agency, that read a fact; the nearest layer first. */
export function rulesReading(
  { stack, answers }: CaseInterview,
  fact: string,
  acts: readonly string[],
): ReturnType<typeof rulesOf> {
  const agency = String(answers[agencyFact])
  const found = rulesOf(stack).filter(
    (rule) =>
      rule.acts.some((act) => acts.includes(act)) &&
      bindsKind(rule.agencies, agency, stack.vocabulary) &&
      testsOf(rule.condition).some((test) => test.fact === fact),
  )
  return [...new Map(found.toReversed().map((rule) => [rule.cite, rule])).values()]
}

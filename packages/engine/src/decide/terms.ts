/** On which terms an act may be done: who decides, and for how long it may last. */
import type { Limit, Rule, Verdict } from '@brightline/language'

/** The decider and the distinct limits; every limit binds, so the earliest ends the act. */
export interface Terms {
  readonly decider: Rule['decider']
  readonly limits: readonly Limit[]
}

/**
 * Gives the terms that the deciding rules set, which stand in the order of the stack. A decider counts only where the
 * act is permitted; the lowest law names it.
 */
export function termsOf(verdict: Verdict, deciding: readonly Rule[]): Terms {
  const { decider } = deciding.findLast((rule) => rule.decider !== null) ?? { decider: null }
  return {
    decider: verdict === 'permitted' ? decider : null,
    limits: verdict === 'permitted' || verdict === 'required' ? distinct(deciding) : [],
  }
}

function distinct(rules: readonly Rule[]): readonly Limit[] {
  const byText = new Map<string, Limit>()
  for (const { limit } of rules)
    if (limit !== null) byText.set(JSON.stringify(limit), byText.get(JSON.stringify(limit)) ?? limit)
  return [...byText.values()]
}

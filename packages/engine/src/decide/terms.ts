/** On which terms an act may be done: who decides, for how long it may last, and why counsel is asked first. */
import type { Limit, Rule, Texts, Verdict } from '@brightline/language'

/** The decider, the distinct limits, of which the earliest ends the act, and the distinct reasons to ask counsel first. */
export interface Terms {
  readonly decider: Rule['decider']
  readonly limits: readonly Limit[]
  readonly counsel: readonly Texts[]
}

/**
 * Gives the terms that the deciding rules set, which stand in the order of the stack. A decider counts only where the
 * act is permitted; the lowest law names it. In a conflict counsel decides anyway.
 */
export function termsOf(verdict: Verdict, deciding: readonly Rule[]): Terms {
  const { decider } = deciding.findLast((rule) => rule.decider !== null) ?? { decider: null }
  return {
    decider: verdict === 'permitted' ? decider : null,
    limits: verdict === 'permitted' || verdict === 'required' ? distinct(deciding.map(({ limit }) => limit)) : [],
    counsel: verdict === 'conflict' || verdict === 'needs-facts' ? [] : distinct(deciding.map((rule) => rule.counsel)),
  }
}

function distinct<Item>(items: readonly (Item | null)[]): readonly Item[] {
  const byText = new Map<string, Item>()
  for (const item of items) {
    if (item === null) continue
    const text = JSON.stringify(item)
    byText.set(text, byText.get(text) ?? item)
  }
  return [...byText.values()]
}

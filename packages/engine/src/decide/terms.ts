/** On which terms an act may be done: who decides, for how long it may last, and why counsel is asked first. */
import { byCharacters, type Limit, type Rule, type Texts, type Verdict } from '@brightline/language'
import { decidesInstead } from '../stack/agrees.ts'

/** The deciders, the distinct limits, of which the earliest ends the act, and the distinct reasons to ask counsel first. */
export interface Terms {
  /** In the order of their English texts: the order of rules and files means nothing. */
  readonly deciders: readonly Texts[]
  readonly limits: readonly Limit[]
  readonly counsel: readonly Texts[]
}

/** A deciding rule with the index of its layer, from the top of the stack. */
export interface DecidingRule {
  readonly rule: Rule
  readonly layerIndex: number
}

/**
 * Gives the terms that the deciding rules set, which stand in the order of the stack. Deciders count only where the act
 * is permitted; the lowest layer that names any names them, and where its rules name several, all are given. Counsel is
 * asked first where a rule says so in whose place no other layer decides. In a conflict counsel decides anyway.
 */
export function termsOf(verdict: Verdict, deciding: readonly DecidingRule[]): Terms {
  const isSettled = verdict !== 'conflict' && verdict !== 'needs-facts'
  return {
    deciders: verdict === 'permitted' ? lowestDeciders(deciding) : [],
    limits: verdict === 'permitted' || verdict === 'required' ? distinctLimits(limitsOf(deciding)) : [],
    counsel: isSettled ? joinedTexts(counselOf(deciding)) : [],
  }
}

/** Puts texts together. Another translation is the same text; its languages are joined. */
export function joinedTexts(given: readonly Texts[]): readonly Texts[] {
  const byEnglish = new Map<string, Texts>()
  for (const texts of given.toSorted((a, b) => byCharacters(JSON.stringify(a), JSON.stringify(b))))
    byEnglish.set(texts.en, { ...texts, ...byEnglish.get(texts.en) })
  return [...byEnglish.values()].sort((a, b) => byCharacters(a.en, b.en))
}

/** Leaves out equal limits. */
export function distinctLimits(limits: readonly Limit[]): readonly Limit[] {
  return [...new Map(limits.map((limit) => [JSON.stringify(limit), limit])).values()]
}

function limitsOf(deciding: readonly DecidingRule[]): readonly Limit[] {
  return deciding.flatMap(({ rule: { limit } }) => (limit === null ? [] : [limit]))
}

function counselOf(deciding: readonly DecidingRule[]): readonly Texts[] {
  // They all say what the answer says, whatever power it needs.
  const isReplaced = ({ rule, layerIndex: layer }: DecidingRule): boolean =>
    deciding.some((other) => decidesInstead(other.rule, other.layerIndex, { rule, layer, needsPower: false }))
  return deciding.flatMap((one) => (one.rule.counsel === null || isReplaced(one) ? [] : [one.rule.counsel]))
}

function lowestDeciders(deciding: readonly DecidingRule[]): readonly Texts[] {
  const naming = deciding.flatMap(({ rule: { decider }, layerIndex }) =>
    decider === null ? [] : [{ decider, layerIndex }],
  )
  const lowest = Math.max(...naming.map(({ layerIndex }) => layerIndex))
  return joinedTexts(naming.flatMap(({ decider, layerIndex }) => (layerIndex === lowest ? [decider] : [])))
}

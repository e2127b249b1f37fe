/** On which terms an act may be done: who decides, for how long it may last, and why counsel is asked first. */
import { byCharacters, type Limit, type Rule, type Texts, type Verdict } from '@brightline/language'
import { decidesInstead } from '../stack/agrees.ts'
import type { Stack } from '../stack/layer.ts'

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

/** The act that is decided, under its law. */
export interface Asked {
  readonly stack: Stack
  readonly act: string
}

/**
 * Gives the terms that the deciding rules set, which stand in the order of the stack. Deciders count only where the act
 * is permitted; the lowest layer that names any names them, and where its rules name several, all are given. Counsel is
 * asked first where a rule says so in whose place no other layer decides. In a conflict counsel decides anyway.
 */
export function termsOf(verdict: Verdict, deciding: readonly DecidingRule[], asked: Asked): Terms {
  const isSettled = verdict !== 'conflict' && verdict !== 'needs-facts'
  return {
    deciders: verdict === 'permitted' ? lowestDeciders(deciding) : [],
    limits: verdict === 'permitted' || verdict === 'required' ? distinctLimits(limitsOf(deciding, asked)) : [],
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

/**
 * Gives the limits that are meant for an act. A rule on several acts limits those that keep or seize a person: to hold
 * until the evening and to tell of the release says nothing of how long somebody may be told.
 */
function limitsOf(deciding: readonly DecidingRule[], { act, stack }: Asked): readonly Limit[] {
  // Most acts have no limit, and a decision looks at no act more than it must.
  if (deciding.every(({ rule }) => rule.limit === null)) return []
  const timed = new Set(
    stack.vocabulary.acts.flatMap(({ name, lasts, power }) => (lasts || power !== null ? [name] : [])),
  )
  const isMeant = (rule: Rule): boolean => timed.has(act) || !rule.acts.some((one) => timed.has(one))
  return deciding.flatMap(({ rule }) => (rule.limit === null || !isMeant(rule) ? [] : [rule.limit]))
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

/** The rules that bear on an answer, and the effect of each. */
import { isWithin, type Mark, type Rule, type Texts } from '@brightline/language'
import { agrees, callsCounsel, decidesInstead, type Said } from '../stack/agrees.ts'
import type { Effect, Reason } from './decision.ts'
import type { PlacedRule } from './prepared.ts'
import { allOf, not, type Truth } from '../fact/knowledge.ts'

/** A rule with its place in the stack and whether it applies and is live. */
export interface RuleAtWork extends PlacedRule {
  readonly applies: Truth
  readonly live: Truth
  readonly overriddenBy: readonly Rule[]
}

/** Lists those rules on an act that may apply, with whether they are live; `applies` says it of each. */
export function rulesAtWork(rules: readonly PlacedRule[], applies: readonly Truth[]): readonly RuleAtWork[] {
  const lives: (Truth | undefined)[] = rules.map(() => undefined)
  const live = (index: number): Truth => {
    const known = lives[index]
    if (known !== undefined) return known
    const overriders = rules[index]?.overriders ?? []
    const truth = allOf([applies[index] ?? 'no', ...overriders.map((other) => not(live(other)))])
    lives[index] = truth
    return truth
  }
  return rules.flatMap((placed, index) => {
    const truth = applies[index] ?? 'no'
    if (truth === 'no') return []
    const overriddenBy = placed.overriders.flatMap((other) => (live(other) === 'yes' ? [rules[other]?.rule] : []))
    return [
      { ...placed, applies: truth, live: live(index), overriddenBy: overriddenBy.filter((rule) => rule !== undefined) },
    ]
  })
}

/** Lists why counsel is asked first: by rules that decide, also where one only perhaps does. */
export function counselFor(working: readonly RuleAtWork[], said: Said): readonly Texts[] {
  const { needsPower } = said
  const calling = working.filter(
    ({ rule, live, layerIndex: layer }) =>
      live !== 'no' &&
      callsCounsel(rule, said) &&
      !working.some(
        (other) => other.live === 'yes' && decidesInstead(other.rule, other.layerIndex, { rule, layer, needsPower }),
      ),
  )
  const byText = new Map(calling.flatMap(({ rule: { counsel } }) => (counsel === null ? [] : [[counsel.en, counsel]])))
  return [...byText.values()]
}

/** Gives the effect of each rule, given the answer. Deciding rules first, then from the top of the stack. */
export function reasonsFor(answer: Said, working: readonly RuleAtWork[], asOf: string): readonly Reason[] {
  const { verdict } = answer
  const deciding = working.filter((rule) => rule.live !== 'no' && agrees(rule.rule, answer))
  const sure = deciding.filter(({ live }) => live === 'yes')
  // A conflict names every text that takes part, also where it only perhaps applies.
  const isEnough = sure.length > 0 && verdict !== 'conflict'
  // Upper law that may forbid too is named beside the lower law that surely does.
  const top = Math.min(...sure.map(({ layerIndex }) => layerIndex))
  const forbidsToo = ({ layerIndex, rule }: RuleAtWork): boolean =>
    verdict === 'prohibited' && layerIndex < top && agrees(rule, answer)
  const shown = working.filter((one) => one.applies === 'yes' || (one.live !== 'no' && (!isEnough || forbidsToo(one))))
  return shown
    .map((rule) => toReason(rule, answer, { working, deciding: isEnough ? sure : deciding, asOf }))
    .sort((a, b) => order[a.effect] - order[b.effect])
}

const order: Readonly<Record<Effect, number>> = { decides: 0, overridden: 1, displaced: 2, beside: 3 }

/** The rules that may apply, those of them that decide, and the date. */
interface AtWork {
  readonly asOf: string
  readonly working: readonly RuleAtWork[]
  readonly deciding: readonly RuleAtWork[]
}

function toReason(one: RuleAtWork, answer: Said, all: AtWork): Reason {
  const { rule, layer, contested } = one
  const { asOf } = all
  const { effect, by } = effectOf(one, answer, all)
  return {
    rule: rule.id,
    cite: rule.cite,
    isPart: rule.isPart,
    source: sourceOf(rule.mark),
    mark: rule.mark.kind,
    layer,
    effect,
    modal: rule.modal,
    by: by.map(({ id }) => id),
    certain: one.applies === 'yes' && (effect !== 'decides' || one.live === 'yes'),
    contested,
    challenged: rule.challenged.filter((suit) => isWithin([suit], asOf)).map(({ cite }) => cite),
    note: rule.note,
  }
}

function sourceOf(mark: Mark): Reason['source'] {
  if (mark.source === null) return null
  const { title, url, read } = mark.source
  return { title, url, read }
}

/**
 * Tells what a rule did. A prohibition under a ceiling or a bar was displaced by it, and so was a rule below one that
 * decides; a permission above a stricter rule was narrowed by it. What neither forbids, requires nor permits stands
 * beside the answer.
 */
function effectOf(
  { rule, live, layerIndex, overriddenBy }: RuleAtWork,
  answer: Said,
  { working, deciding }: AtWork,
): { readonly effect: Effect; readonly by: readonly Rule[] } {
  if (live === 'no') return { effect: 'overridden', by: overriddenBy }
  if (agrees(rule, answer)) return { effect: 'decides', by: [] }
  if (standsBeside(rule, answer)) return { effect: 'beside', by: [] }
  const isAbove = (other: RuleAtWork): boolean => other.layerIndex < layerIndex
  const bars = rule.modal === 'must-not' ? working.filter((other) => other.live !== 'no' && isBar(other.rule)) : []
  const settling = deciding.filter(isAbove)
  const above = settling.some((other) => settles(other.rule)) ? settling : bars.filter(isAbove)
  const displacing = above.length > 0 ? above : settling
  if (displacing.length > 0) return { effect: 'displaced', by: displacing.map((other) => other.rule) }
  return { effect: 'overridden', by: deciding.map((other) => other.rule) }
}

function standsBeside({ modal }: Rule, { needsPower }: Said): boolean {
  if (modal === 'need-not' || modal === 'nobody-may-forbid') return true
  return modal === 'not-forbidden' && needsPower
}

function settles({ modal }: Rule): boolean {
  return modal === 'must' || modal === 'must-not'
}

/** Tells whether a rule displaces what lower law forbids. */
function isBar({ modal, reach }: Rule): boolean {
  return modal === 'nobody-may-forbid' || (modal === 'may' && reach === 'ceiling')
}

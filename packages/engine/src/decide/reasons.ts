/** The rules that bear on an answer, and the effect of each. */
import type { Mark, Rule, Verdict } from '@brightline/language'
import type { CompiledAct } from '../diagram/compile.ts'
import type { Effect, Reason } from './decision.ts'
import { prepared, type PlacedRule } from './prepared.ts'
import { allOf, not, type Truth } from '../fact/knowledge.ts'

/** A rule with its place in the stack and whether it applies and is live. */
export interface RuleAtWork extends Omit<PlacedRule, 'applies'> {
  readonly applies: Truth
  readonly live: Truth
  readonly overriddenBy: readonly Rule[]
}

/** Lists every rule on an act that may apply, with whether it is live. */
export function rulesAtWork(compiled: CompiledAct, possible: readonly number[]): readonly RuleAtWork[] {
  const { rules } = prepared(compiled)
  const applies = rules.map(({ applies: appliesIn }) => appliesIn(possible))
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

/** Gives the effect of each rule, given the verdict. Deciding rules first, then from the top of the stack. */
export function reasonsFor(verdict: Verdict, working: readonly RuleAtWork[]): readonly Reason[] {
  const deciding = working.filter((rule) => rule.live !== 'no' && agrees(rule.rule, verdict))
  const sure = deciding.filter(({ live }) => live === 'yes')
  // A conflict names every text that takes part, also where it only perhaps applies.
  const isEnough = sure.length > 0 && verdict !== 'conflict'
  // Upper law that may forbid too is named beside the lower law that surely does.
  const top = Math.min(...sure.map(({ layerIndex }) => layerIndex))
  const forbidsToo = ({ layerIndex, rule }: RuleAtWork): boolean =>
    verdict === 'prohibited' && layerIndex < top && agrees(rule, verdict)
  const shown = working.filter((one) => one.applies === 'yes' || (one.live !== 'no' && (!isEnough || forbidsToo(one))))
  return shown
    .map((rule) => toReason(rule, verdict, isEnough ? sure : deciding))
    .sort((a, b) => order[a.effect] - order[b.effect])
}

const order: Readonly<Record<Effect, number>> = { decides: 0, overridden: 1, displaced: 2 }

/** Tells whether a live rule says what the verdict says. In a conflict every live rule takes part. */
export function agrees(rule: Rule, verdict: Verdict): boolean {
  switch (verdict) {
    case 'required':
      return rule.modal === 'must'
    case 'prohibited':
      return rule.modal === 'must-not'
    case 'permitted':
      return rule.modal === 'may'
    case 'conflict':
    case 'needs-facts':
      return true
    case 'no-rule':
      return false
  }
}

function toReason(working: RuleAtWork, verdict: Verdict, deciding: readonly RuleAtWork[]): Reason {
  const { rule, layer, contested } = working
  const { effect, by } = effectOf(working, verdict, deciding)
  return {
    rule: rule.id,
    cite: rule.cite,
    source: sourceOf(rule.mark),
    mark: rule.mark.kind,
    layer,
    effect,
    modal: rule.modal,
    by: by.map(({ id }) => id),
    certain: working.applies === 'yes' && (effect !== 'decides' || working.live === 'yes'),
    contested,
    note: rule.note,
  }
}

function sourceOf(mark: Mark): Reason['source'] {
  if (mark.source === null) return null
  const { title, url, read } = mark.source
  return { title, url, read }
}

/**
 * Tells what a rule did. A rule below one that decides was displaced by it; a permission above a stricter rule was
 * narrowed by it.
 */
function effectOf(
  { rule, live, layerIndex, overriddenBy }: RuleAtWork,
  verdict: Verdict,
  deciding: readonly RuleAtWork[],
): { readonly effect: Effect; readonly by: readonly Rule[] } {
  if (live === 'no') return { effect: 'overridden', by: overriddenBy }
  if (agrees(rule, verdict)) return { effect: 'decides', by: [] }
  const above = deciding.filter((other) => other.layerIndex < layerIndex)
  if (above.length > 0) return { effect: 'displaced', by: above.map((other) => other.rule) }
  return { effect: 'overridden', by: deciding.map((other) => other.rule) }
}

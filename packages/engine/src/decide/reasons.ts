/** Which rules bear on an answer, and what each did. */
import type { Mark, Rule, Verdict } from '@brightline/language'
import { forAgencies } from '../fact/condition.ts'
import type { Space } from '../fact/space.ts'
import type { Stack, Standing } from '../stack/stack.ts'
import type { Effect, Reason } from './decision.ts'
import { allOf, not, truthOf, type Truth } from './knowledge.ts'

/** A rule with its place in the stack and what it did. */
export interface RuleAtWork {
  readonly rule: Rule
  readonly layerIndex: number
  readonly layer: string
  readonly applies: Truth
  readonly live: Truth
  readonly contested: boolean
  readonly overriddenBy: readonly Rule[]
}

/** Every rule on an act that may apply, with whether it is live. */
export function rulesAtWork(stack: Stack, act: string, space: Space, possible: readonly number[]): readonly RuleAtWork[] {
  return stack.layers.flatMap(({ rank, instruments }, layerIndex) =>
    instruments.flatMap((standing) =>
      inInstrument(standing, act, space, possible).map((rule) => ({ ...rule, layerIndex, layer: rank })),
    ),
  )
}

/** What each rule did, given the verdict. Deciding rules first, then from the top of the stack. */
export function reasonsFor(verdict: Verdict, working: readonly RuleAtWork[]): readonly Reason[] {
  const deciding = working.filter((rule) => rule.live !== 'no' && agrees(rule.rule, verdict))
  const sure = deciding.filter(({ live }) => live === 'yes')
  const shown = working.filter(({ live, applies }) => (sure.length > 0 ? applies === 'yes' : live !== 'no' || applies === 'yes'))
  return shown
    .map((rule) => toReason(rule, verdict, sure.length > 0 ? sure : deciding))
    .sort((a, b) => order[a.effect] - order[b.effect])
}

const order: Readonly<Record<Effect, number>> = { decides: 0, overridden: 1, displaced: 2 }

/** Whether a live rule says what the verdict says. In a conflict every live rule takes part. */
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

function inInstrument(
  standing: Standing,
  act: string,
  space: Space,
  possible: readonly number[],
): readonly Omit<RuleAtWork, 'layer' | 'layerIndex'>[] {
  const rules = standing.rules.filter((rule) => rule.acts.includes(act))
  const appliesById = new Map(
    rules.map((rule) => [
      rule.id,
      allOf([truthOf(forAgencies(rule.agencies), space, possible), truthOf(rule.condition, space, possible)]),
    ]),
  )
  const liveById = new Map<string, Truth>()
  const overriders = (rule: Rule): readonly Rule[] => rules.filter((other) => other.overrides.includes(rule.id))
  const live = (rule: Rule): Truth => {
    const known = liveById.get(rule.id)
    if (known !== undefined) return known
    const truth = allOf([appliesById.get(rule.id) ?? 'no', ...overriders(rule).map((other) => not(live(other)))])
    liveById.set(rule.id, truth)
    return truth
  }
  return rules
    .filter((rule) => appliesById.get(rule.id) !== 'no')
    .map((rule) => ({
      rule,
      applies: appliesById.get(rule.id) ?? 'no',
      live: live(rule),
      contested: standing.contested.has(rule.id),
      overriddenBy: overriders(rule).filter((other) => live(other) === 'yes'),
    }))
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
    says: `${rule.modal === 'must-not' ? 'must not' : rule.modal} ${rule.acts.join(' or ')}`,
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
 * A rule below one that decides was displaced by it; a permission above a stricter rule was narrowed by it.
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

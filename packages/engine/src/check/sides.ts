/**
 * Which sides of rules and of their conditions the examples show.
 *
 * A rule is shown where it applies to the case of an example on one of its acts. A part of its condition is shown where
 * it fails in such a case; what leads into a section, and what a term means, need be seen to fail once.
 */
import {
  isWithin,
  type Condition,
  type Example,
  type Instrument,
  type Library,
  type Position,
  type Rule,
} from '@brightline/language'
import { bindsKind } from '../fact/condition.ts'
import { truthGiven, type Truth } from '../fact/knowledge.ts'
import type { StackAt } from '../stack/layer.ts'
import { placesAbove } from '../stack/stack.ts'
import { knowledgeOf } from './case-knowledge.ts'

/** A side that no example shows. */
export interface UnshownSide {
  readonly rule: string
  readonly position: Position
  /** The part of the condition that fails in no example; null where the rule applies in none. */
  readonly part: Condition | null
}

/** A rule with the parts of its condition. */
interface Parted {
  readonly rule: Rule
  readonly place: string
  readonly parts: readonly Part[]
}

/** A part of a condition, with a key that it shares with whatever shows it too. */
interface Part {
  readonly key: string
  readonly condition: Condition
}

/** What examples have shown. */
interface Shown {
  readonly applied: Set<Rule>
  readonly failed: Set<string>
}

/** Lists what the examples of a library leave unshown of the rules of some of its instruments. */
export function unshownSides(
  library: Library,
  instruments: readonly Instrument[],
  stackAt: StackAt,
): readonly UnshownSide[] {
  // What a court stopped before it began applies to nobody.
  const parted = instruments.flatMap(({ rules, place }) =>
    rules.filter(({ inForce }) => inForce.length > 0).map((rule) => ({ rule, place, parts: partsOf(rule) })),
  )
  const shown: Shown = { applied: new Set(), failed: new Set() }
  for (const { place, examples } of library.instruments) {
    const above = placesAbove(place)
    const binding = parted.filter((one) => above.includes(one.place))
    for (const example of binding.length === 0 ? [] : examples) {
      look(example, { binding, stackAt: (asOf) => stackAt(place, asOf), shown })
    }
  }
  return parted.flatMap((one) => unshownOf(one, shown))
}

interface Looking {
  readonly binding: readonly Parted[]
  readonly stackAt: (asOf: string) => ReturnType<StackAt>
  readonly shown: Shown
}

/** Notes what one example shows. */
function look(example: Example, { binding, stackAt, shown }: Looking): void {
  const stack = stackAt(example.asOf)
  const { vocabulary } = stack
  const knowledge = knowledgeOf(stack, example)
  for (const { rule, parts } of binding.filter((one) => isAbout(example, one.rule, vocabulary))) {
    const truths = parts.map(({ condition }): Truth => truthGiven(condition, vocabulary, knowledge))
    if (truths.every((truth) => truth === 'yes')) shown.applied.add(rule)
    for (const [at, { key }] of parts.entries()) if (truths[at] === 'no') shown.failed.add(key)
  }
}

/** Tells whether an example asks about an act of a rule, of an agency that it binds, on a day on which it is law. */
function isAbout({ outcomes, asOf, agency }: Example, rule: Rule, kinds: Library['vocabulary']): boolean {
  return (
    outcomes.some(({ act }) => rule.acts.includes(act)) &&
    isWithin(rule.inForce, asOf) &&
    (agency === null || bindsKind(rule.agencies, agency, kinds))
  )
}

/** Lists what is unshown of a rule. What it shares with others is listed with each of them. */
function unshownOf({ rule, parts }: Parted, { applied, failed }: Shown): readonly UnshownSide[] {
  const { id, position } = rule
  const never: readonly UnshownSide[] = applied.has(rule) ? [] : [{ rule: id, position, part: null }]
  const firm = parts.filter(({ key }) => !failed.has(key))
  return [...never, ...firm.map(({ condition }): UnshownSide => ({ rule: id, position, part: condition }))]
}

function partsOf(rule: Rule): readonly Part[] {
  const own = new Set(conjuncts(rule.own).map(({ condition }) => JSON.stringify(condition)))
  return conjuncts(rule.condition).map(({ condition, term }) => {
    const text = JSON.stringify(condition)
    if (term !== null) return { condition, key: `${rule.instrument} [${term}] ${text}` }
    const home = own.has(text) ? `${rule.id} ${rule.position.line}` : `${rule.instrument} ${rule.section} ${rule.modal}`
    return { condition, key: `${home} ${text}` }
  })
}

/** Parts a condition into what must hold together, through its terms. */
function conjuncts(
  condition: Condition,
  term: string | null = null,
): readonly { readonly condition: Condition; readonly term: string | null }[] {
  if (condition.kind === 'always') return []
  if (condition.kind === 'all') return condition.of.flatMap((part) => conjuncts(part, term))
  if (condition.kind === 'term' && condition.of.kind === 'all') return conjuncts(condition.of, condition.name)
  return [{ condition, term }]
}

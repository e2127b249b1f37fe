/** Overrides as their names were resolved. */
import * as syntax from '../generated/ast.ts'
import { isOpposite, modalOf } from '../policy/modal.ts'
import { sectionName } from './cited-name.ts'
import { resolved } from './resolved.ts'

/** A rule with one that it overrides. */
type Pair = readonly [syntax.Rule, syntax.Rule]

/**
 * Pairs each rule of an instrument with those that it overrides. A rule that overrides all others overrides those that
 * say the opposite of one of its acts; it leaves out those that override it by name, and those that override as much as it does.
 */
export function overridePairs(rules: readonly syntax.Rule[]): readonly Pair[] {
  const named = rules.flatMap((self): readonly Pair[] => [
    ...self.despite.flatMap(ruleNamed).map((target) => [self, target] as const),
    ...self.subjectTo.flatMap(ruleNamed).map((target) => [target, self] as const),
  ])
  const isOver = (over: syntax.Rule, under: syntax.Rule): boolean =>
    named.some((pair) => pair[0] === over && pair[1] === under)
  const all = rules.flatMap((self) =>
    rules
      .filter((other) => other !== self && isOpposite(modalOf(self.modal), modalOf(other.modal)))
      .filter((other) => haveActInCommon(self, other))
      .filter((other) => widthOver(self, other) > widthOver(other, self))
      .filter((other) => !isOver(other, self) && !isOver(self, other))
      .map((other) => [self, other] as const),
  )
  return [...named, ...all]
}

function haveActInCommon(one: syntax.Rule, other: syntax.Rule): boolean {
  const acts = other.acts.map(({ $refText }) => $refText)
  return one.acts.some(({ $refText }) => acts.includes($refText))
}

/** Finds the rule that an override names, if it names one. */
function ruleNamed(reference: syntax.Overridden): readonly syntax.Rule[] {
  if (syntax.isAllOf(reference)) return []
  const target = resolved(reference.target)
  return target !== undefined && syntax.isRule(target) ? [target] : []
}

/** Tells how widely a rule overrides all others among which another stands: 2 the instrument, 1 its section, 0 not. */
function widthOver(rule: syntax.Rule, other: syntax.Rule): number {
  const widths = rule.despite.filter(syntax.isAllOf).map(({ whole, section }) => {
    if (whole) return 2
    return section !== undefined && sectionName(section) === sectionOf(other) ? 1 : 0
  })
  return Math.max(0, ...widths)
}

function sectionOf(rule: syntax.Rule): string | null {
  const section = rule.$container
  return syntax.isSection(section) ? sectionName(section.number) : null
}

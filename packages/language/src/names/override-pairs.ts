/** Overrides as their names were resolved. */
import * as syntax from '../generated/ast.ts'
import { resolved } from './resolved.ts'

/** Pairs each rule with those that it overrides. */
export function overridePairs(rules: readonly syntax.Rule[]): readonly (readonly [syntax.Rule, syntax.Rule])[] {
  const rule = (reference: syntax.RuleRef): syntax.Rule[] => {
    const target = resolved(reference.target)
    return target !== undefined && syntax.isRule(target) ? [target] : []
  }
  return rules.flatMap((self) => [
    ...self.despite.flatMap(rule).map((target) => [self, target] as const),
    ...self.subjectTo.flatMap(rule).map((target) => [target, self] as const),
  ])
}

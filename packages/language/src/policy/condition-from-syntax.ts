/** Conditions from their syntax. */
import * as syntax from '../generated/ast.ts'
import { dayNumber } from '../calendar-date.ts'
import type { Condition } from './policy.ts'

/** A rule's `when` without its `unless`. */
export function conditionOf(when: syntax.Condition | undefined, unless: syntax.Condition | undefined): Condition {
  const parts: Condition[] = []
  if (when !== undefined) parts.push(toCondition(when))
  if (unless !== undefined) parts.push({ kind: 'not', of: toCondition(unless) })
  const [first] = parts
  if (first === undefined) return { kind: 'always' }
  return parts.length === 1 ? first : { kind: 'all', of: parts }
}

/** Joins conditions that must all hold; those that always hold say nothing. */
export function allOf(conditions: readonly Condition[]): Condition {
  const parts = conditions.filter(({ kind }) => kind !== 'always')
  const [first] = parts
  if (first === undefined) return { kind: 'always' }
  return parts.length === 1 ? first : { kind: 'all', of: parts }
}

/** Lowers one condition, with its terms expanded but still named. */
export function toCondition(node: syntax.Condition): Condition {
  return expand(node, [])
}

/** Expands a condition inside the terms of `within`: one that is defined by itself has been reported, and ends here. */
function expand(node: syntax.Condition, within: readonly syntax.Term[]): Condition {
  if (syntax.isAll(node)) return { kind: 'all', of: node.of.map((part) => expand(part, within)) }
  if (syntax.isAny(node)) return { kind: 'any', of: node.of.map((part) => expand(part, within)) }
  if (syntax.isNot(node)) return { kind: 'not', of: expand(node.of, within) }
  if (syntax.isTermUse(node)) {
    const term = node.term.ref
    const isOpen = term === undefined || within.includes(term)
    const of: Condition = isOpen ? { kind: 'always' } : expand(term.condition, [...within, term])
    return { kind: 'term', name: node.term.$refText, of }
  }
  const test = toTest(node)
  return node.negated ? { kind: 'not', of: test } : test
}

function toTest(test: syntax.FactTest): Condition {
  const fact = test.fact.$refText
  if (test.values.length > 0) return { kind: 'is', fact, values: test.values.map((value) => value.$refText) }
  if (test.never) return { kind: 'never', fact }
  if (test.amount !== undefined) return range(fact, test.comparison ?? '', test.amount)
  if (test.date !== undefined) {
    const day = dayNumber(test.date)
    return test.comparison === 'before'
      ? { kind: 'range', fact, from: null, to: day - 1 }
      : { kind: 'range', fact, from: day, to: null }
  }
  return { kind: 'is', fact, values: ['yes'] }
}

function range(fact: string, comparison: string, amount: number): Condition {
  switch (comparison) {
    case 'atleast':
      return { kind: 'range', fact, from: amount, to: null }
    case 'atmost':
      return { kind: 'range', fact, from: null, to: amount }
    case 'over':
      return { kind: 'range', fact, from: amount + 1, to: null }
    case 'under':
      return { kind: 'range', fact, from: null, to: amount - 1 }
    default:
      return { kind: 'range', fact, from: amount, to: amount }
  }
}

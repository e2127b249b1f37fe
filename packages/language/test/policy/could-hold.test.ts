import { expect, it } from 'vitest'
import type { Condition } from '../../src/index.ts'
import { couldHold } from '../../src/policy/could-hold.ts'

const test = (fact: string): Condition => ({ kind: 'is', fact, values: ['yes'] })
const not = (of: Condition): Condition => ({ kind: 'not', of })
const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of })
const any = (...of: readonly Condition[]): Condition => ({ kind: 'any', of })

/** `y.*` is yes, `n.*` is no, all else is not known. */
const known = ({ fact }: { readonly fact: string }): boolean | null =>
  ({ y: true, n: false })[fact.slice(0, fact.indexOf('.'))] ?? null

const cases: readonly { readonly name: string; readonly condition: Condition; readonly want: boolean }[] = [
  { name: 'what always holds', condition: { kind: 'always' }, want: true },
  { name: 'what is known to hold', condition: test('y.a'), want: true },
  { name: 'what is known not to hold', condition: test('n.a'), want: false },
  { name: 'what is not known', condition: test('u.a'), want: true },
  { name: 'the opposite of what is not known', condition: not(test('u.a')), want: true },
  { name: 'the opposite of what holds', condition: not(test('y.a')), want: false },
  { name: 'all, one of which does not hold', condition: all(test('u.a'), test('n.a')), want: false },
  { name: 'all, one of which is not known', condition: all(test('y.a'), test('u.a')), want: true },
  { name: 'any, none of which holds', condition: any(test('n.a'), not(test('y.a'))), want: false },
  { name: 'any, one of which is not known', condition: any(test('n.a'), test('u.a')), want: true },
  { name: 'the opposite of any, one of which holds', condition: not(any(test('y.a'), test('u.a'))), want: false },
  { name: 'a term', condition: { kind: 'term', name: 't', of: test('n.a') }, want: false },
  { name: 'a range that is not known', condition: { kind: 'range', fact: 'u.a', from: 1, to: null }, want: true },
]

it.each(cases)('couldHold: $name', ({ condition, want }) => expect(couldHold(condition, known)).toBe(want))

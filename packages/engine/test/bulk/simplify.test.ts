import type { Condition } from '@brightline/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simplify } from '../../src/bulk/simplify.ts'
import { holds, testsOf } from '../../src/fact/condition.ts'
import { caseOf, conditions, draws, laws, runs } from '../random-law.ts'

function form(...values: readonly string[]): Condition {
  return { kind: 'is', fact: 'request.form', values }
}

const isPublic: Condition = { kind: 'is', fact: 'is-public', values: ['yes'] }

function all(...of: readonly Condition[]): Condition {
  return { kind: 'all', of }
}

function any(...of: readonly Condition[]): Condition {
  return { kind: 'any', of }
}

function not(of: Condition): Condition {
  return { kind: 'not', of }
}

describe('a condition in fewer tests', () => {
  const cases: readonly { readonly name: string; readonly from: Condition; readonly to: Condition }[] = [
    { name: 'keeps the names that both tests leave', from: all(form('a', 'b'), form('b', 'c')), to: form('b') },
    { name: 'takes away the names that are excluded', from: all(form('a', 'b'), not(form('b'))), to: form('a') },
    {
      name: 'keeps an exclusion where nothing names the fact',
      from: all(not(form('b')), isPublic),
      to: all(isPublic, not(form('b'))),
    },
    { name: 'joins names of which one suffices', from: any(form('a'), any(form('b'), form('a'))), to: form('a', 'b') },
    { name: 'flattens what is nested', from: all(all(isPublic), all(all(form('a')))), to: all(isPublic, form('a')) },
    { name: 'says each part once', from: any(isPublic, form('a'), isPublic), to: any(isPublic, form('a')) },
    { name: 'takes two negations away', from: not(not(isPublic)), to: isPublic },
    { name: 'has nothing to test where one part always holds', from: any(isPublic, { kind: 'always' }), to: all() },
    { name: 'drops what always holds', from: all(isPublic, { kind: 'always' }), to: isPublic },
    { name: 'leaves no name where none is left', from: all(form('a'), form('b')), to: form() },
    { name: 'of nothing that suffices holds never', from: any(), to: any() },
  ]
  it.each(cases)('$name', ({ from, to }) => {
    expect(simplify(from)).toEqual(to.kind === 'all' && to.of.length === 0 ? { kind: 'always' } : to)
  })

  it('is the same for the same parts in any order', () => {
    expect(simplify(all(isPublic, any(form('a'), not(isPublic))))).toEqual(
      simplify(all(any(not(isPublic), form('a')), isPublic)),
    )
  })

  it('holds in the same cases and asks no new fact', () => {
    fc.assert(
      fc.property(conditions, laws, draws, (condition, { library }, drawn) => {
        const facts = caseOf(library, drawn)
        const simple = simplify(condition)
        expect(holds(simple, facts)).toBe(holds(condition, facts))
        const asked = new Set(testsOf(condition).map(({ fact }) => fact))
        expect(testsOf(simple).every(({ fact }) => asked.has(fact))).toBe(true)
      }),
      runs(300),
    )
  })
})

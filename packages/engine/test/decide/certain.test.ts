/** What is certain is read off the text, against the diagram of the whole law on the act. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, FactType } from '@brightline/language'
import { decideCertain } from '../../src/decide/certain.ts'
import { decideWithoutTimes } from '../../src/decide/decide.ts'
import { stackOf } from '../../src/stack/stack.ts'
import { completions } from '../brute-force.ts'
import { draws, knowledgeFrom, laws, runs, times } from '../random-law.ts'
import { both, fact, instrument, is, knowing, oneOf, range, rule, stackUnder, words } from '../small-law.ts'

describe('a decision that is certain', () => {
  it('is what the diagram says', () => {
    const seen = { certain: 0, open: 0 }
    fc.assert(
      fc.property(laws, draws, (law, drawn) => {
        const knowledge = knowledgeFrom(law.library, drawn)
        fc.pre(completions(law, knowledge).length > 0)
        const stack = stackOf(law.library, law.place, law.asOf)
        const certain = decideCertain(stack, law.act, knowledge)
        seen[certain === null ? 'open' : 'certain'] += 1
        if (certain === null) return
        const { verdict, silence, counsel, possible, ask, reasons } = decideWithoutTimes(stack, law.act, knowledge)
        expect(certain).toEqual({ verdict, silence, counsel, possible, ask, reasons })
      }),
      runs(400),
    )
    expect(Math.min(seen.certain, seen.open)).toBeGreaterThan(times(20))
  })
})

describe('a case in which what is not known could be impossible', () => {
  const year: FactType = { kind: 'number', min: 0, max: 40, unit: null, canBeNever: true }
  const count: FactType = { ...year, canBeNever: false }
  const cases: readonly {
    readonly name: string
    readonly type: FactType
    readonly impossible: readonly Condition[]
    readonly isPlain: boolean
  }[] = [
    { name: 'is plain where nothing is impossible', type: oneOf('a', 'b'), impossible: [], isPlain: true },
    { name: 'is plain for yes and no', type: { kind: 'yes-no' }, impossible: [is('other', 'no')], isPlain: true },
    { name: 'is plain for the first name', type: oneOf('a', 'b'), impossible: [is('other', 'b')], isPlain: true },
    { name: 'is plain for a number', type: count, impossible: [range('other', null, 3)], isPlain: true },
    {
      name: 'is plain for a number that may be never',
      type: year,
      impossible: [{ kind: 'never', fact: 'other' }],
      isPlain: true,
    },
    { name: 'is plain for a day', type: { kind: 'date' }, impossible: [range('other', null, 3)], isPlain: true },
    {
      name: 'is not plain where no value is left',
      type: { kind: 'yes-no' },
      impossible: [is('other', 'no'), is('other', 'yes')],
      isPlain: false,
    },
    {
      name: 'is not plain where only numbers between are left',
      type: count,
      impossible: [range('other', null, 3), range('other', 5, null)],
      isPlain: false,
    },
    {
      name: 'is not plain where what is known is it',
      type: oneOf('a', 'b'),
      impossible: [is('warrant', 'yes')],
      isPlain: false,
    },
  ]
  it.each(cases)('$name', ({ type, impossible, isPlain }) => {
    const rules = [rule('(a)', 'must-not', { condition: is('warrant', 'yes') })]
    const stack = stackUnder([instrument('us/xx/act', { rules })], {
      facts: [fact('warrant'), fact('other', type)],
      // Each bears on the act, because it reads what the rule reads.
      impossible: impossible.map((one) => ({
        ...{ fact: null, reason: words, cite: null },
        condition: both(is('warrant', 'yes'), one),
      })),
    })
    const decided = decideCertain(stack, 'hold', knowing({ warrant: 'yes' }))
    expect(decided?.verdict).toBe(isPlain ? 'prohibited' : undefined)
  })
})

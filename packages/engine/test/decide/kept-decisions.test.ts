/** Decisions that are kept are those that are made. */
import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/decide/decide.ts'
import { keptDecisions } from '../../src/decide/kept-decisions.ts'
import { stackOf } from '../../src/stack/stack.ts'
import { draws, knowledgeFrom, laws, runs } from '../random-law.ts'
import { duty, fact, instrument, is, knowing, rule, stackUnder } from '../small-law.ts'

describe('kept decisions', () => {
  it('are those that are made, on random law with random facts', () => {
    fc.assert(
      fc.property(laws, fc.array(draws, { minLength: 2, maxLength: 12 }), (law, drawn) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const kept = keptDecisions()
        for (const one of [...drawn, ...drawn]) {
          const knowledge = knowledgeFrom(law.library, one)
          expect(kept(stack, law.act, knowledge)).toEqual(decide(stack, law.act, knowledge))
        }
      }),
      runs(150),
    )
  })

  const span = { amount: 24, unit: 'hours', event: 'receipt', excludesWeekends: false, calendar: null } as const
  const stack = stackUnder([
    instrument('us/xx/act', {
      rules: [
        rule('(a)', 'may', { condition: is('warrant', 'yes'), limit: { kind: 'span', span } }),
        rule('(b)', 'must-not', { condition: is('status', 'yes'), acts: ['tell'], forcedBy: 'Ex. 9' }),
      ],
      duties: [duty('(c)', { due: { kind: 'within', span } })],
    }),
  ])
  const receipts = ['2026-11-22T10:00[America/Chicago]', '2026-11-23T11:30[America/Chicago]']

  it('count their times anew', () => {
    const kept = keptDecisions()
    const knowledge = knowing({ warrant: 'yes' })
    for (const receipt of [...receipts, ...receipts]) {
      const events = { receipt: Temporal.ZonedDateTime.from(receipt) }
      const decision = kept(stack, 'hold', knowledge, events)
      expect(decision).toEqual(decide(stack, 'hold', knowledge, events))
      expect(decision.limit?.at).toContain(`T${receipt.slice(11, 16)}`)
    }
    expect(kept(stack, 'hold', knowledge)).toMatchObject({ limit: { at: null }, duties: [{ waitsFor: 'receipt' }] })
  })

  it('say that a protected fact was used, also where the act does not read it', () => {
    const kept = keptDecisions()
    const without = knowing({ warrant: 'yes' })
    const used = knowing({ warrant: 'yes', status: 'no' })
    expect(kept(stack, 'hold', without).flags).toEqual([])
    expect(kept(stack, 'hold', used).flags).toEqual(['protected-fact'])
    expect(kept(stack, 'hold', used)).toEqual(decide(stack, 'hold', used))
  })

  it('are made again, and the same, once more were made than are kept', () => {
    const names = Array.from({ length: 11 }, (_, index) => `f.a${index}`)
    const rules = names.map((name, index) =>
      rule(`${index}`, index % 2 === 0 ? 'must-not' : 'may', {
        condition: is(name, 'yes'),
        overrides: Array.from({ length: index }, (__, before) => `${before}`),
      }),
    )
    const many = stackUnder([instrument('us/xx/act', { rules })], { facts: names.map((name) => fact(name)) })
    const kept = keptDecisions()
    const caseOf = (number: number) =>
      knowing(Object.fromEntries(names.map((name, bit) => [name, (number >>> bit) & 1 ? 'yes' : 'no'])))
    const verdicts = new Set<string>()
    for (let number = 0; number < 2048; number++) verdicts.add(kept(many, 'hold', caseOf(number)).verdict)
    expect([...verdicts].sort()).toEqual(['no-rule', 'permitted', 'prohibited'])
    for (const number of [0, 1, 2, 47, 48, 1999, 2000, 2047]) {
      expect(kept(many, 'hold', caseOf(number))).toEqual(decide(many, 'hold', caseOf(number)))
    }
  })

  it('tell what is not asked, what nobody can say and what is known apart', () => {
    const kept = keptDecisions()
    const wide = stackUnder(
      [instrument('us/xx/act', { rules: [rule('(a)', 'must', { condition: is('warrant', 'yes') })] })],
      {
        facts: [fact('warrant')],
      },
    )
    for (const state of [{}, { warrant: null }, { warrant: 'yes' }, { warrant: 'no' }]) {
      const knowledge = knowing(state)
      expect(kept(wide, 'hold', knowledge)).toEqual(decide(wide, 'hold', knowledge))
    }
  })
})

/** What a reason says beside its effect: whether it surely holds, and where the law was read. */
import { describe, expect, it } from 'vitest'
import type { Instrument, Mark, Rule } from '@brightline/language'
import { decide } from '../../src/decide/decide.ts'
import { stackOf } from '../../src/stack/stack.ts'
import { both, from, instrument, is, library, rule, stackUnder, words } from '../small-law.ts'

const state = (...rules: readonly Rule[]): Instrument => instrument('us/xx/act', { rules })
const city = (...rules: readonly Rule[]): Instrument => instrument('us/xx/town/code', { rank: 'city', rules })
const warrant = { condition: is('warrant', 'yes') }
const noWarrant = { condition: is('warrant', 'no') }

interface Case {
  readonly name: string
  readonly law: readonly Instrument[]
  readonly verdict: string
  readonly certain: readonly string[]
}

// Nothing is known in any of them.
const cases: readonly Case[] = [
  {
    name: 'a rule that decides in every case is certain',
    law: [state(rule('(a)', 'must-not'))],
    verdict: 'prohibited',
    certain: ['us/xx/act (a) decides, surely'],
  },
  {
    name: 'a rule that perhaps applies is not, beside one that does',
    law: [state(rule('(a)', 'must-not', warrant)), city(rule('(1)', 'must-not'))],
    verdict: 'prohibited',
    certain: ['us/xx/act (a) decides, perhaps', 'us/xx/town/code (1) decides, surely'],
  },
  {
    name: 'a rule that applies and is perhaps overridden is not',
    law: [state(rule('(a)', 'must-not'), rule('(b)', 'must-not', { ...warrant, overrides: ['(a)'] }))],
    verdict: 'prohibited',
    certain: ['us/xx/act (a) decides, perhaps', 'us/xx/act (b) decides, perhaps'],
  },
  {
    name: 'a displaced rule is, if it applies, though it is perhaps overridden',
    law: [
      state(rule('(a)', 'must-not')),
      city(rule('(1)', 'may'), rule('(2)', 'may', { ...warrant, overrides: ['(1)'] })),
    ],
    verdict: 'prohibited',
    certain: ['us/xx/act (a) decides, surely', 'us/xx/town/code (1) displaced, surely'],
  },
  {
    name: 'a displaced rule that perhaps applies is not',
    law: [
      state(rule('(a)', 'must-not', warrant), rule('(b)', 'must-not', noWarrant)),
      city(rule('(1)', 'may', warrant)),
    ],
    verdict: 'prohibited',
    certain: [
      'us/xx/act (a) decides, perhaps',
      'us/xx/act (b) decides, perhaps',
      'us/xx/town/code (1) displaced, perhaps',
    ],
  },
  {
    name: 'every rule takes part while facts are open',
    law: [state(rule('(a)', 'must-not'), rule('(b)', 'must', { ...warrant, overrides: ['(a)'] }))],
    verdict: 'needs-facts',
    certain: ['us/xx/act (a) decides, perhaps', 'us/xx/act (b) decides, perhaps'],
  },
]

describe('a reason', () => {
  for (const { name, law, verdict, certain } of cases) {
    it(name, () => {
      const decision = decide(stackUnder(law), 'hold', new Map())
      const shown = decision.reasons.map((one) => `${one.rule} ${one.effect}, ${one.certain ? 'surely' : 'perhaps'}`)
      expect({ verdict: decision.verdict, certain: shown }).toEqual({ verdict, certain })
    })
  }

  it('says where and when its law was read, if anybody has', () => {
    const source = { title: 'Example Code', url: 'https://example.gov/1', read: '2026-11-01' }
    const marks: readonly Mark[] = [
      { kind: 'read', source: { name: 'code', ...source } },
      { kind: 'unverified', source: null },
    ]
    const rules = marks.map((mark, index) => rule(`(${index})`, 'must-not', { mark }))
    const { reasons } = decide(stackUnder([state(...rules)]), 'hold', new Map())
    expect(reasons.map((one) => [one.mark, one.source])).toEqual([
      ['read', source],
      ['unverified', null],
    ])
  })

  it('stands in its layer on every date, also where other layers came or went that say nothing of the act', () => {
    const elsewhere = { acts: ['tell'], inForce: from('2025-01-01') }
    const law = library([
      instrument('us/upper', { place: 'us', rank: 'federal', rules: [rule('(a)', 'may', elsewhere)] }),
      state(rule('(a)', 'must-not')),
      city(rule('(1)', 'may')),
    ])
    const seen = ['2024-12-31', '2025-01-01'].map((date) =>
      decide(stackOf(law, 'us/xx/town', date), 'hold', new Map()).reasons.map(
        ({ rule: id, layer, effect }) => `${id} ${layer} ${effect}`,
      ),
    )
    const expected = ['us/xx/act (a) state decides', 'us/xx/town/code (1) city displaced']
    expect(seen).toEqual([expected, expected])
  })
})

describe('the verdicts of a reading', () => {
  for (const condition of [warrant, noWarrant]) {
    it(`stand in one order, whichever case is looked at first: ${JSON.stringify(condition.condition)}`, () => {
      const contested = { contested: from('2020-01-01') }
      const law = state(rule('(a)', 'may', contested), rule('(b)', 'must-not', { ...condition, overrides: ['(a)'] }))
      const { readings } = decide(stackUnder([law]), 'hold', new Map())
      expect(readings.map(({ verdicts }) => verdicts)).toEqual([
        ['permitted', 'prohibited'],
        ['no-rule', 'prohibited'],
      ])
    })
  }

  it('are none of cases that cannot be', () => {
    const condition = both(is('warrant', 'yes'), is('charged', 'yes'))
    const law = state(
      rule('(a)', 'may', { contested: from('2020-01-01') }),
      rule('(b)', 'must-not', { condition, overrides: ['(a)'] }),
    )
    const impossible = [{ reason: words, fact: null, condition, cite: null }]
    const { readings } = decide(stackUnder([law], { impossible }), 'hold', new Map())
    expect(readings.map(({ verdicts }) => verdicts)).toEqual([['permitted'], ['no-rule']])
  })
})

/** What each rule did in a decision. */
import { describe, expect, it } from 'vitest'
import type { Instrument } from '@brightline/language'
import { decide } from '../../src/decide/decide.ts'
import type { FactValue } from '../../src/fact/condition.ts'
import { duty, from, instrument, is, knowing, notEncoded, rule, stackUnder, words } from '../small-law.ts'

const state = (...rules: readonly Instrument['rules'][number][]): Instrument => instrument('us/xx/act', { rules })
const city = (...rules: readonly Instrument['rules'][number][]): Instrument =>
  instrument('us/xx/town/code', { rank: 'city', rules })
const contested = { contested: from('2020-01-01') }
const warrant = is('warrant', 'yes')

const seizing = [{ name: 'hold', phrase: words, topic: 'custody', lasts: true, power: 'Ex. Const. 4' }]

interface Case {
  readonly name: string
  readonly law: readonly Instrument[]
  readonly facts?: Readonly<Record<string, FactValue | null>>
  /** Whether the act needs a power. */
  readonly power?: boolean
  readonly verdict: string
  readonly effects: readonly string[]
}

const cases: readonly Case[] = [
  { name: 'no rule says nothing', law: [], verdict: 'no-rule', effects: [] },
  {
    name: 'an exception overrides the rule that it names',
    law: [state(rule('(a)', 'must-not'), rule('(b)', 'must', { condition: warrant, overrides: ['(a)'] }))],
    facts: { warrant: 'yes' },
    verdict: 'required',
    effects: ['us/xx/act (b) decides', 'us/xx/act (a) overridden by us/xx/act (b)'],
  },
  {
    name: 'an exception that does not apply is not shown',
    law: [state(rule('(a)', 'must-not'), rule('(b)', 'must', { condition: warrant, overrides: ['(a)'] }))],
    facts: { warrant: 'no' },
    verdict: 'prohibited',
    effects: ['us/xx/act (a) decides'],
  },
  {
    name: 'an exception to an exception lets the first rule decide again',
    law: [
      state(
        rule('(a)', 'must-not'),
        rule('(b)', 'must', { overrides: ['(a)'] }),
        rule('(c)', 'must-not', { condition: warrant, overrides: ['(b)'] }),
      ),
    ],
    facts: { warrant: 'yes' },
    verdict: 'prohibited',
    effects: ['us/xx/act (a) decides', 'us/xx/act (c) decides', 'us/xx/act (b) overridden by us/xx/act (c)'],
  },
  {
    name: 'two undefeated rules of one instrument that disagree are a conflict that names both',
    law: [state(rule('(a)', 'must-not'), rule('(b)', 'must'))],
    verdict: 'conflict',
    effects: ['us/xx/act (a) decides', 'us/xx/act (b) decides'],
  },
  {
    name: 'a city may be stricter than a state that permits: a floor may be exceeded',
    law: [state(rule('(a)', 'may')), city(rule('(1)', 'must-not'))],
    verdict: 'prohibited',
    effects: ['us/xx/town/code (1) decides', 'us/xx/act (a) overridden by us/xx/town/code (1)'],
  },
  {
    name: 'a city may not restrict under a ceiling: its prohibition is displaced and shown',
    law: [state(rule('(a)', 'may', { reach: 'ceiling' })), city(rule('(1)', 'must-not'))],
    verdict: 'permitted',
    effects: ['us/xx/act (a) decides', 'us/xx/town/code (1) displaced by us/xx/act (a)'],
  },
  {
    name: 'a state that may forbid too is named beside the city that surely does',
    law: [state(rule('(a)', 'must-not', { condition: warrant })), city(rule('(1)', 'must-not'))],
    verdict: 'prohibited',
    effects: ['us/xx/act (a) decides', 'us/xx/town/code (1) decides'],
  },
  {
    name: 'a city that may forbid too is not named beside the state that surely does',
    law: [state(rule('(a)', 'must-not')), city(rule('(1)', 'must-not', { condition: warrant }))],
    verdict: 'prohibited',
    effects: ['us/xx/act (a) decides'],
  },
  {
    name: 'a conflict names each text that takes part in it, also those that only perhaps apply',
    law: [
      state(
        rule('(a)', 'must-not'),
        rule('(b)', 'must', { condition: warrant }),
        rule('(c)', 'must', { condition: is('warrant', 'no') }),
      ),
    ],
    verdict: 'conflict',
    effects: ['us/xx/act (a) decides', 'us/xx/act (b) decides', 'us/xx/act (c) decides'],
  },
  {
    name: 'a state that may permit is not named where the city permits by itself',
    law: [state(rule('(a)', 'may', { condition: warrant })), city(rule('(1)', 'may'))],
    verdict: 'permitted',
    effects: ['us/xx/town/code (1) decides'],
  },
  {
    name: 'a city cannot permit what the state prohibits',
    law: [state(rule('(a)', 'must-not')), city(rule('(1)', 'may'))],
    verdict: 'prohibited',
    effects: ['us/xx/act (a) decides', 'us/xx/town/code (1) displaced by us/xx/act (a)'],
  },
  {
    name: 'a city that prohibits what the state prohibits decides with it',
    law: [state(rule('(a)', 'must-not')), city(rule('(1)', 'must-not'))],
    verdict: 'prohibited',
    effects: ['us/xx/act (a) decides', 'us/xx/town/code (1) decides'],
  },
  {
    name: 'a court order displaces the law of the state',
    law: [
      state(rule('(a)', 'must')),
      instrument('us/xx/order', { rank: 'court-order', rules: [rule('(1)', 'must-not')] }),
    ],
    verdict: 'prohibited',
    effects: ['us/xx/order (1) decides', 'us/xx/act (a) displaced by us/xx/order (1)'],
  },
  {
    name: 'a permission in one act does not repeal a prohibition in another of the same rank',
    law: [state(rule('(a)', 'may')), instrument('us/xx/other', { rules: [rule('(1)', 'must-not')] })],
    verdict: 'prohibited',
    effects: ['us/xx/other (1) decides', 'us/xx/act (a) overridden by us/xx/other (1)'],
  },
  {
    name: 'a rule for another agency is not shown',
    law: [state(rule('(a)', 'must-not', { agencies: ['police'] }), rule('(b)', 'may', { agencies: ['jail'] }))],
    facts: { agency: 'jail' },
    verdict: 'permitted',
    effects: ['us/xx/act (b) decides'],
  },
  {
    name: 'a lifted duty decides that no rule does, and overrides the duty that it names',
    law: [state(rule('(a)', 'must'), rule('(b)', 'need-not', { overrides: ['(a)'] }))],
    verdict: 'no-rule',
    effects: ['us/xx/act (b) decides', 'us/xx/act (a) overridden by us/xx/act (b)'],
  },
  {
    name: 'a lifted duty that names no duty contradicts it',
    law: [state(rule('(a)', 'must'), rule('(b)', 'need-not'))],
    verdict: 'conflict',
    effects: ['us/xx/act (a) decides', 'us/xx/act (b) decides'],
  },
  {
    name: 'a lifted duty binds nobody below: the lower duty stands, and it beside it',
    law: [state(rule('(a)', 'need-not')), city(rule('(1)', 'must'))],
    verdict: 'required',
    effects: ['us/xx/town/code (1) decides', 'us/xx/act (a) beside'],
  },
  {
    name: 'a bar displaces the prohibition of a city, and gives no power',
    law: [state(rule('(a)', 'nobody-may-forbid')), city(rule('(1)', 'must-not'))],
    power: true,
    verdict: 'no-rule',
    effects: ['us/xx/town/code (1) displaced by us/xx/act (a)', 'us/xx/act (a) beside'],
  },
  {
    name: 'a bar alone lets an act be done that needs no power',
    law: [state(rule('(a)', 'nobody-may-forbid')), city(rule('(1)', 'must-not'))],
    verdict: 'permitted',
    effects: ['us/xx/act (a) decides', 'us/xx/town/code (1) displaced by us/xx/act (a)'],
  },
  {
    name: 'a power between a bar and a prohibition decides: it is the bar that displaces',
    law: [
      instrument('us/act', { rank: 'federal', rules: [rule('(i)', 'nobody-may-forbid')] }),
      state(rule('(a)', 'may')),
      city(rule('(1)', 'must-not')),
    ],
    power: true,
    verdict: 'permitted',
    effects: ['us/xx/act (a) decides', 'us/xx/town/code (1) displaced by us/act (i)', 'us/act (i) beside'],
  },
  {
    name: 'a power of the rank whose other text is displaced is still a power',
    law: [
      instrument('us/act', { rank: 'federal', rules: [rule('(i)', 'nobody-may-forbid')] }),
      state(rule('(a)', 'may')),
      instrument('us/xx/other', { rules: [rule('(1)', 'must-not')] }),
    ],
    power: true,
    verdict: 'permitted',
    effects: ['us/xx/act (a) decides', 'us/xx/other (1) displaced by us/act (i)', 'us/act (i) beside'],
  },
  {
    name: 'a bar of the same rank displaces nothing',
    law: [state(rule('(a)', 'must-not')), instrument('us/xx/other', { rules: [rule('(1)', 'nobody-may-forbid')] })],
    verdict: 'prohibited',
    effects: ['us/xx/act (a) decides', 'us/xx/other (1) beside'],
  },
  {
    name: 'what nothing here forbids is overridden, and still no power',
    law: [state(rule('(a)', 'must-not'), rule('(b)', 'not-forbidden', { overrides: ['(a)'] }))],
    power: true,
    verdict: 'no-rule',
    effects: ['us/xx/act (a) overridden by us/xx/act (b)', 'us/xx/act (b) beside'],
  },
  {
    name: 'what nothing here forbids may be done where it needs no power',
    law: [state(rule('(a)', 'must-not'), rule('(b)', 'not-forbidden', { overrides: ['(a)'] }))],
    verdict: 'permitted',
    effects: ['us/xx/act (b) decides', 'us/xx/act (a) overridden by us/xx/act (b)'],
  },
]

describe('the effects of rules', () => {
  for (const { name, law, facts = {}, power = false, verdict, effects } of cases) {
    it(name, () => {
      const stack = stackUnder(law, power ? { acts: seizing } : {})
      const decision = decide(stack, 'hold', knowing(facts))
      const shown = decision.reasons.map(
        ({ rule: id, effect, by }) => `${id} ${effect}${by.length > 0 ? ` by ${by.join()}` : ''}`,
      )
      expect({ verdict: decision.verdict, effects: shown }).toEqual({ verdict, effects })
    })
  }
})

describe('contested force', () => {
  it('gives both readings where they differ, and goes to counsel', () => {
    const { verdict, readings, flags } = decide(stackUnder([state(rule('(a)', 'must', contested))]), 'hold', new Map())
    expect(verdict).toBe('conflict')
    expect(readings).toEqual([
      { without: [], verdicts: ['required'] },
      { without: ['us/xx/act'], verdicts: ['no-rule'] },
    ])
    expect(flags).toContain('contested')
  })

  it('is not mentioned where the contested text changes nothing', () => {
    const law = [
      instrument('us/act', { rank: 'federal', rules: [rule('(1)', 'must')] }),
      state(rule('(a)', 'must-not', contested)),
    ]
    const { verdict, readings, flags } = decide(stackUnder(law), 'hold', new Map())
    expect({ verdict, readings, flags }).toEqual({ verdict: 'required', readings: [], flags: [] })
  })

  it('gives every choice of two contested instruments', () => {
    const law = [state(rule('(a)', 'must-not', contested)), city(rule('(1)', 'must', contested))]
    const { readings } = decide(stackUnder(law), 'hold', new Map())
    expect(readings.map(({ without, verdicts }) => `${without.join()}: ${verdicts.join()}`)).toEqual([
      ': prohibited',
      'us/xx/act: required',
      'us/xx/town/code: prohibited',
      'us/xx/act,us/xx/town/code: no-rule',
    ])
  })

  it('brings back the rule that a contested exception overrides, in the reading without it', () => {
    const law = [state(rule('(a)', 'must-not'), rule('(b)', 'must', { ...contested, overrides: ['(a)'] }))]
    const { readings } = decide(stackUnder(law), 'hold', new Map())
    expect(readings.map(({ verdicts }) => verdicts.join())).toEqual(['required', 'prohibited'])
  })
})

describe('duties', () => {
  const after = duty('(d)', { trigger: { kind: 'after', acts: ['hold'] } })
  const cases = [
    { name: 'after the act arise where it is required', law: state(rule('(a)', 'must')), expected: ['us/xx/more (d)'] },
    { name: 'after the act arise where it is permitted', law: state(rule('(a)', 'may')), expected: ['us/xx/more (d)'] },
    { name: 'after the act do not arise where it is prohibited', law: state(rule('(a)', 'must-not')), expected: [] },
    {
      name: 'after the act do not arise where counsel decides',
      law: state(rule('(a)', 'must'), rule('(b)', 'may')),
      expected: [],
    },
  ]
  for (const { name, law, expected } of cases) {
    it(name, () => {
      const { duties } = decide(
        stackUnder([law, instrument('us/xx/more', { rank: 'county', duties: [after] })]),
        'hold',
        new Map(),
      )
      expect(duties.map(({ duty: id }) => id)).toEqual(expected)
    })
  }

  it('on request arise whatever the verdict, and only perhaps where their condition is open', () => {
    const law = instrument('us/xx/act', {
      rules: [rule('(a)', 'must-not')],
      duties: [
        duty('(c)'),
        duty('(d)', { condition: warrant }),
        duty('(e)', { trigger: { kind: 'on-request', acts: ['tell'] } }),
      ],
    })
    const { duties } = decide(stackUnder([law]), 'hold', new Map())
    expect(duties.map(({ duty: id, certain }) => [id, certain])).toEqual([
      ['us/xx/act (c)', true],
      ['us/xx/act (d)', false],
    ])
  })
})

describe('what is not encoded', () => {
  const open = { notEncoded: [notEncoded('(n)')] }
  const cases = [
    {
      name: 'in the layer that requires is named',
      above: { ...open, rules: [rule('(a)', 'must')] },
      missing: ['us/xx/act (n)'],
    },
    { name: 'below a layer that requires is not', above: { rules: [rule('(a)', 'must')] }, missing: [] },
    { name: 'below a layer that forbids is not', above: { rules: [rule('(a)', 'must-not')] }, missing: [] },
    {
      name: 'below a layer that permits is named',
      above: { rules: [rule('(a)', 'may')] },
      missing: ['us/xx/town/code (n)'],
    },
  ] as const
  for (const { name, above, missing } of cases) {
    it(name, () => {
      const below = instrument('us/xx/town/code', { rank: 'city', ...('notEncoded' in above ? {} : open) })
      const decision = decide(stackUnder([instrument('us/xx/act', above), below]), 'hold', new Map())
      expect(decision.missing.map(({ provision }) => provision)).toEqual(missing)
    })
  }
})

describe('the face of a decision', () => {
  it('says that a deciding rule is unverified, and not that a displaced one is', () => {
    const unverified = { mark: { kind: 'unverified', source: null } } as const
    const flagsOf = (law: readonly Instrument[]): readonly string[] => decide(stackUnder(law), 'hold', new Map()).flags
    expect(flagsOf([state(rule('(a)', 'must-not', unverified))])).toEqual(['unverified'])
    expect(flagsOf([state(rule('(a)', 'must-not')), city(rule('(1)', 'may', unverified))])).toEqual([])
  })

  it('says nothing of the marks of rules that only perhaps decide', () => {
    const unverified = { mark: { kind: 'unverified', source: null } } as const
    const stack = stackUnder([state(rule('(a)', 'must-not', { ...unverified, condition: warrant }))])
    const { verdict, flags } = decide(stack, 'hold', new Map())
    expect({ verdict, flags }).toEqual({ verdict: 'needs-facts', flags: [] })
    expect(decide(stack, 'hold', knowing({ warrant: 'yes' })).flags).toEqual(['unverified'])
  })

  it('names the decider closest to the counter', () => {
    const law = [
      state(rule('(a)', 'may', { decider: { en: 'the sheriff', es: 'el alguacil' } })),
      city(rule('(1)', 'may', { decider: { en: 'the chief', es: 'el jefe' } })),
    ]
    expect(decide(stackUnder(law), 'hold', new Map()).deciders).toEqual([{ en: 'the chief', es: 'el jefe' }])
  })

  it('names no decider where nobody has discretion', () => {
    expect(
      decide(
        stackUnder([state(rule('(a)', 'must', { decider: { en: 'the sheriff', es: 'el alguacil' } }))]),
        'hold',
        new Map(),
      ).deciders,
    ).toEqual([])
  })
})

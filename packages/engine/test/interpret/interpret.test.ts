/** The reference interpreter on law that is read by eye: what it answers, by which rules, in which readings. */
import { describe, expect, it } from 'vitest'
import type { Duty, Rule } from '@brightline/language'
import { applies, concerns, interpret, letsAct, liveRules, rulesFor, subsets } from '../../src/interpret/interpret.ts'
import { contestedOn } from '../../src/stack/stack.ts'
import { state, type State } from '../../src/stack/verdict.ts'
import { always, duty, from, instrument, is, library, rule, stackUnder } from '../small-law.ts'

const { vocabulary } = library([])

const jail = new Map([
  ['agency', 'jail'],
  ['warrant', 'yes'],
])
const contested = { contested: from('2020-01-01') }

describe('a rule', () => {
  const cases: readonly { readonly name: string; readonly rule: Rule; readonly applies: boolean }[] = [
    { name: 'applies to every agency where it names none', rule: rule('(a)', 'may'), applies: true },
    {
      name: 'applies to an agency that it names',
      rule: rule('(a)', 'may', { agencies: ['police', 'jail'] }),
      applies: true,
    },
    { name: 'applies to no other agency', rule: rule('(a)', 'may', { agencies: ['police'] }), applies: false },
    {
      name: 'applies where its condition holds',
      rule: rule('(a)', 'may', { condition: is('warrant', 'yes') }),
      applies: true,
    },
    { name: 'applies nowhere else', rule: rule('(a)', 'may', { condition: is('warrant', 'no') }), applies: false },
    {
      name: 'needs both its agency and its condition',
      rule: rule('(a)', 'may', { agencies: ['police'], condition: is('warrant', 'yes') }),
      applies: false,
    },
  ]
  for (const { name, rule: one, applies: wanted } of cases) {
    it(name, () => expect(applies(one, jail, vocabulary)).toBe(wanted))
  }
})

describe('a live rule', () => {
  const live = (...rules: readonly Rule[]): readonly string[] =>
    liveRules(instrument('us/xx/act', { rules }).rules, jail, vocabulary).map(({ label }) => label)
  const [a, b, c] = [
    rule('(a)', 'must-not'),
    rule('(b)', 'may', { overrides: ['(a)'] }),
    rule('(c)', 'must', { overrides: ['(b)'] }),
  ]

  it('is one that applies', () => expect(live(a)).toEqual(['(a)']))
  it('is not one that a live rule overrides', () => expect(live(a, b)).toEqual(['(b)']))
  it('is one whose overriding rule is itself overridden', () => expect(live(a, b, c)).toEqual(['(a)', '(c)']))
  it('is one whose overriding rule does not apply', () => {
    expect(live(a, { ...b, condition: is('warrant', 'no') })).toEqual(['(a)'])
  })
  it('is not one that does not apply', () => expect(live({ ...a, condition: is('warrant', 'no') })).toEqual([]))
})

describe('the rules of an instrument on an act', () => {
  const { layers } = stackUnder([
    instrument('us/xx/act', {
      rules: [rule('(a)', 'may', contested), rule('(b)', 'must'), rule('(c)', 'may', { acts: ['tell'] })],
    }),
  ])
  const [standing] = layers.flatMap(({ instruments }) => instruments)
  const cases = [
    { name: 'are those on the act', act: 'hold', without: [], labels: ['(a)', '(b)'] },
    { name: 'are no others', act: 'tell', without: [], labels: ['(c)'] },
    {
      name: 'lose the contested ones where the instrument is left out',
      act: 'hold',
      without: ['us/xx/act'],
      labels: ['(b)'],
    },
    { name: 'keep them where another is left out', act: 'hold', without: ['us/act'], labels: ['(a)', '(b)'] },
  ]
  for (const { name, act, without, labels } of cases) {
    it(name, () => {
      expect(standing && rulesFor(standing, act, without).map(({ label }) => label)).toEqual(labels)
    })
  }
})

it('lists every choice of some of the items, nothing left out first', () => {
  expect(subsets([])).toEqual([[]])
  expect(subsets(['a', 'b'])).toEqual([[], ['a'], ['b'], ['a', 'b']])
})

describe('the readings of contested law', () => {
  const stack = stackUnder([
    instrument('us/act', { rank: 'federal', rules: [rule('(a)', 'must-not', contested)] }),
    instrument('us/xx/act', { rules: [rule('(a)', 'may'), rule('(b)', 'may', { acts: ['tell'], ...contested })] }),
  ])

  it('are one where nothing on the act is contested', () => {
    const plain = stackUnder([instrument('us/xx/act', { rules: [rule('(a)', 'may')] })])
    expect(interpret(plain, 'hold', jail)).toEqual({
      state: state.permitted,
      readings: [{ without: [], state: state.permitted }],
      live: new Set(['us/xx/act (a)']),
      duties: [],
      counsel: false,
      notEncoded: [],
    })
  })

  it('are those with the contested provisions and without them, and go to counsel where they differ', () => {
    expect(contestedOn(stack, 'hold').map(({ instrument: { id } }) => id)).toEqual(['us/act'])
    expect(interpret(stack, 'hold', jail)).toEqual({
      state: state.conflict,
      readings: [
        { without: [], state: state.prohibited },
        { without: ['us/act'], state: state.permitted },
      ],
      live: new Set(['us/act (a)', 'us/xx/act (a)']),
      duties: [],
      counsel: false,
      notEncoded: [],
    })
  })
})

describe('layers and ranks', () => {
  const answer = (...instruments: Parameters<typeof stackUnder>[0]): State =>
    interpret(stackUnder(instruments), 'hold', jail).state
  const [may, mustNot, must] = [rule('(a)', 'may'), rule('(a)', 'must-not'), rule('(a)', 'must')]
  const cases: readonly {
    readonly name: string
    readonly says: State
    readonly by: Parameters<typeof stackUnder>[0]
  }[] = [
    { name: 'say nothing without law', by: [], says: state.nothing },
    {
      name: 'let the state forbid what federal law permits',
      by: [instrument('us/act', { rank: 'federal', rules: [may] }), instrument('us/xx/act', { rules: [mustNot] })],
      says: state.prohibited,
    },
    {
      name: 'keep a permission with a ceiling',
      by: [
        instrument('us/act', { rank: 'federal', rules: [rule('(a)', 'may', { reach: 'ceiling' })] }),
        instrument('us/xx/act', { rules: [mustNot] }),
      ],
      says: state.permittedCeiling,
    },
    {
      name: 'are in conflict where two acts of one rank contradict each other',
      by: [instrument('us/xx/one', { rules: [must] }), instrument('us/xx/two', { rules: [mustNot] })],
      says: state.conflict,
    },
    {
      name: 'are in conflict where one act contradicts itself',
      by: [instrument('us/xx/one', { rules: [may, rule('(b)', 'must')] })],
      says: state.conflict,
    },
  ]
  for (const { name, by, says } of cases) {
    it(name, () => expect(answer(...by)).toBe(says))
  }
})

describe('a duty', () => {
  const onRequest = duty('(r)', { trigger: { kind: 'on-request', acts: ['hold'] } })
  const after = duty('(f)', { trigger: { kind: 'after', acts: ['hold'] } })
  const yearly = duty('(y)', { trigger: { kind: 'each-year', by: null } })

  it.each([
    { name: 'on request concerns its act', one: onRequest, act: 'hold', isSo: true },
    { name: 'after an act concerns it', one: after, act: 'hold', isSo: true },
    { name: 'concerns no other act', one: after, act: 'tell', isSo: false },
    { name: 'of every year concerns no act', one: yearly, act: 'hold', isSo: false },
  ])('$name', ({ one, act, isSo }) => {
    expect(concerns(one, act)).toBe(isSo)
  })

  const duties = (modal: Rule['modal'], ...given: readonly Duty[]): readonly string[] =>
    interpret(
      stackUnder([instrument('us/xx/act', { rules: [rule('(a)', modal)], duties: given })]),
      'hold',
      jail,
    ).duties.map(({ label }) => label)

  it('on request arises whatever the answer', () => {
    expect(duties('must-not', onRequest, after, yearly)).toEqual(['(r)'])
  })

  it('after an act arises where the act may or must be done', () => {
    expect(duties('may', onRequest, after, yearly)).toEqual(['(r)', '(f)'])
    expect(duties('must', after)).toEqual(['(f)'])
  })

  it('arises only where it applies', () => {
    expect(duties('may', { ...after, agencies: ['police'] }, { ...onRequest, condition: is('warrant', 'no') })).toEqual(
      [],
    )
    expect(duties('may', { ...after, agencies: ['jail'], condition: always })).toEqual(['(f)'])
  })

  it('is let arise by three of six answers', () => {
    const { nothing, required, prohibited, permitted, permittedCeiling, conflict } = state
    expect(
      [nothing, required, prohibited, permitted, permittedCeiling, conflict].map((one) => letsAct(one, true)),
    ).toEqual([false, true, false, true, true, false])
  })
})

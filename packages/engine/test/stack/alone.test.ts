import { describe, expect, it } from 'vitest'
import { aloneInStack, datesOf } from '../../src/stack/alone.ts'
import { asOf, doubt, duty, fact, from, instrument, is, library, rule } from '../small-law.ts'

describe('the dates of one instrument', () => {
  it('are the first days of its rules and duties, and the days after their last, in order and each once', () => {
    const act = instrument('us/xx/act', {
      rules: [
        rule('(a)', 'must', { inForce: [...from('2022-01-01'), ...from('2018-01-01', '2019-12-31')] }),
        rule('(b)', 'may', { inForce: from('2018-01-01') }),
      ],
      duties: [duty('(c)', { inForce: from('2020-05-01', '2020-05-31') })],
      doubts: [doubt('(d)', is('warrant', 'yes'), false, { inForce: from('2021-05-01') })],
    })
    expect(datesOf(act)).toEqual(['2018-01-01', '2020-01-01', '2020-05-01', '2020-06-01', '2022-01-01'])
  })

  it('begin with the first day of all where a rule has always been law', () => {
    const always = rule('(a)', 'must', { inForce: from(null, '2019-12-31') })
    expect(datesOf(instrument('us/xx/act', { rules: [always] }))).toEqual(['0001-01-01', '2020-01-01'])
  })
})

describe('an instrument alone in a stack', () => {
  const act = instrument('us/xx/act', {
    rank: 'county',
    rules: [rule('(a)', 'must', { contested: from('2000-01-01') }), rule('(b)', 'may')],
    duties: [duty('(c)')],
    doubts: [doubt('(d)', is('warrant', 'yes'), false)],
  })
  const law = library([act, instrument('us/act', { rules: [rule('(a)', 'must-not')] })], {
    facts: [fact('warrant'), { ...fact('xx.recent'), place: 'us/xx' }, { ...fact('yy.recent'), place: 'us/yy' }],
  })
  const stack = aloneInStack(law, act, act.rules.slice(0, 1), asOf)

  it('is heard with the given rules and nothing else, none of them contested', () => {
    const standing = {
      instrument: act,
      rules: act.rules.slice(0, 1),
      duties: [],
      doubts: [],
      notEncoded: [],
      contested: new Set(),
    }
    expect(stack.layers).toEqual([{ rank: 'county', instruments: [standing] }])
  })

  it('stands at its place and date, in its library, under no hash', () => {
    expect([stack.place, stack.asOf, stack.library === law, stack.policyHash]).toEqual(['us/xx', asOf, true, ''])
  })

  it('knows the words of its place and above', () => {
    expect(stack.vocabulary.facts.map(({ name }) => name)).toEqual(['warrant', 'xx.recent'])
  })
})

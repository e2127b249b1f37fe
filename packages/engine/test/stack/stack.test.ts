import { describe, expect, it } from 'vitest'
import {
  contestedOn,
  datesOfChange,
  doubtsOf,
  dutiesOf,
  lawOn,
  placesAbove,
  rulesOf,
  stackOf,
  wordsOf,
} from '../../src/stack/stack.ts'
import { asOf, doubt, duty, fact, from, instrument, is, library, rule } from '../small-law.ts'

const town = 'us/xx/town'
const must = rule('(a)', 'must')

describe('the places above a place', () => {
  const cases = [
    { name: 'of the nation are itself', place: 'us', expected: ['us'] },
    { name: 'of a town are the nation, the state and itself', place: town, expected: ['us', 'us/xx', town] },
  ]
  for (const { name, place, expected } of cases) {
    it(name, () => {
      expect(placesAbove(place)).toEqual(expected)
    })
  }
})

describe('the stack of a place', () => {
  const cases: readonly {
    readonly name: string
    readonly place: string
    readonly id: string
    readonly isIn: boolean
  }[] = [
    { name: 'has the law of the nation', place: town, id: 'us/act', isIn: true },
    { name: 'has the law of its state', place: town, id: 'us/xx/act', isIn: true },
    { name: 'has its own law', place: town, id: 'us/xx/town/code', isIn: true },
    { name: 'lacks the law of another state', place: town, id: 'us/yy/act', isIn: false },
    { name: 'lacks the law of another town', place: town, id: 'us/xx/village/code', isIn: false },
    { name: 'lacks the law of a town whose name begins alike', place: town, id: 'us/xx/town-two/code', isIn: false },
    { name: 'lacks the law below it', place: 'us/xx', id: 'us/xx/town/code', isIn: false },
  ]
  for (const { name, place, id, isIn } of cases) {
    it(name, () => {
      const { layers } = stackOf(library([instrument(id, { rules: [must] })]), place, asOf)
      expect(layers.length > 0).toBe(isIn)
    })
  }

  it('puts the ranks in order from the top, a court order under federal law and over state law', () => {
    const ranks = ['campus', 'city', 'agency', 'state', 'court-order', 'county', 'federal'] as const
    const instruments = ranks.map((rank) => instrument(`us/${rank}`, { rank, rules: [must] }))
    const { layers } = stackOf(library(instruments), town, asOf)
    expect(layers.map(({ rank }) => rank)).toEqual([
      'federal',
      'court-order',
      'state',
      'county',
      'city',
      'agency',
      'campus',
    ])
  })

  it('puts instruments of one rank in one layer, whatever their places', () => {
    const instruments = [instrument('us/xx/one', { rules: [must] }), instrument('us/xx/town/two', { rules: [must] })]
    expect(stackOf(library(instruments), town, asOf).layers.map((layer) => layer.instruments.length)).toEqual([2])
  })

  it('leaves out instruments of which nothing is in force', () => {
    const repealed = instrument('us/xx/old', {
      rules: [rule('(a)', 'must', { inForce: from('2001-01-01', '2019-12-31') })],
    })
    expect(stackOf(library([repealed]), town, asOf).layers).toEqual([])
  })

  it('collects rules and duties over all layers', () => {
    const instruments = [
      instrument('us/act', { rank: 'federal', rules: [must], duties: [duty('(c)')] }),
      instrument('us/xx/act', { rules: [must, rule('(b)', 'may')] }),
    ]
    const stack = stackOf(library(instruments), town, asOf)
    expect(rulesOf(stack).map(({ id }) => id)).toEqual(['us/act (a)', 'us/xx/act (a)', 'us/xx/act (b)'])
    expect(dutiesOf(stack).map(({ id }) => id)).toEqual(['us/act (c)'])
  })
})

describe('a provision', () => {
  const dated = rule('(a)', 'must', { inForce: [...from('2018-01-01', '2019-12-31'), ...from('2022-01-01')] })
  const cases = [
    { name: 'is not law on the day before it takes effect', on: '2017-12-31', isLaw: false },
    { name: 'is law on the day it takes effect', on: '2018-01-01', isLaw: true },
    { name: 'is law on its last day', on: '2019-12-31', isLaw: true },
    { name: 'is not law on the day after its last', on: '2020-01-01', isLaw: false },
    { name: 'is law again when it is enacted again', on: '2022-01-01', isLaw: true },
  ]
  for (const { name, on, isLaw } of cases) {
    it(name, () => {
      expect(rulesOf(stackOf(library([instrument('us/xx/act', { rules: [dated] })]), town, on)).length > 0).toBe(isLaw)
    })
  }

  it('is contested only on the days on which its force is', () => {
    const contested = rule('(a)', 'must', { contested: from('2020-01-01', '2020-12-31') })
    const law = library([instrument('us/xx/act', { rules: [contested] })])
    const on = (date: string): number => contestedOn(stackOf(law, town, date), 'hold').length
    expect([on('2019-12-31'), on('2020-01-01'), on('2020-12-31'), on('2021-01-01')]).toEqual([0, 1, 1, 0])
  })

  it('is contested where one of its rules on the act is', () => {
    const rules = [rule('(a)', 'must', { contested: from('2020-01-01') }), rule('(b)', 'may')]
    expect(contestedOn(stackOf(library([instrument('us/xx/act', { rules })]), town, asOf), 'hold')).toHaveLength(1)
  })

  it('makes no other act contested', () => {
    const contested = rule('(a)', 'must', { contested: from('2020-01-01') })
    expect(
      contestedOn(stackOf(library([instrument('us/xx/act', { rules: [contested] })]), town, asOf), 'tell'),
    ).toEqual([])
  })
})

describe('the dates of change of a place', () => {
  it('are the first days of force and the days after the last, of all law that binds it, each once', () => {
    const law = library([
      instrument('us/act', { rules: [rule('(a)', 'must', { inForce: from('1996-09-30') })] }),
      instrument('us/xx/act', {
        rules: [
          rule('(a)', 'must', {
            inForce: from('2018-01-01', '2019-12-31'),
            contested: from('2019-03-01', '2019-03-31'),
          }),
        ],
        duties: [duty('(b)', { inForce: from('2018-01-01') })],
        doubts: [doubt('(c)', is('warrant', 'yes'), false, { inForce: from('2021-05-01') })],
      }),
      instrument('us/yy/act', { rules: [rule('(a)', 'must', { inForce: from('1850-01-01') })] }),
    ])
    const expected = ['1996-09-30', '2018-01-01', '2019-03-01', '2019-04-01', '2020-01-01', '2021-05-01']
    expect(datesOfChange(law, town)).toEqual(expected)
  })
})

describe('the name of the law on an act', () => {
  const law = library([
    instrument('us/xx/act', {
      rules: [must, rule('(b)', 'may', { acts: ['tell'], contested: from('2020-01-01') })],
      duties: [duty('(c)')],
    }),
  ])
  const named = (act: string, on: string): string => lawOn(stackOf(law, town, on), act)

  it('is the same on days between which nothing changes on the act', () => {
    expect(named('hold', '2019-01-01')).toBe(named('hold', '2021-01-01'))
  })

  it('differs once a provision on the act is contested', () => {
    expect(named('tell', '2019-01-01')).not.toBe(named('tell', '2021-01-01'))
  })

  it('differs from act to act', () => {
    expect(named('hold', asOf)).not.toBe(named('tell', asOf))
  })
})

describe('the words that law of a place knows', () => {
  const label = { en: 'x' }
  const [here, there] = [{ place: 'us/xx' }, { place: 'us/yy' }]
  const law = library([], {
    facts: [fact('all'), { ...fact('here'), ...here }, { ...fact('there'), ...there }],
    impossible: [
      { reason: label, fact: null, condition: is('all', 'yes'), cite: 'all' },
      { reason: label, fact: null, condition: is('here', 'yes'), cite: 'here', ...here },
      { reason: label, fact: null, condition: is('there', 'yes'), cite: 'there', ...there },
    ],
  })
  const places = placesAbove(town)

  it('are those of everywhere, of the place and of the places above', () => {
    const { facts, impossible } = wordsOf(law, places)
    expect(facts.map(({ name }) => name)).toEqual(['all', 'here'])
    expect(impossible.map(({ cite }) => cite)).toEqual(['all', 'here'])
  })

  it('leave out agencies, acts and events that only law elsewhere knows', () => {
    const event = { name: 'receipt', label, isKnownAtCounter: true }
    const known = { ...law.vocabulary, events: [event] }
    const double = <T extends object>(items: readonly T[]): T[] =>
      items.flatMap((item) => [item, { ...item, ...here }, { ...item, ...there }])
    const vocabulary = {
      ...known,
      agencies: double(known.agencies),
      acts: double(known.acts),
      events: double(known.events),
    }
    const words = wordsOf({ ...law, vocabulary }, places)
    expect([words.agencies, words.acts, words.events].map(({ length }) => length)).toEqual([4, 4, 2])
  })

  it('are one object for the same places of one library, and others for other places', () => {
    expect(wordsOf(law, places)).toBe(wordsOf(law, [...places]))
    expect(wordsOf(law, ['us'])).not.toBe(wordsOf(law, places))
    expect(wordsOf({ ...law }, places)).not.toBe(wordsOf(law, places))
    expect(wordsOf(law, ['us', 'us/yy'])).not.toBe(wordsOf(law, places))
  })
})

describe('what the name of the law on an act is made of', () => {
  const one = (more: Parameters<typeof instrument>[1]): string =>
    lawOn(stackOf(library([instrument('us/xx/act', more)]), town, asOf), 'hold')

  it.each([
    {
      name: 'the act alone where nothing bears on it',
      more: { rules: [rule('(a)', 'may', { acts: ['tell'] })] },
      is: 'hold: ',
    },
    { name: 'rank and rule', more: { rules: [must] }, is: 'hold: state us/xx/act (a)' },
    {
      name: 'a mark where a rule is contested',
      more: { rules: [rule('(a)', 'must', { contested: from('2020-01-01') })] },
      is: 'hold: state us/xx/act (a)?',
    },
    { name: 'a duty on request', more: { duties: [duty('(c)')] }, is: 'hold: state us/xx/act (c)' },
    {
      name: 'a duty after the act',
      more: { duties: [duty('(c)', { trigger: { kind: 'after', acts: ['hold'] } })] },
      is: 'hold: state us/xx/act (c)',
    },
    {
      name: 'no duty after another act',
      more: { duties: [duty('(c)', { trigger: { kind: 'after', acts: ['tell'] } })] },
      is: 'hold: ',
    },
    {
      name: 'doubts, which bear on every act',
      more: { rules: [must], doubts: [doubt('(d)', is('warrant', 'yes'), false)] },
      is: 'hold: state us/xx/act (a),state us/xx/act (d)',
    },
  ] as const)('is $name', ({ more, is: wanted }) => {
    expect(one(more)).toBe(wanted)
  })
})

it('finds the doubt rules of all layers', () => {
  const doubts = [doubt('(d)', is('warrant', 'yes'), false)]
  const law = library([instrument('us/act', { rank: 'federal', doubts }), instrument('us/xx/act', { doubts })])
  expect(doubtsOf(stackOf(law, town, asOf)).map(({ id }) => id)).toEqual(['us/act (d)', 'us/xx/act (d)'])
})

it('keeps the hash of a stack once it is made', () => {
  const stack = stackOf(library([instrument('us/xx/act', { rules: [must] })]), town, asOf)
  expect(stack.policyHash).toBe(stack.policyHash)
  expect(stack.policyHash).toMatch(/^[0-9a-f]{64}$/)
})

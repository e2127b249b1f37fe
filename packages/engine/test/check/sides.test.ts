/** Which sides of conditions, and which days, examples show. */
import { describe, expect, it } from 'vitest'
import type { Example, Given, Outcome } from '@brightline/language'
import { unshownDays } from '../../src/check/days.ts'
import { unshownSides } from '../../src/check/sides.ts'
import { stackCache } from '../../src/stack/stack-cache.ts'
import { both, example, from, instrument, is, library, rule } from '../small-law.ts'

const hold: Outcome = { act: 'hold', verdict: 'permitted', silence: null, afterCounsel: false, by: [], displacing: [] }
const condition = both(is('warrant', 'yes'), is('form', 'a'))
const code = instrument('us/xx/act', { rules: [rule('(a)', 'may', { condition, own: condition, agencies: ['jail'] })] })

function given(facts: Readonly<Record<string, string>>): readonly Given[] {
  return Object.entries(facts).map(([fact, value]) => ({ kind: 'value', fact, value }))
}

function sidesOf(examples: readonly Partial<Example>[], place = 'us/xx'): readonly string[] {
  const shown = examples.map((one, at) => example(String(at), { outcomes: [hold], agency: 'jail', ...one }))
  const other = instrument(`${place}/other`, { place, examples: shown })
  const law = library([code, other])
  return unshownSides(law, [code], stackCache(law)).map(({ rule: id, part }) => `${id} ${JSON.stringify(part)}`)
}

const never = 'us/xx/act (a) null'
const warrant = 'us/xx/act (a) {"kind":"is","fact":"warrant","values":["yes"]}'
const form = 'us/xx/act (a) {"kind":"is","fact":"form","values":["a"]}'

describe('the sides of a rule', () => {
  const cases: readonly {
    readonly name: string
    readonly examples: readonly Partial<Example>[]
    readonly left: readonly string[]
  }[] = [
    { name: 'are all unshown without an example', examples: [], left: [never, warrant, form] },
    {
      name: 'are shown by one case where it applies and one where each part fails',
      examples: [
        { givens: given({ warrant: 'yes', form: 'a' }) },
        { givens: given({ warrant: 'no', form: 'a' }) },
        { givens: given({ warrant: 'yes', form: 'b' }) },
      ],
      left: [],
    },
    {
      name: 'need facts that are known',
      examples: [{ givens: given({ warrant: 'yes' }) }],
      left: [never, warrant, form],
    },
    {
      name: 'are shown by no case of another act',
      examples: [{ givens: given({ warrant: 'no' }), outcomes: [{ ...hold, act: 'tell' }] }],
      left: [never, warrant, form],
    },
    {
      name: 'are shown by no agency that is not bound',
      examples: [{ givens: given({ warrant: 'no' }), agency: 'police' }],
      left: [never, warrant, form],
    },
    {
      name: 'are shown on no day before the rule',
      examples: [{ givens: given({ warrant: 'no' }), asOf: '1999-12-31' }],
      left: [never, warrant, form],
    },
  ]
  for (const { name, examples, left } of cases) it(name, () => expect(sidesOf(examples)).toEqual(left))

  it('are shown by the law of places below, and by no neighbour', () => {
    const examples = [{ givens: given({ warrant: 'no' }) }]
    expect(sidesOf(examples, 'us/xx/town')).toEqual([never, form])
    expect(sidesOf(examples, 'us/yy')).toEqual([never, warrant, form])
  })

  it('are shown once for whatever a term means', () => {
    const term = { kind: 'term', name: 'a good paper', of: condition } as const
    const twice = instrument('us/xx/act', {
      rules: [
        rule('(a)', 'may', { condition: term, own: term }),
        rule('(b)', 'must-not', { condition: term, own: term, acts: ['tell'] }),
      ],
      examples: [example('x', { outcomes: [hold], givens: given({ warrant: 'no' }) })],
    })
    const law = library([twice])
    expect(
      unshownSides(law, [twice], stackCache(law)).map(({ rule: id, part }) => `${id} ${JSON.stringify(part)}`),
    ).toEqual([...[never, form], ...[never, form].map((line) => line.replace('(a)', '(b)'))])
  })

  it('are none where a court stopped the rule before it began', () => {
    const stopped = instrument('us/xx/act', { rules: [rule('(a)', 'may', { inForce: [] })] })
    const law = library([stopped])
    expect(unshownSides(law, [stopped], stackCache(law))).toEqual([])
  })
})

describe('the days of a rule', () => {
  const dated = instrument('us/xx/act', {
    rules: [
      rule('(a)', 'may', { inForce: from('2015-01-01', '2020-06-30') }),
      rule('(b)', 'may', { inForce: from('2015-01-01') }),
    ],
  })
  const days = (asOf: readonly string[], since = '2010-01-01'): readonly string[] =>
    unshownDays([{ ...dated, examples: asOf.map((day) => example(day, { asOf: day })) }], since).map(({ day }) => day)

  it('are the day before and the first, the last and the day after, each once', () => {
    expect(days([])).toEqual(['2014-12-31', '2015-01-01', '2020-06-30', '2020-07-01'])
    expect(days(['2015-01-01', '2020-07-01'])).toEqual(['2014-12-31', '2020-06-30'])
  })

  it('are left out before a day', () => {
    expect(days([], '2014-12-31')).toHaveLength(4)
    expect(days([], '2015-01-01')).toEqual(['2020-06-30', '2020-07-01'])
  })
})

/** Two rules of one text that disagree, found before anyone adopts it. */
import { describe, expect, it } from 'vitest'
import type { Rule } from '@brightline/language'
import { sentence } from '@brightline/wording'
import { contradictions } from '../../src/check/contradiction.ts'
import { both, fact, from, instrument, is, library, range, rule } from '../small-law.ts'

const warrant = is('warrant', 'yes')

function found(...rules: readonly Rule[]): readonly string[] {
  const text = instrument('us/xx/act', { rules })
  return contradictions(library([text]), text).map((problem) => sentence(problem, 'en').message)
}

const cases: readonly {
  readonly name: string
  readonly rules: readonly Rule[]
  readonly messages: readonly string[]
}[] = [
  { name: 'finds none in one rule', rules: [rule('(a)', 'must')], messages: [] },
  {
    name: 'finds none in two rules that agree',
    rules: [rule('(a)', 'must'), rule('(b)', 'must', { condition: warrant })],
    messages: [],
  },
  {
    name: 'finds two rules that meet, with a case',
    rules: [rule('(a)', 'must-not'), rule('(b)', 'must', { condition: warrant })],
    messages: ['`(b)` contradicts `(a)` on `hold`, as of 2000-01-01: warrant = yes'],
  },
  {
    name: 'finds none where the one overrides the other',
    rules: [rule('(a)', 'must-not'), rule('(b)', 'must', { condition: warrant, overrides: ['(a)'] })],
    messages: [],
  },
  {
    name: 'finds none where the conditions never meet',
    rules: [rule('(a)', 'must-not', { condition: is('warrant', 'no') }), rule('(b)', 'must', { condition: warrant })],
    messages: [],
  },
  {
    name: 'finds none where the rules bind different agencies',
    rules: [rule('(a)', 'must-not', { agencies: ['police'] }), rule('(b)', 'must', { agencies: ['jail'] })],
    messages: [],
  },
  {
    name: 'finds none where the rules are about different acts',
    rules: [rule('(a)', 'must-not'), rule('(b)', 'must', { acts: ['tell'] })],
    messages: [],
  },
  {
    name: 'finds none where the one ends before the other begins',
    rules: [
      rule('(a)', 'must-not', { inForce: from('2000-01-01', '2009-12-31') }),
      rule('(b)', 'must', { inForce: from('2010-01-01') }),
    ],
    messages: [],
  },
  {
    name: 'finds the two rules that an exception kept apart, from the day after it ends',
    rules: [
      rule('(a)', 'must-not'),
      rule('(b)', 'must', { condition: warrant }),
      rule('(c)', 'must', { inForce: from('2000-01-01', '2020-12-31'), overrides: ['(a)'] }),
    ],
    messages: ['`(b)` contradicts `(a)` on `hold`, as of 2021-01-01: warrant = yes'],
  },
  {
    name: 'looks again where as many rules are other rules',
    rules: [
      rule('(a)', 'must-not'),
      rule('(b)', 'must', { overrides: ['(a)'], inForce: from('2000-01-01', '2009-12-31') }),
      rule('(c)', 'must', { inForce: from('2010-01-01') }),
    ],
    messages: ['`(c)` contradicts `(a)` on `hold`, as of 2010-01-01: in every case'],
  },
  {
    name: 'finds what contradicts on each act',
    rules: [rule('(a)', 'must-not', { acts: ['hold', 'tell'] }), rule('(b)', 'may', { acts: ['hold', 'tell'] })],
    messages: [
      '`(b)` contradicts `(a)` on `hold`, as of 2000-01-01: in every case',
      '`(b)` contradicts `(a)` on `tell`, as of 2000-01-01: in every case',
    ],
  },
  {
    name: 'finds it once, on the first day',
    rules: [rule('(a)', 'must-not'), rule('(b)', 'may'), rule('(c)', 'must-not', { inForce: from('2010-01-01') })],
    messages: ['`(b)` contradicts `(a)` on `hold`, as of 2000-01-01: in every case'],
  },
  {
    name: 'finds a permission and a prohibition of one text to disagree',
    rules: [rule('(a)', 'must-not'), rule('(b)', 'may')],
    messages: ['`(b)` contradicts `(a)` on `hold`, as of 2000-01-01: in every case'],
  },
]

describe('contradictions', () => {
  for (const { name, rules, messages } of cases) {
    it(name, () => {
      expect(found(...rules)).toEqual(messages)
    })
  }

  it('finds none in a case that cannot be', () => {
    const text = instrument('us/xx/act', {
      rules: [
        rule('(a)', 'must-not', { condition: is('charged', 'yes') }),
        rule('(b)', 'must', { condition: warrant }),
      ],
    })
    const impossible = [
      { reason: { en: 'x', es: 'x' }, fact: null, condition: both(is('charged', 'yes'), warrant), cite: null },
    ]
    expect(contradictions(library([text], { impossible }), text)).toEqual([])
  })

  it('says where the second rule stands and how to settle it', () => {
    const place = { file: 'act.policy', line: 12, column: 3 }
    const text = instrument('us/xx/act', { rules: [rule('(a)', 'must-not'), rule('(b)', 'must', { position: place })] })
    expect(contradictions(library([text]), text)).toMatchObject([
      {
        code: 'POL-0501',
        severity: 'error',
        where: { kind: 'file', ...place },
        values: { rule: '(b)', other: '(a)', act: 'hold', asOf: '2000-01-01' },
      },
    ])
  })

  it('says that it cannot analyse a fact that is told apart in more ways than a diagram has room for', () => {
    const years = fact('years', { kind: 'number', min: 0, max: 1000, unit: 'years', canBeNever: false })
    const cuts = Array.from({ length: 40 }, (_, index) =>
      rule(`(${index})`, index % 2 ? 'must' : 'may', { condition: range('years', index * 2, null) }),
    )
    const text = instrument('us/xx/act', { rules: cuts })
    expect(contradictions(library([text], { facts: [years] }), text)).toMatchObject([
      {
        code: 'POL-0504',
        where: { kind: 'file', file: 'test.policy', line: 1, column: 1 },
        values: { act: 'hold', fact: 'years', cells: 40, most: 31 },
      },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { countQuestions } from '../../src/interview/question-count.ts'
import { both, fact, instrument, is, oneOf, range, rule, stackUnder, words } from '../small-law.ts'

const stack = stackUnder(
  [
    instrument('us/xx/act', {
      rules: [
        rule('(a)', 'must-not', { condition: { kind: 'not', of: is('warrant', 'yes') } }),
        rule('(b)', 'must', { condition: is('warrant', 'yes') }),
        rule('(c)', 'may', {
          acts: ['share'],
          condition: both(is('crime', 'listed'), range('crime.years', 0, 15)),
          overrides: ['(d)'],
        }),
        rule('(d)', 'must-not', { acts: ['share'], agencies: ['police', 'sheriff'], condition: is('crime', 'petty') }),
      ],
    }),
  ],
  {
    agencies: ['police', 'sheriff', 'state-prison'].map((name) => ({ name, label: words, isPrivate: false })),
    facts: [
      fact('warrant'),
      fact('crime', oneOf('petty', 'listed')),
      fact('crime.years', { kind: 'number', min: 0, max: 99, unit: 'years', canBeNever: true }),
    ],
  },
)

describe('countQuestions', () => {
  it('asks one question where one fact decides', () => {
    const counted = countQuestions(stack, 'hold', { draws: 100, seed: 1 })
    expect(counted).toEqual({ cases: 100, averageQuestions: 1, averageCost: 1, longest: 1, undecided: 0 })
  })

  it('draws the same cases for the same seed', () => {
    const options = { draws: 200, seed: 7 }
    expect(countQuestions(stack, 'share', options)).toEqual(countQuestions(stack, 'share', options))
    expect(countQuestions(stack, 'share', options).undecided).toBe(0)
  })

  it('asks fewer questions where real frequencies say which answer is likely', () => {
    // Nobody in this data is of a listed crime or of an agency that the petty rule binds.
    const cases = [
      {
        facts: new Map([
          ['agency', 'state-prison'],
          ['crime', 'petty'],
        ]),
        weight: 1000,
      },
    ]
    const plain = countQuestions(stack, 'share', { draws: 200, seed: 3, cases })
    const informed = countQuestions(stack, 'share', { draws: 200, seed: 3, cases, isInformed: true })
    expect(informed.averageQuestions).toBeLessThanOrEqual(plain.averageQuestions)
    expect(informed.longest).toBeLessThanOrEqual(3)
  })
})

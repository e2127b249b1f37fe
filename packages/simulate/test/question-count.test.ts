import { compiledFor, stackOf } from '@brightline/engine'
import { describe, expect, it } from 'vitest'
import { countQuestions, frequencyOf } from '../src/index.ts'
import { testLaw } from './law.ts'

const library = await testLaw()
const stack = stackOf(library, 'us/ex', '2026-01-01')

describe('countQuestions', () => {
  it('asks one question where one fact decides', () => {
    const counted = countQuestions(compiledFor(stack, 'hold'), { draws: 100, seed: 1 })
    expect(counted).toEqual({ cases: 100, averageQuestions: 1, averageCost: 1, longest: 1, undecided: 0 })
  })

  it('draws the same cases for the same seed', () => {
    const compiled = compiledFor(stack, 'share')
    const options = { draws: 200, seed: 7 }
    expect(countQuestions(compiled, options)).toEqual(countQuestions(compiled, options))
    expect(countQuestions(compiled, options).undecided).toBe(0)
  })

  it('asks fewer questions where real frequencies say which answer is likely', () => {
    const compiled = compiledFor(stack, 'share')
    // Nobody in this data is of a listed crime or of an agency that the petty rule binds.
    const cases = [
      {
        facts: new Map([
          ['agency', 'state-prison'],
          ['person.crime', 'petty'],
        ]),
        weight: 1000,
      },
    ]
    const plain = countQuestions(compiled, { draws: 200, seed: 3, cases })
    const informed = countQuestions(compiled, { draws: 200, seed: 3, cases, frequency: frequencyOf(compiled, cases) })
    expect(informed.averageQuestions).toBeLessThanOrEqual(plain.averageQuestions)
    expect(informed.longest).toBeLessThanOrEqual(3)
  })
})

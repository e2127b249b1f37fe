/** Tests of facts whose question makes no sense in some cases. */
import { describe, expect, it } from 'vitest'
import type { Condition, FactType } from '@brightline/language'
import { readSensibly } from '../../src/stack/sense.ts'
import { always, both, fact, is, oneOf, range } from '../small-law.ts'

const sense = is('warrant.form', 'paper')
const numbers: FactType = { kind: 'number', min: 0, max: 99, unit: 'years', canBeNever: true }

/** How a test of a fact with that sense is read. */
function read(type: FactType, test: Condition): Condition {
  return readSensibly({ facts: [fact('f', type, { sense })] })(test)
}

/** The test counts as passed where the question makes no sense. */
function passesElsewhere(test: Condition): Condition {
  return { kind: 'any', of: [{ kind: 'not', of: sense }, both(sense, test)] }
}

describe('a test where the question makes no sense', () => {
  const never: Condition = { kind: 'never', fact: 'f' }
  const cases: readonly { name: string; type: FactType; test: Condition; passes: boolean }[] = [
    { name: 'passes where it wants no', type: { kind: 'yes-no' }, test: is('f', 'no'), passes: true },
    { name: 'fails where it wants yes', type: { kind: 'yes-no' }, test: is('f', 'yes'), passes: false },
    { name: 'passes where it wants nobody', type: oneOf('nobody', 'judge'), test: is('f', 'nobody'), passes: true },
    { name: 'fails where it wants somebody', type: oneOf('nobody', 'judge'), test: is('f', 'judge'), passes: false },
    { name: 'fails where no value stands for nothing', type: oneOf('a', 'b'), test: is('f', 'a'), passes: false },
    { name: 'passes where it wants never', type: numbers, test: never, passes: true },
    { name: 'fails where it wants a number', type: numbers, test: range('f', 1, 5), passes: false },
  ]
  for (const { name, type, test, passes } of cases) {
    it(name, () => {
      expect(read(type, test)).toEqual(passes ? passesElsewhere(test) : both(sense, test))
    })
  }

  it('is found inside every form of condition', () => {
    const test = is('f', 'yes')
    const within: Condition = {
      kind: 'any',
      of: [always, { kind: 'not', of: test }, { kind: 'term', name: 't', of: test }, both(test, is('g', 'yes'))],
    }
    const sensible = both(sense, test)
    expect(read({ kind: 'yes-no' }, within)).toEqual({
      kind: 'any',
      of: [
        always,
        { kind: 'not', of: sensible },
        { kind: 'term', name: 't', of: sensible },
        both(sensible, is('g', 'yes')),
      ],
    })
  })

  it('leaves law alone that has no such question', () => {
    const test = is('f', 'yes')
    expect(readSensibly({ facts: [fact('f')] })(test)).toBe(test)
  })
})

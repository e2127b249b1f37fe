import { fact as smallFact } from '../small-law.ts'
import { describe, expect, it } from 'vitest'
import type { Fact, FactType, Vocabulary } from '@brightline/language'
import type { FactTest } from '../../src/fact/condition.ts'
import { buildSpace, cellIndex, isValueOf } from '../../src/fact/space.ts'

const words = { en: 'x', es: 'x' }

function fact(name: string, type: FactType): Fact {
  return smallFact(name, type, { question: words })
}

const years = fact('years', { kind: 'number', min: 0, max: 20, unit: 'years', canBeNever: true })
const day = fact('day', { kind: 'date' })
const form = fact('form', {
  kind: 'one-of',
  values: ['a', 'b'].map((name) => ({ name, label: words, phrase: null, asks: [], spans: [] })),
})
const vocabulary: Vocabulary = { agencies: [], acts: [], facts: [years, day, form], events: [], impossible: [] }

function range(from: number | null, to: number | null, of = 'years'): FactTest {
  return { kind: 'range', fact: of, from, to }
}

describe('buildSpace', () => {
  const cases: readonly {
    readonly name: string
    readonly tests: readonly FactTest[]
    readonly cells: readonly string[]
  }[] = [
    {
      name: 'does not cut a number that is only compared with never',
      tests: [{ kind: 'never', fact: 'years' }],
      cells: ['0..20', 'never'],
    },
    {
      name: 'cuts below a first value and above a last one',
      tests: [range(5, 14)],
      cells: ['0..4', '5..14', '15..20', 'never'],
    },
    {
      name: 'cuts once where two tests meet',
      tests: [range(null, 4), range(5, null)],
      cells: ['0..4', '5..20', 'never'],
    },
    { name: 'makes a cell of a single value', tests: [range(7, 7)], cells: ['0..6', '7..7', '8..20', 'never'] },
    {
      name: 'does not cut at the ends of the type or beyond them',
      tests: [range(0, 20), range(-5, 30)],
      cells: ['0..20', 'never'],
    },
    { name: 'gives every name a cell', tests: [{ kind: 'is', fact: 'form', values: ['b'] }], cells: ['a', 'b'] },
  ]
  for (const { name, tests, cells } of cases) {
    it(name, () => {
      const [variable] = buildSpace(vocabulary, tests).variables
      const shown = variable?.cells.map((cell) => {
        if (cell.kind === 'name') return cell.name
        return cell.kind === 'never' ? 'never' : `${cell.from}..${cell.to}`
      })
      expect(shown).toEqual(cells)
    })
  }

  it('stands what is read throughout on top, and the rest where it is read', () => {
    const form: FactTest = { kind: 'is', fact: 'form', values: ['a'] }
    const onDay: FactTest = { kind: 'range', fact: 'day', from: 1, to: 2 }
    const { variables, told } = buildSpace(vocabulary, [form, onDay, form, range(1, 2), form, range(3, 4), form])
    expect(variables.map(({ name }) => name)).toEqual(['form', 'day', 'years'])
    expect(told.map((level) => variables[level]?.name)).toEqual(['years', 'day', 'form'])
  })

  it('leaves out what nobody reads', () => {
    const { variables } = buildSpace(vocabulary, [range(1, 2)])
    expect(variables.map(({ name }) => name)).toEqual(['years'])
  })
})

describe('cellIndex', () => {
  const [variable] = buildSpace(vocabulary, [range(5, 14)]).variables
  const cases = [
    { name: 'finds the first value of a cell', value: 5, index: 1 },
    { name: 'finds the last value of a cell', value: 14, index: 1 },
    { name: 'finds never', value: 'never', index: 3 },
    { name: 'finds no cell for a number outside the type', value: 21, index: -1 },
    { name: 'finds no cell for an unknown name', value: 'often', index: -1 },
  ]
  for (const { name, value, index } of cases) {
    it(name, () => {
      expect(variable === undefined ? null : cellIndex(variable, value)).toBe(index)
    })
  }
})

describe('isValueOf', () => {
  const cases = [
    { name: 'takes a whole number in range', of: years, value: 20, expected: true },
    { name: 'refuses a number out of range', of: years, value: 21, expected: false },
    { name: 'refuses half a year', of: years, value: 1.5, expected: false },
    { name: 'takes never where the type has it', of: years, value: 'never', expected: true },
    { name: 'refuses never for a date', of: day, value: 'never', expected: false },
    { name: 'refuses a date as text', of: day, value: '2026-11-22', expected: false },
    { name: 'takes a day number', of: day, value: 20_000, expected: true },
    { name: 'refuses a name that is not declared', of: form, value: 'c', expected: false },
  ]
  for (const { name, of, value, expected } of cases) {
    it(name, () => {
      expect(isValueOf(of, value)).toBe(expected)
    })
  }
})

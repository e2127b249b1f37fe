import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  columnType,
  encode,
  fitsInBytes,
  makeColumn,
  neverCode,
  unknownCode,
  unknownName,
  writeColumnTest,
  writeRowsTest,
  type ColumnType,
} from '../../src/bulk/columns.ts'
import type { FactTest, FactValue } from '../../src/fact/condition.ts'
import { runs } from '../random-law.ts'

const forms: ColumnType = { fact: 'form', names: ['a', 'b', 'c'], isVolunteered: false }
const many: ColumnType = {
  fact: 'form',
  names: Array.from({ length: 40 }, (_, index) => `form-${index}`),
  isVolunteered: false,
}
const yesNo: ColumnType = { fact: 'is-public', names: ['no', 'yes'], isVolunteered: false }
const years: ColumnType = { fact: 'years', names: null, isVolunteered: false }

function is(fact: string, ...values: readonly string[]): FactTest {
  return { kind: 'is', fact, values }
}

describe('a test over a column', () => {
  const cases: readonly {
    readonly name: string
    readonly type: ColumnType
    readonly test: FactTest
    readonly holdsFor: readonly FactValue[]
    readonly failsFor: readonly FactValue[]
  }[] = [
    { name: 'of one name', type: forms, test: is('form', 'b'), holdsFor: ['b'], failsFor: ['a', 'c'] },
    { name: 'of several names', type: forms, test: is('form', 'a', 'c'), holdsFor: ['a', 'c'], failsFor: ['b'] },
    { name: 'of no name', type: forms, test: is('form'), holdsFor: [], failsFor: ['a', 'b', 'c'] },
    {
      name: 'of names past the thirty-second',
      type: many,
      test: is('form', 'form-1', 'form-33'),
      holdsFor: ['form-1', 'form-33'],
      failsFor: ['form-0', 'form-32', 'form-39'],
    },
    { name: 'of yes', type: yesNo, test: is('is-public', 'yes'), holdsFor: ['yes'], failsFor: ['no'] },
    { name: 'of no', type: yesNo, test: is('is-public', 'no'), holdsFor: ['no'], failsFor: ['yes'] },
    { name: 'of yes or no', type: yesNo, test: is('is-public', 'no', 'yes'), holdsFor: ['no', 'yes'], failsFor: [] },
    {
      name: 'of a range',
      type: years,
      test: { kind: 'range', fact: 'years', from: 5, to: 14 },
      holdsFor: [5, 14],
      failsFor: [4, 15, 'never'],
    },
    {
      name: 'of a range that is open above, which never is not in',
      type: years,
      test: { kind: 'range', fact: 'years', from: 5, to: null },
      holdsFor: [5, 9999],
      failsFor: [4, 'never'],
    },
    {
      name: 'of a range that is open below',
      type: years,
      test: { kind: 'range', fact: 'years', from: null, to: 5 },
      holdsFor: [0, 5],
      failsFor: [6, 'never'],
    },
    { name: 'of never', type: years, test: { kind: 'never', fact: 'years' }, holdsFor: ['never'], failsFor: [0, 9999] },
  ]
  for (const { name, type, test, holdsFor, failsFor } of cases) {
    it(name, () => {
      // oxlint-disable-next-line no-implied-eval -- The text is what is tested.
      const holds = new Function('code', `return ${writeColumnTest(type, test, 'code')}`)
      for (const value of holdsFor) expect(holds(encode(type, value))).toBe(1)
      for (const value of failsFor) expect(holds(encode(type, value))).toBe(0)
    })
  }
})

describe('a test over four rows of a column', () => {
  const named = fc.integer({ min: 1, max: 200 }).chain((count) => {
    const names = Array.from({ length: count }, (_, index) => `name-${index}`)
    return fc.record({
      type: fc.constant<ColumnType>({ fact: 'f', names, isVolunteered: false }),
      test: fc.subarray(names).map((values) => is('f', ...values)),
      rows: fourOf(fc.oneof(fc.integer({ min: 0, max: count - 1 }), fc.constant(unknownName))),
    })
  })
  const yesOrNo = fc.record({
    type: fc.constant<ColumnType>({ fact: 'f', names: ['no', 'yes'], isVolunteered: false }),
    test: fc.subarray(['no', 'yes']).map((values) => is('f', ...values)),
    rows: fourOf(fc.constantFrom(0, 1, unknownName)),
  })
  const bound = fc.option(fc.integer({ min: -5, max: 5 }))
  const numbers = fc.record({
    type: fc.constant<ColumnType>({ fact: 'f', names: null, isVolunteered: false }),
    test: fc.oneof(
      fc.record({ from: bound, to: bound }).map((bounds): FactTest => ({ kind: 'range', fact: 'f', ...bounds })),
      fc.constant<FactTest>({ kind: 'never', fact: 'f' }),
    ),
    rows: fourOf(fc.oneof(fc.integer({ min: -6, max: 6 }), fc.constantFrom(neverCode, unknownCode))),
  })

  it('says of each row what the test says of it alone, and an unknown value disturbs no other row', () => {
    fc.assert(
      fc.property(fc.oneof(named, yesOrNo, numbers), ({ type, test, rows }) => {
        // oxlint-disable-next-line no-implied-eval -- The texts are what is tested.
        const alone = new Function('code', `return ${writeColumnTest(type, test, 'code')}`)
        const each = rows.map(String)
        const bytes = new Int32Array(Uint8Array.from(rows).buffer)[0] ?? 0
        const code = writeRowsTest(type, test, { bytes: `(${bytes} & 0x7f7f7f7f)`, each })
        // oxlint-disable-next-line no-implied-eval -- The texts are what is tested.
        const answers = new Uint8Array(Int32Array.of(new Function(`return ${code}`)()).buffer)
        for (const [row, value] of rows.entries()) {
          if (value === unknownName && fitsInBytes(type)) expect(answers[row]).toBeLessThan(2)
          else expect(answers[row]).toBe(alone(value))
        }
      }),
      runs(1000),
    )
  })
})

function fourOf(value: fc.Arbitrary<number>): fc.Arbitrary<readonly number[]> {
  return fc.array(value, { minLength: 4, maxLength: 4 })
}

describe('a column', () => {
  it('codes names by their place, and numbers as themselves', () => {
    expect([encode(forms, 'c'), encode(years, 7), encode(years, 'never')]).toEqual([2, 7, neverCode])
  })

  it('has a code for what nobody knows', () => {
    expect([encode(forms, undefined), encode(years, undefined)]).toEqual([unknownName, unknownCode])
    expect([...makeColumn(forms, 2), ...makeColumn(years, 2)]).toEqual([
      unknownName,
      unknownName,
      unknownCode,
      unknownCode,
    ])
  })

  it('has no code for a value that the fact lacks', () => {
    expect([encode(forms, 'z'), encode(years, 'often')]).toEqual([null, null])
  })

  it('is made only for facts that are declared', () => {
    const vocabulary = { agencies: [], acts: [], facts: [], events: [], impossible: [] }
    expect(columnType(vocabulary, 'agency')).toEqual({ fact: 'agency', names: [], isVolunteered: false })
    expect(() => columnType(vocabulary, 'form')).toThrow('no fact form')
  })
})

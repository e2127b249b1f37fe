import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkConvictions } from '../../src/conviction/check-convictions.ts'

describe('checkConvictions', () => {
  it('reads a conviction with and without level and place', () => {
    const input: unknown = JSON.parse(
      '[{"offence":"Ex. Pen. Code 11","level":"felony","date":"2020-02-29","place":"us/xx/county"},{"offence":"robbery","date":"1999-12-31"}]',
    )
    expect(checkConvictions(input)).toEqual({
      convictions: [
        { offence: 'Ex. Pen. Code 11', level: 'felony', date: '2020-02-29', place: 'us/xx/county' },
        { offence: 'robbery', level: null, date: '1999-12-31', place: null },
      ],
      problems: [],
    })
  })

  const cases: readonly { name: string; input: unknown; want: readonly string[] }[] = [
    { name: 'refuses what is not a list', input: { offence: 'x' }, want: [' the convictions are not a list'] },
    { name: 'refuses nothing at all', input: undefined, want: [' the convictions are not a list'] },
    {
      name: 'refuses items that are not objects',
      input: ['burglary', null, []],
      want: [
        '/0 a conviction is not an object',
        '/1 a conviction is not an object',
        '/2 a conviction is not an object',
      ],
    },
    {
      name: 'names each missing key',
      input: [{}],
      want: ['/0/offence the offence of a conviction is missing', '/0/date the date of a conviction is missing'],
    },
    {
      name: 'refuses wrong values of every key',
      input: [{ offence: ' ', level: 'Felony', date: '2025-02-29', place: '/us/xx' }],
      want: [
        '/0/offence the offence of a conviction is wrong',
        '/0/level the level of a conviction is wrong',
        '/0/date the date of a conviction is wrong',
        '/0/place the place of a conviction is wrong',
      ],
    },
    {
      name: 'refuses values of another type',
      input: [{ offence: 11, level: true, date: 20200101, place: ['us'] }],
      want: [
        '/0/offence the offence of a conviction is wrong',
        '/0/level the level of a conviction is wrong',
        '/0/date the date of a conviction is wrong',
        '/0/place the place of a conviction is wrong',
      ],
    },
    {
      name: 'refuses dates in another form',
      input: [
        { offence: 'x', date: '2025-2-3' },
        { offence: 'x', date: '2025-02-03T00:00:00Z' },
      ],
      want: ['/0/date the date of a conviction is wrong', '/1/date the date of a conviction is wrong'],
    },
    {
      name: 'refuses keys that it does not know, because nothing else may be stored',
      input: [{ offence: 'x', date: '2025-02-03', 'birth/place': 'y' }],
      want: ['/0/birth~1place a key is not known'],
    },
    {
      name: 'takes no value from the prototype of an object',
      input: [Object.create({ offence: 'x', date: '2025-02-03' })],
      want: ['/0/offence the offence of a conviction is missing', '/0/date the date of a conviction is missing'],
    },
  ]
  for (const { name, input, want } of cases) {
    it(name, () => {
      const { problems } = checkConvictions(input)
      expect(problems.map(({ path, message }) => `${path} ${message}`)).toEqual(want)
    })
  }

  it('keeps the good items beside a bad one', () => {
    const { convictions, problems } = checkConvictions([{ offence: 'x', date: '2025-02-03' }, { offence: 'y' }])
    expect(convictions).toHaveLength(1)
    expect(problems).toHaveLength(1)
  })

  it('reads its own output again', () => {
    const item = fc.record({
      offence: fc.constantFrom('Ex. Pen. Code 11', 'burglary'),
      level: fc.constantFrom('felony', 'misdemeanor', null),
      date: fc.constantFrom('2020-02-29', '1999-12-31'),
      place: fc.constantFrom('us/xx', null),
    })
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect(checkConvictions(JSON.parse(JSON.stringify(items)))).toEqual({ convictions: items, problems: [] })
      }),
    )
  })

  it('never throws, and never repeats a value in a problem', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        const { convictions, problems } = checkConvictions(input)
        if (Array.isArray(input)) expect(convictions.length + problems.length).toBeGreaterThanOrEqual(input.length)
      }),
    )
    const secret = 'Ana Example'
    const { problems } = checkConvictions([secret, { offence: 'x', level: secret, date: secret, place: secret }])
    expect(JSON.stringify(problems)).not.toContain(secret)
  })
})

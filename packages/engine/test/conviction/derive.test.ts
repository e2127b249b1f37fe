import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Conviction, type Fact, type Offence } from '@brightline/language'
import { derive, yearsSince, type PossibleValue } from '../../src/conviction/derive.ts'

const asOf = '2026-11-22'

function offence(statute: string, level: string | null = null, of: Partial<Offence> = {}): Offence {
  return {
    class: 'listed',
    statute,
    name: '',
    level,
    force: { from: null, through: null },
    cite: 'Ex. Code 30.1(c)',
    mark: 'read',
    ...of,
  }
}

const table: readonly Offence[] = [
  offence('Ex. Pen. Code 10'),
  offence('Ex. Pen. Code 11', 'felony', { name: 'Burglary, first degree' }),
  offence('Ex. Pen. Code 12', 'felony'),
  offence('Ex. Pen. Code 12', 'misdemeanor'),
  offence('Ex. Pen. Code 13', null, { force: { from: '2018-01-01', through: '2021-12-31' } }),
  offence('Ex. Pen. Code 14', null, { class: 'other', mark: 'reported' }),
  offence('Ex. Pen. Code 245.6(d)'),
]

function fact(type: Fact['type'], classes: readonly string[] = ['listed']): Fact {
  const question = { en: 'Listed offence?', es: '¿Delito de la lista?' }
  return {
    name: 'ex.listed',
    question,
    type,
    statement: null,
    denial: null,
    isProtected: false,
    isVolunteered: false,
    knownBy: null,
    judgedBy: null,
    sense: null,
    cost: 1,
    derivation: { classes, table: 'us/xx' },
  }
}

const yesNo = fact({ kind: 'yes-no' })
const years = fact({ kind: 'number', min: 0, max: 100, unit: 'years', canBeNever: true })

function conviction(offence: string, date = '2020-05-01', more: Partial<Conviction> = {}): Conviction {
  return { offence, level: null, date, place: null, ...more }
}

function possible(of: Fact, convictions: readonly Conviction[], on = asOf): readonly PossibleValue[] {
  const derived = derive(of, convictions, { 'us/xx': table }, on)
  return derived.kind === 'derived' ? derived.possible : []
}

describe('a fact of offences that no table can list', () => {
  const unlisted = { ...yesNo, derivation: { classes: [], table: null } }
  const since = { ...years, derivation: { classes: [], table: null } }

  it('is no, and never, where the record shows no conviction', () => {
    expect([possible(unlisted, []), possible(since, [])]).toEqual([['no'], ['never']])
  })

  it('is open beside any conviction, listed or not', () => {
    for (const offence of ['Ex. Pen. Code 10', 'zebra rustling']) {
      expect(possible(unlisted, [conviction(offence)])).toEqual(['yes', 'no'])
      expect(possible(since, [conviction(offence)])).toEqual([7, 'never'])
    }
  })
})

describe('derive', () => {
  const cases: readonly {
    name: string
    convictions: readonly Conviction[]
    yesNo: readonly PossibleValue[]
    years: readonly PossibleValue[]
  }[] = [
    { name: 'no conviction is no, and never', convictions: [], yesNo: ['no'], years: ['never'] },
    {
      name: 'a listed conviction is yes, with its years counted up',
      convictions: [conviction('Ex. Pen. Code 10')],
      yesNo: ['yes'],
      years: [7],
    },
    {
      name: 'the most recent of several listed convictions gives the years',
      convictions: [conviction('Ex. Pen. Code 10', '2001-01-01'), conviction('Ex. Pen. Code 10', '2024-11-23')],
      yesNo: ['yes'],
      years: [2],
    },
    {
      name: 'a conviction on the day of the decision is 0 years ago',
      convictions: [conviction('Ex. Pen. Code 10', asOf)],
      yesNo: ['yes'],
      years: [0],
    },
    {
      name: 'a felony counts where the line asks for a felony',
      convictions: [conviction('Ex. Pen. Code 11', '2020-05-01', { level: 'felony' })],
      yesNo: ['yes'],
      years: [7],
    },
    {
      name: 'a misdemeanor does not count where the line asks for a felony',
      convictions: [conviction('Ex. Pen. Code 11', '2020-05-01', { level: 'misdemeanor' })],
      yesNo: ['no'],
      years: ['never'],
    },
    {
      name: 'a conviction without a level may count where the line asks for a felony',
      convictions: [conviction('Ex. Pen. Code 11')],
      yesNo: ['yes', 'no'],
      years: [7, 'never'],
    },
    {
      name: 'a conviction without a level counts where both levels are listed',
      convictions: [conviction('Ex. Pen. Code 12')],
      yesNo: ['yes'],
      years: [7],
    },
    {
      name: 'a conviction on the first and last day of a line counts',
      convictions: [conviction('Ex. Pen. Code 13', '2018-01-01'), conviction('Ex. Pen. Code 13', '2021-12-31')],
      yesNo: ['yes'],
      years: [5],
    },
    {
      name: 'a conviction before and after the dates of a line does not count',
      convictions: [conviction('Ex. Pen. Code 13', '2017-12-31'), conviction('Ex. Pen. Code 13', '2022-01-01')],
      yesNo: ['no'],
      years: ['never'],
    },
    {
      name: 'an offence that is listed in another class does not count',
      convictions: [conviction('Ex. Pen. Code 14')],
      yesNo: ['no'],
      years: ['never'],
    },
    {
      name: 'an offence that no line lists may count',
      convictions: [conviction('Ex. Pen. Code 99')],
      yesNo: ['yes', 'no'],
      years: [7, 'never'],
    },
    {
      name: 'an offence of another place may count, also when its statute reads the same',
      convictions: [conviction('Ex. Pen. Code 10', '2020-05-01', { place: 'us/yy' })],
      yesNo: ['yes', 'no'],
      years: [7, 'never'],
    },
    {
      name: 'a place whose name only begins like that of the table is another place',
      convictions: [conviction('Ex. Pen. Code 10', '2020-05-01', { place: 'us/xxl' })],
      yesNo: ['yes', 'no'],
      years: [7, 'never'],
    },
    {
      name: 'a court of a county is in the place of its state',
      convictions: [conviction('Ex. Pen. Code 10', '2020-05-01', { place: 'us/xx/county' })],
      yesNo: ['yes'],
      years: [7],
    },
    {
      name: 'a sure conviction leaves only the more recent unsure ones open',
      convictions: [
        conviction('Ex. Pen. Code 10', '2016-11-22'),
        conviction('Ex. Pen. Code 98', '2010-01-01'),
        conviction('Ex. Pen. Code 99', '2024-11-22'),
        conviction('Ex. Pen. Code 97', '2022-11-22'),
        conviction('Ex. Pen. Code 96', '2024-11-22'),
      ],
      yesNo: ['yes'],
      years: [2, 4, 10],
    },
    {
      name: 'a name counts like a statute',
      convictions: [conviction('burglary,  FIRST degree', '2020-05-01', { level: 'felony' })],
      yesNo: ['yes'],
      years: [7],
    },
    {
      name: 'a text of signs alone names no offence',
      convictions: [conviction(' § ')],
      yesNo: ['yes', 'no'],
      years: [7, 'never'],
    },
    {
      name: 'a longer time than the fact has is its greatest number',
      convictions: [conviction('Ex. Pen. Code 10', '1900-01-01')],
      yesNo: ['yes'],
      years: [100],
    },
  ]
  for (const { name, convictions, ...want } of cases) {
    it(name, () => {
      expect(possible(yesNo, convictions)).toEqual(want.yesNo)
      expect(possible(years, convictions)).toEqual(want.years)
    })
  }

  it('reads the classes that the fact names, one or several', () => {
    const both = fact({ kind: 'yes-no' }, ['listed', 'other'])
    expect(possible(both, [conviction('Ex. Pen. Code 14')])).toEqual(['yes'])
  })

  it('lists nothing where the place has no table', () => {
    expect(derive(yesNo, [conviction('Ex. Pen. Code 10')], {}, asOf)).toMatchObject({ possible: ['yes', 'no'] })
    expect(derive(yesNo, [], {}, asOf)).toMatchObject({ possible: ['no'] })
  })

  it('refuses convictions that are dated after the decision and says which', () => {
    const convictions = [conviction('Ex. Pen. Code 10'), conviction('Ex. Pen. Code 11', '2026-11-23')]
    expect(derive(yesNo, convictions, { 'us/xx': table }, asOf)).toEqual({ kind: 'too-late', indexes: [1] })
  })

  it('gives a reason for each conviction', () => {
    const unreadable = offence('Ex. Pen. Code 15', null, { mark: 'unverified' })
    const convictions = [
      conviction('Ex. Pen. Code 10', '2026-01-01'),
      conviction('Ex. Pen. Code 14'),
      conviction('Ex. Pen. Code 99'),
      conviction('Ex. Pen. Code 11'),
      conviction('Ex. Pen. Code 11', '2020-05-01', { place: 'us/yy' }),
      conviction('Ex. Pen. Code 15'),
    ]
    const derived = derive(yesNo, convictions, { 'us/xx': [...table, unreadable] }, asOf)
    const because = derived.kind === 'derived' ? derived.because : []
    const listed = { class: 'listed', cite: 'Ex. Code 30.1(c)' }
    expect(because.map(({ conviction }) => conviction)).toEqual(convictions)
    expect(because).toMatchObject([
      { years: 1, membership: { kind: 'counts', rows: [listed] } },
      { years: 7, membership: { kind: 'does-not-count' } },
      { years: 7, membership: { kind: 'may-count', why: 'not-listed' } },
      { years: 7, membership: { kind: 'may-count', why: 'level-missing' } },
      { years: 7, membership: { kind: 'may-count', why: 'other-place' } },
      { years: 7, membership: { kind: 'counts', rows: [{ ...listed, mark: 'unverified' }] } },
    ])
    expect(derive(yesNo, [], {}, asOf)).toMatchObject({ because: [] })
  })
})

const dates = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1970-01-01', days))
const statutes = fc.constantFrom('10', '11', '12', '13', '14', '99').map((number) => `Ex. Pen. Code ${number}`)
const records: fc.Arbitrary<Conviction> = fc.record({
  offence: statutes,
  level: fc.constantFrom(null, 'felony', 'misdemeanor'),
  date: dates,
  place: fc.constantFrom(null, 'us/xx', 'us/xx/county', 'us/yy'),
})

describe('every list of convictions', () => {
  it('leaves open exactly what its completions give', () => {
    // A completion decides each conviction that may count: it counts or it does not.
    fc.assert(
      fc.property(fc.array(records, { maxLength: 5 }), (convictions) => {
        const sure = convictions.filter((one) => possible(yesNo, [one]).join() === 'yes')
        const unsure = convictions.filter((one) => possible(yesNo, [one]).join() === 'yes,no')
        const numbers = new Set<PossibleValue>()
        for (let chosen = 0; chosen < 1 << unsure.length; chosen += 1) {
          const counting = [...sure, ...unsure.filter((_, index) => (chosen >> index) & 1)]
          const counts = counting.map(({ date }) => yearsSince(date, asOf))
          numbers.add(counts.length === 0 ? 'never' : Math.min(...counts))
        }
        expect(new Set(possible(years, convictions))).toEqual(numbers)
        expect(possible(years, convictions)).toHaveLength(numbers.size)
      }),
    )
  })

  it('means the same in any order', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 5 }), (convictions) => {
        for (const of of [yesNo, years]) {
          expect(possible(of, convictions.toReversed())).toEqual(possible(of, convictions))
        }
      }),
    )
  })

  it('leaves open no more when a missing level becomes known', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 4 }), records, (others, one) => {
        const open = possible(years, [...others, { ...one, level: null }])
        for (const level of ['felony', 'misdemeanor']) {
          for (const value of possible(years, [...others, { ...one, level }])) expect(open).toContain(value)
        }
      }),
    )
  })
})

describe('yearsSince', () => {
  const cases: readonly { name: string; date: string; asOf: string; want: number }[] = [
    { name: 'the same day is 0', date: '2021-11-22', asOf: '2021-11-22', want: 0 },
    { name: 'the day after is 1', date: '2021-11-22', asOf: '2021-11-23', want: 1 },
    { name: 'the day before the fifth anniversary is 5', date: '2021-11-22', asOf: '2026-11-21', want: 5 },
    { name: 'the fifth anniversary is 5', date: '2021-11-22', asOf: '2026-11-22', want: 5 },
    { name: 'the day after the fifth anniversary is 6', date: '2021-11-22', asOf: '2026-11-23', want: 6 },
    { name: '31 December to 1 January is 1', date: '2025-12-31', asOf: '2026-01-01', want: 1 },
    { name: '29 February reaches its anniversary on 28 February', date: '2024-02-29', asOf: '2025-02-28', want: 1 },
    { name: '1 March is past that anniversary', date: '2024-02-29', asOf: '2025-03-01', want: 2 },
    { name: '29 February is the anniversary in a leap year', date: '2024-02-29', asOf: '2028-02-29', want: 4 },
    {
      name: '28 February has its anniversary on 28 February in a leap year',
      date: '2023-02-28',
      asOf: '2024-02-29',
      want: 2,
    },
  ]
  for (const { name, date, asOf: on, want } of cases) {
    it(name, () => expect(yearsSince(date, on)).toBe(want))
  }

  it('never falls as time passes, and grows by one a year', () => {
    fc.assert(
      fc.property(dates, fc.nat(20_000), (date, days) => {
        const on = addDays(date, days)
        const step = yearsSince(date, addDays(on, 1)) - yearsSince(date, on)
        expect([0, 1]).toContain(step)
        expect(yearsSince(date, on)).toBeGreaterThanOrEqual(Math.floor(days / 366))
        expect(yearsSince(date, on)).toBeLessThanOrEqual(Math.ceil(days / 365))
      }),
    )
  })

  it('is never more for a later conviction', () => {
    fc.assert(
      fc.property(dates, fc.nat(800), fc.nat(800), (date, days, more) => {
        const later = addDays(date, days)
        const on = addDays(later, more)
        expect(yearsSince(later, on)).toBeLessThanOrEqual(yearsSince(date, on))
      }),
    )
  })
})

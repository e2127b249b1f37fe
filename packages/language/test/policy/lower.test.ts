import { describe, expect, it } from 'vitest'
import { readLibrary, type Instrument } from '../../src/index.ts'
import { header, sample } from '../sample.ts'

async function lower(body: string, head = header): Promise<Instrument> {
  const text = `${head}\n${body}`
  const { library, problems } = await readLibrary([...sample, { path: 'us/xx/test-act.policy', text }])
  expect(problems).toEqual([])
  const [instrument] = library.instruments
  if (instrument === undefined) throw new Error('the instrument was not read')
  return instrument
}

const inSection = (item: string): string => `section 1 "One"\n${item}`

describe('a condition', () => {
  const cases: readonly { name: string; text: string; want: unknown }[] = [
    {
      name: 'without a test of its own is yes',
      text: 'warrant.expired',
      want: { kind: 'is', fact: 'warrant.expired', values: ['yes'] },
    },
    {
      name: 'is not turns a test around',
      text: 'request.form is not spoken',
      want: { kind: 'not', of: { kind: 'is', fact: 'request.form', values: ['spoken'] } },
    },
    { name: 'at least includes its number', text: 'ex.listed-felony is at least 5 years', want: range(5, null) },
    { name: 'at most includes its number', text: 'ex.listed-felony is at most 5 years', want: range(null, 5) },
    { name: 'over leaves its number out', text: 'ex.listed-felony is over 5 years', want: range(6, null) },
    { name: 'under leaves its number out', text: 'ex.listed-felony is under 5 years', want: range(null, 4) },
    { name: 'exactly is one number', text: 'ex.listed-felony is exactly 5 years', want: range(5, 5) },
    {
      name: 'never is a value of its own',
      text: 'ex.listed-felony is never',
      want: { kind: 'never', fact: 'ex.listed-felony' },
    },
    {
      name: 'before leaves the day out',
      text: 'ex.release-date is before 1970-01-03',
      want: { kind: 'range', fact: 'ex.release-date', from: null, to: 1 },
    },
    {
      name: 'on or after includes the day',
      text: 'ex.release-date is on or after 1970-01-03',
      want: { kind: 'range', fact: 'ex.release-date', from: 2, to: null },
    },
  ]
  it.each(cases)('$name', async ({ text, want }) => {
    const { rules } = await lower(inSection(`(a) staff must not hold when ${text} read in code`))
    expect(rules[0]?.condition).toEqual(want)
  })

  it('keeps the whole name of a term', async () => {
    const { rules } = await lower(
      `term "it \\"expired\\"" means warrant.expired\n${inSection('(a) staff must not hold unless "it \\"expired\\"" read in code')}`,
    )
    expect(rules[0]?.condition).toEqual({
      kind: 'not',
      of: { kind: 'term', name: 'it "expired"', of: { kind: 'is', fact: 'warrant.expired', values: ['yes'] } },
    })
  })
})

function range(from: number | null, to: number | null): unknown {
  return { kind: 'range', fact: 'ex.listed-felony', from, to }
}

describe('an instrument', () => {
  it('turns `subject to` into an override by the other rule', async () => {
    const { rules } = await lower(
      inSection('(a) staff must not hold read in code (b) subject to (a), staff may hold read in code'),
    )
    expect(rules.map(({ overrides }) => overrides)).toEqual([['us/xx/test-act section 1(b)'], []])
  })

  it('leaves suffixes of ours out of the pin citation', async () => {
    const { rules } = await lower(inSection('(a)(1)-public staff may hold read in code'))
    expect(rules.map(({ cite, id }) => [cite, id])).toEqual([
      ['Ex. Code ch. 30 § 1(a)(1)', 'us/xx/test-act section 1(a)(1)-public'],
    ])
  })

  const always = { from: '2018-01-01', through: null }
  const cases: readonly { name: string; events: string; dates: string; inForce: unknown; contested: unknown }[] = [
    { name: 'is law from its effective date', events: '', dates: '', inForce: [always], contested: [] },
    {
      name: 'ends the day before it is repealed',
      events: 'repealed 2020-01-01 "R"',
      dates: '',
      inForce: [{ from: '2018-01-01', through: '2019-12-31' }],
      contested: [],
    },
    {
      name: 'pauses while it is enjoined',
      events: 'enjoined section 1(a) 2019-01-01 through 2019-06-30 "E"',
      dates: '',
      inForce: [
        { from: '2018-01-01', through: '2018-12-31' },
        { from: '2019-07-01', through: null },
      ],
      contested: [],
    },
    {
      name: 'stays law while it is contested',
      events: 'contested 2019-01-01 "C"',
      dates: '',
      inForce: [always],
      contested: [{ from: '2019-01-01', through: null }],
    },
    {
      name: 'narrows to the dates of a rule',
      events: '',
      dates: 'from 2017-01-01 through 2018-06-30',
      inForce: [{ from: '2018-01-01', through: '2018-06-30' }],
      contested: [],
    },
  ]
  it.each(cases)('$name', async ({ events, dates, inForce, contested }) => {
    const { rules } = await lower(inSection(`(a) staff must not hold ${dates} read in code`), `${header}  ${events}\n`)
    expect(rules[0]).toMatchObject({ inForce, contested })
  })
})

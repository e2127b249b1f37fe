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

const yes = (fact: string): unknown => ({ kind: 'is', fact, values: ['yes'] })

describe('a lead-in', () => {
  const body = `section 1 "One"
  throughout when warrant.expired
  throughout (b) unless court.order

  (a) staff must not hold read in code
  (b)(1) staff must not transfer when warrant.names-person read in code
  (b)(2) duty on request to hold: staff must "x" read in code
  (b)(3) duty each year: staff must "x" read in code
  (b)(4) not encoded "x" on hold
  (bb) staff must not notify-release read in code
`

  it('is a condition of all that stands under its label, and the own condition stays apart', async () => {
    const { rules, duties, notEncoded } = await lower(body)
    const led = { kind: 'all', of: [yes('warrant.expired'), { kind: 'not', of: yes('court.order') }] }
    expect(rules.map(({ condition }) => condition)).toEqual([
      yes('warrant.expired'),
      { kind: 'all', of: [...led.of, yes('warrant.names-person')] },
      yes('warrant.expired'),
    ])
    expect(rules.map(({ own }) => own)).toEqual([{ kind: 'always' }, yes('warrant.names-person'), { kind: 'always' }])
    expect(notEncoded.map(({ condition }) => condition)).toEqual([led])
    expect(duties.map(({ condition }) => condition)).toEqual([led, { kind: 'always' }])
  })

  it('stays with its section, to be shown once', async () => {
    const { sections } = await lower(body)
    expect(sections[0]?.leadIns.map(({ label, condition }) => [label, condition])).toEqual([
      [null, yes('warrant.expired')],
      ['(b)', { kind: 'not', of: yes('court.order') }],
    ])
  })
})

describe('a saving clause', () => {
  it('overrides what says the opposite of one of its acts, but what overrides it by name or as widely', async () => {
    const { rules } = await lower(`section 1 "One"
  (a) staff must not hold read in code
  (b) staff must not transfer read in code
  (c) despite all of section 1, staff may hold when court.order read in code
  (d) despite (c), staff must not hold when warrant.expired read in code
  (e) despite all of section 1, staff must not hold when warrant.names-person read in code
section 2 "Two"
  (a) staff must not hold read in code
  (b) despite all of this instrument, nothing here forbids staff to hold when court.order read in code
`)
    const overrides = Object.fromEntries(
      rules.map(({ id, overrides: under }) => [id.slice(-4), under.map((one) => one.slice(-4)).toSorted()]),
    )
    expect(overrides).toEqual({
      '1(a)': [],
      '1(b)': [],
      '1(c)': ['1(a)'],
      '1(d)': ['1(c)'],
      '1(e)': [],
      '2(a)': [],
      '2(b)': ['1(a)', '1(d)', '1(e)', '2(a)'],
    })
    expect(rules.map(({ overridesAllOf }) => overridesAllOf)).toEqual([
      ...[[], [], ['section 1'], [], ['section 1'], []],
      ['instrument'],
    ])
  })
})

describe('what version 2 says', () => {
  it('writes groups out, also in what the instrument binds, and keeps their names', async () => {
    const bound = header.replace('binds police, sheriff or jail', 'binds police or keepers')
    const { binds, bindsNamed, groups, rules } = await lower(
      `section 1 "One"
  group keepers "keeper" / "encargado" means jail or others
  group others "other" means sheriff or police
  keepers must not hold read in code
`,
      bound,
    )
    expect({ binds, bindsNamed }).toEqual({
      binds: ['police', 'jail', 'sheriff'],
      bindsNamed: ['police', 'keepers'],
    })
    expect(groups.map(({ name, title, agencies }) => [name, title, agencies])).toEqual([
      ['keepers', { en: 'keeper', es: 'encargado' }, ['jail', 'sheriff', 'police']],
      ['others', { en: 'other' }, ['sheriff', 'police']],
    ])
    expect(rules[0]).toMatchObject({ agencies: ['jail', 'sheriff', 'police'], named: ['keepers'] })
  })

  it('gives each rule its modal, its limit, and what counsel is asked', async () => {
    const { rules } = await lower(`section 1 "One"
  (a) staff must hold for as long as the request asks, at most 1 day after release read in code
  (b) despite (a), staff need not hold when warrant.expired read in code
  (c) nobody may forbid police to disclose counsel first "why" / "por qué" inferred in code
  (d) staff must not disclose whoever asks read in code
  (e) despite (d), nothing here forbids staff to disclose when court.order read in code
`)
    expect(rules.map(({ modal, isForAnybody }) => [modal, isForAnybody])).toEqual([
      ...[['must', false] as const, ['need-not', false] as const, ['nobody-may-forbid', false] as const],
      ...[['must-not', true] as const, ['not-forbidden', false] as const],
    ])
    expect(rules[0]?.limit).toMatchObject({ kind: 'asked', atMost: { amount: 1, unit: 'days', event: 'release' } })
    expect(rules[2]).toMatchObject({ counsel: { en: 'why', es: 'por qué' }, mark: { kind: 'inferred' } })
  })

  it('says that a label of ours is a part of what it cites', async () => {
    const { rules } = await lower(
      inSection('(a)(1) staff must not hold read in code (a)(1)-x staff must not transfer read in code'),
    )
    expect(rules.map(({ cite, isPart }) => [cite, isPart])).toEqual([
      ['Ex. Code ch. 30 § 1(a)(1)', false],
      ['Ex. Code ch. 30 § 1(a)(1)', true],
    ])
  })

  it('shows a suit and leaves the force of the text as it is', async () => {
    const { rules } = await lower(
      inSection('(a) staff must not hold read in code'),
      `${header}  challenged section 1(a) 2020-01-01 through 2020-06-30 "No. 1"\n`,
    )
    expect(rules[0]).toMatchObject({
      inForce: [{ from: '2018-01-01', through: null }],
      contested: [],
      challenged: [{ from: '2020-01-01', through: '2020-06-30', cite: 'No. 1' }],
    })
  })

  it('takes a question that makes no sense for one whose answer says nothing', async () => {
    const { library } = await readLibrary(sample)
    const impossible = library.vocabulary.impossible.filter(({ fact }) => fact === 'subpoena.issuer')
    expect(impossible.map(({ condition }) => condition)).toEqual([
      {
        kind: 'all',
        of: [
          { kind: 'not', of: { kind: 'is', fact: 'request.form', values: ['subpoena'] } },
          { kind: 'not', of: { kind: 'is', fact: 'subpoena.issuer', values: ['none'] } },
        ],
      },
    ])
  })
})

describe('an example', () => {
  const example = `section 1 "One"
  (a) staff must not hold
      read in code

example "first"
  as of 2026-11-01, jail
  given request.form is i-247a and warrant.form is none and convicted of "Ex. Pen. Code 11" felony on 2011-11-01
  then must not hold, by section 1(a)
  but given warrant.form is i-200 and warrant.expired then no rule on hold
  but as of 2026-10-31
    given convicted of "Ex. Pen. Code 12" misdemeanor on 2012-11-01
    then may hold
    then no rule on transfer`

  it('is a case, and so is each of its variants, with what is other', async () => {
    const { examples } = await lower(example)
    expect(
      examples.map(({ name, asOf, agency, givens, convictions, outcomes, position }) => ({
        ...{ name, asOf, agency, line: position.line },
        facts: givens.map((given) => (given.kind === 'value' ? `${given.fact} ${given.value}` : given.fact)),
        offences: convictions.map(({ offence }) => offence),
        outcomes: outcomes.map(({ act, verdict }) => `${verdict} ${act}`),
      })),
    ).toEqual([
      {
        ...{ name: 'first', asOf: '2026-11-01', agency: 'jail', line: 13 },
        facts: ['request.form i-247a', 'warrant.form none'],
        offences: ['Ex. Pen. Code 11'],
        outcomes: ['prohibited hold'],
      },
      {
        ...{ name: 'first, but given warrant.form is i-200 and warrant.expired', asOf: '2026-11-01', agency: 'jail' },
        line: 17,
        facts: ['request.form i-247a', 'warrant.form i-200', 'warrant.expired yes'],
        offences: ['Ex. Pen. Code 11'],
        outcomes: ['no-rule hold'],
      },
      {
        name: 'first, but as of 2026-10-31 given convicted of "Ex. Pen. Code 12" misdemeanor on 2012-11-01',
        ...{ asOf: '2026-10-31', agency: 'jail', line: 18 },
        facts: ['request.form i-247a', 'warrant.form none'],
        offences: ['Ex. Pen. Code 12'],
        outcomes: ['permitted hold', 'no-rule transfer'],
      },
    ])
  })
})

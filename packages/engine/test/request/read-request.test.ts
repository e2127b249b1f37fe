/** A request against law: names, values and times read, and what is said twice refused unless it is equal. */
import { describe, expect, it } from 'vitest'
import type { Result } from '@brightline/language'
import { parseRequest } from '../../src/request/parse-request.ts'
import type { RequestPart } from '../../src/request/part.ts'
import type { RequestProblem } from '../../src/request/problem.ts'
import { readRequest, type Request } from '../../src/request/read-request.ts'
import { both, fact, instrument, is, library, oneOf, range, rule, words } from '../small-law.ts'

const label = { en: 'Form I-247A, a detainer', es: 'Formulario I-247A' }
const derivation = { classes: ['listed'], table: 'us/xx' }
const law = library(
  [
    instrument('us/xx/act', {
      rules: [
        rule('(a)', 'must-not', { condition: is('warrant', 'no') }),
        rule('(b)', 'must', { condition: both(is('warrant', 'yes'), range('years', 0, 5)) }),
      ],
    }),
  ],
  {
    facts: [
      fact('request.form', {
        kind: 'one-of',
        values: [
          { name: 'i-247a', label, phrase: null, asks: ['hold', 'tell'], spans: [] },
          { name: 'call', label: { en: 'A call' }, phrase: null, asks: [], spans: [] },
        ],
      }),
      fact('warrant'),
      fact('paper', oneOf('none', 'i-200')),
      fact('years', { kind: 'number', min: 0, max: 99, unit: 'years', canBeNever: true }, { derivation }),
      fact('letter', { kind: 'date' }),
      fact('status', undefined, { isProtected: true }),
    ],
    events: [
      { name: 'receipt', label: { en: 'receipt of the request', es: 'la recepción' }, isKnownAtCounter: true },
      { name: 'release', label: words, isKnownAtCounter: true },
    ],
    impossible: [
      {
        reason: { en: 'no warrant in a call', es: 'sin orden' },
        fact: null,
        condition: both(is('request.form', 'call'), is('warrant', 'yes')),
        cite: 'Ex. 1',
      },
    ],
  },
  {
    places: [
      {
        id: 'us/xx',
        title: { en: 'Example' },
        division: '',
        geoid: '',
        timeZone: 'America/Chicago',
        covers: [],
        checked: null,
        file: '',
      },
      {
        id: 'us/xx/far',
        title: { en: 'Far' },
        division: '',
        geoid: '',
        timeZone: 'Pacific/Kiritimati',
        covers: [],
        checked: null,
        file: '',
      },
    ],
    offences: { 'us/xx': [] },
  },
)

const now = '2026-11-22T20:00:00Z'

function read(part: RequestPart, ...beside: readonly RequestPart[]): Result<Request, RequestProblem> {
  const raw = parseRequest({ place: 'us/xx', acts: ['hold'], ...part }, beside)
  return raw.ok ? readRequest(law, raw.value, { now }) : raw
}

function problems(part: RequestPart, ...beside: readonly RequestPart[]): readonly string[] {
  const result = read(part, ...beside)
  if (result.ok) return []
  return result.problems.map(({ code, where }) => {
    const place = where.kind === 'pointer' ? where.pointer : where.kind === 'fact' ? where.fact : where.kind
    return `${code} ${place}`
  })
}

function known(part: RequestPart, ...beside: readonly RequestPart[]): unknown {
  const result = read(part, ...beside)
  if (!result.ok) return result.problems
  return Object.fromEntries(
    [...result.value.knowledge].map(([name, state]) => [name, state.kind === 'value' ? state.value : state.kind]),
  )
}

describe('what a request says', () => {
  const taken: readonly { readonly name: string; readonly part: RequestPart; readonly want: object }[] = [
    { name: 'the form as it is printed', part: { form: 'I-247A' }, want: { 'request.form': 'i-247a' } },
    {
      name: 'the form as a fact',
      part: { facts: { 'request.form': 'form i-247a' } },
      want: { 'request.form': 'i-247a' },
    },
    { name: 'an agency in capitals', part: { agency: 'JAIL' }, want: { agency: 'jail' } },
    { name: 'an agency as a fact', part: { facts: { agency: 'jail' } }, want: { agency: 'jail' } },
    { name: 'yes in many ways', part: { facts: { warrant: true } }, want: { warrant: 'yes' } },
    { name: 'Sí', part: { facts: { warrant: 'Sí' } }, want: { warrant: 'yes' } },
    { name: 'no in capitals', part: { facts: { warrant: 'NO' } }, want: { warrant: 'no' } },
    { name: 'what nobody can say', part: { facts: { warrant: null } }, want: { warrant: 'cannot-say' } },
    { name: 'a number in a text', part: { facts: { years: ' 7 ' } }, want: { years: 7 } },
    { name: 'never', part: { facts: { years: 'Never' } }, want: { years: 'never' } },
    { name: 'an American date', part: { facts: { letter: '01/02/1970' } }, want: { letter: 1 } },
    { name: 'no agency', part: { agency: null }, want: {} },
  ]
  for (const { name, part, want } of taken) {
    it(`takes ${name}`, () => {
      expect(known(part)).toEqual(want)
    })
  }

  it('names the fact that has the value where a form is none', () => {
    const found = read({ form: 'I-200' })
    expect(found.ok || found.problems.map(({ values }) => [values['fact'], values['value']])).toEqual([
      ['paper', 'i-200'],
    ])
    const unknown = read({ form: 'i-247b' })
    expect(unknown.ok || unknown.problems.map(({ values }) => values['fact'])).toEqual([undefined])
  })

  const refused: readonly { readonly name: string; readonly part: RequestPart; readonly want: readonly string[] }[] = [
    { name: 'an unknown place', part: { place: 'us/yy' }, want: ['REQ-0008 /place'] },
    { name: 'a date that is none', part: { asOf: 'soon' }, want: ['REQ-0001 /asOf'] },
    { name: 'a date of another age', part: { asOf: '0206-01-01' }, want: ['REQ-0018 /asOf'] },
    { name: 'an unknown agency', part: { agency: 'jial' }, want: ['REQ-0002 /agency'] },
    { name: 'an unknown agency as a fact', part: { facts: { agency: 'jial' } }, want: ['REQ-0002 /facts/agency'] },
    { name: 'an unknown act', part: { acts: ['hold', 'hodl'] }, want: ['REQ-0003 /acts/1'] },
    { name: 'nothing to decide', part: { acts: [] }, want: ['REQ-0004 '] },
    { name: 'a form that asks for nothing', part: { acts: [], form: 'call' }, want: ['REQ-0004 '] },
    { name: 'an unknown form', part: { form: 'I-247B' }, want: ['REQ-0005 /form'] },
    { name: 'an unknown form that should ask', part: { acts: [], form: 'I-247B' }, want: ['REQ-0005 /form'] },
    { name: 'an unknown fact', part: { facts: { 'warrant.x': 'y' } }, want: ['FACT-0001 /facts/warrant.x'] },
    { name: 'a choice that is none', part: { facts: { 'request.form': 'z' } }, want: ['FACT-0002 request.form'] },
    { name: 'a protected fact', part: { facts: { status: 'maybe' } }, want: ['FACT-0003 status'] },
    { name: 'a yes that is none', part: { facts: { warrant: 'maybe' } }, want: ['FACT-0006 warrant'] },
    { name: 'a number out of range', part: { facts: { years: 100 } }, want: ['FACT-0007 years'] },
    { name: 'a part of a number', part: { facts: { years: 1.5 } }, want: ['FACT-0007 years'] },
    { name: 'a day that is none', part: { facts: { letter: 20160101 } }, want: ['FACT-0008 letter'] },
    { name: 'a day of another age', part: { facts: { letter: '2206-01-01' } }, want: ['REQ-0018 letter'] },
    { name: 'what cannot be together', part: { form: 'call', facts: { warrant: true } }, want: ['FACT-0004 whole'] },
    { name: 'an unknown event', part: { events: { reciept: '2026-11-22' } }, want: ['REQ-0007 /events/reciept'] },
    { name: 'a time that is none', part: { events: { receipt: 'noon' } }, want: ['REQ-0023 /events/receipt'] },
    { name: 'a time of another age', part: { events: { receipt: '0206-11-22' } }, want: ['REQ-0024 /events/receipt'] },
    {
      name: 'a time that was skipped',
      part: { events: { receipt: '2026-03-08T02:30' } },
      want: ['REQ-0025 /events/receipt'],
    },
    {
      name: 'a time that came twice',
      part: { events: { receipt: '2026-11-01T01:30' } },
      want: ['REQ-0026 /events/receipt'],
    },
    {
      name: 'an offset of another zone',
      part: { events: { receipt: '2026-11-01T00:30+01:00[America/Chicago]' } },
      want: ['REQ-0027 /events/receipt'],
    },
    {
      name: 'a conviction after the date of the law',
      part: { convictions: [{ offence: 'x', date: '2026-11-23' }] },
      want: ['REQ-0021 /convictions/0/date'],
    },
    {
      name: 'a fact that the convictions rule out',
      part: { convictions: [], facts: { years: 3 } },
      want: ['REQ-0022 years'],
    },
    {
      name: 'several things at once',
      part: { agency: 'jial', facts: { warrant: 'maybe' }, events: { receipt: 'noon' } },
      want: ['REQ-0002 /agency', 'FACT-0006 warrant', 'REQ-0023 /events/receipt'],
    },
  ]
  for (const { name, part, want } of refused) {
    it(`refuses ${name}`, () => {
      expect(problems(part)).toEqual(want)
    })
  }

  it('keeps what the convictions yield where the fact itself is not known', () => {
    expect(known({ convictions: [], facts: { years: null } })).toEqual({ years: 'never' })
  })

  it('repeats no value', () => {
    const secret = 'Ana Example 123456789'
    const parts: readonly RequestPart[] = [
      { facts: { warrant: secret, years: secret, letter: secret, 'request.form': secret, agency: secret } },
      { agency: secret, form: secret, acts: [secret], asOf: '2026-11-22' },
      { asOf: secret },
      { facts: { [secret]: secret }, events: { [secret]: secret, receipt: secret } },
      { place: secret },
    ]
    for (const part of parts) {
      const result = read(part)
      expect(result.ok).toBe(false)
      expect(JSON.stringify(result)).not.toMatch(/Ana|123456789/)
    }
  })
})

describe('what is said twice', () => {
  const cases: readonly {
    readonly name: string
    readonly parts: readonly [RequestPart, RequestPart]
    readonly want: readonly string[]
  }[] = [
    {
      name: 'a fact and another value',
      parts: [{ facts: { warrant: 'yes' } }, { facts: { warrant: 'no' } }],
      want: ['REQ-0013 warrant'],
    },
    {
      name: 'a fact and the same in other words',
      parts: [{ facts: { warrant: 'yes' } }, { facts: { warrant: true } }],
      want: [],
    },
    {
      name: 'a fact and that nobody can say',
      parts: [{ facts: { warrant: 'yes' } }, { facts: { warrant: null } }],
      want: ['REQ-0013 warrant'],
    },
    {
      name: 'an agency and another fact',
      parts: [{ agency: 'jail' }, { facts: { agency: 'police' } }],
      want: ['REQ-0013 agency'],
    },
    { name: 'an agency and the same fact', parts: [{ agency: 'jail' }, { facts: { agency: 'Jail' } }], want: [] },
    {
      name: 'a form and another fact',
      parts: [{ form: 'i-247a' }, { facts: { 'request.form': 'call' } }],
      want: ['REQ-0013 request.form'],
    },
    {
      name: 'a form and the same fact',
      parts: [{ form: 'I-247A' }, { facts: { 'request.form': 'i-247a' } }],
      want: [],
    },
    {
      name: 'an event and another time',
      parts: [{ events: { receipt: '2026-11-22T14:00' } }, { events: { receipt: '2026-11-22T14:01' } }],
      want: ['REQ-0013 /events/receipt'],
    },
    {
      name: 'an event and the same moment',
      parts: [
        { events: { receipt: '2026-11-22T14:00' } },
        { events: { 'Receipt of the request': '2026-11-22T20:00Z' } },
      ],
      want: [],
    },
  ]
  for (const { name, parts, want } of cases) {
    it(`${want.length === 0 ? 'takes' : 'refuses'} ${name}`, () => {
      expect(problems(parts[0], parts[1])).toEqual(want)
      expect(problems(parts[1], parts[0])).toEqual(want)
    })
  }
})

describe('the date of the law', () => {
  it('is the date at the place, where none is said', () => {
    const at = (place: string): string => {
      const result = read({ place })
      return result.ok ? result.value.asOf : ''
    }
    expect(at('us/xx')).toBe('2026-11-22')
    expect(at('us/xx/far')).toBe('2026-11-23')
  })

  it('is never guessed without a clock', () => {
    const raw = parseRequest({ place: 'us/xx', acts: ['hold'] })
    const result = raw.ok ? readRequest(law, raw.value) : raw
    expect(result.ok ? null : result.problems[0]?.code).toBe('REQ-0031')
  })
})

describe('the times of a request', () => {
  it('are the clock of the place, whatever zone they are written in', () => {
    const result = read({
      events: { receipt: '2026-11-23T01:45+05:45[Asia/Kathmandu]', release: '2026-11-22T20:00+00' },
    })
    expect(result.ok && Object.values(result.value.events).map(String)).toEqual([
      '2026-11-22T14:00:00-06:00[America/Chicago]',
      '2026-11-22T14:00:00-06:00[America/Chicago]',
    ])
  })

  it('say what a date without a time was taken for', () => {
    const result = read({ events: { receipt: '2026-11-22' } })
    expect(result.ok && result.value.notes).toMatchObject([
      { code: 'REQ-0030', severity: 'warning', where: { pointer: '/events/receipt' } },
    ])
  })
})

/** The shape of a request: one spelling, and everything else refused with the pointer to it. */
import { describe, expect, it } from 'vitest'
import { parseRequest } from '../../src/request/parse-request.ts'
import type { RequestPart } from '../../src/request/part.ts'

/** Says each problem as its code and its place, or nothing where there is none. */
function problems(given: unknown, ...beside: readonly RequestPart[]): readonly string[] {
  const raw = parseRequest(given, beside)
  if (raw.ok) return []
  return raw.problems.map(({ code, where }) => `${code} ${where.kind === 'pointer' ? where.pointer : where.kind}`)
}

const whole = {
  version: 2,
  place: 'us/xx/town',
  asOf: '2026-11-22',
  agency: 'jail',
  form: null,
  acts: ['hold'],
  facts: { warrant: 'yes', 'charge.count': 3, 'charge.open': true, 'charge.date': null },
  convictions: [{ offence: 'x', date: '2020-01-01', level: null, place: null }],
  events: { receipt: '2026-11-22T14:00', release: null },
}

const cases: readonly { readonly name: string; readonly given: unknown; readonly want: readonly string[] }[] = [
  { name: 'everything that a request can say', given: whole, want: [] },
  { name: 'a place and an act', given: { place: 'us/xx', acts: ['hold'] }, want: [] },
  { name: 'nothing', given: undefined, want: ['REQ-0012 '] },
  { name: 'a list', given: [], want: ['REQ-0012 '] },
  { name: 'null', given: null, want: ['REQ-0012 '] },
  { name: 'no place', given: { acts: ['hold'] }, want: ['REQ-0017 '] },
  { name: 'an empty place', given: { place: '' }, want: ['REQ-0017 /place'] },
  { name: 'a place that is null', given: { place: null }, want: ['REQ-0012 /place'] },
  { name: 'another version', given: { ...whole, version: 1 }, want: ['REQ-0014 /version'] },
  { name: 'a version in words', given: { ...whole, version: '2' }, want: ['REQ-0014 /version'] },
  { name: 'a date as a number', given: { ...whole, asOf: 20160101 }, want: ['REQ-0012 /asOf'] },
  { name: 'a date that is null', given: { ...whole, asOf: null }, want: ['REQ-0012 /asOf'] },
  { name: 'an agency as a list', given: { ...whole, agency: ['jail'] }, want: ['REQ-0012 /agency'] },
  { name: 'a form as a number', given: { ...whole, form: 247 }, want: ['REQ-0012 /form'] },
  { name: 'acts as a text', given: { ...whole, acts: 'hold' }, want: ['REQ-0012 /acts'] },
  { name: 'an act as a number', given: { ...whole, acts: ['hold', 1] }, want: ['REQ-0012 /acts/1'] },
  { name: 'the old name of acts', given: { place: 'us/xx', act: 'hold' }, want: ['REQ-0011 /act'] },
  { name: 'facts as a list', given: { ...whole, facts: [] }, want: ['REQ-0012 /facts'] },
  { name: 'facts that are null', given: { ...whole, facts: null }, want: ['REQ-0012 /facts'] },
  { name: 'a fact as an object', given: { ...whole, facts: { warrant: {} } }, want: ['REQ-0012 /facts/warrant'] },
  { name: 'a fact beside the parts', given: { ...whole, 'warrant.form': 'x' }, want: ['REQ-0029 /warrant.form'] },
  { name: 'events as a text', given: { ...whole, events: 'now' }, want: ['REQ-0012 /events'] },
  {
    name: 'a time as a number',
    given: { ...whole, events: { receipt: 20261122 } },
    want: ['REQ-0012 /events/receipt'],
  },
  {
    name: 'unknown keys',
    given: { ...whole, asof: '2016-01-01', note: 'x' },
    want: ['REQ-0011 /asof', 'REQ-0011 /note'],
  },
  { name: 'a key that may be personal', given: { ...whole, 'Ana Example': 'x' }, want: ['REQ-0011 '] },
]

describe('a request as JSON', () => {
  for (const { name, given, want } of cases) {
    it(want.length === 0 ? `takes ${name}` : `refuses ${name}`, () => {
      expect(problems(given)).toEqual(want)
    })
  }

  it('names what was probably meant', () => {
    const raw = parseRequest({ place: 'us/xx', asof: '2016-01-01' })
    expect(raw.ok ? null : raw.problems[0]?.values).toMatchObject({ name: 'asof', meant: 'asOf' })
  })

  it('repeats no value', () => {
    const secret = 'Ana Example'
    const given = {
      place: 'us/xx',
      asOf: [secret],
      agency: { [secret]: secret },
      acts: secret,
      [secret]: secret,
      facts: { [secret]: { [secret]: secret } },
    }
    const raw = parseRequest(given)
    expect(raw.ok).toBe(false)
    expect(JSON.stringify(raw)).not.toContain(secret)
  })
})

describe('a request in parts', () => {
  const parts: readonly { readonly name: string; readonly beside: RequestPart; readonly want: readonly string[] }[] = [
    { name: 'another place', beside: { place: 'us/xx' }, want: ['REQ-0013 /place'] },
    { name: 'the same place', beside: { place: 'us/xx/town' }, want: [] },
    { name: 'another date', beside: { asOf: '2026-11-23' }, want: ['REQ-0013 /asOf'] },
    { name: 'other acts', beside: { acts: ['hold', 'tell'] }, want: ['REQ-0013 /acts'] },
    { name: 'the same acts, one twice', beside: { acts: ['hold', 'hold'] }, want: [] },
    { name: 'no acts', beside: { acts: [] }, want: [] },
    { name: 'other convictions', beside: { convictions: [] }, want: ['REQ-0013 /convictions'] },
    {
      name: 'the same convictions',
      beside: { convictions: [{ date: '2020-01-01', offence: 'x' }] },
      want: [],
    },
  ]
  for (const { name, beside, want } of parts) {
    it(`${want.length === 0 ? 'takes' : 'refuses'} ${name} beside it`, () => {
      expect(problems(whole, beside)).toEqual(want)
    })
  }

  it('keeps every statement about facts and events, to be compared when they are read', () => {
    const raw = parseRequest(whole, [{ agency: 'police' }, { facts: { warrant: 'no' } }, { events: { receipt: 'x' } }])
    expect(raw.ok && raw.value.facts.filter(({ name }) => name === 'agency').map(({ value }) => value)).toEqual([
      'jail',
      'police',
    ])
    expect(raw.ok && raw.value.events.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'receipt 2026-11-22T14:00',
      'receipt x',
    ])
  })
})

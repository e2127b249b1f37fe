/** The time for which each edition of a form asks. */
import { describe, expect, it } from 'vitest'
import type { Fact, Interval, Span } from '@brightline/language'
import { editionsOf, spanAsked } from '../../src/calendar/asked.ts'
import { fact, words } from '../small-law.ts'

const until2017: Interval = { from: '2015-06-01', through: '2017-04-01' }
const since2017: Interval = { from: '2017-04-02', through: null }

function hours(amount: number): Span {
  return { amount, unit: 'hours', event: 'release', excludesWeekends: false, calendar: null }
}

const spans = [
  { cite: 'Form I-247D', force: until2017, span: hours(36) },
  { cite: 'Form I-247A', force: since2017, span: hours(48) },
]
const form = fact('request.form', {
  kind: 'one-of',
  values: [
    { name: 'i-247a', label: words, phrase: null, asks: [], spans },
    { name: 'spoken', label: words, phrase: null, asks: [], spans: [] },
  ],
})

describe('spanAsked', () => {
  const cases: readonly {
    name: string
    facts: readonly Fact[]
    form: string
    asOf: string
    hours: number | undefined
  }[] = [
    { name: 'the edition of the day', facts: [form], form: 'i-247a', asOf: '2026-11-01', hours: 48 },
    { name: 'the last day of an edition', facts: [form], form: 'i-247a', asOf: '2017-04-01', hours: 36 },
    { name: 'no edition yet', facts: [form], form: 'i-247a', asOf: '2015-05-31', hours: undefined },
    { name: 'a form that asks for no time', facts: [form], form: 'spoken', asOf: '2026-11-01', hours: undefined },
    { name: 'a form that nobody knows', facts: [form], form: 'i-200', asOf: '2026-11-01', hours: undefined },
    { name: 'law without forms', facts: [], form: 'i-247a', asOf: '2026-11-01', hours: undefined },
    {
      name: 'a fact of that name that is no choice',
      facts: [fact('request.form')],
      form: 'i-247a',
      asOf: '2026-11-01',
      hours: undefined,
    },
  ]
  for (const { name, facts, form: named, asOf, hours: want } of cases) {
    it(name, () => {
      expect(spanAsked({ facts }, named, asOf)?.amount).toBe(want)
    })
  }
})

describe('editionsOf', () => {
  it('lists when editions ask for a time, and nothing where there is no form', () => {
    expect(editionsOf({ facts: [form] })).toEqual([until2017, since2017])
    expect(editionsOf({ facts: [] })).toEqual([])
    expect(editionsOf({ facts: [fact('request.form')] })).toEqual([])
  })
})

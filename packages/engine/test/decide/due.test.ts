/** Limits and due times inside decisions, with and without the events that they count from. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { AskedSpan, Due, Limit, Span } from '@brightline/language'
import { decide, type EventTimes } from '../../src/decide/decide.ts'
import type { Decision } from '../../src/decide/decision.ts'
import { keptDecisions } from '../../src/decide/kept-decisions.ts'
import { stackCache } from '../../src/stack/stack-cache.ts'
import { datesOfChange } from '../../src/stack/stack.ts'
import { duty, fact, instrument, knowing, library, rule, stackUnder } from '../small-law.ts'

const events = ['receipt', 'release', 'interview'].map((name) => ({
  name,
  label: { en: `the ${name}`, es: `el ${name}` },
  isKnownAtCounter: true,
}))
const receipt = Temporal.ZonedDateTime.from('2026-11-20T09:30[America/Chicago]')
const release = Temporal.ZonedDateTime.from('2026-11-25T14:00[America/Chicago]')

function span(amount: number, unit: Span['unit'], event: string, more: Partial<Span> = {}): Span {
  return { amount, unit, event, excludesWeekends: false, calendar: null, ...more }
}

function decideWith(limits: readonly (Limit | null)[], due: Due | null, times: EventTimes = {}): Decision {
  const rules = limits.map((limit, index) => rule(`(${index})`, 'may', { limit }))
  const law = instrument('us/xx/act', { rules, duties: [duty('(d)', { due })] })
  const thanksgiving = {
    name: 'Thanksgiving',
    rule: '11-26',
    force: { from: null, through: null },
    cite: 'Ex. Code 7',
    mark: 'read',
  } as const
  return decide(stackUnder([law], { events }, { holidays: { 'us/xx': [thanksgiving] } }), 'hold', new Map(), times)
}

describe('the limit of an act', () => {
  const endOfDay: Limit = { kind: 'end-of-day', event: 'release' }
  const sixHours: Limit = { kind: 'span', span: span(6, 'hours', 'release') }
  const twoDays: Limit = { kind: 'span', span: span(2, 'days', 'release') }
  const cases: readonly {
    readonly name: string
    readonly limits: readonly (Limit | null)[]
    readonly times?: EventTimes
    readonly at: string | null
  }[] = [
    { name: 'has no time before its event is known', limits: [endOfDay], at: null },
    {
      name: 'ends with the day of the event',
      limits: [endOfDay],
      times: { release },
      at: '2026-11-25T23:59:59-06:00[America/Chicago]',
    },
    {
      name: 'ends so long after the event',
      limits: [sixHours],
      times: { release },
      at: '2026-11-25T20:00:00-06:00[America/Chicago]',
    },
    {
      name: 'is the earliest of several',
      limits: [endOfDay, sixHours, twoDays],
      times: { release },
      at: '2026-11-25T20:00:00-06:00[America/Chicago]',
    },
    { name: 'does not start with another event', limits: [endOfDay], times: { receipt }, at: null },
  ]
  for (const { name, limits, times = {}, at } of cases) {
    it(name, () => {
      expect(decideWith(limits, null, times).limit?.at).toBe(at)
    })
  }

  it('is none where no deciding rule has one', () => {
    expect(decideWith([null], null, { release }).limit).toBeNull()
  })

  it('is said once where two rules have the same', () => {
    expect(decideWith([endOfDay, endOfDay], null).limit?.limits).toEqual([endOfDay])
  })

  it('is every limit of the deciding rules, each as the law states it', () => {
    expect(decideWith([endOfDay, sixHours], null).limit).toEqual({
      limits: [endOfDay, sixHours],
      asked: null,
      at: null,
    })
  })

  describe('that takes the time for which the form asks', () => {
    const asks = (amount: number, since: string | null, through: string | null): AskedSpan => {
      return { span: span(amount, 'hours', 'release'), force: { from: since, through }, cite: null }
    }
    const detainer = {
      ...{ name: 'i-247a', label: { en: 'Form I-247A' }, phrase: null, asks: ['hold'] },
      spans: [asks(72, null, '2017-04-01'), asks(48, '2017-04-02', null)],
    }
    const call = { name: 'call', label: { en: 'A call' }, phrase: null, asks: [], spans: [] }
    const form = fact('request.form', { kind: 'one-of', values: [detainer, call] })
    const law = instrument('us/xx/act', {
      rules: [rule('(a)', 'must', { limit: { kind: 'asked', atMost: span(60, 'hours', 'release') } })],
    })
    const words = library([law], { events, facts: [form] })
    const stackOn = stackCache(words)
    const decideOn = (asOf: string, given: Parameters<typeof knowing>[0], by: typeof decide = decide): Decision =>
      by(stackOn('us/xx/town', asOf), 'hold', knowing(given), { release })

    it('ends with the time of the edition in use on the day, and no later than the law lets it', () => {
      const today = decideOn('2026-11-25', { 'request.form': 'i-247a' }).limit
      expect(today).toMatchObject({ asked: { amount: 48 }, at: '2026-11-27T14:00:00-06:00[America/Chicago]' })
      const before = decideOn('2017-04-01', { 'request.form': 'i-247a' }).limit
      expect(before).toMatchObject({ asked: { amount: 72 }, at: '2026-11-28T02:00:00-06:00[America/Chicago]' })
    })

    it('has no time where the form asks for none or is not known', () => {
      for (const given of [{ 'request.form': 'call' }, { 'request.form': null }, {}])
        expect(decideOn('2026-11-25', given).limit).toMatchObject({ asked: null, at: null })
    })

    it('changes with the form also where decisions are kept, though no rule reads it', () => {
      const kept = keptDecisions()
      const known = ['i-247a', 'call', 'i-247a'].map((value) => decideOn('2026-11-25', { 'request.form': value }, kept))
      expect(known.map(({ limit }) => limit?.asked?.amount)).toEqual([48, undefined, 48])
    })

    it('says nothing of the form where no limit takes its time', () => {
      const own = instrument('us/xx/act', { rules: [rule('(a)', 'must', { limit: sixHours })] })
      const stack = stackUnder([own], { events, facts: [form] })
      const { limit } = decide(stack, 'hold', knowing({ 'request.form': 'i-247a' }), { release })
      expect(limit).toMatchObject({ limits: [sixHours], asked: null, at: '2026-11-25T20:00:00-06:00[America/Chicago]' })
    })

    it('is a date of change of the law on which another edition comes into use', () => {
      expect(datesOfChange(words, 'us/xx/town')).toEqual(['2000-01-01', '2017-04-02'])
    })
  })

  it('is also that of an act that must be done', () => {
    const law = instrument('us/xx/act', { rules: [rule('(a)', 'must', { limit: endOfDay })] })
    expect(decide(stackUnder([law], { events }), 'hold', new Map()).limit).toEqual({
      limits: [endOfDay],
      asked: null,
      at: null,
    })
  })

  it('is none where the act is prohibited', () => {
    const law = instrument('us/xx/act', { rules: [rule('(a)', 'must-not', { limit: endOfDay })] })
    expect(decide(stackUnder([law], { events }), 'hold', new Map(), { release }).limit).toBeNull()
  })
})

describe('the due time of a duty', () => {
  const holiday = span(4, 'days', 'receipt', { excludesWeekends: true, calendar: 'us/xx' })
  const cases: readonly {
    readonly name: string
    readonly due: Due | null
    readonly times?: EventTimes
    readonly at: string | null
    readonly waitsFor: string | null
  }[] = [
    { name: 'is none where the law sets none', due: null, at: null, waitsFor: null },
    {
      name: 'waits for the event that it counts from',
      due: { kind: 'within', span: span(24, 'hours', 'receipt') },
      at: null,
      waitsFor: 'receipt',
    },
    {
      name: 'counts hours from the event',
      due: { kind: 'within', span: span(24, 'hours', 'receipt') },
      times: { receipt },
      at: '2026-11-21T09:30:00-06:00[America/Chicago]',
      waitsFor: null,
    },
    {
      name: 'leaves out weekends and holidays of the named calendar',
      due: { kind: 'within', span: holiday },
      times: { receipt },
      at: '2026-11-27T23:59:59-06:00[America/Chicago]',
      waitsFor: null,
    },
    {
      name: 'is the event itself where it must be done before',
      due: { kind: 'before', event: 'interview' },
      times: { interview: release },
      at: '2026-11-25T14:00:00-06:00[America/Chicago]',
      waitsFor: null,
    },
    {
      name: 'waits for the event before which it must be done',
      due: { kind: 'before', event: 'interview' },
      at: null,
      waitsFor: 'interview',
    },
    { name: 'names no time for promptly', due: { kind: 'promptly' }, times: { receipt }, at: null, waitsFor: null },
  ]
  for (const { name, due, times = {}, at, waitsFor } of cases) {
    it(name, () => {
      const [first] = decideWith([], due, times).duties
      expect({ at: first?.at, waitsFor: first?.waitsFor }).toEqual({ at, waitsFor })
    })
  }

  it('is what the law says, and no sentence', () => {
    const due = { kind: 'within', span: span(24, 'hours', 'receipt') } as const
    expect(decideWith([], due).duties.map((one) => one.due)).toEqual([due])
  })
})

describe('a duty after the act', () => {
  const cases = [
    { modal: 'must', arises: ['on-request now', 'after now'] },
    { modal: 'may', arises: ['on-request now', 'after if-done'] },
    { modal: 'must-not', arises: ['on-request now'] },
  ] as const
  for (const { modal, arises } of cases) {
    it(`${modal === 'must' ? 'is due' : 'waits for a choice or does not arise'} where staff ${modal} act`, () => {
      const duties = [duty('(d)'), duty('(e)', { trigger: { kind: 'after', acts: ['hold'] } })]
      const law = instrument('us/xx/act', { rules: [rule('(a)', modal)], duties })
      const decision = decide(stackUnder([law]), 'hold', new Map())
      expect(decision.duties.map((one) => `${one.trigger} ${one.arises}`)).toEqual(arises)
    })
  }
})

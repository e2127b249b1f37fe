import { describe, expect, it } from 'vitest'
import { intentOf, type AnsweredAct } from '../../src/notice.ts'

type Verdict = AnsweredAct['decision']['verdict']

const decided = (verdict: Verdict, more: Partial<AnsweredAct['decision']> = {}): AnsweredAct['decision'] => ({
  act: 'hold',
  verdict,
  silence: [],
  counsel: [],
  power: null,
  reasons: [],
  ...more,
})

const counsel = { counsel: [{ en: 'ask first' }] }

describe('if the agency will comply', () => {
  const cases = [
    { name: 'what must be done', decision: decided('required'), chosen: null, want: 'will' },
    {
      name: 'what must be done, and counsel was not asked',
      decision: decided('required', counsel),
      chosen: null,
      want: 'open',
    },
    {
      name: 'what must be done, and counsel agreed',
      decision: decided('required', counsel),
      chosen: 'do',
      want: 'will',
    },
    { name: 'what must not be done', decision: decided('prohibited'), chosen: null, want: 'wont' },
    {
      name: 'what must not be done, and a court ordered otherwise',
      decision: decided('prohibited'),
      chosen: 'do',
      want: 'will',
    },
    { name: 'a permission that nobody used', decision: decided('permitted'), chosen: null, want: 'open' },
    { name: 'a permission that was used', decision: decided('permitted'), chosen: 'do', want: 'will' },
    { name: 'a permission that was declined', decision: decided('permitted'), chosen: 'do-not', want: 'wont' },
    { name: 'no power', decision: decided('no-rule', { silence: ['no-power'] }), chosen: null, want: 'wont' },
    {
      name: 'a law that is silent',
      decision: decided('no-rule', { silence: ['law-silent'] }),
      chosen: null,
      want: 'open',
    },
    { name: 'a conflict that counsel has not settled', decision: decided('conflict'), chosen: null, want: 'open' },
    { name: 'a conflict, declined', decision: decided('conflict'), chosen: 'do-not', want: 'wont' },
    { name: 'facts that are missing', decision: decided('needs-facts'), chosen: null, want: 'open' },
  ] as const
  it.each(cases)('says it of $name', ({ decision, chosen, want }) => {
    expect(intentOf({ decision, chosen, waits: false })).toBe(want)
  })

  it.each(cases)('leaves open what waits for somebody: $name', ({ decision, chosen }) => {
    expect(intentOf({ decision, chosen, waits: true })).toBe('open')
  })
})

/** What a typed line means. */
import { describe, expect, it } from 'vitest'
import type { Step } from '@brightline/engine'
import { readReply, type Reply, type Setting } from '../../src/interview/reply.ts'
import { stackAt, stepAfter } from './testland.ts'

const stack = stackAt('us/ex/springfield')
const steps = {
  agency: stepAfter(stack, []),
  form: stepAfter(stack, ['police']),
  act: stepAfter(stack, ['police', 'call']),
  yesNo: stepAfter(stack, ['police', 'detainer', 'nobody']),
  years: stepAfter(stack, ['police', 'detainer', 'nobody', 'no']),
  date: stepAfter(stack, ['police', 'letter']),
  time: stepAfter(stack, ['police', 'detainer', 'nobody', 'yes']),
  check: stepAfter(stack, ['police', 'letter', '2024-10-04']),
} satisfies Readonly<Record<string, Step>>

const setting: Setting = {
  lang: 'en',
  zone: 'America/Chicago',
  now: '2026-11-01T10:00',
  answers: 3,
  isAnswered: false,
  enterIsNow: true,
}

const cases: readonly {
  readonly step: keyof typeof steps
  readonly line: string
  readonly lang?: 'es'
  readonly means: string
}[] = [
  { step: 'agency', line: '2', means: 'jail' },
  { step: 'agency', line: ' jail ', means: 'jail' },
  { step: 'agency', line: 'Police', means: 'police' },
  { step: 'agency', line: '0', means: 'again: type a number from 1 to 2' },
  { step: 'agency', line: '', means: 'again: type a number from 1 to 2' },
  { step: 'agency', line: 'jial', means: 'again: type a number from 1 to 2; did you mean "jail"?' },
  { step: 'agency', line: 'u', means: 'again: this question needs an answer' },
  { step: 'agency', line: '1e0', means: 'again: type a number from 1 to 2' },
  { step: 'form', line: '1', means: 'detainer' },
  { step: 'form', line: 'A letter', means: 'letter' },
  { step: 'form', line: 'u', means: 'cannot-say' },
  { step: 'form', line: 'b', means: 'back' },
  { step: 'form', line: '?', means: 'help' },
  { step: 'form', line: 'q', means: 'quit' },
  { step: 'form', line: 'salir', lang: 'es', means: 'quit' },
  { step: 'form', line: 'v', lang: 'es', means: 'back' },
  { step: 'form', line: 'd', lang: 'es', means: 'cannot-say' },
  { step: 'form', line: 'x', lang: 'es', means: 'again: escriba un número de 1 a 3' },
  { step: 'act', line: '3', means: 'disclose' },
  { step: 'act', line: 'hold', means: 'hold' },
  { step: 'yesNo', line: 'y', means: 'yes' },
  { step: 'yesNo', line: 'no', means: 'no' },
  { step: 'yesNo', line: 'si', lang: 'es', means: 'yes' },
  { step: 'yesNo', line: 'n', lang: 'es', means: 'no' },
  { step: 'years', line: '7', means: '7' },
  { step: 'years', line: 'never', means: 'never' },
  { step: 'years', line: 'nunca', lang: 'es', means: 'never' },
  { step: 'years', line: '100', means: 'again: type a whole number from 0 to 99, or never' },
  { step: 'years', line: '-1', means: 'again: type a whole number from 0 to 99, or never' },
  { step: 'years', line: '1.5', means: 'again: type a whole number from 0 to 99, or never' },
  { step: 'years', line: '', means: 'again: type a whole number from 0 to 99, or never' },
  { step: 'date', line: '1970-01-02', means: '1970-01-02' },
  { step: 'date', line: '11/22/2026', means: '11/22/2026' },
  { step: 'date', line: '2026-02-30', means: 'again: type a date that exists, such as 2026-11-22' },
  { step: 'date', line: 'u', means: 'cannot-say' },
  { step: 'time', line: '', means: '2026-11-01T10:00' },
  { step: 'time', line: 'now', means: '2026-11-01T10:00' },
  { step: 'time', line: 'ahora', lang: 'es', means: '2026-11-01T10:00' },
  { step: 'time', line: '9:05', means: '2026-11-01T09:05' },
  { step: 'time', line: '2026-10-31 23:59', means: '2026-10-31T23:59' },
  { step: 'time', line: '2026-10-31T23:59', means: '2026-10-31T23:59' },
  { step: 'time', line: '6:30 pm', means: '2026-11-01T18:30' },
  { step: 'time', line: '6:30PM', means: '2026-11-01T18:30' },
  { step: 'time', line: '11/28/2026 18:30', means: '2026-11-28T18:30' },
  { step: 'time', line: '11/28/2026 6:30 p.m.', means: '2026-11-28T18:30' },
  { step: 'time', line: '2026-11-28T18:30-05:00', means: '2026-11-28T17:30' },
  { step: 'time', line: '1:30 -06:00', means: '2026-11-01T01:30-06:00' },
  {
    step: 'time',
    line: '1:30',
    means:
      'again: this time came twice that night: add -05:00 for the first or -06:00 for the second, such as 1:30 -06:00',
  },
  {
    step: 'time',
    line: '2026-03-08 2:30',
    means: 'again: the clocks of that night jumped over this time: type the time that the clock showed',
  },
  { step: 'time', line: '2026-11-28', means: 'again: type a time such as 2026-11-22 14:30, or now' },
  { step: 'time', line: '0206-11-28 14:30', means: 'again: type a time such as 2026-11-22 14:30, or now' },
  { step: 'time', line: '25:00', means: 'again: type a time such as 2026-11-22 14:30, or now' },
  { step: 'time', line: '2026-02-30 10:00', means: 'again: type a time such as 2026-11-22 14:30, or now' },
  { step: 'time', line: 'u', means: 'cannot-say' },
  { step: 'check', line: '', means: 'go-on' },
  { step: 'check', line: '2', means: 'change 1' },
  { step: 'check', line: '9', means: 'again: Press Enter for the decision, or type a number to change that answer.' },
  { step: 'check', line: 'b', means: 'back' },
]

describe('a typed line', () => {
  for (const { step, line, lang = 'en', means } of cases) {
    it(`\`${line}\` at ${step}${lang === 'es' ? ' in Spanish' : ''} means ${means}`, () => {
      expect(inWords(readReply(steps[step], line, { ...setting, lang }))).toBe(means)
    })
  }

  it('Enter leaves a time out where it does not mean now', () => {
    expect(inWords(readReply(steps.time, '', { ...setting, enterIsNow: false }))).toBe('cannot-say')
  })

  it('Enter keeps an answer that was given', () => {
    for (const step of [steps.agency, steps.yesNo, steps.years, steps.time])
      expect(inWords(readReply(step, '', { ...setting, isAnswered: true }))).toBe('go-on')
  })
})

function inWords(reply: Reply): string {
  switch (reply.kind) {
    case 'again':
      return `again: ${reply.message}`
    case 'answer':
      return reply.answer === null ? 'cannot-say' : String(reply.answer)
    case 'change':
      return `change ${reply.index}`
    case 'go-on':
    case 'back':
    case 'help':
    case 'quit':
      return reply.kind
  }
}

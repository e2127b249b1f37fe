/** What a typed line means. */
import { describe, expect, it } from 'vitest'
import { begin, nextStep, type Step } from '@brightline/engine'
import { readReply, type Reply } from '../../src/interview/reply.ts'
import { after, stackAt } from './testland.ts'

const start = begin(stackAt('us/ex/springfield'), { agency: null, form: null })
const steps = {
  agency: nextStep(start),
  form: nextStep(after(start, ['police'])),
  act: nextStep(after(start, ['police', 'call'])),
  yesNo: nextStep(after(start, ['police', 'detainer', 'nobody'])),
  years: nextStep(after(start, ['police', 'detainer', 'nobody', 'no'])),
  date: nextStep(after(start, ['police', 'letter'])),
  time: nextStep(after(start, ['police', 'detainer', 'nobody', 'yes'])),
  check: nextStep(after(start, ['police', 'letter', 20000])),
} satisfies Readonly<Record<string, Step>>

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
  { step: 'date', line: '1970-01-02', means: '1' },
  { step: 'date', line: '2026-02-30', means: 'again: type a date that exists, such as 2026-11-22' },
  { step: 'date', line: 'u', means: 'cannot-say' },
  { step: 'time', line: '', means: '2026-11-01T10:00' },
  { step: 'time', line: 'now', means: '2026-11-01T10:00' },
  { step: 'time', line: 'ahora', lang: 'es', means: '2026-11-01T10:00' },
  { step: 'time', line: '9:05', means: '2026-11-01T09:05' },
  { step: 'time', line: '2026-10-31 23:59', means: '2026-10-31T23:59' },
  { step: 'time', line: '2026-10-31T23:59', means: '2026-10-31T23:59' },
  { step: 'time', line: '25:00', means: 'again: type a time such as 2026-11-22 14:30, or now' },
  { step: 'time', line: '2026-02-30 10:00', means: 'again: type a time such as 2026-11-22 14:30, or now' },
  { step: 'time', line: 'u', means: 'cannot-say' },
  { step: 'check', line: '', means: 'confirm' },
  { step: 'check', line: '2', means: 'change 1' },
  { step: 'check', line: '9', means: 'again: Press Enter for the decision, or type a number to change that answer.' },
  { step: 'check', line: 'b', means: 'back' },
]

describe('a typed line', () => {
  for (const { step, line, lang = 'en', means } of cases) {
    it(`\`${line}\` at ${step}${lang === 'es' ? ' in Spanish' : ''} means ${means}`, () => {
      const reply = readReply(steps[step], line, { lang, now: '2026-11-01T10:00', answers: 3, enterIsNow: true })
      expect(inWords(reply)).toBe(means)
    })
  }

  it('Enter leaves a time out where it does not mean now', () => {
    const reply = readReply(steps.time, '', { lang: 'en', now: '2026-11-01T10:00', answers: 3, enterIsNow: false })
    expect(inWords(reply)).toBe('cannot-say')
  })
})

function inWords(reply: Reply): string {
  if (reply.kind === 'again') return `again: ${reply.message}`
  if (reply.kind !== 'input') return reply.kind
  const { input } = reply
  if (input.kind === 'answer') return String(input.value)
  return input.kind === 'change' ? `change ${input.index}` : input.kind
}

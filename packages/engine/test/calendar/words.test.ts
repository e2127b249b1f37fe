import { describe, expect, it } from 'vitest'
import type { Span } from '@brightline/language'
import { dueInWords, limitInWords, spanInWords } from '../../src/calendar/words.ts'

function span(amount: number, unit: Span['unit'], excludesWeekends = false, calendar: string | null = null): Span {
  return { amount, unit, event: 'receipt', excludesWeekends, calendar }
}

describe('dueInWords', () => {
  const label = { en: 'receipt of the request', es: 'la recepción de la solicitud' }
  const cases: readonly { name: string; span: Span; en: string; es: string }[] = [
    {
      name: 'leaves out weekends and holidays',
      span: span(48, 'hours', true, 'us'),
      en: 'within 48 hours of receipt of the request, leaving out weekends and holidays',
      es: 'en un plazo de 48 horas desde la recepción de la solicitud, sin contar fines de semana ni días feriados',
    },
    {
      name: 'leaves out weekends alone',
      span: span(3, 'days', true),
      en: 'within 3 days of receipt of the request, leaving out weekends',
      es: 'en un plazo de 3 días desde la recepción de la solicitud, sin contar fines de semana',
    },
    {
      name: 'leaves out holidays alone',
      span: span(1, 'days', false, 'us'),
      en: 'within 1 day of receipt of the request, leaving out holidays',
      es: 'en un plazo de 1 día desde la recepción de la solicitud, sin contar días feriados',
    },
  ]
  for (const { name, span: given, en, es } of cases) {
    it(name, () => {
      expect(dueInWords({ kind: 'within', span: given }, 'en', label.en)).toBe(en)
      expect(dueInWords({ kind: 'within', span: given }, 'es', label.es)).toBe(es)
    })
  }

  it('says promptly and at once without an event', () => {
    expect(dueInWords({ kind: 'promptly' }, 'en', '')).toBe('promptly')
    expect(dueInWords({ kind: 'promptly' }, 'es', '')).toBe('sin demora')
    expect(dueInWords({ kind: 'at-once' }, 'en', '')).toBe('at once')
    expect(dueInWords({ kind: 'at-once' }, 'es', '')).toBe('de inmediato')
  })

  it('joins the Spanish article after `antes de` and leaves other articles alone', () => {
    expect(dueInWords({ kind: 'before', event: 'arrest' }, 'es', 'el arresto')).toBe('antes del arresto')
    expect(dueInWords({ kind: 'before', event: 'interview' }, 'es', 'la entrevista')).toBe('antes de la entrevista')
    expect(dueInWords({ kind: 'before', event: 'interview' }, 'en', 'the interview')).toBe('before the interview')
  })
})

describe('spanInWords', () => {
  const cases: readonly { unit: Span['unit']; en: readonly [string, string]; es: readonly [string, string] }[] = [
    { unit: 'minutes', en: ['1 minute', '2 minutes'], es: ['1 minuto', '2 minutos'] },
    { unit: 'hours', en: ['1 hour', '2 hours'], es: ['1 hora', '2 horas'] },
    { unit: 'days', en: ['1 day', '2 days'], es: ['1 día', '2 días'] },
    { unit: 'weeks', en: ['1 week', '2 weeks'], es: ['1 semana', '2 semanas'] },
    { unit: 'months', en: ['1 month', '2 months'], es: ['1 mes', '2 meses'] },
    { unit: 'years', en: ['1 year', '2 years'], es: ['1 año', '2 años'] },
  ]
  for (const { unit, en, es } of cases) {
    it(`counts one and several ${unit} in both languages`, () => {
      for (const [index, amount] of [1, 2].entries()) {
        expect(spanInWords(span(amount, unit), 'en', 'the reply')).toBe(`${en[index]} after the reply`)
        expect(spanInWords(span(amount, unit), 'es', 'el arresto')).toBe(`${es[index]} después del arresto`)
      }
    })
  }
})

describe('limitInWords', () => {
  it('says the end of a day', () => {
    const limit = { kind: 'end-of-day', event: 'release' } as const
    expect(limitInWords(limit, 'en', 'the decision')).toBe('until the end of the same day as the decision')
    expect(limitInWords(limit, 'es', 'el arresto')).toBe('hasta el final del mismo día que el arresto')
  })

  it('says a span and what it leaves out', () => {
    const limit = { kind: 'span', span: span(48, 'hours', true, 'us') } as const
    expect(limitInWords(limit, 'en', 'the time the person would be released')).toBe(
      'until 48 hours after the time the person would be released, leaving out weekends and holidays',
    )
    expect(limitInWords(limit, 'es', 'la hora en que la persona saldría')).toBe(
      'hasta 48 horas después de la hora en que la persona saldría, sin contar fines de semana ni días feriados',
    )
  })
})

describe('the place whose holidays are left out', () => {
  const limit = {
    kind: 'span',
    span: { amount: 48, unit: 'hours', event: 'release', excludesWeekends: true, calendar: 'us/ny' },
  } as const
  it('is named where it is known', () => {
    expect(limitInWords(limit, 'en', 'the release', 'New York')).toBe(
      'until 48 hours after the release, leaving out weekends and holidays (New York)',
    )
    expect(limitInWords(limit, 'es', 'la salida', 'New York')).toBe(
      'hasta 48 horas después de la salida, sin contar fines de semana ni días feriados (New York)',
    )
  })
  it('is left out where it is not known', () => {
    expect(limitInWords(limit, 'en', 'the release')).toBe(
      'until 48 hours after the release, leaving out weekends and holidays',
    )
  })
})

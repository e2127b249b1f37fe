import { describe, expect, it } from 'vitest'
import type { Span } from '@brightline/language'
import { dueWords, limitsWords, limitWords, type DeadlineNames } from '../../src/index.ts'

function named(event: string, place: string | null = null): DeadlineNames {
  return { event: () => event, place: () => place }
}

function span(amount: number, unit: Span['unit'], excludesWeekends = false, calendar: string | null = null): Span {
  return { amount, unit, event: 'receipt', excludesWeekends, calendar }
}

describe('dueWords', () => {
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
      expect(dueWords({ kind: 'within', span: given }, named(label.en), 'en')).toBe(en)
      expect(dueWords({ kind: 'within', span: given }, named(label.es), 'es')).toBe(es)
    })
  }

  it('says promptly and at once without an event', () => {
    expect(dueWords({ kind: 'promptly' }, named(''), 'en')).toBe('promptly')
    expect(dueWords({ kind: 'promptly' }, named(''), 'es')).toBe('sin demora')
    expect(dueWords({ kind: 'at-once' }, named(''), 'en')).toBe('at once')
    expect(dueWords({ kind: 'at-once' }, named(''), 'es')).toBe('de inmediato')
  })

  it('joins the Spanish article after `antes de` and leaves other articles alone', () => {
    expect(dueWords({ kind: 'before', event: 'arrest' }, named('el arresto'), 'es')).toBe('antes del arresto')
    expect(dueWords({ kind: 'before', event: 'interview' }, named('la entrevista'), 'es')).toBe(
      'antes de la entrevista',
    )
    expect(dueWords({ kind: 'before', event: 'interview' }, named('the interview'), 'en')).toBe('before the interview')
  })
})

describe('a span', () => {
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
        expect(limitWords({ kind: 'span', span: span(amount, unit) }, named('the reply'), 'en')).toBe(
          `until ${en[index]} after the reply`,
        )
        expect(limitWords({ kind: 'span', span: span(amount, unit) }, named('el arresto'), 'es')).toBe(
          `hasta ${es[index]} después del arresto`,
        )
      }
    })
  }
})

describe('limitWords', () => {
  it('says the end of a day', () => {
    const limit = { kind: 'end-of-day', event: 'release' } as const
    expect(limitWords(limit, named('the decision'), 'en')).toBe('until the end of the same day as the decision')
    expect(limitWords(limit, named('el arresto'), 'es')).toBe('hasta el final del mismo día que el arresto')
  })

  it('says a span and what it leaves out', () => {
    const limit = { kind: 'span', span: span(48, 'hours', true, 'us') } as const
    expect(limitWords(limit, named('the time the person would be released'), 'en')).toBe(
      'until 48 hours after the time the person would be released, leaving out weekends and holidays',
    )
    expect(limitWords(limit, named('la hora en que la persona saldría'), 'es')).toBe(
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
    expect(limitWords(limit, named('the release', 'New York'), 'en')).toBe(
      'until 48 hours after the release, leaving out weekends and holidays (New York)',
    )
    expect(limitWords(limit, named('la salida', 'New York'), 'es')).toBe(
      'hasta 48 horas después de la salida, sin contar fines de semana ni días feriados (New York)',
    )
  })
  it('is left out where it is not known', () => {
    expect(limitWords(limit, named('the release'), 'en')).toBe(
      'until 48 hours after the release, leaving out weekends and holidays',
    )
  })
})

describe('limitsWords', () => {
  it('says every limit, because each of them binds', () => {
    const limits = [
      { kind: 'end-of-day', event: 'release' },
      { kind: 'span', span: span(12, 'hours') },
    ] as const
    expect(limitsWords(limits, named('the release'), 'en')).toBe(
      'until the end of the same day as the release; and until 12 hours after the release',
    )
    expect(limitsWords(limits, named('la salida'), 'es')).toBe(
      'hasta el final del mismo día que la salida; y hasta 12 horas después de la salida',
    )
  })
})

describe('a reader of another language', () => {
  it('reads the phrases of the wider code, or English with English units, beside the words of the vocabulary', () => {
    const due = { kind: 'within', span: span(48, 'hours') } as const
    expect(dueWords(due, named('el arresto'), 'es-MX')).toBe('en un plazo de 48 horas desde el arresto')
    expect(dueWords(due, named('vụ bắt giữ'), 'vi')).toBe('within 48 hours of vụ bắt giữ')
  })
})

describe('the Spanish article', () => {
  it('stays apart before a name', () => {
    expect(dueWords({ kind: 'before', event: 'x' }, named('El Paso'), 'es')).toBe('antes de El Paso')
  })
})

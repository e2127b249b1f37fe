/**
 * Deadlines in the words of the screens and notices, in English and Spanish.
 *
 * `calendarPlace` names the place whose holidays the clock leaves out, because two limits can differ in just that.
 */
import type { Due, Limit, Span } from '@brightline/language'

/**
 * A span in words; `eventLabel` is the label of its event in the same language.
 *
 * @example
 * const span = { amount: 1, unit: 'months', event: 'decision', excludesWeekends: false, calendar: null }
 * spanInWords(span, 'es', 'la decisión') // => '1 mes después de la decisión'
 */
export function spanInWords(
  span: Span,
  lang: 'en' | 'es',
  eventLabel: string,
  calendarPlace: string | null = null,
): string {
  return (
    wordsByLang[lang].after(amount(span.amount, span.unit, lang), eventLabel) + exclusionOf(span, lang, calendarPlace)
  )
}

/**
 * When something is due, in words; `eventLabel` is the label of its event, if it has one, in the same language.
 *
 * @example
 * const span = { amount: 48, unit: 'hours', event: 'receipt', excludesWeekends: true, calendar: 'us' }
 * dueInWords({ kind: 'within', span }, 'en', 'receipt of the request')
 * // => 'within 48 hours of receipt of the request, leaving out weekends and holidays'
 * dueInWords({ kind: 'before', event: 'arrest' }, 'es', 'el arresto') // => 'antes del arresto'
 */
export function dueInWords(
  due: Due,
  lang: 'en' | 'es',
  eventLabel: string,
  calendarPlace: string | null = null,
): string {
  const words = wordsByLang[lang]
  switch (due.kind) {
    case 'promptly':
      return words.promptly
    case 'at-once':
      return words.atOnce
    case 'before':
      return words.before(eventLabel)
    case 'within':
      return (
        words.within(amount(due.span.amount, due.span.unit, lang), eventLabel) +
        exclusionOf(due.span, lang, calendarPlace)
      )
  }
}

/**
 * How long an act may last, in words; `eventLabel` is the label of its event in the same language.
 *
 * @example
 * const limit = { kind: 'end-of-day', event: 'arrest' }
 * limitInWords(limit, 'en', 'the arrest') // => 'until the end of the same day as the arrest'
 */
export function limitInWords(
  limit: Limit,
  lang: 'en' | 'es',
  eventLabel: string,
  calendarPlace: string | null = null,
): string {
  switch (limit.kind) {
    case 'end-of-day':
      return wordsByLang[lang].untilEndOfDay(eventLabel)
    case 'span':
      return wordsByLang[lang].until(spanInWords(limit.span, lang, eventLabel, calendarPlace))
  }
}

/**
 * A number with its unit.
 *
 * @example
 * amount(1, 'years', 'en') // => '1 year'
 * amount(5, 'years', 'es') // => '5 años'
 */
export function amount(number: number, unit: string | null, lang: 'en' | 'es'): string {
  if (unit === null) return `${number}`
  return `${number} ${unitWords(unit, lang, number === 1)}`
}

/** A unit of time in words; another unit, as a vocabulary may name one, is the same in both languages. */
export function unitWords(unit: string, lang: 'en' | 'es', isOne: boolean = false): string {
  const times: Readonly<Record<string, readonly [string, string]>> = wordsByLang[lang].units
  const [singular, plural] = times[unit] ?? [unit.replace(/s$/, ''), unit]
  return isOne ? singular : plural
}

interface Words {
  readonly promptly: string
  readonly atOnce: string
  readonly before: (event: string) => string
  readonly after: (amount: string, event: string) => string
  readonly within: (amount: string, event: string) => string
  readonly until: (span: string) => string
  readonly untilEndOfDay: (event: string) => string
  readonly exclusion: {
    readonly weekends: string
    readonly holidays: (place: string | null) => string
    readonly both: (place: string | null) => string
  }
  /** Singular and plural. */
  readonly units: Readonly<Record<Span['unit'], readonly [string, string]>>
}

const wordsByLang: Readonly<Record<'en' | 'es', Words>> = {
  en: {
    promptly: 'promptly',
    atOnce: 'at once',
    before: (event) => `before ${event}`,
    after: (amount, event) => `${amount} after ${event}`,
    within: (amount, event) => `within ${amount} of ${event}`,
    until: (span) => `until ${span}`,
    untilEndOfDay: (event) => `until the end of the same day as ${event}`,
    exclusion: {
      weekends: ', leaving out weekends',
      holidays: (place) => (place === null ? ', leaving out holidays' : `, leaving out holidays (${place})`),
      both: (place) =>
        place === null ? ', leaving out weekends and holidays' : `, leaving out weekends and holidays (${place})`,
    },
    units: {
      minutes: ['minute', 'minutes'],
      hours: ['hour', 'hours'],
      days: ['day', 'days'],
      weeks: ['week', 'weeks'],
      months: ['month', 'months'],
      years: ['year', 'years'],
    },
  },
  es: {
    promptly: 'sin demora',
    atOnce: 'de inmediato',
    before: (event) => `antes ${ofSpanish(event)}`,
    after: (amount, event) => `${amount} después ${ofSpanish(event)}`,
    within: (amount, event) => `en un plazo de ${amount} desde ${event}`,
    until: (span) => `hasta ${span}`,
    untilEndOfDay: (event) => `hasta el final del mismo día que ${event}`,
    exclusion: {
      weekends: ', sin contar fines de semana',
      holidays: (place) => (place === null ? ', sin contar días feriados' : `, sin contar días feriados (${place})`),
      both: (place) =>
        place === null
          ? ', sin contar fines de semana ni días feriados'
          : `, sin contar fines de semana ni días feriados (${place})`,
    },
    units: {
      minutes: ['minuto', 'minutos'],
      hours: ['hora', 'horas'],
      days: ['día', 'días'],
      weeks: ['semana', 'semanas'],
      months: ['mes', 'meses'],
      years: ['año', 'años'],
    },
  },
}

function exclusionOf({ excludesWeekends, calendar }: Span, lang: 'en' | 'es', calendarPlace: string | null): string {
  const { weekends, holidays, both } = wordsByLang[lang].exclusion
  if (calendar === null) return excludesWeekends ? weekends : ''
  return excludesWeekends ? both(calendarPlace) : holidays(calendarPlace)
}

/** Spanish joins `de` and `el`. */
function ofSpanish(noun: string): string {
  return noun.startsWith('el ') ? `del ${noun.slice(3)}` : `de ${noun}`
}

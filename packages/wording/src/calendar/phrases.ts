/** The phrases of deadlines, by language. */
import type { ByLanguage } from '../phrase/by-language.ts'

interface TimePhrases {
  readonly promptly: string
  readonly atOnce: string
  readonly before: string
  readonly after: string
  readonly within: string
  readonly until: string
  readonly untilEndOfDay: string
  /** The time that the paper itself asks. */
  readonly asAsked: string
  readonly asAskedAtMost: string
  /** Two limits that both bind. */
  readonly both: string
  /** What the clock leaves out: its days, and the place whose holidays they are, where it is known. */
  readonly weekends: string
  readonly holidays: string
  readonly holidaysOf: string
  readonly weekendsAndHolidays: string
  readonly weekendsAndHolidaysOf: string
}

export const timePhrases: ByLanguage<TimePhrases> = {
  en: {
    promptly: 'promptly',
    atOnce: 'at once',
    before: 'before {event}',
    after: '{amount} after {event}',
    within: 'within {amount} of {event}',
    until: 'until {time}',
    untilEndOfDay: 'until the end of the same day as {event}',
    asAsked: 'for as long as the request asks',
    asAskedAtMost: 'for as long as the request asks, at most {time}',
    both: '{one}; and {other}',
    weekends: '{time}, leaving out weekends',
    holidays: '{time}, leaving out holidays',
    holidaysOf: '{time}, leaving out holidays ({place})',
    weekendsAndHolidays: '{time}, leaving out weekends and holidays',
    weekendsAndHolidaysOf: '{time}, leaving out weekends and holidays ({place})',
  },
  es: {
    promptly: 'sin demora',
    atOnce: 'de inmediato',
    before: 'antes de {event}',
    after: '{amount} después de {event}',
    within: 'en un plazo de {amount} desde {event}',
    until: 'hasta {time}',
    untilEndOfDay: 'hasta el final del mismo día que {event}',
    asAsked: 'por el tiempo que pide la solicitud',
    asAskedAtMost: 'por el tiempo que pide la solicitud, como máximo {time}',
    both: '{one}; y {other}',
    weekends: '{time}, sin contar fines de semana',
    holidays: '{time}, sin contar días feriados',
    holidaysOf: '{time}, sin contar días feriados ({place})',
    weekendsAndHolidays: '{time}, sin contar fines de semana ni días feriados',
    weekendsAndHolidaysOf: '{time}, sin contar fines de semana ni días feriados ({place})',
  },
}

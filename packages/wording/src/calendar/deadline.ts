/** When something is due and how long an act may last, in words. */
import type { Due, Limit, Span } from '@brightline/language'
import { inLanguage, languageOf } from '../phrase/by-language.ts'
import { contracted } from '../phrase/contraction.ts'
import { fill, type PhraseValues } from '../phrase/fill.ts'
import { amountWords } from './amount.ts'
import { timePhrases } from './phrases.ts'

/** What deadlines are called by: the labels of the vocabulary and the titles of places, in the language of the sentence. */
export interface DeadlineNames {
  readonly event: (name: string) => string
  /** The title of a place, or null where its holidays are not to be told from others. */
  readonly place: (id: string) => string | null
}

/**
 * Says when something is due.
 *
 * @example
 * const names = { event: () => 'el arresto', place: () => null }
 * dueWords({ kind: 'before', event: 'arrest' }, names, 'es') // => 'antes del arresto'
 */
export function dueWords(due: Due, names: DeadlineNames, lang: string): string {
  switch (due.kind) {
    case 'promptly':
      return say('promptly', {}, lang)
    case 'at-once':
      return say('atOnce', {}, lang)
    case 'before':
      return say('before', { event: names.event(due.event) }, lang)
    case 'within':
      return leavingOut(due.span, spanIn('within', due.span, names, lang), names, lang)
  }
}

/**
 * Says how long an act may last.
 *
 * @example
 * const names = { event: () => 'the arrest', place: () => null }
 * limitWords({ kind: 'end-of-day', event: 'arrest' }, names, 'en') // => 'until the end of the same day as the arrest'
 */
export function limitWords(limit: Limit, names: DeadlineNames, lang: string): string {
  switch (limit.kind) {
    case 'end-of-day':
      return say('untilEndOfDay', { event: names.event(limit.event) }, lang)
    case 'asked':
      return limit.atMost === null
        ? say('asAsked', {}, lang)
        : leavingOut(
            limit.atMost,
            say('asAskedAtMost', { time: spanIn('after', limit.atMost, names, lang) }, lang),
            names,
            lang,
          )
    case 'span':
      return leavingOut(limit.span, say('until', { time: spanIn('after', limit.span, names, lang) }, lang), names, lang)
  }
}

/** Says how long an act may last where several limits bind. */
export function limitsWords(limits: readonly Limit[], names: DeadlineNames, lang: string): string {
  return limits.map((limit) => limitWords(limit, names, lang)).reduce((one, other) => say('both', { one, other }, lang))
}

function spanIn(key: 'after' | 'within', { amount, unit, event }: Span, names: DeadlineNames, lang: string): string {
  return say(key, { amount: amountWords(amount, unit, languageOf(timePhrases, lang)), event: names.event(event) }, lang)
}

function leavingOut({ excludesWeekends, calendar }: Span, time: string, names: DeadlineNames, lang: string): string {
  if (calendar === null) return excludesWeekends ? say('weekends', { time }, lang) : time
  const place = names.place(calendar)
  if (place === null) return say(excludesWeekends ? 'weekendsAndHolidays' : 'holidays', { time }, lang)
  return say(excludesWeekends ? 'weekendsAndHolidaysOf' : 'holidaysOf', { time, place }, lang)
}

function say(key: keyof typeof timePhrases.en, values: PhraseValues, lang: string): string {
  const spoken = languageOf(timePhrases, lang)
  return contracted(fill(inLanguage(timePhrases, spoken)[key], values, spoken), spoken)
}

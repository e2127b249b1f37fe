/** Ranges of numbers and dates in words. */
import { isoDay } from '@brightline/engine'
import type { FactType } from '@brightline/language'
import { amountWords, unitWords } from '../calendar/amount.ts'
import { inLanguage, languageOf } from '../phrase/by-language.ts'
import { fill } from '../phrase/fill.ts'
import { rangePhrases } from './range-phrases.ts'

/** An inclusive range of numbers, or of dates as days or ISO dates; an open end is null. */
export interface OpenRange {
  readonly from: number | string | null
  readonly to: number | string | null
}

/**
 * Says a range of values of a type.
 *
 * @example
 * const years = { kind: 'number', min: 0, max: 99, unit: 'years', canBeNever: false }
 * rangeWords({ from: 6, to: null }, years, 'en') // => '6 years or more'
 * rangeWords({ from: '2026-01-01', to: null }, { kind: 'date' }, 'es') // => '2026-01-01 o después'
 */
export function rangeWords({ from, to }: OpenRange, type: FactType | undefined, lang: string): string {
  const say = inLanguage(rangePhrases, lang)
  const spoken = languageOf(rangePhrases, lang)
  const isDate = type?.kind === 'date'
  const end = (at: number | string): string => endWords(at, type, spoken)
  if (from === null && to === null) return anyWords(type, lang)
  if (from === null) return fill(isDate ? say.orEarlier : say.orLess, { end: end(to ?? 0) }, spoken)
  if (to === null) return fill(isDate ? say.orLater : say.orMore, { end: end(from) }, spoken)
  if (from === to) return end(from)
  return fill(say.between, { from: isDate ? end(from) : `${from}`, to: end(to) }, spoken)
}

/** Says a number with its unit, or a date. */
export function endWords(at: number | string, type: FactType | undefined, lang: string): string {
  if (typeof at === 'string') return at
  if (type?.kind === 'date') return isoDay(at)
  return amountWords(at, type?.kind === 'number' ? type.unit : null, languageOf(rangePhrases, lang))
}

function anyWords(type: FactType | undefined, lang: string): string {
  const say = inLanguage(rangePhrases, lang)
  if (type?.kind === 'date') return say.anyDate
  const spoken = languageOf(rangePhrases, lang)
  const unit = type?.kind === 'number' ? type.unit : null
  return unit === null ? say.anyNumber : fill(say.anyNumberOf, { unit: unitWords(unit, spoken) }, spoken)
}

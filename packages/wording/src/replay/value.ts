/** The values of the tables of a replay, and verdicts, in words. */
import { textIn } from '@brightline/language'
import type { Dimension, ReplayNames } from '@brightline/simulate'
import { inLanguage, languageOf } from '../phrase/by-language.ts'
import { fill } from '../phrase/fill.ts'
import { ownerPhrases, valuePhrases, verdictPhrases } from './phrases.ts'

/**
 * Says a value of a dimension: an owner, a form, a month or a place.
 *
 * @example
 * valueWords('owner', 'county', { forms: {} }, 'es') // => 'condado'
 * valueWords('month', '~no-date', { forms: {} }, 'en') // => 'no date'
 * valueWords('place', '~small:county,state', { forms: {} }, 'en') // => 'fewer than 10 each: county, state'
 */
export function valueWords(
  dimension: Dimension,
  value: string,
  { forms }: Pick<ReplayNames, 'forms'>,
  lang: string,
): string {
  if (value.startsWith('~')) return ownWords(value.slice(1), lang)
  if (dimension === 'owner') return ownerWords(value, lang)
  const form = dimension === 'form' ? forms[value] : undefined
  return form === undefined ? value : textIn(form, lang)
}

/** Says a verdict, or that rows are not bound or open. */
export function outcomeWords(verdict: string, lang: string): string {
  return inLanguage(verdictPhrases, lang)[verdict] ?? verdict
}

function ownWords(key: string, lang: string): string {
  const phrases = inLanguage(valuePhrases, lang)
  const [kind = '', owners = ''] = key.split(':')
  if (owners === '') return phrases[kind] ?? key
  const named = owners.split(',').map((owner) => ownerWords(owner, lang))
  return fill(phrases['small-of'] ?? '', { owners: named.join(', ') }, languageOf(valuePhrases, lang))
}

function ownerWords(owner: string, lang: string): string {
  const phrases: Readonly<Record<string, string>> = inLanguage(ownerPhrases, lang)
  return phrases[owner] ?? owner
}

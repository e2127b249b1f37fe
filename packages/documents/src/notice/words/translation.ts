/** A translation of the papers: which phrases it has, and whether a named person has approved it. */
import { en, type NoticeKey } from './en.ts'

/** Phrases of a language; what is missing needs translation. */
export type NoticeWords = Readonly<Partial<Record<NoticeKey, string>>>

/** A translation. `ours` is written and kept with the papers themselves. */
export interface Translation {
  readonly lang: string
  readonly state: 'ours' | 'draft' | 'approved'
  readonly words: NoticeWords
}

/** The names of all phrases, in the order of the table. */
export const noticeKeys: readonly NoticeKey[] = Object.keys(en).filter(isNoticeKey)

/** Tells if a text names a phrase. */
export function isNoticeKey(key: string): key is NoticeKey {
  return Object.hasOwn(en, key)
}

/** What is wrong with a translation. */
export interface TranslationFault {
  readonly key: string
  readonly fault: 'unknown' | 'empty' | 'long' | 'placeholders'
}

/** The longest that a phrase may be. */
const longest = 600

/**
 * Finds what is wrong with phrases that came from outside. A phrase must name what the English names, as often.
 *
 * @example
 * translationFaults({ 'paper-rule': 'Norma' }) // => [{ key: 'paper-rule', fault: 'placeholders' }]
 */
export function translationFaults(words: Readonly<Record<string, string>>): readonly TranslationFault[] {
  return Object.entries(words).flatMap(([key, phrase]) => {
    const fault = isNoticeKey(key) ? faultOf(en[key], phrase) : 'unknown'
    return fault === null ? [] : [{ key, fault }]
  })
}

/** Lists the phrases that a translation lacks, of those that some papers need. */
export function missingWords(words: NoticeWords, kinds: readonly string[]): readonly NoticeKey[] {
  return noticeKeys.filter((key) => {
    const stands = key.slice(0, key.indexOf('-'))
    return (stands === 'paper' || kinds.includes(stands)) && words[key] === undefined
  })
}

function faultOf(english: string, phrase: string): Exclude<TranslationFault['fault'], 'unknown'> | null {
  if (phrase.trim() === '') return 'empty'
  if (phrase.length > longest) return 'long'
  return namesIn(english) === namesIn(phrase) ? null : 'placeholders'
}

/** Whatever stands in braces, so that what only looks like a placeholder is a difference too. */
function namesIn(phrase: string): string {
  const braced = [...phrase.matchAll(/\{[^{}]*\}/g)].map(([whole]) => whole)
  return `${braced.toSorted().join(' ')} ${phrase.split(/[{}]/).length}`
}

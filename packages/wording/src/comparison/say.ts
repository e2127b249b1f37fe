/** Phrases of a comparison, filled. Counts of cases are exact: they outgrow what a plural of a number reads. */
import { inLanguage, languageOf } from '../phrase/by-language.ts'
import type { PhraseValues } from '../phrase/fill.ts'
import { pluralRules } from '../phrase/format.ts'
import { sayIn } from '../phrase/phrases.ts'
import { numberWords } from '../line/number.ts'
import { shareWords } from '../line/share.ts'
import { comparisonPhrases, comparisonWords, type ComparisonPhrase } from './phrases.ts'

/** Fills a phrase of comparisons. */
export function say(key: ComparisonPhrase, lang: string, values: PhraseValues = {}): string {
  return sayIn(comparisonPhrases, lang, comparisonWords)(key, values)
}

/**
 * Says a number of cases.
 *
 * @example
 * casesWords('1', 'case', 'en') // => '1 case'
 * casesWords('168048228096', 'distinct-case', 'es') // => '168,048,228,096 casos distintos'
 */
export function casesWords(count: string, noun: 'case' | 'distinct-case', lang: string): string {
  const spoken = languageOf(comparisonPhrases, lang)
  const forms = inLanguage(comparisonWords, spoken)[noun]
  const category = pluralRules(spoken, {}).select(count.length > 3 ? 1000 : Number(count))
  const word = typeof forms === 'string' ? forms : (forms?.[category] ?? forms?.other)
  return `${numberWords(BigInt(count), spoken)} ${word ?? noun}`
}

/** Says which share of some cases a number of them is. */
export function shareOf(count: string, cases: string, lang: string): string {
  return shareWords(BigInt(count), BigInt(cases), languageOf(comparisonPhrases, lang))
}

/** The length that two values may have together to stand in one line. */
const shortPair = 60

/** Says what something was and is: in one line where both are short, else one below the other. */
export function fromTo(head: string, before: string, after: string, lang: string): readonly string[] {
  const line = say('fromTo', lang, { before, after })
  if (before.length + after.length <= shortPair) return [`${head}${line}`]
  const indent = ' '.repeat(/^ */.exec(head)?.[0].length ?? 0)
  return [`${head}${before}`, `${indent}  → ${after}`]
}

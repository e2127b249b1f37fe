/** Answers of the law in words: a verdict, with why no rule decides, or that something not encoded could change it. */
import type { Silence, Verdict } from '@brightline/language'
import { languageOf } from '../phrase/by-language.ts'
import { joined } from '../phrase/list.ts'
import { sayIn, type Phrases } from '../phrase/phrases.ts'
import { possibleWords } from './verdict.ts'

/** Why no rule decides. That the law is silent is what no rule means. */
const silencePhrases: Phrases<Exclude<Silence, 'law-silent'> | 'because' | 'may-change'> = {
  en: {
    'not-encoded': 'something is not encoded',
    'no-power': 'no power found',
    'duty-lifted': 'the duty is lifted',
    'not-in-force': 'not in force',
    because: '{verdict}: {why}',
    'may-change': '{verdict}, unless what is not encoded says otherwise',
  },
  es: {
    'not-encoded': 'algo no está codificado',
    'no-power': 'no se halló facultad',
    'duty-lifted': 'el deber está levantado',
    'not-in-force': 'no está en vigor',
    because: '{verdict}: {why}',
    'may-change': '{verdict}, salvo que lo no codificado diga otra cosa',
  },
}

/**
 * Says an answer inside a sentence.
 *
 * @example
 * answeredWords({ verdict: 'no-rule', silence: ['no-power'] }, 'en') // => 'no rule: no power found'
 */
export function answeredWords(
  { verdict, silence }: { readonly verdict: Verdict; readonly silence: readonly Silence[] },
  lang: string,
): string {
  const said = possibleWords(verdict, lang)
  const say = sayIn(silencePhrases, languageOf(silencePhrases, lang))
  if (verdict === 'permitted') return silence.length === 0 ? said : say('may-change', { verdict: said })
  const why = silence.flatMap((kind) => (kind === 'law-silent' ? [] : [say(kind)]))
  return why.length === 0 ? said : say('because', { verdict: said, why: joined(why, 'and', lang) })
}

/**
 * Says an answer that is possible, or that would come of a change. Where an act needs a power that no rule gives, that is
 * said: no rule on a hold is no leave to hold.
 *
 * @example
 * possibleAnswerWords('no-rule', 'U.S. Const. amend. IV', 'en') // => 'no rule: no power found'
 */
export function possibleAnswerWords(verdict: Verdict, power: string | null, lang: string): string {
  return answeredWords({ verdict, silence: verdict === 'no-rule' && power !== null ? ['no-power'] : [] }, lang)
}

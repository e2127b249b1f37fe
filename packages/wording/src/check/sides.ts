/** What the examples leave unshown, in words. */
import type { UnshownDay, UnshownSide } from '@brightline/engine'
import type { Vocabulary } from '@brightline/language'
import { conditionWords } from '../law/condition.ts'
import { sayIn } from '../phrase/phrases.ts'
import { summaryPhrases, summaryWords } from './words.ts'

/** Says which side of a rule no example shows: that it applies, that a part of its condition fails, or a day. */
export function unshownWords(unshown: UnshownSide | UnshownDay, vocabulary: Vocabulary, lang: string): string {
  const say = sayIn(summaryPhrases, lang)
  if ('day' in unshown) return say('no-day', { day: unshown.day })
  if (unshown.part === null) return say('never-applies')
  return say('never-fails', { condition: conditionWords(unshown.part, vocabulary, lang) })
}

/** Sums up how many sides no example shows. */
export function sidesWords(sides: number, lang: string): string {
  const say = sayIn(summaryPhrases, lang, summaryWords)
  return say(sides === 0 ? 'all-sides' : 'sides', { sides })
}

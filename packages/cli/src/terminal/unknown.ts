/** A word of the command line that nothing is called by. */
import { nearest } from '@brightline/language'
import type { Refusal } from '../refusal.ts'
import { wrongUse } from './usage.ts'

/** At most this many words are listed. */
const wordsShown = 12

/** What a word was to name; the sentences have a word for each. */
export type Noun = 'act' | 'agency' | 'fact' | 'instrument' | 'section' | 'dialect' | 'format' | 'key' | 'mapping'

/** Makes wrong use of a word, with what was probably meant or what there is. */
export function unknownWord(noun: Noun, word: string, known: readonly string[]): Refusal {
  const meant = nearest(word, known)
  if (meant !== null) return wrongUse('USE-0001', { noun, word, meant })
  const isAll = known.length <= wordsShown
  return wrongUse('USE-0001', { noun, word, [isAll ? 'known' : 'some']: known.slice(0, wordsShown) })
}

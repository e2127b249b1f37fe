/** A word of the command line that nothing is called by. */
import { nearest } from '@brightline/language'
import { UsageError } from './output.ts'

/** At most this many words are listed. */
const wordsShown = 12

/** Makes wrong use of a word, with what was probably meant or what there is. */
export function unknownWord(noun: string, word: string, known: readonly string[]): UsageError {
  const meant = nearest(word, known)
  const more = known.length > wordsShown ? ' and more' : ''
  const all = `the known ones: ${known.slice(0, wordsShown).join(', ')}${more}`
  return new UsageError(`unknown ${noun} \`${word}\``, meant === null ? all : `did you mean \`${meant}\`?`)
}

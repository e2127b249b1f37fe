/** What is said where a table could not count all of the law. */
import { sayIn } from '../phrase/phrases.ts'
import { listPhrases, listWords } from './list-phrases.ts'

/** Says that some law is left out of a table, since it has errors. */
export function notCountedWords(errors: number, lang: string): string {
  return sayIn(listPhrases, lang, listWords)('not-counted', { errors })
}

/** What is said where a name has one encoded place, and others that are not encoded. */
import { textIn, type Texts } from '@brightline/language'
import { sayIn } from '../phrase/phrases.ts'
import { placePhrases } from './phrases.ts'

/** So many others are named. */
const mostOthers = 3

/** Says which place a name is taken as, and which others it could mean. */
export function takenAsWords(name: string, place: string, others: readonly Texts[], lang: string): string {
  const say = sayIn(placePhrases, lang)
  const told = others.slice(0, mostOthers).map((one) => textIn(one, lang))
  const left = others.length - told.length
  const values = { name, place, others: told.join('; ') }
  return left === 0 ? say('taken-as', values) : say('taken-as-more', { ...values, count: left })
}

/** What is said of instruments that have no version on a date. */
import type { NoVersion } from '@brightline/engine'
import { sayIn } from '../phrase/phrases.ts'
import { noVersionPhrases, noVersionWords } from './no-version-phrases.ts'

/** Says the title over instruments without a version. */
export function noVersionTitle(date: string, lang: string): string {
  return sayIn(noVersionPhrases, lang)('title', { date })
}

/** Says of each instrument when its first version is from, and how many more there are than are said. */
export function noVersionWordsOf(all: readonly NoVersion[], most: number, lang: string): readonly string[] {
  const say = sayIn(noVersionPhrases, lang, noVersionWords)
  const told = all.length > most + 1 ? all.slice(0, most) : all
  const left = all.length - told.length
  return [
    ...told.map(({ title, cite, from }) => say('one', { title, cite, from })),
    ...(left === 0 ? [] : [say('more', { count: left })]),
  ]
}

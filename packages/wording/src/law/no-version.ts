/** What is said of instruments that have no version on a date. */
import type { NoVersion } from '@brightline/engine'
import type { ByLanguage } from '../phrase/by-language.ts'
import type { Words } from '../phrase/fill.ts'
import { sayIn, type Phrases } from '../phrase/phrases.ts'

const en = {
  title: 'No version on {date}, so nothing of it is applied',
  one: '{title} ({cite}): the first version is of {from}',
  more: '{count:count instrument} more',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  title: 'Sin versión al {date}, así que nada de ello se aplica',
  one: '{title} ({cite}): la primera versión es del {from}',
  more: '{count:count instrument} más',
}

/** By language. */
export const noVersionPhrases: Phrases<keyof typeof en> = { en, es }

/** What is counted. */
const noVersionWords: ByLanguage<Words> = {
  en: { instrument: { one: 'instrument', other: 'instruments' } },
  es: { instrument: { one: 'instrumento', many: 'instrumentos', other: 'instrumentos' } },
}

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

/** What is said of instruments that have no version on a date, by language. */
import type { ByLanguage } from '../phrase/by-language.ts'
import type { Words } from '../phrase/fill.ts'
import type { Phrases } from '../phrase/phrases.ts'

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
export const noVersionWords: ByLanguage<Words> = {
  en: { instrument: { one: 'instrument', other: 'instruments' } },
  es: { instrument: { one: 'instrumento', many: 'instrumentos', other: 'instrumentos' } },
}

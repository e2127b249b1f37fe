/** Phrases for regions and cases, by language. */
import type { ByLanguage } from '../phrase/by-language.ts'
import type { Words } from '../phrase/fill.ts'
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  everyCase: 'in every case',
  where: 'where',
  andOneOf: 'and one of these:',
  whereOneOf: 'where one of these is so:',
  unlessOneOf: 'unless one of these is so:',
  and: 'and',
  moreCases: 'and in {cases:count more-case} that take more words',
  moreBoxes: 'and {boxes} more',
  moreFacts: 'and {facts:count more-fact}',
  convictions: 'Convictions',
  felony: 'felony',
  misdemeanor: 'misdemeanor',
  noLevel: 'level not recorded',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  everyCase: 'en todos los casos',
  where: 'donde',
  andOneOf: 'y se cumple una de estas condiciones:',
  whereOneOf: 'donde se cumple una de estas condiciones:',
  unlessOneOf: 'salvo que se cumpla una de estas condiciones:',
  and: 'y',
  moreCases: 'y en {cases:count more-case}, de descripción más larga',
  moreBoxes: 'y {boxes} más',
  moreFacts: 'y {facts:count more-fact}',
  convictions: 'Condenas',
  felony: 'delito grave',
  misdemeanor: 'delito menor',
  noLevel: 'nivel no registrado',
}

/** By language. */
export const regionPhrases: Phrases<keyof typeof en> = { en, es }

/** The words for things that are counted. */
export const regionWords: ByLanguage<Words> = {
  en: {
    'more-case': { one: 'more case', other: 'more cases' },
    'more-fact': { one: 'more fact', other: 'more facts' },
  },
  es: {
    'more-case': { one: 'caso más', many: 'casos más', other: 'casos más' },
    'more-fact': { one: 'dato más', many: 'datos más', other: 'datos más' },
  },
}

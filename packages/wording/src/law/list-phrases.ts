/** What the tables of places and words say, by language. */
import type { ByLanguage } from '../phrase/by-language.ts'
import type { Words } from '../phrase/fill.ts'
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  agencies: 'Agencies',
  acts: 'Acts',
  forms: 'Forms and the acts they ask for',
  facts: 'Facts',
  events: 'Events',
  protected: 'protected',
  'one-of': 'one of {count}',
  'yes-no': 'yes or no',
  date: 'date',
  range: '{from} to {to}',
  'range-or-never': '{from} to {to} or never',
  'not-counted': 'the law folder has {errors:count error}, so some of it is not counted',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  agencies: 'Agencias',
  acts: 'Actos',
  forms: 'Formularios y los actos que piden',
  facts: 'Datos',
  events: 'Sucesos',
  protected: 'protegido',
  'one-of': 'uno de {count}',
  'yes-no': 'sí o no',
  date: 'fecha',
  range: '{from} a {to}',
  'range-or-never': '{from} a {to} o nunca',
  'not-counted': 'la carpeta de leyes tiene {errors:count error}, así que parte de ella no se cuenta',
}

/** What is said. */
export const listPhrases: Phrases<keyof typeof en> = { en, es }

/** What is counted. */
export const listWords: ByLanguage<Words> = {
  en: { error: { one: 'error', other: 'errors' } },
  es: { error: { one: 'error', other: 'errores' } },
}

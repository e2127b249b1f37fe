/** What is said of texts of version 1: why one is refused, and what a person must look at. */
import type { MigrationCode } from '@brightline/language/migrate'
import type { Room } from './template.ts'

/** The sentences about the migration of texts. */
export const migration: Room<MigrationCode> = {
  sentences: {
    'POL-0701': {
      en: {
        message: 'this file is in version {version} of the language already',
        help: 'nothing need be done: it stays as it is',
      },
      es: {
        message: 'este archivo ya está en la versión {version} del lenguaje',
        help: 'no hay que hacer nada: se queda como está',
      },
    },
    'POL-0702': {
      en: {
        message:
          'this file is in version {version} of the language, and only version 1 can be rewritten in version {current}',
        help: 'correct its first line, or read it with a program that knows version {version}',
      },
      es: {
        message:
          'este archivo está en la versión {version} del lenguaje, y solo la versión 1 se puede reescribir en la versión {current}',
        help: 'corrija su primera línea, o léalo con un programa que conozca la versión {version}',
      },
    },
    'POL-0711': {
      en: {
        message: 'this section does not say which subdivisions its text has',
        help: 'list them behind `outline`, so that each one without a rule is named',
      },
      es: {
        message: 'esta sección no dice qué subdivisiones tiene su texto',
        help: 'lístelas tras `outline`, para que se nombre cada una sin norma',
      },
    },
    'POL-0712': {
      en: {
        message: 'this label is ours in part, and the mark says that the text was read',
        help: 'if the text only implies this, mark it `inferred in …`',
      },
      es: {
        message: 'esta etiqueta es nuestra en parte, y la marca dice que el texto se leyó',
        help: 'si el texto solo implica esto, márquelo `inferred in …`',
      },
    },
    'POL-0713': {
      en: {
        message: 'this gives a power for `{acts}`, which nobody may do without one',
        help: 'read whether the text grants it; write `need not` for a lifted duty, `nobody may forbid` for a bar on lower law, `nothing here forbids` where it only takes back its own prohibition',
      },
      es: {
        message: 'esto da una facultad para `{acts}`, que nadie puede hacer sin ella',
        help: 'lea si el texto la concede; escriba `need not` si levanta un deber, `nobody may forbid` si limita a la norma inferior, `nothing here forbids` si solo retira su propia prohibición',
      },
    },
    'POL-0714': {
      en: {
        message: 'this permits something and keeps lower law from forbidding it',
        help: 'if the text says no more than that nobody may forbid it, write `nobody may forbid … to …`',
      },
      es: {
        message: 'esto permite algo e impide que la norma inferior lo prohíba',
        help: 'si el texto solo dice que nadie puede prohibirlo, escriba `nobody may forbid … to …`',
      },
    },
    'POL-0715': {
      en: {
        message: 'one of these languages is enough',
        help: 'if the text asks for all of them, join them with `and`',
      },
      es: { message: 'basta uno de estos idiomas', help: 'si el texto los pide todos, únalos con `and`' },
    },
    'POL-0716': {
      en: {
        message: 'both readings count while this is contested',
        help: 'if a suit is pending and has stopped nothing, write `challenged`; if the text has lapsed, write `through`',
      },
      es: {
        message: 'mientras esto esté en disputa cuentan ambas lecturas',
        help: 'si hay un pleito pendiente que no ha detenido nada, escriba `challenged`; si el texto perdió vigencia, escriba `through`',
      },
    },
  },
  words: { en: {}, es: {} },
}

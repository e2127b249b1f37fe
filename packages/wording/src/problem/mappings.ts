/** What is said of mappings. */
import type { MappingCode } from '@brightline/simulate'
import { protectedWords } from './protected-words.ts'
import type { Room } from './template.ts'

/** The sentences about mappings. */
export const mappings = {
  words: {
    en: {
      ...protectedWords.en,
      string: 'a text',
      integer: 'a whole number',
      number: 'a number',
      boolean: 'true or false',
      object: 'an object',
      array: 'a list',
      null: 'null',
      'yes-no': 'yes or no',
      'one-of': 'one of several values',
      date: 'a date',
      'years-since': 'years since a date',
    },
    es: {
      ...protectedWords.es,
      string: 'un texto',
      integer: 'un número entero',
      number: 'un número',
      boolean: 'true o false',
      object: 'un objeto',
      array: 'una lista',
      null: 'null',
      'yes-no': 'sí o no',
      'one-of': 'uno de varios valores',
      date: 'una fecha',
      'years-since': 'años desde una fecha',
    },
  },
  sentences: {
    'MAP-0001': {
      en: { message: 'the mapping is not JSON', help: 'look for a missing comma or quote' },
      es: { message: 'la correspondencia no es JSON', help: 'busque una coma o una comilla que falte' },
    },
    'MAP-0002': {
      en: { message: 'unknown fact `{fact}`', help: ['did you mean `{meant}`?', 'name a fact of the vocabulary'] },
      es: {
        message: 'dato desconocido `{fact}`',
        help: ['¿quiso decir `{meant}`?', 'indique un dato del vocabulario'],
      },
    },
    'MAP-0003': {
      en: {
        message: '`{fact}` has no value `{value}`',
        help: ['did you mean `{meant}`?', 'name a value of the vocabulary'],
      },
      es: {
        message: '`{fact}` no tiene el valor `{value}`',
        help: ['¿quiso decir `{meant}`?', 'indique un valor del vocabulario'],
      },
    },
    'MAP-0004': {
      en: {
        message: '`{fact}` is protected and no law here forces it',
        help: 'immigration status, citizenship, birthplace, religion and the like may be neither asked nor stored',
      },
      es: {
        message: '`{fact}` está protegido y ninguna ley lo exige aquí',
        help: 'no se pueden preguntar ni guardar el estatus migratorio, la ciudadanía, el lugar de nacimiento, la religión y similares',
      },
    },
    'MAP-0005': {
      en: {
        message: '`{fact}` is {type:word}, and the mapping reads it as {way:word}',
        help: 'choose a way that suits the fact',
      },
      es: {
        message: '`{fact}` es {type:word}, y la correspondencia lo lee como {way:word}',
        help: 'elija una manera adecuada al dato',
      },
    },
    'MAP-0006': {
      en: { message: '`{place}` is no place id', help: 'write a path such as `us/ca/san-francisco`' },
      es: { message: '`{place}` no es un id de lugar', help: 'escriba una ruta como `us/ca/san-francisco`' },
    },
    'MAP-0007': {
      en: { message: 'the key `{key}` comes twice in one object', help: 'take one of the two out' },
      es: { message: 'la clave `{key}` aparece dos veces en un objeto', help: 'quite una de las dos' },
    },
    'MAP-0008': {
      en: { message: '`{key}` is not a key here', help: 'look up the keys of a mapping' },
      es: { message: '`{key}` no es una clave aquí', help: 'consulte las claves de una correspondencia' },
    },
    'MAP-0009': {
      en: { message: 'the key `{key}` is missing', help: 'write it' },
      es: { message: 'falta la clave `{key}`', help: 'escríbala' },
    },
    'MAP-0010': {
      en: { message: 'this is not {expected:words}', help: 'correct the value' },
      es: { message: 'esto no es {expected:words}', help: 'corrija el valor' },
    },
    'MAP-0011': {
      en: { message: 'this is not `{allowed:or}`', help: 'write one of these' },
      es: { message: 'esto no es `{allowed:or}`', help: 'escriba uno de estos valores' },
    },
    'MAP-0012': {
      en: {
        message: '`{value}` is named twice: capitals and outer blanks do not count',
        help: 'take one of the two out',
      },
      es: {
        message: '`{value}` se nombra dos veces: no cuentan las mayúsculas ni los espacios exteriores',
        help: 'quite uno de los dos',
      },
    },
    'MAP-0013': {
      en: { message: 'this is no date', help: 'write year-month-day, such as 2026-11-22' },
      es: { message: 'esto no es una fecha', help: 'escriba año-mes-día, como 2026-11-22' },
    },
    'MAP-0014': {
      en: { message: 'the list has too few or too many parts; the limit is {limit}', help: 'change the list' },
      es: { message: 'la lista tiene pocas o demasiadas partes; el límite es {limit}', help: 'cambie la lista' },
    },
    'MAP-0015': {
      en: {
        message: 'one of the words has neither letters nor digits',
        help: 'take it out: it would fit every cell',
      },
      es: {
        message: 'una de las palabras no tiene letras ni cifras',
        help: 'quítela: serviría para cualquier celda',
      },
    },
    'MAP-0016': {
      en: {
        message: 'unknown agency `{agency}`',
        help: ['did you mean `{meant}`?', 'name an agency of the vocabulary'],
      },
      es: {
        message: 'agencia desconocida `{agency}`',
        help: ['¿quiso decir `{meant}`?', 'indique una agencia del vocabulario'],
      },
    },
    'MAP-0017': {
      en: { message: 'unknown act `{act}`', help: ['did you mean `{meant}`?', 'name an act of the vocabulary'] },
      es: {
        message: 'acto desconocido `{act}`',
        help: ['¿quiso decir `{meant}`?', 'indique un acto del vocabulario'],
      },
    },
    'MAP-0018': {
      en: {
        message: '`{fact}` is read by the date of the row, and the mapping names no date',
        help: 'name the column of the date',
      },
      es: {
        message: '`{fact}` se lee por la fecha de la fila, y la correspondencia no nombra ninguna fecha',
        help: 'indique la columna de la fecha',
      },
    },
    'MAP-0019': {
      en: {
        message: 'the column `{column}` says {thing:word}, and no law here forces it to be read',
        help: 'take it out of the mapping',
      },
      es: {
        message: 'la columna `{column}` dice {thing:word}, y ninguna ley obliga aquí a leerla',
        help: 'quítela de la correspondencia',
      },
    },
  },
} satisfies Room<MappingCode>

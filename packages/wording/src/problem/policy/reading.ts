/** What is said of texts that cannot be read. */
import type { Sentences } from '../template.ts'

/** The sentences about reading. */
export const reading = {
  'POL-0101': {
    en: {
      message: '`{found}` cannot stand here',
      help: ['did you mean `{meant}`?', '{advice:word}'],
    },
    es: {
      message: '`{found}` no puede estar aquí',
      help: ['¿quiso decir `{meant}`?', '{advice:word}'],
    },
  },
  'POL-0102': {
    en: { message: 'unexpected character `{character}`', help: '{advice:word}' },
    es: { message: 'carácter inesperado `{character}`', help: '{advice:word}' },
  },
  'POL-0103': {
    en: {
      message: '`{found}` cannot stand here: `and` and `or` are not mixed without brackets',
      help: 'put brackets around the part that belongs together',
    },
    es: {
      message: '`{found}` no puede estar aquí: `and` y `or` no se mezclan sin paréntesis',
      help: 'ponga entre paréntesis la parte que va junta',
    },
  },
  'POL-0104': {
    en: {
      message: 'more than {most} brackets or `not` stand inside one another',
      help: 'name the parts with `term`, and use the terms',
    },
    es: {
      message: 'hay más de {most} paréntesis o `not` unos dentro de otros',
      help: 'dé nombre a las partes con `term` y use esos términos',
    },
  },
  'POL-0105': {
    en: {
      message: 'expected {expected:words}, found `{found}`',
      help: ['did you mean `{meant}`?', '{advice:word}'],
    },
    es: {
      message: 'se esperaba {expected:words} y aparece `{found}`',
      help: ['¿quiso decir `{meant}`?', '{advice:word}'],
    },
  },
  'POL-0106': {
    en: { message: 'expected {expected:words} after `{after}`', help: ['{advice:word}'] },
    es: { message: 'se esperaba {expected:words} después de `{after}`', help: ['{advice:word}'] },
  },
  'POL-0107': {
    en: { message: 'the file says nothing: expected {expected:words}', help: null },
    es: { message: 'el archivo no dice nada: se esperaba {expected:words}', help: null },
  },
  'POL-0108': {
    en: {
      message: 'expected {expected:words}, found `{found}`, which is a word of the language',
      help: [
        '{advice:word}',
        'a word of the language cannot be a name: choose another, or add what is missing before it',
      ],
    },
    es: {
      message: 'se esperaba {expected:words} y aparece `{found}`, que es una palabra del lenguaje',
      help: [
        '{advice:word}',
        'una palabra del lenguaje no puede ser un nombre: elija otro, o añada lo que falta antes',
      ],
    },
  },
  'POL-0109': {
    en: {
      message: '`{found}` cannot stand here',
      help: 'a list is written with commas and one `or` before the last: `hold, transfer or disclose`',
    },
    es: {
      message: '`{found}` no puede estar aquí',
      help: 'una lista se escribe con comas y un solo `or` antes del último elemento: `hold, transfer or disclose`',
    },
  },
  'POL-0110': {
    en: { message: 'there may be more errors after this one', help: 'repair these first' },
    es: { message: 'puede haber más errores después de este', help: 'corrija primero estos' },
  },
  'POL-0111': {
    en: {
      message: 'this text in quotes does not end on its line',
      help: 'close it with `"`; a quote inside it is written `\\"`, and it stands on one line, however long',
    },
    es: {
      message: 'este texto entre comillas no termina en su línea',
      help: 'ciérrelo con `"`; una comilla dentro del texto se escribe `\\"`, y el texto va en una sola línea, por larga que sea',
    },
  },
  'POL-0112': {
    en: {
      message: '`{quote}` is not a quote that policies use',
      help: 'write the straight quote `"` on both sides',
    },
    es: {
      message: '`{quote}` no es una comilla que usen las políticas',
      help: 'escriba la comilla recta `"` a ambos lados',
    },
  },
  'POL-0113': {
    en: {
      message: 'the character {character} does not show, or changes how others show',
      help: 'remove it: no law needs it',
    },
    es: {
      message: 'el carácter {character} no se ve, o cambia cómo se ven otros',
      help: 'quítelo: ninguna ley lo necesita',
    },
  },
  'POL-0114': {
    en: {
      message: [
        'this file is in version {newer} of the language, and this program reads version {current}',
        'this file is in version {version} of the language, and this program reads version {current}',
      ],
      help: [
        'read it with a program that knows version {newer}, or correct its first line',
        'run `brightline migrate` on it: it rewrites version {version}, and says what a person must look at',
      ],
    },
    es: {
      message: [
        'este archivo está en la versión {newer} del lenguaje, y este programa lee la versión {current}',
        'este archivo está en la versión {version} del lenguaje, y este programa lee la versión {current}',
      ],
      help: [
        'léalo con un programa que conozca la versión {newer}, o corrija su primera línea',
        'ejecute `brightline migrate` sobre él: reescribe la versión {version} y dice qué debe revisar una persona',
      ],
    },
  },
} satisfies Sentences

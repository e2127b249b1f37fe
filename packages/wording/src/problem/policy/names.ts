/** What is said of names that refer to nothing, or to two things. */
import type { Sentences } from '../template.ts'

/** The sentences about names. */
export const names = {
  'POL-0201': {
    en: {
      message: 'unknown act `{name}`',
      help: [
        'did you mean `{meant}`?',
        'it can be `{choices:or}`',
        'name an act of the vocabulary, or declare it there',
      ],
    },
    es: {
      message: 'acto desconocido: `{name}`',
      help: [
        '¿quiso decir `{meant}`?',
        'puede ser `{choices:or}`',
        'nombre un acto del vocabulario, o declárelo en él',
      ],
    },
  },
  'POL-0202': {
    en: {
      message: 'unknown fact `{name}`',
      help: [
        'did you mean `{meant}`?',
        'it can be `{choices:or}`',
        'name a fact of the vocabulary, or declare it there',
      ],
    },
    es: {
      message: 'dato desconocido: `{name}`',
      help: [
        '¿quiso decir `{meant}`?',
        'puede ser `{choices:or}`',
        'nombre un dato del vocabulario, o declárelo en él',
      ],
    },
  },
  'POL-0203': {
    en: {
      message: ['unknown value `{name}` of `{fact}`', 'unknown value `{name}`'],
      help: [
        'did you mean `{meant}`?',
        'it can be `{choices:or}`',
        'the values stand under the fact in the vocabulary',
      ],
    },
    es: {
      message: ['valor desconocido de `{fact}`: `{name}`', 'valor desconocido: `{name}`'],
      help: [
        '¿quiso decir `{meant}`?',
        'puede ser `{choices:or}`',
        'los valores están debajo del dato en el vocabulario',
      ],
    },
  },
  'POL-0204': {
    en: {
      message: 'unknown agency `{name}`',
      help: [
        'did you mean `{meant}`?',
        'it can be `{choices:or}`',
        'name an agency of the vocabulary, or declare it there',
      ],
    },
    es: {
      message: 'agencia desconocida: `{name}`',
      help: [
        '¿quiso decir `{meant}`?',
        'puede ser `{choices:or}`',
        'nombre una agencia del vocabulario, o declárela en él',
      ],
    },
  },
  'POL-0205': {
    en: {
      message: 'undefined term `{name}`',
      help: ['did you mean `{meant}`?', 'it can be `{choices:or}`', 'define it with `term "…" means …` in this file'],
    },
    es: {
      message: 'término sin definir: `{name}`',
      help: ['¿quiso decir `{meant}`?', 'puede ser `{choices:or}`', 'defínalo con `term "…" means …` en este archivo'],
    },
  },
  'POL-0206': {
    en: {
      message: 'unknown source `{name}`',
      help: ['did you mean `{meant}`?', 'it can be `{choices:or}`', 'name the source at the top of this file'],
    },
    es: {
      message: 'fuente desconocida: `{name}`',
      help: ['¿quiso decir `{meant}`?', 'puede ser `{choices:or}`', 'nombre la fuente al comienzo de este archivo'],
    },
  },
  'POL-0207': {
    en: {
      message: [
        'there is no rule `{name}` in `{instrument}`',
        'there is no rule `{name}` in {section}',
        'there is no rule `{name}` in this instrument',
      ],
      help: [
        'did you mean `{meant}`?',
        'it can be `{choices:or}`',
        'refer to `(a)` in the same section, elsewhere to `section 30.1(a)`',
      ],
    },
    es: {
      message: [
        'no hay ninguna norma `{name}` en `{instrument}`',
        'no hay ninguna norma `{name}` en `{section}`',
        'no hay ninguna norma `{name}` en este instrumento',
      ],
      help: [
        '¿quiso decir `{meant}`?',
        'puede ser `{choices:or}`',
        'en la misma sección remita a `(a)`, y en otra parte a `section 30.1(a)`',
      ],
    },
  },
  'POL-0208': {
    en: {
      message: 'unknown event `{name}`',
      help: [
        'did you mean `{meant}`?',
        'it can be `{choices:or}`',
        'name an event of the vocabulary, or declare it there',
      ],
    },
    es: {
      message: 'suceso desconocido: `{name}`',
      help: [
        '¿quiso decir `{meant}`?',
        'puede ser `{choices:or}`',
        'nombre un suceso del vocabulario, o declárelo en él',
      ],
    },
  },
  'POL-0209': {
    en: {
      message: 'unknown instrument `{name}`',
      help: ['did you mean `{meant}`?', 'it can be `{choices:or}`', 'an instrument is named by the path of its file'],
    },
    es: {
      message: 'instrumento desconocido: `{name}`',
      help: [
        '¿quiso decir `{meant}`?',
        'puede ser `{choices:or}`',
        'un instrumento se nombra por la ruta de su archivo',
      ],
    },
  },
  'POL-0210': {
    en: { message: '{noun:word the} `{name}` stands twice', help: 'give each its own name' },
    es: { message: '{noun:word the} `{name}` aparece dos veces', help: 'dé a cada cosa su propio nombre' },
  },
  'POL-0211': {
    en: {
      message: 'unknown place `{place}`',
      help: ['did you mean `{meant}`?', 'add a `place.policy` to the folder of the place'],
    },
    es: {
      message: 'lugar desconocido: `{place}`',
      help: ['¿quiso decir `{meant}`?', 'añada un `place.policy` a la carpeta del lugar'],
    },
  },
  'POL-0213': {
    en: {
      message: '{kind:word unknown} `{word}`',
      help: ['did you mean `{meant}`?', 'write one of {words}'],
    },
    es: {
      message: '{kind:word unknown}: `{word}`',
      help: ['¿quiso decir `{meant}`?', 'escriba una de estas palabras: {words}'],
    },
  },
  'POL-0215': {
    en: {
      message: 'this clock leaves out holidays, but there is no calendar `{calendar}`',
      help: ['did you mean `{meant}`?', 'add `{calendar}/holidays.csv`'],
    },
    es: {
      message: 'este plazo no cuenta los días feriados, pero no hay un calendario `{calendar}`',
      help: ['¿quiso decir `{meant}`?', 'añada `{calendar}/holidays.csv`'],
    },
  },
  'POL-0216': {
    en: {
      message: '`{fact}` reads the class `{class}`, but no line of `{path}` has it',
      help: ['did you mean `{meant}`?', 'the table has the classes {known}', 'the table has no line: add the class'],
    },
    es: {
      message: '`{fact}` lee la clase `{class}`, pero ninguna línea de `{path}` la tiene',
      help: [
        '¿quiso decir `{meant}`?',
        'la tabla tiene estas clases: {known}',
        'la tabla no tiene ninguna línea: añada la clase',
      ],
    },
  },
  'POL-0217': {
    en: { message: '`{name}` is declared twice', help: 'keep one of the two' },
    es: { message: '`{name}` se declara dos veces', help: 'conserve solo una de las dos' },
  },
  'POL-0218': {
    en: {
      message: '{noun:word the} `{name}` is declared twice: also in {file}:{line}',
      help: 'keep one of the two',
    },
    es: {
      message: '{noun:word the} `{name}` se declara dos veces: también en {file}:{line}',
      help: 'conserve solo una de las dos',
    },
  },
  'POL-0219': {
    en: { message: 'the value `{name}` stands twice', help: 'keep one of the two' },
    es: { message: 'el valor `{name}` aparece dos veces', help: 'conserve solo uno de los dos' },
  },
  'POL-0220': {
    en: {
      message: '`{fact}` is derived from the offences of `{table}`, but there is no such table',
      help: 'add `{table}/offences.csv`',
    },
    es: {
      message: '`{fact}` se deriva de los delitos de `{table}`, pero no existe esa tabla',
      help: 'añada `{table}/offences.csv`',
    },
  },
  'POL-0221': {
    en: {
      message: 'this instrument has no `{section}`',
      help: 'write one of its sections, or `all of this instrument`',
    },
    es: {
      message: 'este instrumento no tiene `{section}`',
      help: 'escriba una de sus secciones, o `all of this instrument`',
    },
  },
} satisfies Sentences

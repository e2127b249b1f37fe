/** What is said of the tables of law. */
import type { Sentences } from '../template.ts'

/** The sentences about tables. */
export const tables = {
  'POL-0401': {
    en: {
      message: [
        '`{found}` stands where the column `{wanted}` belongs',
        'the line ends where the column `{wanted}` belongs',
        '`{found}` stands where no further column belongs',
      ],
      help: 'write the first line as `{header}`',
    },
    es: {
      message: [
        '`{found}` está donde corresponde la columna `{wanted}`',
        'la línea termina donde corresponde la columna `{wanted}`',
        '`{found}` está donde no corresponde ninguna columna más',
      ],
      help: 'escriba la primera línea así: `{header}`',
    },
  },
  'POL-0402': {
    en: {
      message: '{column:word unknown} `{word}`',
      help: ['did you mean `{meant}`?', 'write {choices:words}'],
    },
    es: {
      message: '{column:word unknown}: `{word}`',
      help: ['¿quiso decir `{meant}`?', 'escriba {choices:words}'],
    },
  },
  'POL-0403': {
    en: { message: 'this line cites no law', help: 'write the pin citation of the law behind this line' },
    es: { message: 'esta línea no cita ninguna ley', help: 'escriba la cita exacta de la ley en que se basa la línea' },
  },
  'POL-0404': {
    en: {
      message: '`{date}` is not a date that exists',
      help: 'write year-month-day, such as 2026-02-28, or leave the cell empty',
    },
    es: {
      message: '`{date}` no es una fecha que exista',
      help: 'escriba año-mes-día, como 2026-02-28, o deje la celda vacía',
    },
  },
  'POL-0405': {
    en: {
      message: 'a quote in this cell does not fit, so nothing from here on can be read',
      help: 'put the whole cell in double quotes and write each quote inside it twice',
    },
    es: {
      message: 'una comilla de esta celda no encaja, así que no se puede leer nada a partir de aquí',
      help: 'ponga toda la celda entre comillas dobles y escriba dos veces cada comilla que haya dentro',
    },
  },
  'POL-0406': {
    en: {
      message: '{column:word the} is missing',
      help: ['write {choices:words}', '{column:word write}'],
    },
    es: {
      message: 'falta {column:word the}',
      help: ['escriba {choices:words}', '{column:word write}'],
    },
  },
  'POL-0407': {
    en: { message: '`{rule}` is not a holiday rule', help: '{column:word write}' },
    es: { message: '`{rule}` no es una regla de día feriado', help: '{column:word write}' },
  },
  'POL-0408': {
    en: { message: '`{class}` is not the name of a class', help: '{column:word write}' },
    es: { message: '`{class}` no es el nombre de una clase', help: '{column:word write}' },
  },
  'POL-0409': {
    en: { message: '`{statute}` is a range', help: 'write one line for each statute of the range' },
    es: { message: '`{statute}` abarca varios artículos', help: 'escriba una línea por cada artículo' },
  },
  'POL-0410': {
    en: {
      message: 'this line has {cells:count cell} and the header has {columns}',
      help: 'leave empty cells between commas, and put a text with a comma in double quotes',
    },
    es: {
      message: 'esta línea tiene {cells:count cell} y el encabezado tiene {columns}',
      help: 'deje celdas vacías entre comas, y ponga entre comillas dobles un texto que tenga una coma',
    },
  },
  'POL-0411': {
    en: {
      message: 'this line has neither a statute nor a name',
      help: 'write what a record of conviction says',
    },
    es: {
      message: 'esta línea no tiene ni artículo ni nombre',
      help: 'escriba lo que dice el registro de una condena',
    },
  },
  'POL-0412': {
    en: { message: '`{rule}` is not a day that exists', help: '{column:word write}' },
    es: { message: '`{rule}` no es un día que exista', help: '{column:word write}' },
  },
  'POL-0413': {
    en: {
      message: 'this line begins on {from} and ends on {through}',
      help: '`through` is the last day and cannot be earlier than the first',
    },
    es: {
      message: 'esta línea empieza el {from} y termina el {through}',
      help: '`through` es el último día y no puede ser anterior al primero',
    },
  },
  'POL-0414': {
    en: { message: '`{date}` is not between {first} and {last}', help: 'correct the year' },
    es: { message: '`{date}` no está entre {first} y {last}', help: 'corrija el año' },
  },
} satisfies Sentences

/** What is said of signs that an encoding does not say what its text says. */
import type { Sentences } from '../template.ts'

/** The sentences about such signs. */
export const signs = {
  'POL-0371': {
    en: {
      message:
        'this forbids `{act}` whoever asks and for whatever purpose: also a family member, a lawyer, a detective',
      help: 'read the lead-in of the text and write it, such as `when request.from is immigration-authority`; where it really binds whoever asks, write `whoever asks`',
    },
    es: {
      message:
        'esto prohíbe `{act}` pida quien pida y para lo que sea: también a un familiar, un abogado, un detective',
      help: 'lea el encabezado del texto y escríbalo, como `when request.from is immigration-authority`; si de verdad obliga pida quien pida, escriba `whoever asks`',
    },
  },
  'POL-0372': {
    en: {
      message: 'the note says that nobody must or nobody may forbid, and the rule says `may`, which gives a power',
      help: 'write `need not` for a lifted duty, `nobody may forbid` for a bar on lower law, or correct the note',
    },
    es: {
      message:
        'la nota dice que nadie está obligado o que nadie puede prohibir, y la norma dice `may`, que da una facultad',
      help: 'escriba `need not` si se levanta un deber, `nobody may forbid` si se limita a la norma inferior, o corrija la nota',
    },
  },
  'POL-0373': {
    en: {
      message: 'this requires `{act}` and does not say for how long',
      help: 'write `for as long as the request asks`, or the time of this text with `until`',
    },
    es: {
      message: 'esto obliga a `{act}` y no dice por cuánto tiempo',
      help: 'escriba `for as long as the request asks`, o el plazo de este texto con `until`',
    },
  },
  'POL-0374': {
    en: {
      message: 'the note says any, and the rule picks some kinds',
      help: 'take the kinds out of the condition, or correct the note',
    },
    es: {
      message: 'la nota dice cualquiera, y la norma elige algunas clases',
      help: 'quite las clases de la condición, o corrija la nota',
    },
  },
  'POL-0375': {
    en: {
      message: '`promptly` and `at once` are times that a text says, and this text was not read',
      help: 'read it, or leave the time out',
    },
    es: {
      message: '`promptly` y `at once` son plazos que dice un texto, y este no se leyó',
      help: 'léalo, o deje fuera el plazo',
    },
  },
  'POL-0376': {
    en: {
      message: '`{date}` stands in the words of the duty, where no clock counts it down',
      help: 'write `duty by 2026-12-01:` for a day, `each year by 12-01` for one of every year',
    },
    es: {
      message: '`{date}` está en las palabras del deber, donde ningún reloj lo cuenta',
      help: 'escriba `duty by 2026-12-01:` para un día, `each year by 12-01` para uno de cada año',
    },
  },
  'POL-0377': {
    en: {
      message: 'the mark says that the text was read, and the note that it does not say this',
      help: 'mark it `inferred in …`, or correct the note',
    },
    es: {
      message: 'la marca dice que el texto se leyó, y la nota que no dice esto',
      help: 'márquelo `inferred in …`, o corrija la nota',
    },
  },
  'POL-0378': {
    en: {
      message:
        '`{source}` only reports the text, as other marks in it say, and an inference needs a text that was read',
      help: 'mark it `reported in {source}`, or put the other marks right',
    },
    es: {
      message:
        '`{source}` solo informa del texto, como dicen otras marcas en él, y para inferir hace falta un texto leído',
      help: 'márquelo `reported in {source}`, o corrija las otras marcas',
    },
  },
} satisfies Sentences

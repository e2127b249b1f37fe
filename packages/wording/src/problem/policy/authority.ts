/** What is said of authorities: court decisions and opinions of attorneys general. */
import type { Sentences } from '../template.ts'

/** The sentences about authorities. */
export const authority = {
  'POL-0365': {
    en: {
      message: 'the place `{place}` lies outside `{of}`, of which these are the authorities',
      help: 'name a place in `{of}`, or move the authority to the folder of a place that holds both',
    },
    es: {
      message: 'el lugar `{place}` está fuera de `{of}`, del cual son estos precedentes',
      help: 'nombre un lugar de `{of}`, o mueva el precedente a la carpeta de un lugar que contenga ambos',
    },
  },
  'POL-0366': {
    en: {
      message: 'this was decided on {date}, after {read}, the day on which its source was read',
      help: 'correct the date of the decision, or read the source again and write that day',
    },
    es: {
      message: 'esto se decidió el {date}, después del {read}, el día en que se leyó su fuente',
      help: 'corrija la fecha de la decisión, o lea la fuente de nuevo y escriba ese día',
    },
  },
  'POL-0367': {
    en: {
      message: 'nothing of {date} can limit, overrule or supersede what was decided on {decided}',
      help: 'write the day of the later decision or law',
    },
    es: {
      message: 'nada del {date} puede limitar, revocar ni reemplazar lo que se decidió el {decided}',
      help: 'escriba el día de la decisión o ley posterior',
    },
  },
  'POL-0368': {
    en: {
      message: 'nothing says what this authority bears on, so no answer shows it',
      help: 'name acts with `on`, or provisions with `bears on`',
    },
    es: {
      message: 'nada dice a qué se refiere este precedente, así que ninguna respuesta lo muestra',
      help: 'nombre actos con `on`, o disposiciones con `bears on`',
    },
  },
} as const satisfies Sentences

/** What is said of law files that cannot be read. */
import type { Room } from './template.ts'

/** The sentences about law files. */
export const lawFiles = {
  words: { en: {}, es: {} },
  sentences: {
    'POL-0601': {
      en: {
        message: 'the file has {megabytes} MB, and a policy has at most {most} MB',
        help: 'split it into one file an instrument',
      },
      es: {
        message: 'el archivo tiene {megabytes} MB, y una política tiene como máximo {most} MB',
        help: 'divídalo en un archivo por instrumento',
      },
    },
    'POL-0602': {
      en: { message: 'the file is not UTF-8 text', help: 'save it as plain UTF-8 text' },
      es: { message: 'el archivo no es texto UTF-8', help: 'guárdelo como texto UTF-8 sin formato' },
    },
  },
} satisfies Room

/** What is said of SQL that is not written. */
import type { SqlCode } from '@brightline/engine/sql'
import { protectedWords } from './protected-words.ts'
import type { Room } from './template.ts'

/** The sentences about SQL. */
export const sql = {
  words: protectedWords,
  sentences: {
    'SQL-0001': {
      en: {
        message: 'the column `{column}` would say {thing:word}, and is not kept beside an answer',
        help: 'keep a column that stands for the request, such as a booking number',
      },
      es: {
        message: 'la columna `{column}` diría {thing:word}, y no se guarda junto a una respuesta',
        help: 'guarde una columna que designe la solicitud, como un número de ingreso',
      },
    },
  },
} satisfies Room<SqlCode>

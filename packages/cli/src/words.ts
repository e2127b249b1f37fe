/** What the command says to people, in both languages. */
import type { Verdict } from '@brightline/language'

export type Lang = 'en' | 'es'

/** The words of one language. */
export interface Words {
  readonly asOf: string
  readonly possibleVerdict: Readonly<Record<Verdict, string>>
  readonly duty: string
}

/** By language. */
export const words: Readonly<Record<Lang, Words>> = {
  en: {
    asOf: 'as of',
    possibleVerdict: {
      required: 'must',
      prohibited: 'must not',
      permitted: 'may',
      'no-rule': 'no rule',
      conflict: 'conflict: counsel decides',
      'needs-facts': 'needs facts',
    },
    duty: 'duty',
  },
  es: {
    asOf: 'al',
    possibleVerdict: {
      required: 'debe',
      prohibited: 'no debe',
      permitted: 'puede',
      'no-rule': 'ninguna norma',
      conflict: 'conflicto: decide el asesor jurídico',
      'needs-facts': 'faltan datos',
    },
    duty: 'deber',
  },
}

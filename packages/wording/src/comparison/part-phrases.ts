/** Phrases for facts and their values, by language. */
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  whichAgency: 'Which agency is it?',
  anythingBut: 'anything but {names:or}',
  yes: 'yes',
  no: 'no',
  never: 'never',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  whichAgency: '¿Qué agencia es?',
  anythingBut: 'cualquier respuesta salvo {names:or}',
  yes: 'sí',
  no: 'no',
  never: 'nunca',
}

/** By language. */
export const partPhrases: Phrases<keyof typeof en> = { en, es }

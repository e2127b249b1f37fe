/** What is said of facts and their values, by language. */
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  whichAgency: 'Which agency is it?',
  anythingBut: 'anything but {names:or}',
  anyDate: 'any date',
  anyNumber: 'any number',
  anyNumberOf: 'any number of {unit}',
  orEarlier: '{date} or earlier',
  orLater: '{date} or later',
  orLess: '{number} or less',
  orMore: '{number} or more',
  between: '{from} to {to}',
  yes: 'yes',
  no: 'no',
  never: 'never',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  whichAgency: '¿Qué agencia es?',
  anythingBut: 'cualquier respuesta salvo {names:or}',
  anyDate: 'cualquier fecha',
  anyNumber: 'cualquier número',
  anyNumberOf: 'cualquier número de {unit}',
  orEarlier: '{date} o antes',
  orLater: '{date} o después',
  orLess: '{number} o menos',
  orMore: '{number} o más',
  between: 'de {from} a {to}',
  yes: 'sí',
  no: 'no',
  never: 'nunca',
}

/** By language. */
export const partPhrases: Phrases<keyof typeof en> = { en, es }

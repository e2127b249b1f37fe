/** What is said of ranges of numbers and dates, by language. */
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  anyDate: 'any date',
  anyNumber: 'any number',
  anyNumberOf: 'any number of {unit}',
  orEarlier: '{end} or earlier',
  orLater: '{end} or later',
  orLess: '{end} or less',
  orMore: '{end} or more',
  between: '{from} to {to}',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  anyDate: 'cualquier fecha',
  anyNumber: 'cualquier número',
  anyNumberOf: 'cualquier número de {unit}',
  orEarlier: '{end} o antes',
  orLater: '{end} o después',
  orLess: '{end} o menos',
  orMore: '{end} o más',
  between: 'de {from} a {to}',
}

/** By language. */
export const rangePhrases: Phrases<keyof typeof en> = { en, es }

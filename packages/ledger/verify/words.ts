/** The words of the page's results, in English and Spanish. */

/** What the page shows. */
export type Shown =
  | { readonly kind: 'refused'; readonly text: string }
  | {
      readonly kind: 'whole' | 'unwitnessed'
      readonly facts: readonly (readonly [string, string])[]
      readonly milliseconds: number
    }

/** The words of one language. */
export type Words = typeof english

const english = {
  whole: 'The receipt is valid',
  unwitnessed: 'The receipt is valid, but too few witnesses signed',
  refused: 'The receipt is not valid',
  reason: 'Reason',
  index: 'Number in the log',
  place: 'Place',
  day: 'Day',
  serial: 'Number of the desk',
  verdict: 'Verdict',
  rules: 'Rules',
  record: 'Record',
  witnesses: 'Witnesses',
  none: 'none',
}

const spanish: Words = {
  whole: 'El recibo es válido',
  unwitnessed: 'El recibo es válido, pero firmaron muy pocos testigos',
  refused: 'El recibo no es válido',
  reason: 'Motivo',
  index: 'Número en el registro',
  place: 'Lugar',
  day: 'Día',
  serial: 'Número del mostrador',
  verdict: 'Decisión',
  rules: 'Reglas',
  record: 'Expediente',
  witnesses: 'Testigos',
  none: 'ninguno',
}

/** The words of a language; English for any other. */
export function wordsOf(language: string): Words {
  return language === 'es' ? spanish : english
}

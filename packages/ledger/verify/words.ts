/** The words of the page's results, in English and Spanish. */
import type { LedgerCode } from '../src/problem/codes.ts'

/** The result that the page shows. */
export type Shown =
  | { readonly kind: 'unable' }
  | { readonly kind: 'refused'; readonly code: LedgerCode }
  | {
      readonly kind: 'whole' | 'unwitnessed'
      readonly facts: readonly (readonly [string, string])[]
      readonly milliseconds: number
    }

/** The words of one language. */
export type Words = typeof english

/** The few reasons for an invalid receipt that its holder can do something about. */
type Reason = 'unreadable' | 'policy' | 'stranger' | 'signature' | 'elsewhere' | 'record'

const english = {
  whole: 'The receipt is valid',
  unwitnessed: 'The log signed this, but too few witnesses did',
  refused: 'The receipt is not valid',
  unable: 'This browser cannot check receipts',
  newer: 'It cannot check Ed25519 signatures. Nothing was found out about the receipt. Use a newer browser.',
  linked: 'The policy came with the address of this page. Compare it with one that you got from somebody else.',
  reason: 'Reason',
  code: 'Code',
  log: 'Log',
  size: 'Entries in the log',
  index: 'Number in the log',
  place: 'Place',
  day: 'Day',
  serial: 'Number at the desk',
  verdict: 'Verdict',
  rules: 'Rules',
  record: 'Record',
  witnesses: 'Witnesses',
  none: 'none',
  reasons: {
    unreadable: 'The receipt is not whole, or was changed. Copy it again with every line.',
    policy: 'The policy cannot be read. Copy it again with every line.',
    stranger: 'No log of this policy signed the receipt.',
    signature: 'A signature does not fit. The receipt was changed.',
    elsewhere: 'The entry does not stand at this place in the log. The receipt was changed.',
    record: 'The record is not the one that was logged.',
  } satisfies Record<Reason, string>,
}

const spanish: Words = {
  whole: 'El recibo es válido',
  unwitnessed: 'El registro firmó esto, pero firmaron muy pocos testigos',
  refused: 'El recibo no es válido',
  unable: 'Este navegador no puede verificar recibos',
  newer: 'No puede verificar firmas Ed25519. No se averiguó nada sobre el recibo. Use un navegador más nuevo.',
  linked: 'La política vino con la dirección de esta página. Compárela con una que le haya dado otra persona.',
  reason: 'Motivo',
  code: 'Código',
  log: 'Registro',
  size: 'Asientos en el registro',
  index: 'Número en el registro',
  place: 'Lugar',
  day: 'Día',
  serial: 'Número correlativo en el mostrador',
  verdict: 'Decisión',
  rules: 'Normas',
  record: 'Expediente',
  witnesses: 'Testigos',
  none: 'ninguno',
  reasons: {
    unreadable: 'El recibo está incompleto o fue cambiado. Cópielo otra vez con todas sus líneas.',
    policy: 'La política no se puede leer. Cópiela otra vez con todas sus líneas.',
    stranger: 'Ningún registro de esta política firmó el recibo.',
    signature: 'Una firma no corresponde. El recibo fue cambiado.',
    elsewhere: 'El asiento no está en este lugar del registro. El recibo fue cambiado.',
    record: 'El expediente no es el que se registró.',
  },
}

const reasonByCode: ReadonlyMap<LedgerCode, Reason> = new Map([
  ['LOG-0103', 'stranger'],
  ['LOG-0104', 'signature'],
  ['LOG-0202', 'stranger'],
  ['LOG-0207', 'stranger'],
  ['LOG-0301', 'elsewhere'],
  ['LOG-0303', 'elsewhere'],
  ['LOG-0706', 'record'],
  ['LOG-0714', 'record'],
  ['LOG-0715', 'record'],
])

/** The reason for a code. Every other code says that the receipt is malformed. */
export function reasonOf(code: LedgerCode): Reason {
  return reasonByCode.get(code) ?? (code.startsWith('LOG-05') ? 'policy' : 'unreadable')
}

const spanishVerdicts: ReadonlyMap<string, string> = new Map([
  ['required', 'obligatorio'],
  ['prohibited', 'prohibido'],
  ['permitted', 'permitido'],
  ['no-rule', 'sin norma'],
  ['conflict', 'en conflicto'],
  ['needs-facts', 'pendiente de datos'],
  ['clock-set-back', 'reloj puesto en hora'],
])

/** A verdict in a language, with the word that was logged beside it; logs of others may have other words. */
export function verdictIn(language: string, verdict: string): string {
  const word = language === 'es' ? spanishVerdicts.get(verdict) : undefined
  return word === undefined ? verdict : `${word} (${verdict})`
}

/** The words of a language; English for any other. */
export function wordsOf(language: string): Words {
  return language === 'es' ? spanish : english
}

/** What the page of a receipt says, to whoever has its address. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  proved: 'The decision is in the log.',
  waiting: 'The decision is in line for the log.',
  'waiting-next': 'It gets its place within a minute. Load this page again.',
  missing: 'The log does not prove this decision.',
  'missing-next': 'Show this page to a lawyer, or to whoever watches over this agency.',
  lead: '{agency} wrote it into its log on {when}. If it were changed, or taken out, everybody who keeps a copy of the log could see it.',
  'no-name': 'The log does not name you, and this page does not say what was decided. Your paper does.',
  entry: 'Entry of the desk',
  place: 'Place in the log',
  'place-of': '{index} of {size}',
  download: 'Take the proof with you',
  'download-lead': 'The file can be checked on another computer, also when this one is gone.',
} as const

/** A key of the page. */
type ReceiptKey = keyof typeof en

const es: Record<ReceiptKey, string> = {
  proved: 'La decisión está en el registro.',
  waiting: 'La decisión está en la fila del registro.',
  'waiting-next': 'Tendrá su lugar en un minuto. Cargue esta página otra vez.',
  missing: 'El registro no prueba esta decisión.',
  'missing-next': 'Muestre esta página a un abogado, o a quien vigila esta agencia.',
  lead: '{agency} la escribió en su registro el {when}. Si se cambiara o se quitara, lo vería todo el que guarda una copia del registro.',
  'no-name': 'El registro no lo nombra a usted, y esta página no dice qué se decidió. Lo dice su documento.',
  entry: 'Asiento del escritorio',
  place: 'Lugar en el registro',
  'place-of': '{index} de {size}',
  download: 'Llévese la prueba',
  'download-lead': 'El archivo se puede verificar en otra computadora, también cuando esta ya no esté.',
}

/** Every phrase in every language. */
export const receiptPhrases: Phrases<ReceiptKey> = { en, es }

/** The voice of the page. */
export function sayReceipt(lang: string): Say<ReceiptKey> {
  return sayIn(receiptPhrases, lang)
}

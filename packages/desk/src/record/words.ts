/** What the page says on which a record is verified. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  title: 'The record, verified',
  back: 'Back to {reference}',
  'all-proved': 'Every entry is proved.',
  'some-altered': '{count:count entry} altered after it was recorded.',
  'some-missing': '{count:count entry-of} not in the log as it should be.',
  'some-keys-gone': '{count:count unopened} without the key that opens it, and the case was not destroyed.',
  'some-duties-gone': 'Every entry is proved, and {count:count duty} gone.',
  'some-waiting': 'No entry was altered. The newest waits for its place in the log.',
  none: 'Nothing is on record yet.',
  lead: 'Each entry was made anew from its row, and its place in the log was proved against the signature of the log.',
  entry: 'Entry',
  decision: 'What is on record',
  found: 'What was found',
  proved: 'Proved: number {index} of {size} in the log',
  forgotten:
    'In the log as number {index} of {size}. The key of this case was destroyed, so that nobody can tell what it says.',
  waiting: 'In line for the log. It gets its place within a minute.',
  altered: 'ALTERED: this row does not say what was logged. Tell counsel and the auditor.',
  'key-gone':
    'KEY GONE: the key that opens this entry was taken away, and the case was not destroyed. Nobody can tell if the row says what was logged. Tell counsel and the auditor.',
  missing: 'MISSING: the log does not prove this entry. Tell counsel and the auditor.',
  again: 'Verify again',
  period: 'Verify a period',
  'period-lead':
    'Every request, decision, confirmation, recorded time, paper that was given, discharged duty, outcome, closing and filed report of these days is held against the log, and the log against them.',
  from: 'From',
  through: 'Through',
  'entry-desk': 'Number {serial} of desk {desk}',
  'entry-book': 'Number {serial}',
  'entry-none': 'None',
  verify: 'Verify',
  'period-good': 'Nothing was altered, deleted or put in.',
  'period-wrong': '{count:count row} with the log.',
  'period-unproved': 'The log cannot be proved. Tell counsel.',
  'period-numbers': '{proved} proved, {forgotten} of destroyed cases, {waiting} in line for the log.',
  'period-cut': 'Only the newest 20,000 entries of the log were read. Choose later days.',
  'found-altered': 'ALTERED: the row does not say what was logged',
  'found-key-gone': 'KEY GONE: what opens the entry was taken away, and the case was not destroyed',
  'found-deleted': 'DELETED: the log has it, and no row does',
  'found-inserted': 'PUT IN: the row was never logged',
  'found-gone': 'GONE: the decision gave rise to a duty, and no row holds it open or done',
  'kind-request': 'Request as it was entered',
  'kind-decision': 'Decision',
  'kind-confirmation': 'Confirmation',
  'kind-time': 'Time of an event',
  'kind-discharge': 'Duty discharged',
  'kind-outcome': 'Outcome',
  'kind-closing': 'Closing of a request',
  'kind-duty': 'Duty',
  'kind-report': 'Report',
  'kind-paper': 'Paper that was given',
  'kind-clock': 'Correction of the clock',
  'what-clock':
    'The clock of the server ran ahead: entries of before say days up to {ahead}. It was {right} when the clock was right again.',
  'clock-confirmed': 'An administrator confirmed it: {when}.',
  'by-wrong-clock': 'By a clock that ran ahead, as was confirmed {when}.',
  'what-request': 'What was entered of the request',
  'what-time': 'Time recorded: {event}',
  'what-paper': 'Paper given: {paper}',
  'what-outcome': 'Outcome recorded: {outcome}',
  'what-discharge': 'Duty discharged: {action}',
  'was-missed': 'It was missed.',
  request: 'Request',
  'docket-gap': 'DELETED: {count:count gap} any more (log numbers {serials}). Tell counsel and the auditor.',
  'duty-gap':
    'DELETED: a decision on this request gave rise to this duty, and no row holds it open or done: {action}. Tell counsel and the auditor.',
} as const

/** A key of this page. */
export type RecordKey = keyof typeof en

const es: Record<RecordKey, string> = {
  title: 'El expediente, verificado',
  back: 'Volver a {reference}',
  'all-proved': 'Todos los asientos están probados.',
  'some-altered': '{count:count entry} después de registrarse.',
  'some-missing': '{count:count entry-of} en el registro como debería.',
  'some-keys-gone': '{count:count unopened} sin la clave que lo abre, y el expediente no se destruyó.',
  'some-duties-gone': 'Todos los asientos están probados, y {count:count duty}.',
  'some-waiting': 'Ningún asiento fue alterado. El más nuevo espera su lugar en el registro.',
  none: 'Aún no hay nada en el registro.',
  lead: 'Cada asiento se hizo de nuevo a partir de su fila, y su lugar en el registro se probó con la firma del registro.',
  entry: 'Asiento',
  decision: 'Lo que consta',
  found: 'Lo que se halló',
  proved: 'Probado: número {index} de {size} en el registro',
  forgotten:
    'En el registro como número {index} de {size}. La clave de este expediente se destruyó, de modo que nadie puede saber qué dice.',
  waiting: 'En la fila del registro. Tendrá su lugar en un minuto.',
  altered: 'ALTERADO: esta fila no dice lo que se registró. Avise al asesor jurídico y al auditor.',
  'key-gone':
    'CLAVE DESAPARECIDA: alguien quitó la clave que abre este asiento, y el expediente no se destruyó. Nadie puede saber si la fila dice lo que se registró. Avise al asesor jurídico y al auditor.',
  missing: 'FALTA: el registro no prueba este asiento. Avise al asesor jurídico y al auditor.',
  again: 'Verificar otra vez',
  period: 'Verificar un período',
  'period-lead':
    'Cada solicitud, decisión, confirmación, hora anotada, documento entregado, deber cumplido, resultado, cierre e informe presentado de estos días se compara con el registro, y el registro con ellos.',
  from: 'Desde',
  through: 'Hasta',
  'entry-desk': 'Número {serial} del escritorio {desk}',
  'entry-book': 'Número {serial}',
  'entry-none': 'Ninguno',
  verify: 'Verificar',
  'period-good': 'Nada fue alterado, borrado ni introducido.',
  'period-wrong': '{count:count row} con el registro.',
  'period-unproved': 'El registro no se puede probar. Avise al asesor jurídico.',
  'period-numbers': '{proved} probadas, {forgotten} de expedientes destruidos, {waiting} en la fila del registro.',
  'period-cut': 'Solo se leyeron los 20,000 asientos más nuevos del registro. Elija días posteriores.',
  'found-altered': 'ALTERADO: la fila no dice lo que se registró',
  'found-key-gone': 'CLAVE DESAPARECIDA: se quitó lo que abre el asiento, y el expediente no se destruyó',
  'found-deleted': 'BORRADO: está en el registro y ninguna fila lo tiene',
  'found-inserted': 'INTRODUCIDO: la fila nunca se registró',
  'found-gone': 'DESAPARECIDO: la decisión hizo nacer un deber, y ninguna fila lo tiene pendiente ni cumplido',
  'kind-request': 'Solicitud como se anotó',
  'kind-decision': 'Decisión',
  'kind-confirmation': 'Confirmación',
  'kind-time': 'Hora de un hecho',
  'kind-discharge': 'Deber cumplido',
  'kind-outcome': 'Resultado',
  'kind-closing': 'Cierre de una solicitud',
  'kind-duty': 'Deber',
  'kind-report': 'Informe',
  'kind-paper': 'Documento entregado',
  'kind-clock': 'Corrección del reloj',
  'what-clock':
    'El reloj del servidor se adelantó: los asientos anteriores dicen días hasta el {ahead}. Era el {right} cuando el reloj volvió a estar en hora.',
  'clock-confirmed': 'Lo confirmó un administrador: {when}.',
  'by-wrong-clock': 'Por un reloj que se adelantó, como se confirmó {when}.',
  'what-request': 'Lo que se anotó de la solicitud',
  'what-time': 'Hora anotada: {event}',
  'what-paper': 'Documento entregado: {paper}',
  'what-outcome': 'Resultado anotado: {outcome}',
  'what-discharge': 'Deber cumplido: {action}',
  'was-missed': 'No se cumplió a tiempo.',
  request: 'Solicitud',
  'docket-gap': 'BORRADO: {count:count gap} (números {serials}). Avise al asesor jurídico y al auditor.',
  'duty-gap':
    'BORRADO: una decisión sobre esta solicitud hizo nacer este deber, y ninguna fila lo tiene pendiente ni cumplido: {action}. Avise al asesor jurídico y al auditor.',
}

/** Every phrase in every language. */
export const recordPhrases: Phrases<RecordKey> = { en, es }
const words = {
  en: {
    entry: { one: 'entry was', other: 'entries were' },
    'entry-of': { one: 'entry is', other: 'entries are' },
    unopened: { one: 'entry is', other: 'entries are' },
    duty: { one: 'duty is', other: 'duties are' },
    row: { one: 'row does not agree', other: 'rows do not agree' },
    gap: {
      one: 'entry of this request is in the log and has no row',
      other: 'entries of this request are in the log and have no row',
    },
  },
  es: {
    entry: { one: 'asiento fue alterado', other: 'asientos fueron alterados' },
    'entry-of': { one: 'asiento no está', other: 'asientos no están' },
    unopened: { one: 'asiento está', many: 'asientos están', other: 'asientos están' },
    duty: { one: 'deber desapareció', many: 'deberes desaparecieron', other: 'deberes desaparecieron' },
    row: { one: 'fila no coincide', many: 'filas no coinciden', other: 'filas no coinciden' },
    gap: {
      one: 'asiento de esta solicitud está en el registro y ya no tiene fila',
      many: 'asientos de esta solicitud están en el registro y ya no tienen fila',
      other: 'asientos de esta solicitud están en el registro y ya no tienen fila',
    },
  },
}

/** The voice of this page. */
export function sayRecord(lang: string): Say<RecordKey> {
  return sayIn(recordPhrases, lang, words)
}

/** What the files of the audit and their dictionary say. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'
import type { AuditColumn, AuditFile, RecordState } from './audit-columns.ts'

type Key =
  | ('download' | 'download-lead' | 'download-record' | 'dictionary' | 'dictionary-lead' | 'column' | 'meaning')
  | 'dictionary-csv'
  | `file-${AuditFile}`
  | `column-${AuditColumn}`
  | `state-${RecordState}`

const en: Record<Key, string> = {
  download: 'Download these as CSV',
  'download-lead':
    'The newest {most} rows of the days that are chosen, times in UTC. Codes stand beside their words, and nothing says who the person is.',
  'download-record': 'Download the record as CSV',
  dictionary: 'What the columns mean',
  'dictionary-lead': 'Each file, column by column. What is not listed here is in no file.',
  column: 'Column',
  meaning: 'What it holds',
  'dictionary-csv': 'Download this list as CSV',
  'file-events': 'Events',
  'file-openings': 'Openings of the vault',
  'file-record': 'The record: requests, decisions, confirmations, times, papers, outcomes, closings, discharged duties',
  'column-id': 'The id of the row; it never changes and is never given again',
  'column-at': 'When it happened, in UTC',
  'column-kind': 'What happened, as a code',
  'column-kind-words': 'What happened, in words',
  'column-role': 'The role of whoever did it, as a code; empty where the row keeps none',
  'column-role-words': 'The role, in words',
  'column-account': 'The account; empty where the reader may not know it, or nobody was signed in',
  'column-subject': 'The id of what it happened to',
  'column-reason': 'The reason that was given, as a code; of the vault, why it was opened',
  'column-reason-words': 'The reason, in words',
  'column-request': 'The reference of the request; empty for a duty of the whole agency',
  'column-entry':
    'What kind of entry it is, as a code: request, decision, confirmation, time, paper, discharge, outcome, closing',
  'column-entry-words': 'What kind of entry it is, in words',
  'column-received-at': 'When the request was received, in UTC',
  'column-form': 'The form that came, as a code',
  'column-form-words': 'The form that came, in words',
  'column-act': 'The act that was decided on, as a code',
  'column-act-words': 'The act, in words',
  'column-verdict': 'What the law says of the act, as a code',
  'column-verdict-words': 'What the law says of the act, in words',
  'column-choice':
    'What was chosen, as a code: of a decision if the act is done, of a confirmation what was said, of a duty how it was met; of a time, a paper, an outcome or a closing what it was',
  'column-choice-words': 'What was chosen, in words',
  'column-happened-at': 'When the event or outcome happened, or the paper was given, in UTC',
  'column-rules':
    'The ids of the rules that decided, or of the rule by which the duty was owed, with bars between them',
  'column-state': 'How it stands now, as a code',
  'column-state-words': 'How it stands now, in words',
  'column-due-at': 'When the duty was due, in UTC; empty where the law names no time',
  'column-missed-at': 'When the clock noted that the duty was missed, in UTC; empty where it was not',
  'column-of': 'The id of the decision that was confirmed, or that gave rise to the duty',
  'column-supersedes': 'The id of the decision, time or outcome whose place this one took',
  'column-policy': 'The hash of the law and policy by which it was decided',
  'column-log-desk': 'The desk of the log at which the entry has its serial',
  'column-log-serial': 'The serial of the entry at that desk',
  'column-log-index': 'The place of the entry in the log; empty while it is in line',
  'state-stands': 'stands',
  'state-waits-supervisor': 'waits for a supervisor',
  'state-waits-counsel': 'waits for counsel',
  'state-sent-back': 'sent back',
  'state-superseded': 'superseded',
}

const es: Record<Key, string> = {
  download: 'Descargar estos en CSV',
  'download-lead':
    'Las {most} filas más nuevas de los días elegidos, con horas en UTC. Cada código va junto a sus palabras, y nada dice quién es la persona.',
  'download-record': 'Descargar el registro en CSV',
  dictionary: 'Qué significan las columnas',
  'dictionary-lead': 'Cada archivo, columna por columna. Lo que no está aquí no está en ningún archivo.',
  column: 'Columna',
  meaning: 'Qué contiene',
  'dictionary-csv': 'Descargar esta lista en CSV',
  'file-events': 'Sucesos',
  'file-openings': 'Aperturas de la bóveda',
  'file-record':
    'El registro: solicitudes, decisiones, confirmaciones, horas, documentos, resultados, cierres, deberes cumplidos',
  'column-id': 'El id de la fila; nunca cambia ni se da de nuevo',
  'column-at': 'Cuándo ocurrió, en UTC',
  'column-kind': 'Qué ocurrió, como código',
  'column-kind-words': 'Qué ocurrió, en palabras',
  'column-role': 'La función de quien lo hizo, como código; vacía donde la fila no la guarda',
  'column-role-words': 'La función, en palabras',
  'column-account': 'La cuenta; vacía donde quien lee no puede saberla, o nadie había iniciado sesión',
  'column-subject': 'El id de aquello a lo que le ocurrió',
  'column-reason': 'El motivo que se dio, como código; de la bóveda, por qué se abrió',
  'column-reason-words': 'El motivo, en palabras',
  'column-request': 'La referencia de la solicitud; vacía para un deber de toda la agencia',
  'column-entry':
    'Qué clase de asiento es, como código: request, decision, confirmation, time, paper, discharge, outcome, closing',
  'column-entry-words': 'Qué clase de asiento es, en palabras',
  'column-received-at': 'Cuándo se recibió la solicitud, en UTC',
  'column-form': 'El formulario que llegó, como código',
  'column-form-words': 'El formulario que llegó, en palabras',
  'column-act': 'El acto sobre el que se decidió, como código',
  'column-act-words': 'El acto, en palabras',
  'column-verdict': 'Qué dice la ley del acto, como código',
  'column-verdict-words': 'Qué dice la ley del acto, en palabras',
  'column-choice':
    'Qué se eligió, como código: de una decisión, si el acto se hace; de una confirmación, qué se dijo; de un deber, cómo se cumplió; de una hora, un documento, un resultado o un cierre, cuál',
  'column-choice-words': 'Qué se eligió, en palabras',
  'column-happened-at': 'Cuándo ocurrió el hecho o el resultado, o se entregó el documento, en UTC',
  'column-rules': 'Los ids de las reglas que decidieron, o de la regla que impone el deber, con barras entre ellos',
  'column-state': 'Cómo está ahora, como código',
  'column-state-words': 'Cómo está ahora, en palabras',
  'column-due-at': 'Cuándo vencía el deber, en UTC; vacío donde la ley no fija hora',
  'column-missed-at': 'Cuándo anotó el reloj que el deber no se cumplió, en UTC; vacío donde no lo anotó',
  'column-of': 'El id de la decisión que se confirmó, o de la que nació el deber',
  'column-supersedes': 'El id de la decisión, hora o resultado que este asiento reemplazó',
  'column-policy': 'El resumen criptográfico de la ley y la política con que se decidió',
  'column-log-desk': 'El escritorio del registro en que el asiento tiene su número',
  'column-log-serial': 'El número del asiento en ese escritorio',
  'column-log-index': 'El lugar del asiento en el registro; vacío mientras está en la fila',
  'state-stands': 'vale',
  'state-waits-supervisor': 'espera a un supervisor',
  'state-waits-counsel': 'espera al asesor jurídico',
  'state-sent-back': 'devuelta',
  'state-superseded': 'reemplazada',
}

/** Every phrase in every language. */
export const auditPhrases: Phrases<Key> = { en, es }

/** The voice of these files. */
export function sayAudit(lang: string): Say<Key> {
  return sayIn(auditPhrases, lang)
}

/** What the queue says. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  queue: 'Requests',
  filters: 'Which requests',
  waiting: 'Waiting for me',
  overdue: 'Overdue',
  decided: 'Decided',
  closed: 'Closed',
  all: 'All',
  'waiting-none': 'Nothing waits for you.',
  'waiting-some': '{count:count request} for you.',
  'waiting-more': 'More than {count:count request} for you.',
  'overdue-none': 'Nothing is overdue.',
  'overdue-some': '{count:count late} overdue.',
  'overdue-more': 'More than {count:count late} overdue.',
  'decided-none': 'Nothing has been decided yet.',
  'decided-some': 'Decided requests',
  'decided-more': 'Decided requests',
  'closed-none': 'No request is closed.',
  'closed-some': 'Closed requests',
  'closed-more': 'Closed requests',
  'all-none': 'No request has come in yet.',
  'all-some': 'All requests',
  'all-more': 'All requests',
  empty: 'This list is empty.',
  reference: 'Request',
  form: 'What came in',
  received: 'Received',
  state: 'How far it is',
  due: 'First duty due',
  questions: 'Questions are open',
  evidence: 'The paper is being read',
  'sent-back': 'Sent back',
  confirmation: 'Proposed',
  'confirmation-supervisor': 'Waits for a supervisor',
  'confirmation-counsel': 'Waits for counsel',
  'is-decided': 'Decided',
  closing: 'Its closing waits for a second person',
  'is-closed': 'Closed',
  begun: 'Begun',
  previous: 'Earlier page',
  next: 'Next page',
  pages: 'Pages',
} as const

/** A key of the queue. */
export type QueueKey = keyof typeof en

const es: Record<QueueKey, string> = {
  queue: 'Solicitudes',
  filters: 'Qué solicitudes',
  waiting: 'Me esperan',
  overdue: 'Con retraso',
  decided: 'Decididas',
  closed: 'Cerradas',
  all: 'Todas',
  'waiting-none': 'No le espera nada.',
  'waiting-some': 'Le espera {count:count request}.',
  'waiting-more': 'Le esperan más de {count:count request}.',
  'overdue-none': 'Nada tiene retraso.',
  'overdue-some': '{count:count late} con retraso.',
  'overdue-more': 'Más de {count:count late} con retraso.',
  'decided-none': 'Aún no se ha decidido nada.',
  'decided-some': 'Solicitudes decididas',
  'decided-more': 'Solicitudes decididas',
  'closed-none': 'No hay ninguna solicitud cerrada.',
  'closed-some': 'Solicitudes cerradas',
  'closed-more': 'Solicitudes cerradas',
  'all-none': 'Aún no ha llegado ninguna solicitud.',
  'all-some': 'Todas las solicitudes',
  'all-more': 'Todas las solicitudes',
  empty: 'Esta lista está vacía.',
  reference: 'Solicitud',
  form: 'Qué llegó',
  received: 'Recibida',
  state: 'Cómo va',
  due: 'Primer deber que vence',
  questions: 'Hay preguntas abiertas',
  evidence: 'Se lee el papel',
  'sent-back': 'Devuelta',
  confirmation: 'Propuesta',
  'confirmation-supervisor': 'Espera a un supervisor',
  'confirmation-counsel': 'Espera al asesor jurídico',
  'is-decided': 'Decidida',
  closing: 'Su cierre espera a una segunda persona',
  'is-closed': 'Cerrada',
  begun: 'Empezada',
  previous: 'Página anterior',
  next: 'Página siguiente',
  pages: 'Páginas',
}

/** Every phrase in every language. */
export const queuePhrases: Phrases<QueueKey> = { en, es }
const words = {
  en: {
    request: { one: 'request waits', other: 'requests wait' },
    late: { one: 'request is', other: 'requests are' },
  },
  es: { request: { one: 'solicitud', other: 'solicitudes' }, late: { one: 'solicitud', other: 'solicitudes' } },
}

/** The voice of the queue. */
export function sayQueue(lang: string): Say<QueueKey> {
  return sayIn(queuePhrases, lang, words)
}

/** What the home page says. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  home: 'Home',
  'news-quiet': 'Nothing is due.',
  'news-due': '{count:count duty} open, the first {when}.',
  'news-late': '{count:count duty} overdue.',
  'news-auditor': 'The record is open to you.',
  'news-set-up': 'The desk is set up. Add the people who work at it.',
  'news-administrator': 'Nothing waits for an administrator.',
  'due-now': 'Due now',
  waiting: 'Waiting for you',
  started: 'Started by you',
  'no-due': 'Nothing is due at this desk.',
  'no-waiting': 'No request waits for an answer.',
  'no-started': 'You have not started a request yet.',
  late: 'was due {when}',
  request: 'Request',
  step: 'What it waits for',
  since: 'Since',
  opened: 'Opened',
  due: 'Due',
  what: 'Duty',
  'go-people': 'Add people',
  arrived: 'Something arrived',
} as const

/** A key of the home page. */
export type HomeKey = keyof typeof en

const es: Record<HomeKey, string> = {
  home: 'Inicio',
  'news-quiet': 'No vence nada.',
  'news-due': '{count:count duty} por cumplir, el primero {when}.',
  'news-late': '{count:count duty} sin cumplir a tiempo.',
  'news-auditor': 'El registro está abierto para usted.',
  'news-set-up': 'El escritorio está preparado. Agregue a quienes trabajan en él.',
  'news-administrator': 'Nada espera a un administrador.',
  'due-now': 'Vence ahora',
  waiting: 'Le espera a usted',
  started: 'Iniciado por usted',
  'no-due': 'En este escritorio no vence nada.',
  'no-waiting': 'Ninguna solicitud espera respuesta.',
  'no-started': 'Usted no ha iniciado ninguna solicitud.',
  late: 'venció {when}',
  request: 'Solicitud',
  step: 'Qué espera',
  since: 'Desde',
  opened: 'Iniciada',
  due: 'Vence',
  what: 'Deber',
  'go-people': 'Agregar personas',
  arrived: 'Llegó algo',
}

/** Every phrase in every language. */
export const homePhrases: Phrases<HomeKey> = { en, es }
const words = {
  en: { duty: { one: 'duty is', other: 'duties are' } },
  es: { duty: { one: 'deber', other: 'deberes' } },
}

/** The voice of the home page. */
export function sayHome(lang: string): Say<HomeKey> {
  return sayIn(homePhrases, lang, words)
}

/** What the frame of every page says. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  product: 'Brightline',
  skip: 'Skip to the main part',
  languages: 'Language',
  main: 'Main',
  home: 'Home',
  people: 'People',
  duties: 'Duties',
  reports: 'Reports',
  requests: 'Requests',
  deciders: 'Who decides',
  law: 'Law',
  administration: 'Administration',
  audit: 'Audit',
  'not-federal': 'Not a federal site',
  'not-set-up': 'A desk that is not set up yet',
  'sign-out': 'Sign out',
  'change-role': 'Change role',
  account: 'Account',
  demonstration: 'Demonstration.',
  'demonstration-words': 'The place is invented, and so is every request in it.',
  'error-title': 'Error: {title}',
  'error-list': 'Something needs another look',
  reference: 'Page reference',
  keys: 'Keys',
  'key-next': 'The next row of a list. Enter opens it.',
  'key-before': 'The row before',
  'key-number': 'One of the pictures on the page of what arrived',
  'key-help': 'This list',
  'keys-on': 'Use these keys in this browser',
  clerk: 'Clerk',
  supervisor: 'Supervisor',
  counsel: 'Counsel',
  'records-officer': 'Records officer',
  auditor: 'Auditor',
  administrator: 'Administrator',
  clock: 'Clock of the desk',
  'unknown-code': 'something that this release has no words for',
} as const

/** A key of the frame. */
export type FrameKey = keyof typeof en

const es: Record<FrameKey, string> = {
  product: 'Brightline',
  skip: 'Ir a la parte principal',
  languages: 'Idioma',
  main: 'Principal',
  home: 'Inicio',
  people: 'Personas',
  duties: 'Deberes',
  reports: 'Informes',
  requests: 'Solicitudes',
  deciders: 'Quién decide',
  law: 'Ley',
  administration: 'Administración',
  audit: 'Auditoría',
  'not-federal': 'No es un sitio federal',
  'not-set-up': 'Un escritorio que aún no está preparado',
  'sign-out': 'Cerrar sesión',
  'change-role': 'Cambiar de función',
  account: 'Cuenta',
  demonstration: 'Demostración.',
  'demonstration-words': 'El lugar es inventado, y también cada solicitud.',
  'error-title': 'Error: {title}',
  'error-list': 'Hay algo que revisar',
  reference: 'Referencia de la página',
  keys: 'Teclas',
  'key-next': 'La fila siguiente de una lista. Intro la abre.',
  'key-before': 'La fila anterior',
  'key-number': 'Una de las imágenes en la página de lo que llegó',
  'key-help': 'Esta lista',
  'keys-on': 'Usar estas teclas en este navegador',
  clerk: 'Auxiliar',
  supervisor: 'Supervisor',
  counsel: 'Asesor jurídico',
  'records-officer': 'Encargado de registros',
  auditor: 'Auditor',
  administrator: 'Administrador',
  clock: 'Reloj del escritorio',
  'unknown-code': 'algo para lo que esta versión no tiene palabras',
}

/** Every phrase in every language. */
export const framePhrases: Phrases<FrameKey> = { en, es }

/** The voice of the frame in a language. */
export function sayFrame(lang: string): Say<FrameKey> {
  return sayIn(framePhrases, lang)
}

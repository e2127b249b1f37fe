/** What the pages of refusals say: what failed, what is safe, and how to go on. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'
import type { RefusalKind } from './refusal.ts'

const en = {
  'not-understood': 'This request cannot be read',
  'not-understood-next': 'Nothing was changed. Go back to the page before and send it again.',
  'signed-out': 'Sign in to go on',
  'signed-out-next': 'The session has ended, or there was none. What was saved before is kept.',
  'not-allowed': 'Your role does not do this',
  'not-allowed-next': 'Nothing was changed. Change your role, if you have another, or ask an administrator.',
  'form-stale': 'This page was open for too long',
  'form-stale-next':
    'Nothing was changed. Go back, load the page anew, and send it again. If a page of another site sent you here, do not go on.',
  'not-found': 'There is no such page',
  'not-found-next': 'Nothing was lost. Check the address, or begin at home.',
  'case-closed': 'This request is closed, or somebody proposed to close it',
  'case-closed-next': 'Nothing was changed. Look at the request: there it can be kept open, or reopened.',
  'see-case': 'See the request',
  'too-large': 'What was sent is too large',
  'too-large-next': 'Nothing was saved of it. Send a smaller file.',
  'wrong-type': 'What was sent is of the wrong kind',
  'wrong-type-next': 'Nothing was saved of it. Send it from a page of the desk.',
  'too-many': 'Too many tries in a short time',
  'too-many-next': 'Wait for some minutes, and try again.',
  broken: 'Something failed here, and it is not your fault',
  'broken-next':
    'What was saved before is kept, and nothing is half-written. Try again. If it fails again, tell your administrator the reference below.',
  'database-away': 'The database does not answer',
  'database-away-next':
    'What was saved before is kept, and nothing is half-written. Try again in a minute. Until then, work on paper and enter it later.',
  'disk-full': 'The disk of the database is full',
  'disk-full-next':
    'What was saved before is kept, and nothing is half-written. Tell whoever runs the server. Until there is room, work on paper and enter it later.',
  'clock-behind': 'The clock of the database is behind its own record',
  'clock-behind-next':
    'Nothing was recorded, and what was entered is kept. The record has an entry of a day that has not come yet, made while the clock ran ahead. An administrator looks at the clock and confirms, under Administration, Clock of the record, that it was wrong; this goes on at once then. Until then, work on paper and enter it later.',
  'law-away': 'The law of this place cannot be read',
  'law-away-next':
    'Nothing is decided by an older or a broken text. What was entered is kept. Tell your administrator, and ask counsel until then.',
  home: 'Go to the home page',
  'try-again': 'Try again',
  paper: 'Sheets of questions for paper, and numbered receipts',
} as const

type RefusalKey = keyof typeof en

const es: Record<RefusalKey, string> = {
  'not-understood': 'No se puede leer esta petición',
  'not-understood-next': 'Nada ha cambiado. Vuelva a la página anterior y envíela de nuevo.',
  'signed-out': 'Inicie sesión para seguir',
  'signed-out-next': 'La sesión ha terminado, o no había ninguna. Lo que se guardó antes se conserva.',
  'not-allowed': 'Su función no hace esto',
  'not-allowed-next': 'Nada ha cambiado. Cambie de función, si tiene otra, o pregunte a un administrador.',
  'form-stale': 'Esta página estuvo abierta demasiado tiempo',
  'form-stale-next':
    'Nada ha cambiado. Vuelva, cargue la página de nuevo y envíela otra vez. Si una página de otro sitio lo trajo aquí, no siga.',
  'not-found': 'No existe esta página',
  'not-found-next': 'No se perdió nada. Revise la dirección, o empiece por el inicio.',
  'case-closed': 'Esta solicitud está cerrada, o alguien propuso cerrarla',
  'case-closed-next': 'Nada ha cambiado. Mire la solicitud: ahí se puede dejar abierta o reabrir.',
  'see-case': 'Ver la solicitud',
  'too-large': 'Lo que se envió es demasiado grande',
  'too-large-next': 'No se guardó nada de ello. Envíe un archivo más pequeño.',
  'wrong-type': 'Lo que se envió es de un tipo equivocado',
  'wrong-type-next': 'No se guardó nada de ello. Envíelo desde una página del escritorio.',
  'too-many': 'Demasiados intentos en poco tiempo',
  'too-many-next': 'Espere unos minutos y pruebe otra vez.',
  broken: 'Algo falló aquí, y no es culpa suya',
  'broken-next':
    'Lo que se guardó antes se conserva, y nada quedó a medias. Pruebe otra vez. Si vuelve a fallar, dé a su administrador la referencia de abajo.',
  'database-away': 'La base de datos no responde',
  'database-away-next':
    'Lo que se guardó antes se conserva, y nada quedó a medias. Pruebe otra vez en un minuto. Hasta entonces, trabaje en papel e ingréselo después.',
  'disk-full': 'El disco de la base de datos está lleno',
  'disk-full-next':
    'Lo que se guardó antes se conserva, y nada quedó a medias. Avise a quien mantiene el servidor. Hasta que haya espacio, trabaje en papel e ingréselo después.',
  'clock-behind': 'El reloj de la base de datos va detrás de su propio registro',
  'clock-behind-next':
    'No se registró nada, y lo que se ingresó se conserva. El registro tiene un asiento de un día que aún no llega, hecho cuando el reloj se adelantó. Un administrador revisa el reloj y confirma, en Administración, Reloj del registro, que estaba mal; entonces esto sigue enseguida. Hasta entonces, trabaje en papel e ingréselo después.',
  'law-away': 'No se pueden leer las normas de este lugar',
  'law-away-next':
    'Nada se decide con un texto anterior o dañado. Lo que se ingresó se conserva. Avise a su administrador y, hasta entonces, pregunte al asesor jurídico.',
  home: 'Ir al inicio',
  'try-again': 'Probar otra vez',
  paper: 'Hojas de preguntas en papel, y recibos numerados',
}

/** Every phrase in every language. */
export const refusalPhrases: Phrases<RefusalKey> = { en, es }

/** The voice of refusals. */
export function sayRefusal(lang: string): Say<RefusalKey> {
  return sayIn(refusalPhrases, lang)
}

/** Says a refusal, and what to do next. */
export function refusalWords(kind: RefusalKind, lang: string): { readonly title: string; readonly next: string } {
  const say = sayRefusal(lang)
  return { title: say(kind), next: say(`${kind}-next`) }
}

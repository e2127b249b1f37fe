/** What the pages and the banner of the demonstration say. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  title: 'See how a desk works',
  lead: 'Springfield is an invented town with an invented law. Its jail has two weeks of invented requests behind it: most are decided, some wait, one is late.',
  'as-clerk':
    'You begin as the clerk at the records desk. From the bar on top of each page you can go on as supervisor, counsel, auditor or administrator.',
  'nothing-real': 'Nothing real is in it, and nothing real belongs into it.',
  open: 'Open the demonstration',
  used: 'This link was used, or is too old',
  'used-next':
    'A link of the demonstration opens it once. Start the desk again: it prints a new one. If this browser is the one that used it, go on here.',
  'go-on': 'Go to the desk',
  'you-are': 'Your role: {role}. Go on as',
  places: 'Places of the demonstration',
  'places-lead':
    'Each place is an invented agency. Where a year of invented requests was made, its reports are drafted and wait for a signature.',
  'open-place': 'Open the reports of {name}',
  'open-town': 'Open {name}',
  'town-alone':
    'Only the invented town is here. To add a year at four places whose reports are ready, remove the demonstration and start the desk with --demonstration-year.',
  remove: 'Remove the demonstration',
  'remove-title': 'Demonstration',
  'remove-lead':
    'The invented agencies, their requests, people and reports are deleted. No other agency is touched. It cannot be undone. Their logs, which name nobody, stay.',
  removed: 'The demonstration is removed',
  'removed-next':
    'Nothing of it is left. To set up a real place, use the link that the desk printed, or start the desk again.',
} as const

/** A key of the demonstration. */
export type DemonstrationKey = keyof typeof en

const es: Record<DemonstrationKey, string> = {
  title: 'Vea cómo trabaja un escritorio',
  lead: 'Springfield es una ciudad inventada con una ley inventada. Su cárcel tiene detrás dos semanas de solicitudes inventadas: la mayoría está decidida, algunas esperan, una está atrasada.',
  'as-clerk':
    'Usted empieza como auxiliar en el escritorio de registros. Desde la barra de arriba de cada página puede seguir como supervisor, asesor jurídico, auditor o administrador.',
  'nothing-real': 'No hay nada real en ella, y nada real debe entrar.',
  open: 'Abrir la demostración',
  used: 'Este enlace ya se usó, o es demasiado viejo',
  'used-next':
    'Un enlace de la demostración la abre una vez. Inicie el escritorio de nuevo: imprime otro. Si este navegador es el que lo usó, siga aquí.',
  'go-on': 'Ir al escritorio',
  'you-are': 'Usted es: {role}. Seguir como',
  places: 'Lugares de la demostración',
  'places-lead':
    'Cada lugar es una agencia inventada. Donde se hizo un año de solicitudes inventadas, sus informes están en borrador y esperan una firma.',
  'open-place': 'Abrir los informes de {name}',
  'open-town': 'Abrir {name}',
  'town-alone':
    'Solo está la ciudad inventada. Para añadir un año en cuatro lugares cuyos informes están listos, elimine la demostración e inicie el escritorio con --demonstration-year.',
  remove: 'Eliminar la demostración',
  'remove-title': 'Demostración',
  'remove-lead':
    'Se borran las agencias inventadas, sus solicitudes, personas e informes. No se toca ninguna otra agencia. No se puede deshacer. Sus registros, que no nombran a nadie, quedan.',
  removed: 'La demostración está eliminada',
  'removed-next':
    'No queda nada de ella. Para preparar un lugar real, use el enlace que imprimió el escritorio, o inícielo de nuevo.',
}

/** Every phrase in every language. */
export const demonstrationPhrases: Phrases<DemonstrationKey> = { en, es }

/** The voice of the demonstration. */
export function sayDemonstration(lang: string): Say<DemonstrationKey> {
  return sayIn(demonstrationPhrases, lang)
}

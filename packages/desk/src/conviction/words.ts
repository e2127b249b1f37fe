/** What the pages of convictions say. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  title: 'Which convictions does the record show?',
  lead: 'They are compared with the tables of the law and then forgotten. Only what the law asks is kept: yes or no, or how many years ago.',
  'what-counts':
    'Convictions only: no arrests and no charges, and juvenile or youthful-offender cases only where a question of the law says so. Where one was set aside, expunged or pardoned, counsel says whether it is entered.',
  'what-is-asked': 'What the law asks of them',
  none: 'The record shows no conviction',
  row: 'Conviction {number}',
  offence: 'Statute or name of the offence',
  'offence-hint': 'As the record has it, such as Cal. Penal Code 211, or robbery',
  level: 'Level',
  'level-unknown': 'The record does not say',
  felony: 'Felony',
  misdemeanor: 'Misdemeanor',
  court: 'Court',
  'court-unknown': 'The record does not say',
  'court-here': 'A court of this state',
  'court-elsewhere': 'Another state, or a federal court',
  date: 'Day of the conviction',
  'date-hint': 'Such as {example}. Not the day of the arrest.',
  more: 'Room for more',
  compare: 'Compare and go on',
  'offence-missing': 'Conviction {number}: enter the statute or the name of the offence',
  'date-wrong': 'Conviction {number}: enter the day, the month and the year',
  'date-future': 'Conviction {number}: its day is still to come. Look at it again',
  'list-missing': 'Enter a conviction, or say that the record shows none',
  'not-read': 'No law of this place asks about convictions here. Nothing is entered.',
  'result-title': 'What follows from the convictions',
  'result-lead': 'This is kept. The convictions are not, and nobody can look them up here.',
  'open-lead':
    'A level or court that the record does not say, or an offence that no table lists, leaves an answer open.',
  open: 'The tables leave it open: counsel looks at the record',
  again: 'Enter the convictions anew',
  'go-on': 'Go on to the questions',
} as const

/** A key of these pages. */
export type ConvictionKey = keyof typeof en

const es: Record<ConvictionKey, string> = {
  title: '¿Qué condenas muestra el registro?',
  lead: 'Se comparan con las tablas de las normas y después se olvidan. Solo se guarda lo que preguntan las normas: sí o no, o hace cuántos años.',
  'what-counts':
    'Solo condenas: ni arrestos ni cargos, y casos de menores o de jóvenes infractores solo donde lo dice una pregunta de las normas. Si una fue anulada, borrada del registro o indultada, el asesor jurídico dice si se ingresa.',
  'what-is-asked': 'Qué preguntan las normas sobre ellas',
  none: 'El registro no muestra ninguna condena',
  row: 'Condena {number}',
  offence: 'Ley o nombre del delito',
  'offence-hint': 'Como figura en el registro, por ejemplo Cal. Penal Code 211, o robbery',
  level: 'Nivel',
  'level-unknown': 'El registro no lo dice',
  felony: 'Delito grave (felony)',
  misdemeanor: 'Delito menor (misdemeanor)',
  court: 'Tribunal',
  'court-unknown': 'El registro no lo dice',
  'court-here': 'Un tribunal de este estado',
  'court-elsewhere': 'Otro estado, o un tribunal federal',
  date: 'Día de la condena',
  'date-hint': 'Por ejemplo {example}. No el día del arresto.',
  more: 'Espacio para más',
  compare: 'Comparar y seguir',
  'offence-missing': 'Condena {number}: escriba la ley o el nombre del delito',
  'date-wrong': 'Condena {number}: escriba el día, el mes y el año',
  'date-future': 'Condena {number}: su día aún no llega. Mírelo otra vez',
  'list-missing': 'Escriba una condena, o diga que el registro no muestra ninguna',
  'not-read': 'Ninguna norma de este lugar pregunta aquí por condenas. No se ingresa nada.',
  'result-title': 'Qué resulta de las condenas',
  'result-lead': 'Esto se guarda. Las condenas no, y aquí nadie puede consultarlas.',
  'open-lead':
    'Un nivel o tribunal que el registro no dice, o un delito que ninguna tabla menciona, deja abierta una respuesta.',
  open: 'Las tablas lo dejan abierto: el asesor jurídico mira el registro',
  again: 'Ingresar las condenas de nuevo',
  'go-on': 'Seguir con las preguntas',
}

/** Every phrase in every language. */
export const convictionPhrases: Phrases<ConvictionKey> = { en, es }

/** The voice of these pages. */
export function sayConviction(lang: string): Say<ConvictionKey> {
  return sayIn(convictionPhrases, lang)
}

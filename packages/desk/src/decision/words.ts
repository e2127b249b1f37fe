/** What is said of decisions: their reasons, what a second person does, and what the record shows. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  'agency-practice': 'The practice of the agency',
  'public-safety': 'Safety of somebody in particular',
  'already-public': 'It is public already',
  'court-involved': 'A court is seized of it',
  'counsel-advised': 'Counsel advised it',
  'facts-unsure': 'The facts are not sure enough',
  'court-ordered-otherwise': 'A court ordered otherwise',
  'danger-to-life': 'Danger to life',
  'answers-incomplete': 'Answers are missing',
  'paper-misread': 'The paper was read wrongly',
  'other-choice': 'The other choice',
  'ask-counsel': 'Counsel must be asked',
  'confirm-title': 'Proposed, and waiting for you',
  'confirm-lead': '{sentence} Proposed: {choice}. Reason: {reason}.',
  'confirm-plain': '{sentence} Proposed: {choice}.',
  do: 'it is done',
  'do-not': 'it is not done',
  confirm: 'Confirm',
  'send-back': 'Send it back',
  'send-back-reason': 'Why it goes back',
  'reason-missing': 'Choose why it goes back',
  'decisions-wait': 'This desk can record nothing now: the clock of the server ran ahead',
  'decisions-wait-do': 'Until then, act by this answer, write it on a numbered receipt, and record it here afterwards.',
  'confirmations-wait': 'Nothing can be confirmed or sent back now: the clock of the server ran ahead',
  'confirmations-wait-do':
    'What is proposed does not count until then. If it cannot wait, the second person signs a numbered receipt on paper now, and confirms here afterwards. What the law itself decides needs no second person.',
  'wait-why':
    'The record has an entry of {day}, which has not come. An administrator looks at the clock and confirms, under Administration, Clock of the record, that it was wrong; this goes on at once then.',
  'wait-sheets': 'Sheets and receipts for paper',
  deciders: 'Who decides',
  'deciders-lead':
    'Where the law lets somebody decide, a second person of this role confirms. Whoever is not set is a supervisor.',
  'deciders-none': 'The law of this place names nobody who decides.',
  save: 'Save',
  'first-title': 'Somebody was first',
  first: 'What you sent was not recorded. Below is what stands now.',
} as const

/** A key of what is said of decisions. */
export type DecisionWordKey = keyof typeof en

const es: Record<DecisionWordKey, string> = {
  'agency-practice': 'La práctica de la agencia',
  'public-safety': 'La seguridad de alguien en particular',
  'already-public': 'Ya es público',
  'court-involved': 'Un tribunal conoce del asunto',
  'counsel-advised': 'Lo aconsejó el asesor jurídico',
  'facts-unsure': 'Los datos no son bastante seguros',
  'court-ordered-otherwise': 'Un tribunal ordenó otra cosa',
  'danger-to-life': 'Peligro para una vida',
  'answers-incomplete': 'Faltan respuestas',
  'paper-misread': 'El papel se leyó mal',
  'other-choice': 'La otra opción',
  'ask-counsel': 'Hay que preguntar al asesor jurídico',
  'confirm-title': 'Propuesto, y le espera a usted',
  'confirm-lead': '{sentence} Propuesto: {choice}. Motivo: {reason}.',
  'confirm-plain': '{sentence} Propuesto: {choice}.',
  do: 'se hace',
  'do-not': 'no se hace',
  confirm: 'Confirmar',
  'send-back': 'Devolver',
  'send-back-reason': 'Por qué se devuelve',
  'reason-missing': 'Elija por qué se devuelve',
  'decisions-wait': 'Este escritorio no puede registrar nada ahora: el reloj del servidor se adelantó',
  'decisions-wait-do':
    'Hasta entonces, actúe según esta respuesta, escríbala en un recibo numerado y regístrela aquí después.',
  'confirmations-wait': 'No se puede confirmar ni devolver nada ahora: el reloj del servidor se adelantó',
  'confirmations-wait-do':
    'Lo propuesto no vale hasta entonces. Si no puede esperar, la segunda persona firma ahora un recibo numerado en papel, y confirma aquí después. Lo que decide la ley misma no necesita a una segunda persona.',
  'wait-why':
    'El registro tiene un asiento del {day}, que aún no llega. Un administrador revisa el reloj y confirma, en Administración, Reloj del registro, que estaba mal; entonces esto sigue enseguida.',
  'wait-sheets': 'Hojas y recibos en papel',
  deciders: 'Quién decide',
  'deciders-lead':
    'Donde la ley deja decidir a alguien, confirma una segunda persona con esta función. Quien no esté fijado es un supervisor.',
  'deciders-none': 'La ley de este lugar no nombra a nadie que decida.',
  save: 'Guardar',
  'first-title': 'Otra persona fue primero',
  first: 'Lo que usted envió no se registró. Abajo está lo que vale ahora.',
}

/** Every phrase in every language. */
export const decisionWordPhrases: Phrases<DecisionWordKey> = { en, es }

/** The voice of decisions. */
export function sayDecision(lang: string): Say<DecisionWordKey> {
  return sayIn(decisionWordPhrases, lang)
}

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

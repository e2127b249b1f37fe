/** What an interview says on its pages, wherever they are shown. */
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  'which-act': 'What are you asked to do?',
  when: 'What day and time do you have for {event}?',
  'known-by': 'Who can know: {who}',
  'forced-by': 'This is protected information. It is asked only because the law forces it: {cite}.',
  'not-stored': 'Answer from papers you already have. Do not ask the person. The answer is not stored anywhere.',

  'hint-number': 'Type a whole number from {min} to {max}.',
  'hint-number-of': 'Type a whole number of {unit}, {min} to {max}.',
  'hint-never': 'Type never if it never happened.',
  'hint-date': 'Type a date, such as 2026-11-22 or 11/22/2026.',
  'hint-time': 'Local time, such as 2026-11-22 14:30, 11/22/2026 2:30 pm, or 2:30 pm for today.',

  unknown: 'cannot say',
  'left-out': 'left out',
  'check-title': 'Check your answers',
  'aside-title': 'Kept aside, because nothing depends on them now:',

  'refused-impossible': 'this cannot be, together with your earlier answers: {reason}',
  'refused-together':
    'this cannot be, together with your earlier answers: the law rules out this combination of answers',
  'refused-needs-answer': 'this question needs an answer',
  'refused-number': 'type a whole number from {min} to {max}',
  'refused-number-or-never': 'type a whole number from {min} to {max}, or never',
  'refused-date': 'type a date that exists, such as 2026-11-22',
  'refused-time': 'type a time such as 2026-11-22 14:30, or now',
  'refused-choice': 'choose one of the answers',
  'time-skipped': 'the clocks of that night jumped over this time: type the time that the clock showed',
  'time-twice':
    'this time came twice that night: add {earlier} for the first or {later} for the second, such as 1:30 {later}',
  'earlier-answer': 'your earlier answer, {answer}, is kept aside: {why}',

  'bears-on': 'It can still change the answer on whether to:',
  'help-asked': 'Only questions that can still change an answer are asked.',
  'help-unknown': 'If you cannot say, the answer stands for every lawful possibility. It never counts as no.',
  'help-back': 'You can go back to any answer and change it. The others are kept.',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  'which-act': '¿Qué le piden que haga?',
  when: '¿Qué día y qué hora tiene para {event}?',
  'known-by': 'Quién puede saberlo: {who}',
  'forced-by': 'Es información protegida. Se pregunta solo porque la ley obliga: {cite}.',
  'not-stored':
    'Responda con los papeles que ya tiene. No pregunte a la persona. La respuesta no se guarda en ningún lugar.',

  'hint-number': 'Escriba un número entero de {min} a {max}.',
  'hint-number-of': 'Escriba un número entero de {unit}, de {min} a {max}.',
  'hint-never': 'Escriba nunca si no ocurrió.',
  'hint-date': 'Escriba una fecha, por ejemplo 2026-11-22 u 11/22/2026 (mes/día/año).',
  'hint-time': 'Hora local, por ejemplo 2026-11-22 14:30, 11/22/2026 2:30 pm, o 2:30 pm para hoy.',

  unknown: 'no se sabe',
  'left-out': 'omitida',
  'check-title': 'Revise sus respuestas',
  'aside-title': 'Guardadas aparte, porque nada depende de ellas ahora:',

  'refused-impossible': 'esto no puede ser junto con sus respuestas anteriores: {reason}',
  'refused-together':
    'esto no puede ser junto con sus respuestas anteriores: la ley descarta esta combinación de respuestas',
  'refused-needs-answer': 'esta pregunta necesita una respuesta',
  'refused-number': 'escriba un número entero de {min} a {max}',
  'refused-number-or-never': 'escriba un número entero de {min} a {max}, o nunca',
  'refused-date': 'escriba una fecha que exista, por ejemplo 2026-11-22',
  'refused-time': 'escriba una hora, por ejemplo 2026-11-22 14:30, o ahora',
  'refused-choice': 'elija una de las respuestas',
  'time-skipped': 'los relojes de esa noche saltaron esta hora: escriba la hora que mostraba el reloj',
  'time-twice':
    'esta hora ocurrió dos veces esa noche: añada {earlier} para la primera o {later} para la segunda, por ejemplo 1:30 {later}',
  'earlier-answer': 'su respuesta anterior, {answer}, queda aparte: {why}',

  'bears-on': 'Aún puede cambiar la respuesta sobre si:',
  'help-asked': 'Solo se hacen preguntas que aún pueden cambiar una respuesta.',
  'help-unknown': 'Si no se sabe, la respuesta vale por todo lo que es legalmente posible. Nunca cuenta como un no.',
  'help-back': 'Puede volver a cualquier respuesta y cambiarla. Las demás se conservan.',
}

/** A key of what an interview says. */
export type InterviewKey = keyof typeof en

/** The phrases. */
export const interviewPhrases: Phrases<InterviewKey> = { en, es }

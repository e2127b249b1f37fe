/** What the pages of questions say beside the questions, which the law asks in its own words. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  back: 'Back: {question}',
  'back-to-case': 'Back to the request',
  'left-none': '{reference}. This is the last question that can follow.',
  'left-some': '{reference}. After this, up to {count:count more}.',
  'cannot-tell': 'I cannot tell',
  'leave-out': 'Leave the time out',
  never: 'Never',
  continue: 'Continue',
  stop: 'Stop here, the answers are kept',
  express: 'All questions on one page',
  'one-by-one': 'One question a page',
  'why-asked': 'Why this is asked',
  'why-time': 'What is due by a time, or may last for a time, counts from it.',
  'your-answers': 'Answers so far',
  change: 'Change',
  'change-this': 'Change: {question}',
  'answered-before': 'Answered before: {answer}. To keep it, continue.',
  month: 'Month',
  day: 'Day',
  year: 'Year',
  clock: 'Clock time, such as 14:30 or 2:30 pm',
  number: 'Number',
  'nothing-chosen': 'Choose an answer, or say that you cannot tell',
  'no-time': 'Enter the day and the time, or leave the time out',
  'stale-title': 'Somebody else changed this request',
  stale:
    'It was changed {when}, while this page was open. Your answer was not saved, and stands below. Look at the answers so far, and send it again.',
  'check-lead-done': 'Nothing more needs to be asked. Look at the answers, then see what they lead to.',
  'check-lead-open': 'Next: {question}',
  'see-answer': 'See the answer',
  'go-on': 'Go on with the questions',
  'no-answers': 'No question has been answered yet.',
  answer: 'Answer',
  'express-title': 'Everything that still matters',
  'express-lead': 'Leave empty what is not known yet. An empty field changes nothing.',
  'express-save': 'Save and go on',
  'not-answered': 'Not answered yet',
  typed: 'As a number',
  'date-typed': 'As month/day/year, such as 11/22/2026',
  'time-typed': 'As month/day/year and clock time, such as 11/22/2026 14:30',
} as const

/** A key of these pages. */
export type QuestionKey = keyof typeof en

const es: Record<QuestionKey, string> = {
  back: 'Atrás: {question}',
  'back-to-case': 'Volver a la solicitud',
  'left-none': '{reference}. Después de esta no puede seguir ninguna pregunta.',
  'left-some': '{reference}. Después de esta, hasta {count:count more}.',
  'cannot-tell': 'No puedo saberlo',
  'leave-out': 'Omitir la hora',
  never: 'Nunca',
  continue: 'Continuar',
  stop: 'Parar aquí; las respuestas se conservan',
  express: 'Todas las preguntas en una página',
  'one-by-one': 'Una pregunta por página',
  'why-asked': 'Por qué se pregunta',
  'why-time': 'Lo que vence en un plazo, o puede durar un plazo, cuenta desde entonces.',
  'your-answers': 'Respuestas hasta ahora',
  change: 'Cambiar',
  'change-this': 'Cambiar: {question}',
  'answered-before': 'Respondida antes: {answer}. Para conservarla, continúe.',
  month: 'Mes',
  day: 'Día',
  year: 'Año',
  clock: 'Hora, por ejemplo 14:30 o 2:30 pm',
  number: 'Número',
  'nothing-chosen': 'Elija una respuesta, o diga que no lo puede saber',
  'no-time': 'Escriba el día y la hora, o deje la hora sin responder',
  'stale-title': 'Otra persona cambió esta solicitud',
  stale:
    'Se cambió {when}, mientras esta página estaba abierta. Su respuesta no se guardó y está abajo. Mire las respuestas hasta ahora y envíela otra vez.',
  'check-lead-done': 'No hace falta preguntar más. Mire las respuestas y vea después a qué llevan.',
  'check-lead-open': 'Sigue: {question}',
  'see-answer': 'Ver la respuesta',
  'go-on': 'Seguir con las preguntas',
  'no-answers': 'Aún no se ha respondido ninguna pregunta.',
  answer: 'Respuesta',
  'express-title': 'Todo lo que aún importa',
  'express-lead': 'Deje vacío lo que aún no se sabe. Un campo vacío no cambia nada.',
  'express-save': 'Guardar y seguir',
  'not-answered': 'Sin respuesta aún',
  typed: 'Como número',
  'date-typed': 'Como mes/día/año, por ejemplo 11/22/2026',
  'time-typed': 'Como mes/día/año y hora, por ejemplo 11/22/2026 14:30',
}

/** Every phrase in every language. */
export const questionPhrases: Phrases<QuestionKey> = { en, es }
const words = {
  en: { more: { one: 'more question can follow', other: 'more questions can follow' } },
  es: { more: { one: 'pregunta más', other: 'preguntas más' } },
}

/** The voice of these pages. */
export function sayQuestion(lang: string): Say<QuestionKey> {
  return sayIn(questionPhrases, lang, words)
}

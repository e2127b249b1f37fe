/** The words of the paper sheets. */
import { sayIn, type Phrases, type Say } from '@brightline/wording'

const en = {
  sheets: 'Sheets for paper',
  lead: 'For a day on which the database or the machine is away. Print them before that day, and print them anew when the law changes.',
  places: 'Choose the place',
  place: 'Place',
  'choose-lead': 'Each sheet holds the questions on one thing that an agency is asked to do.',
  agency: 'Kind of agency',
  act: 'What is asked',
  show: 'Show the sheets',
  'sheet-title': 'On paper: {act}',
  'sheet-over': '{place} · {agency} · law of {day}',
  'how-title': 'How to use it',
  'how-1': 'Begin at 1. Choose the answer that is so, and go where it sends you, until a line says END.',
  'how-2':
    'If you cannot tell, follow each answer. If all of them end alike, that is the answer. If not, nothing is decided: leave the request open, and ask counsel.',
  'how-3': 'Write the time at which the request came, your steps and the end on a numbered receipt.',
  'how-4':
    'When the desk is back, enter each request with its time and its number. The desk decides it again and keeps that answer; if the two differ, tell counsel at once.',
  'nothing-asked': 'No question can change the answer. {end}',
  questions: '{count:count question}',
  number: 'No.',
  question: 'Question',
  answers: 'Answer, and where it leads',
  'known-by': 'Who can know: {who}',
  ends: 'What each end means',
  'end-required': 'The law says that it must be done. One person may write it down and do it.',
  'end-prohibited': 'The law says that it must not be done. Do not do it.',
  'end-permitted':
    'The law leaves a choice. Do nothing until a supervisor, or whoever the law names, has agreed and signed beside you.',
  'end-no-rule': 'No rule that was read decides it. Do nothing, and ask counsel.',
  'end-conflict': 'Texts of law contradict each other. Do nothing, and ask counsel.',
  cites: 'By: {cites}',
  'no-cites': 'No rule is named for it.',
  duties: 'What may be due, by when and by which law',
  'after-done': 'If it is done: {text}',
  more: 'Also to be known',
  'not-checked':
    'This sheet holds the verdict. Whether counsel comes first, and until when something may be done, the desk says with all the facts.',
  receipts: 'Numbered receipts',
  'receipts-lead':
    'One for each request that is decided on paper. Print them before they are needed, for each desk from another number on.',
  'receipts-print': 'Numbered receipts to print',
  'receipts-first': 'First number',
  'receipts-first-hint': 'Letters of the desk and a number, such as {example}. No number is printed twice.',
  'receipts-wrong': 'Write one to four letters, a hyphen and a number, such as {example}',
  'receipts-show': 'Make the receipts',
  'receipts-next': 'The next page begins at {number}.',
  'receipt-number': 'Paper number',
  'receipt-came': 'Came on (day, time)',
  'receipt-how': 'How: fax, e-mail, telephone, in person, post',
  'receipt-what': 'What: number of the form, or in words. No name.',
  'receipt-way': 'Steps and answers',
  'receipt-end': 'The end, and what was done',
  'receipt-who': 'Decided by, second person, time',
  'receipt-entered': 'Entered at the desk as',
} as const

/** A key of the sheets. */
export type SheetKey = keyof typeof en

const es: Record<SheetKey, string> = {
  sheets: 'Hojas en papel',
  lead: 'Para el día en que falten la base de datos o la máquina. Imprímalas antes de ese día, y otra vez cuando cambie la ley.',
  places: 'Elija el lugar',
  place: 'Lugar',
  'choose-lead': 'Cada hoja tiene las preguntas sobre una cosa que se pide a una agencia.',
  agency: 'Tipo de agencia',
  act: 'Lo que se pide',
  show: 'Mostrar las hojas',
  'sheet-title': 'En papel: {act}',
  'sheet-over': '{place} · {agency} · ley del {day}',
  'how-title': 'Cómo se usa',
  'how-1': 'Empiece en 1. Elija la respuesta que corresponde y vaya adonde le indica, hasta que una línea diga FIN.',
  'how-2':
    'Si no puede saberlo, siga cada respuesta. Si todas terminan igual, esa es la respuesta. Si no, nada está decidido: deje abierta la solicitud y pregunte al asesor jurídico.',
  'how-3': 'Anote en un recibo numerado la hora en que llegó la solicitud, sus pasos y el fin.',
  'how-4':
    'Cuando el escritorio vuelva, ingrese cada solicitud con su hora y su número. El escritorio la decide otra vez y conserva esa respuesta; si las dos difieren, avise enseguida al asesor jurídico.',
  'nothing-asked': 'Ninguna pregunta puede cambiar la respuesta. {end}',
  questions: '{count:count question}',
  number: 'N.º',
  question: 'Pregunta',
  answers: 'Respuesta, y adónde lleva',
  'known-by': 'Quién puede saberlo: {who}',
  ends: 'Qué significa cada fin',
  'end-required': 'La ley dice que se debe hacer. Una persona puede anotarlo y hacerlo.',
  'end-prohibited': 'La ley dice que no se debe hacer. No lo haga.',
  'end-permitted':
    'La ley deja elegir. No haga nada hasta que un supervisor, o quien nombre la ley, esté de acuerdo y firme junto a usted.',
  'end-no-rule': 'Ninguna norma leída lo decide. No haga nada y pregunte al asesor jurídico.',
  'end-conflict': 'Los textos de la ley se contradicen. No haga nada y pregunte al asesor jurídico.',
  cites: 'Según: {cites}',
  'no-cites': 'No se nombra ninguna norma.',
  duties: 'Qué puede deberse, cuándo y según qué ley',
  'after-done': 'Si se hace: {text}',
  more: 'También hay que saber',
  'not-checked':
    'Esta hoja contiene el veredicto. Si antes se pregunta al asesor jurídico, y hasta cuándo se puede hacer algo, lo dice el escritorio con todos los datos.',
  receipts: 'Recibos numerados',
  'receipts-lead':
    'Uno por cada solicitud que se decide en papel. Imprímalos antes de necesitarlos, para cada escritorio desde otro número.',
  'receipts-print': 'Recibos numerados para imprimir',
  'receipts-first': 'Primer número',
  'receipts-first-hint': 'Letras del escritorio y un número, como {example}. Ningún número se imprime dos veces.',
  'receipts-wrong': 'Escriba de una a cuatro letras, un guion y un número, como {example}',
  'receipts-show': 'Hacer los recibos',
  'receipts-next': 'La página siguiente empieza en {number}.',
  'receipt-number': 'Número en papel',
  'receipt-came': 'Llegó el (día, hora)',
  'receipt-how': 'Cómo: fax, correo electrónico, teléfono, en persona, correo postal',
  'receipt-what': 'Qué: número del formulario, o en palabras. Ningún nombre.',
  'receipt-way': 'Pasos y respuestas',
  'receipt-end': 'El fin, y qué se hizo',
  'receipt-who': 'Decidido por, segunda persona, hora',
  'receipt-entered': 'Ingresado en el escritorio como',
}

/** Every phrase in every language. */
export const sheetPhrases: Phrases<SheetKey> = { en, es }

const words = {
  en: { question: { one: 'question', other: 'questions' } },
  es: { question: { one: 'pregunta', many: 'preguntas', other: 'preguntas' } },
}

/** The voice of the sheets. */
export function saySheet(lang: string): Say<SheetKey> {
  return sayIn(sheetPhrases, lang, words)
}

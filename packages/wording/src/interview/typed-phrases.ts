/** What an interview says where answers are typed in lines. */
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  welcome: 'A few questions, then the answer with its reasons.',
  privacy: 'Nothing you type is stored or sent. Do not type names or numbers of people.',
  'keys-intro': 'Type the number of your answer and press Enter. At any time:',
  'key-unknown': 'u',
  'key-back': 'b',
  'key-help': '?',
  'key-quit': 'q',
  'word-unknown': 'cannot say',
  'word-back': 'go back',
  'word-help': 'help',
  'word-quit': 'quit',
  'word-now': 'now',
  'word-never': 'never',
  key: '{key}  {word}',
  question: 'Question {number}: {title}',
  given: 'Your answer: {answer}. Press Enter to keep it.',
  'enter-is-now': 'Press Enter for now.',
  'enter-skips': 'Press Enter to leave it out.',
  'type-number': 'type a number from 1 to {count}',
  'did-you-mean': 'did you mean "{label}"?',
  'also-askable':
    'Only what you named is answered. It can also ask for: {acts:or}. Change that answer to have it answered.',
  'check-hint': 'Press Enter for the decision, or type a number to change that answer.',
  'nothing-before': 'this is the first question',
  'help-leave': 'Ctrl-C or Ctrl-D leaves at once. Nothing is kept.',
  'which-place': 'Where are you?',
  'place-hint': 'Type a number, or a part of the name.',
  'many-places': 'Several places match:',
  'decision-title': 'Decision',
  repeat: 'To see this decision again without questions:',
  'repeat-without':
    'The protected answer ({facts}) is left out of this command, because commands are remembered. Without it the decision can differ.',
  end: 'Left. Nothing was kept.',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  welcome: 'Unas preguntas y después la respuesta con sus razones.',
  privacy: 'Nada de lo que escriba se guarda ni se envía. No escriba nombres ni números de personas.',
  'keys-intro': 'Escriba el número de su respuesta y pulse Intro. En cualquier momento:',
  'key-unknown': 'd',
  'key-back': 'v',
  'key-help': '?',
  'key-quit': 'q',
  'word-unknown': 'no se sabe (desconocido)',
  'word-back': 'volver',
  'word-help': 'ayuda',
  'word-quit': 'salir',
  'word-now': 'ahora',
  'word-never': 'nunca',
  key: '{key}  {word}',
  question: 'Pregunta {number}: {title}',
  given: 'Su respuesta: {answer}. Pulse Intro para conservarla.',
  'enter-is-now': 'Pulse Intro para la hora actual.',
  'enter-skips': 'Pulse Intro para omitirla.',
  'type-number': 'escriba un número de 1 a {count}',
  'did-you-mean': '¿quiso decir «{label}»?',
  'also-askable':
    'Solo se responde lo que usted nombró. También puede pedir: {acts:or}. Cambie esa respuesta para tener la otra.',
  'check-hint': 'Pulse Intro para ver la decisión, o escriba un número para cambiar esa respuesta.',
  'nothing-before': 'esta es la primera pregunta',
  'help-leave': 'Ctrl-C o Ctrl-D sale de inmediato. No se guarda nada.',
  'which-place': '¿Dónde está usted?',
  'place-hint': 'Escriba un número o una parte del nombre.',
  'many-places': 'Coinciden varios lugares:',
  'decision-title': 'Decisión',
  repeat: 'Para ver esta decisión otra vez sin preguntas:',
  'repeat-without':
    'La respuesta protegida ({facts}) no está en este comando, porque los comandos se recuerdan. Sin ella la decisión puede ser otra.',
  end: 'Fin. No se guardó nada.',
}

/** A key of what is said in lines. */
export type TypedKey = keyof typeof en

/** The phrases. */
export const typedPhrases: Phrases<TypedKey> = { en, es }

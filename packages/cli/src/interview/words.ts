/** What the interview says, in both languages. */
import type { ByLanguage } from '@brightline/wording'

/** The words of one language. `keys` are what a person types. */
export interface InterviewWords {
  readonly welcome: string
  readonly privacy: string
  readonly keysIntro: string
  readonly keys: { readonly unknown: string; readonly back: string; readonly help: string; readonly quit: string }
  readonly cannotSay: string
  readonly back: string
  readonly help: string
  readonly quit: string
  readonly question: string
  readonly knownBy: string
  readonly whichAct: string
  readonly whichPlace: string
  readonly placeHint: string
  readonly manyPlaces: string
  readonly when: (event: string) => string
  readonly timeHint: string
  readonly enterIsNow: string
  readonly enterSkips: string
  readonly notKnown: string
  readonly left: string
  readonly numberHint: (min: number, max: number, unit: string) => string
  readonly neverHint: string
  readonly dateHint: string
  readonly unit: Readonly<Record<string, string>>
  readonly forcedBy: (cite: string) => string
  readonly notStored: string
  readonly typeNumber: (count: number) => string
  readonly didYouMean: (label: string) => string
  readonly badNumber: (min: number, max: number, canBeNever: boolean) => string
  readonly badDate: string
  readonly badTime: string
  readonly impossible: (reason: string) => string
  readonly impossibleTogether: string
  readonly nothingBefore: string
  readonly noUnknown: string
  readonly bearsOn: string
  readonly helpText: readonly string[]
  readonly checkTitle: string
  readonly checkHint: string
  readonly never: string
  readonly decisionTitle: string
  readonly repeat: string
  readonly repeatWithout: string
  readonly end: string
}

/** By language. */
export const interviewWords: ByLanguage<InterviewWords> = {
  en: {
    welcome: 'A few questions, then the answer with its reasons.',
    privacy: 'Nothing you type is stored or sent. Do not type names or numbers of people.',
    keysIntro: 'Type the number of your answer and press Enter. At any time:',
    keys: { unknown: 'u', back: 'b', help: '?', quit: 'q' },
    cannotSay: 'cannot say',
    back: 'go back',
    help: 'help',
    quit: 'quit',
    question: 'Question',
    knownBy: 'Who can know',
    whichAct: 'What are you asked to do?',
    whichPlace: 'Where are you?',
    placeHint: 'Type a number, or a part of the name.',
    manyPlaces: 'Several places match:',
    when: (event) => `When was, or will be, ${event}?`,
    timeHint: 'Local time, such as 2026-11-22 14:30, or 14:30 for today, or now.',
    enterIsNow: 'Press Enter for now.',
    enterSkips: 'Press Enter to leave it out.',
    notKnown: 'cannot say',
    left: 'left out',
    numberHint: (min, max, unit) => `Type a whole number${unit === '' ? '' : ` of ${unit}`}, ${min} to ${max}.`,
    neverHint: 'Type never if it never happened.',
    dateHint: 'Type a date, such as 2026-11-22.',
    unit: { years: 'years', months: 'months', days: 'days', hours: 'hours' },
    forcedBy: (cite) => `This is protected information. It is asked only because the law forces it: ${cite}.`,
    notStored: 'Answer from papers you already have. Do not ask the person. The answer is not stored anywhere.',
    typeNumber: (count) => `type a number from 1 to ${count}`,
    didYouMean: (label) => `did you mean "${label}"?`,
    badNumber: (min, max, canBeNever) => `type a whole number from ${min} to ${max}${canBeNever ? ', or never' : ''}`,
    badDate: 'type a date that exists, such as 2026-11-22',
    badTime: 'type a time such as 2026-11-22 14:30, or now',
    impossible: (reason) => `this cannot be, together with your earlier answers: ${reason}`,
    impossibleTogether: 'the law rules out this combination of answers',
    nothingBefore: 'this is the first question',
    noUnknown: 'this question needs an answer',
    bearsOn: 'It can still change the answer on whether to:',
    helpText: [
      'Only questions that can still change an answer are asked.',
      'If you cannot say, the answer stands for every lawful possibility. It never counts as no.',
      'Going back takes your last answer away and asks again.',
      'Ctrl-C or Ctrl-D leaves at once. Nothing is kept.',
    ],
    checkTitle: 'Check your answers',
    checkHint: 'Press Enter for the decision, or type a number to change that answer.',
    never: 'Never',
    decisionTitle: 'Decision',
    repeat: 'To see this decision again without questions:',
    repeatWithout: 'The protected answer is left out of this command.',
    end: 'Left. Nothing was kept.',
  },
  es: {
    welcome: 'Unas preguntas y después la respuesta con sus razones.',
    privacy: 'Nada de lo que escriba se guarda ni se envía. No escriba nombres ni números de personas.',
    keysIntro: 'Escriba el número de su respuesta y pulse Intro. En cualquier momento:',
    keys: { unknown: 'd', back: 'v', help: '?', quit: 'q' },
    cannotSay: 'no se sabe (desconocido)',
    back: 'volver',
    help: 'ayuda',
    quit: 'salir',
    question: 'Pregunta',
    knownBy: 'Quién puede saberlo',
    whichAct: '¿Qué le piden que haga?',
    whichPlace: '¿Dónde está usted?',
    placeHint: 'Escriba un número o una parte del nombre.',
    manyPlaces: 'Coinciden varios lugares:',
    when: (event) => `¿Cuándo fue, o será, ${event}?`,
    timeHint: 'Hora local, por ejemplo 2026-11-22 14:30, o 14:30 para hoy, o ahora.',
    enterIsNow: 'Pulse Intro para la hora actual.',
    enterSkips: 'Pulse Intro para omitirla.',
    notKnown: 'no se sabe',
    left: 'omitida',
    numberHint: (min, max, unit) => `Escriba un número entero${unit === '' ? '' : ` de ${unit}`}, de ${min} a ${max}.`,
    neverHint: 'Escriba nunca si no ocurrió.',
    dateHint: 'Escriba una fecha, por ejemplo 2026-11-22.',
    unit: { years: 'años', months: 'meses', days: 'días', hours: 'horas' },
    forcedBy: (cite) => `Es información protegida. Se pregunta solo porque la ley obliga: ${cite}.`,
    notStored:
      'Responda con los papeles que ya tiene. No pregunte a la persona. La respuesta no se guarda en ningún lugar.',
    typeNumber: (count) => `escriba un número de 1 a ${count}`,
    didYouMean: (label) => `¿quiso decir «${label}»?`,
    badNumber: (min, max, canBeNever) => `escriba un número entero de ${min} a ${max}${canBeNever ? ', o nunca' : ''}`,
    badDate: 'escriba una fecha que exista, por ejemplo 2026-11-22',
    badTime: 'escriba una hora, por ejemplo 2026-11-22 14:30, o ahora',
    impossible: (reason) => `esto no puede ser junto con sus respuestas anteriores: ${reason}`,
    impossibleTogether: 'la ley descarta esta combinación de respuestas',
    nothingBefore: 'esta es la primera pregunta',
    noUnknown: 'esta pregunta necesita una respuesta',
    bearsOn: 'Aún puede cambiar la respuesta sobre si:',
    helpText: [
      'Solo se hacen preguntas que aún pueden cambiar una respuesta.',
      'Si no se sabe, la respuesta vale por todo lo que es legalmente posible. Nunca cuenta como un no.',
      'Volver quita su última respuesta y pregunta otra vez.',
      'Ctrl-C o Ctrl-D sale de inmediato. No se guarda nada.',
    ],
    checkTitle: 'Revise sus respuestas',
    checkHint: 'Pulse Intro para ver la decisión, o escriba un número para cambiar esa respuesta.',
    never: 'Nunca',
    decisionTitle: 'Decisión',
    repeat: 'Para ver esta decisión otra vez sin preguntas:',
    repeatWithout: 'La respuesta protegida no está en este comando.',
    end: 'Fin. No se guardó nada.',
  },
}

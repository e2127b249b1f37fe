/** Phrases for the standard cases, by language. */
import type { CaseAnswerWord } from '@brightline/language'
import type { ByLanguage } from '../phrase/by-language.ts'
import type { Words } from '../phrase/fill.ts'
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  title: 'Standard cases, as of {date}',
  clean: '{place}: {clean} of {count:count case} answered without another question',
  allAsWritten: 'every answer is the one written from the text',
  noneWritten: '{place}: nobody has written the answers of its text on {date}',
  differs: '{place}, {situation} ({date}): {answer}, the text gives {expected}',
  differsUntil: '{place}, {situation} ({date}): ends {answer}, the text gives {expected}',
  differsBy: '{place}, {situation} ({date}): decided by {answer}, the text names {expected}',
  refused: '{place}, {situation} ({date}): cannot be asked here: {answer}',
  otherDates: 'On other dates',
  onDate: '{place}, {situation}, {date}: {answer}',
  nothing: 'no answer',
  noTime: 'at no time',
  noProvision: 'no provision',
  until: '{answer} until {time}',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  title: 'Casos estándar, al {date}',
  clean: '{place}: {clean} de {count:count case} con respuesta sin otra pregunta',
  allAsWritten: 'toda respuesta es la escrita a partir del texto',
  noneWritten: '{place}: nadie ha escrito las respuestas de su texto al {date}',
  differs: '{place}, {situation} ({date}): {answer}; el texto da {expected}',
  differsUntil: '{place}, {situation} ({date}): termina {answer}; el texto da {expected}',
  differsBy: '{place}, {situation} ({date}): decide {answer}; el texto nombra {expected}',
  refused: '{place}, {situation} ({date}): no se puede preguntar aquí: {answer}',
  otherDates: 'En otras fechas',
  onDate: '{place}, {situation}, {date}: {answer}',
  nothing: 'sin respuesta',
  noTime: 'a ninguna hora',
  noProvision: 'ninguna disposición',
  until: '{answer} hasta {time}',
}

/** By language. */
export const casePhrases: Phrases<keyof typeof en> = { en, es }

/** The words for things that are counted. */
export const caseWords: ByLanguage<Words> = {
  en: { case: { one: 'case', other: 'cases' } },
  es: { case: { one: 'caso', many: 'casos', other: 'casos' } },
}

/** The answers as a table has them. */
export const caseAnswerWords: Phrases<CaseAnswerWord> = {
  en: {
    must: 'MUST',
    'must-counsel-first': 'counsel, then MUST',
    'must-not': 'MUST NOT',
    may: 'MAY',
    'counsel-first': 'counsel, then MAY',
    'need-not': 'NEED NOT',
    'no-power': 'NO POWER',
    'not-encoded': 'not encoded',
    'no-rule': 'no rule',
    'needs-facts': 'needs facts',
    conflict: 'CONFLICT',
  },
  es: {
    must: 'DEBE',
    'must-counsel-first': 'asesor, luego DEBE',
    'must-not': 'NO DEBE',
    may: 'PUEDE',
    'counsel-first': 'asesor, luego PUEDE',
    'need-not': 'NO OBLIGADO',
    'no-power': 'SIN FACULTAD',
    'not-encoded': 'no codificado',
    'no-rule': 'ninguna norma',
    'needs-facts': 'faltan datos',
    conflict: 'CONFLICTO',
  },
}

/** Phrases for the state of the law, by language. */
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  title: 'How far the law is encoded, as of {date}',
  unwritten: '? nobody has written the answers of the text of this place',
  differing: '! an answer is not the one that was written from the text',
  rulesRead: '{share} of the rules were read in their text',
  bearingNotEncoded: '{share} of the subdivisions that bear on the acts which every place answers are not encoded',
  casesClean: '{share} of the standard cases have an answer that needs no other question',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  title: 'Hasta dónde está codificada la ley, al {date}',
  unwritten: '? nadie ha escrito las respuestas del texto de este lugar',
  differing: '! una respuesta no es la que se escribió a partir del texto',
  rulesRead: 'el {share} de las normas se leyó en su texto',
  bearingNotEncoded:
    'el {share} de las subdivisiones que tratan de los actos que todo lugar responde no está codificado',
  casesClean: 'el {share} de los casos estándar tiene una respuesta que no necesita otra pregunta',
}

/** By language. */
export const statusPhrases: Phrases<keyof typeof en> = { en, es }

/** A column of the table. */
export type StatusColumn =
  | 'place'
  | 'inForce'
  | 'mapped'
  | 'notEncoded'
  | 'bearing'
  | 'read'
  | 'inferred'
  | 'reported'
  | 'unverified'
  | 'checked'
  | 'next'
  | 'cases'

/** The heads of the columns. */
export const statusColumns: Phrases<StatusColumn> = {
  en: {
    place: 'place',
    inForce: 'in force',
    mapped: 'mapped',
    notEncoded: 'not encoded',
    bearing: 'of the main acts',
    read: 'read',
    inferred: 'inferred',
    reported: 'reported',
    unverified: 'unverified',
    checked: 'checked through',
    next: 'next date',
    cases: 'cases',
  },
  es: {
    place: 'lugar',
    inForce: 'vigentes',
    mapped: 'situadas',
    notEncoded: 'no codificadas',
    bearing: 'de los actos principales',
    read: 'leídas',
    inferred: 'inferidas',
    reported: 'según informes',
    unverified: 'sin verificar',
    checked: 'revisado hasta',
    next: 'próxima fecha',
    cases: 'casos',
  },
}

/** What is said of law, by language. */
import type { Instrument, LifeEvent, Mark, Modal } from '@brightline/language'
import type { ByLanguage } from '../phrase/by-language.ts'

/** The words of one language. */
export interface ShowWords {
  readonly asOf: string
  readonly staff: string
  readonly modal: Readonly<Record<Modal, string>>
  readonly must: string
  /** How a doubt rule names an office. */
  readonly office: (name: string) => string
  readonly or: string
  readonly and: string
  readonly not: string
  readonly when: string
  readonly unless: string
  readonly orUnless: string
  readonly means: string
  readonly despite: string
  readonly decidedBy: string
  readonly forcedBy: string
  readonly duty: string
  readonly onRequest: string
  readonly after: string
  readonly eachYear: (by: string | null) => string
  readonly eachQuarter: string
  readonly atAllTimes: string
  readonly inLanguages: string
  readonly ifMissed: string
  readonly inDoubt: string
  readonly treatAs: string
  readonly yes: string
  readonly no: string
  readonly never: string
  readonly atLeast: string
  readonly atMost: string
  readonly to: string
  readonly from: string
  readonly upTo: string
  readonly unit: Readonly<Record<string, string>>
  readonly mark: Readonly<Record<Mark['kind'], string>>
  readonly contested: string
  readonly note: string
  readonly rank: Readonly<Record<Instrument['rank'], string>>
  readonly reach: Readonly<Record<Instrument['reach'], string>>
  readonly binds: string
  readonly everyAgency: string
  readonly life: Readonly<Record<LifeEvent['kind'], string>>
  readonly through: string
  readonly sources: string
  readonly read: string
  readonly section: string
  /** What a reader must know about the language of the texts, or null. */
  readonly languageNote: string | null
  readonly counts: (inForce: number, left: number) => string
}

/** By language. */
export const showWords: ByLanguage<ShowWords> = {
  en: {
    asOf: 'as of',
    staff: 'staff',
    modal: { must: 'must', 'must-not': 'must not', may: 'may' },
    must: 'must',
    office: (name) => `the ${name}`,
    or: 'or',
    and: 'and',
    not: 'not',
    when: 'when',
    unless: 'unless',
    orUnless: 'or unless',
    means: 'means',
    despite: 'despite',
    decidedBy: 'decided by',
    forcedBy: 'reads a protected fact, forced by',
    duty: 'duty',
    onRequest: 'on a request to',
    after: 'after staff',
    eachYear: (by) => (by === null ? 'each year' : `each year by ${by}`),
    eachQuarter: 'each quarter',
    atAllTimes: 'at all times',
    inLanguages: 'in',
    ifMissed: 'if missed',
    inDoubt: 'in doubt whether',
    treatAs: 'treat it as',
    yes: 'yes',
    no: 'no',
    never: 'never',
    atLeast: 'at least',
    atMost: 'at most',
    to: 'to',
    from: 'from',
    upTo: 'up to',
    unit: { years: 'years', months: 'months', days: 'days', hours: 'hours' },
    mark: { read: 'read', reported: 'reported, text not read', unverified: 'UNVERIFIED' },
    contested: 'its force is contested on this date',
    note: 'note',
    rank: {
      federal: 'federal law',
      state: 'state law',
      county: 'county',
      city: 'city',
      agency: 'agency rule',
      campus: 'campus rule',
      'court-order': 'court order',
    },
    reach: { floor: 'lower law may be stricter', ceiling: 'lower law may not restrict what this permits' },
    binds: 'binds',
    everyAgency: 'every agency',
    life: {
      enacted: 'enacted',
      effective: 'in force from',
      amended: 'amended',
      repealed: 'repealed',
      enjoined: 'enjoined',
      stayed: 'stayed',
      contested: 'contested',
    },
    through: 'through',
    sources: 'sources',
    read: 'read',
    section: 'section',
    languageNote: null,
    counts: (inForce, left) =>
      `${inForce === 1 ? '1 provision' : `${inForce} provisions`} in force on this date, ${left} not in force and left out`,
  },
  es: {
    asOf: 'al',
    staff: 'el personal',
    modal: { must: 'debe', 'must-not': 'no debe', may: 'puede' },
    must: 'debe',
    office: (name) => name,
    or: 'o',
    and: 'y',
    not: 'no',
    when: 'cuando',
    unless: 'salvo que',
    orUnless: 'o salvo que',
    means: 'significa',
    despite: 'a pesar de',
    decidedBy: 'decide',
    forcedBy: 'lee un dato protegido, por mandato de',
    duty: 'deber',
    onRequest: 'ante una solicitud de',
    after: 'después de que el personal decida',
    eachYear: (by) => (by === null ? 'cada año' : `cada año hasta el ${by}`),
    eachQuarter: 'cada trimestre',
    atAllTimes: 'en todo momento',
    inLanguages: 'en',
    ifMissed: 'si no se cumple',
    inDoubt: 'en caso de duda sobre si',
    treatAs: 'se trata como',
    yes: 'sí',
    no: 'no',
    never: 'nunca',
    atLeast: 'al menos',
    atMost: 'como máximo',
    to: 'a',
    from: 'desde',
    upTo: 'hasta',
    unit: { years: 'años', months: 'meses', days: 'días', hours: 'horas' },
    mark: { read: 'leído', reported: 'según informes, texto no leído', unverified: 'SIN VERIFICAR' },
    contested: 'su vigencia está en disputa en esta fecha',
    note: 'nota',
    rank: {
      federal: 'derecho federal',
      state: 'ley estatal',
      county: 'condado',
      city: 'ciudad',
      agency: 'norma de la agencia',
      campus: 'norma del campus',
      'court-order': 'orden judicial',
    },
    reach: {
      floor: 'la norma inferior puede ser más estricta',
      ceiling: 'la norma inferior no puede restringir lo que esta permite',
    },
    binds: 'obliga a',
    everyAgency: 'toda agencia',
    life: {
      enacted: 'aprobada',
      effective: 'vigente desde',
      amended: 'reformada',
      repealed: 'derogada',
      enjoined: 'suspendida por orden judicial',
      stayed: 'en suspenso',
      contested: 'en disputa',
    },
    through: 'hasta',
    sources: 'fuentes',
    read: 'leído',
    section: 'sección',
    languageNote: 'Los títulos y los nombres de los términos están en inglés, el idioma de los textos.',
    counts: (inForce, left) =>
      `en esta fecha: ${inForce === 1 ? '1 disposición vigente' : `${inForce} disposiciones vigentes`}; no vigentes y omitidas: ${left}`,
  },
}

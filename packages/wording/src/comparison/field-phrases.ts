/** The names of fields of the law, and of the words in them, by language. */
import type { LawField, LawKind } from '@brightline/engine/analysis'
import type { Claim, LifeEvent, Trigger } from '@brightline/language'
import type { Phrases } from '../phrase/phrases.ts'

/** The kinds of things that the law has. */
export const kindNames: Phrases<LawKind> = {
  en: {
    instrument: 'the instrument itself',
    event: 'date in its life',
    section: 'section',
    source: 'source',
    term: 'term',
    group: 'group of agencies',
    rule: 'rule',
    duty: 'duty',
    doubt: 'rule for doubt',
    'not-encoded': 'not encoded',
    promise: 'promise',
    example: 'example',
    offence: 'listed offence',
    holiday: 'holiday',
  },
  es: {
    instrument: 'el propio instrumento',
    event: 'fecha de su vigencia',
    section: 'sección',
    source: 'fuente',
    term: 'término',
    group: 'grupo de agencias',
    rule: 'norma',
    duty: 'deber',
    doubt: 'regla de duda',
    'not-encoded': 'no codificado',
    promise: 'promesa',
    example: 'ejemplo',
    offence: 'delito de la lista',
    holiday: 'día feriado',
  },
}

/** The name of each field. */
export const fieldNames: Phrases<LawField> = {
  en: {
    about: 'acts that it concerns',
    action: 'what must be done',
    acts: 'acts',
    agencies: 'agencies bound',
    agency: 'agency',
    asOf: 'date',
    because: 'why it is not encoded',
    binds: 'agencies bound',
    challenged: 'challenged',
    cite: 'citation',
    claim: 'claim',
    condition: 'where it applies',
    contested: 'contested',
    convictions: 'convictions',
    counsel: 'why counsel is asked first',
    decider: 'who decides',
    due: 'due',
    event: 'event',
    force: 'in force',
    forcedBy: 'law that forces the question',
    givens: 'facts',
    ifMissed: 'if missed',
    inForce: 'in force',
    isForAnybody: 'whoever asks',
    isPart: 'part of what it cites',
    languages: 'languages',
    limit: 'limit',
    mark: 'how far it was read',
    modal: 'what staff do',
    name: 'name',
    note: 'note',
    outcomes: 'answers expected',
    outline: 'subdivisions',
    overrides: 'rules that give way',
    place: 'place',
    rank: 'rank',
    reach: 'reach',
    read: 'day it was read',
    recipient: 'to whom',
    rule: 'day',
    source: 'source',
    standing: 'force on the date',
    term: 'term in doubt',
    title: 'title',
    treatAs: 'in doubt treated as',
    trigger: 'when it arises',
    url: 'address',
    who: 'who must act',
  },
  es: {
    about: 'actos a los que se refiere',
    action: 'qué debe hacerse',
    acts: 'actos',
    agencies: 'agencias obligadas',
    agency: 'agencia',
    asOf: 'fecha',
    because: 'por qué no está codificado',
    binds: 'agencias obligadas',
    challenged: 'impugnado',
    cite: 'cita',
    claim: 'afirmación',
    condition: 'dónde se aplica',
    contested: 'en disputa',
    convictions: 'condenas',
    counsel: 'por qué se consulta antes al asesor jurídico',
    decider: 'quién decide',
    due: 'vence',
    event: 'suceso',
    force: 'vigencia',
    forcedBy: 'ley que obliga a preguntar',
    givens: 'datos',
    ifMissed: 'si no se cumple',
    inForce: 'vigencia',
    isForAnybody: 'sea quien sea quien pida',
    isPart: 'parte de lo que cita',
    languages: 'idiomas',
    limit: 'plazo',
    mark: 'hasta dónde se leyó',
    modal: 'qué hace el personal',
    name: 'nombre',
    note: 'nota',
    outcomes: 'respuestas esperadas',
    outline: 'subdivisiones',
    overrides: 'normas que ceden',
    place: 'lugar',
    rank: 'rango',
    reach: 'alcance',
    read: 'día en que se leyó',
    recipient: 'a quién',
    rule: 'día',
    source: 'fuente',
    standing: 'vigencia en la fecha',
    term: 'término dudoso',
    title: 'título',
    treatAs: 'en la duda se trata como',
    trigger: 'cuándo surge',
    url: 'dirección',
    who: 'quién debe actuar',
  },
}

/** Names a phrase of the values. */
export type FieldPhrase =
  | 'nothing'
  | 'everyCase'
  | 'everyAgency'
  | 'unknown'
  | 'source'
  | 'always'
  | 'never'
  | 'from'
  | 'through'
  | 'fromThrough'

/** Phrases inside the values of fields. */
export const fieldPhrases: Phrases<FieldPhrase> = {
  en: {
    nothing: 'nothing',
    everyCase: 'in every case',
    everyAgency: 'every agency',
    unknown: 'not known',
    source: '{title}, {url}, read {date}',
    always: 'always',
    never: 'never',
    from: 'from {from}',
    through: 'through {through}',
    fromThrough: '{from} through {through}',
  },
  es: {
    nothing: 'nada',
    everyCase: 'en todos los casos',
    everyAgency: 'todas las agencias',
    unknown: 'no se sabe',
    source: '{title}, {url}, leído el {date}',
    always: 'siempre',
    never: 'nunca',
    from: 'desde {from}',
    through: 'hasta {through}',
    fromThrough: 'de {from} a {through}',
  },
}

/** When duties arise. */
export const triggerPhrases: Phrases<Trigger['kind'] | 'eachYearBy'> = {
  en: {
    'on-request': 'on a request to {acts:or}',
    after: 'after an act: {acts:or}',
    'each-year': 'each year',
    eachYearBy: 'each year by {date}',
    'each-quarter': 'each quarter',
    'each-month': 'each month',
    'by-date': 'by {date}',
    'at-all-times': 'at all times',
  },
  es: {
    'on-request': 'al recibir la solicitud: {acts:or}',
    after: 'después del acto: {acts:or}',
    'each-year': 'cada año',
    eachYearBy: 'cada año antes del {date}',
    'each-quarter': 'cada trimestre',
    'each-month': 'cada mes',
    'by-date': 'a más tardar el {date}',
    'at-all-times': 'en todo momento',
  },
}

/** The dated events in the life of an instrument. */
export const eventNames: Phrases<LifeEvent['kind']> = {
  en: {
    enacted: 'enacted',
    effective: 'effective',
    amended: 'amended',
    repealed: 'repealed',
    enjoined: 'enjoined',
    stayed: 'stayed',
    contested: 'contested',
    challenged: 'challenged, without effect',
  },
  es: {
    enacted: 'promulgado',
    effective: 'en vigor',
    amended: 'enmendado',
    repealed: 'derogado',
    enjoined: 'suspendido por un tribunal',
    stayed: 'con la suspensión en pausa',
    contested: 'en disputa',
    challenged: 'impugnado, sin efecto',
  },
}

/** Phrases for what is claimed of the law. */
export const claimPhrases: Phrases<Claim['kind']> = {
  en: {
    never: 'never {verdicts:or}: {acts:or}, {where}',
    decides: 'always decided: {acts}, {where}',
    blind: 'nothing depends on {facts:or}',
    'keeps-floor': 'keeps the floor of {instrument}',
  },
  es: {
    never: 'nunca {verdicts:or}: {acts:or}, {where}',
    decides: 'siempre decidido: {acts}, {where}',
    blind: 'nada depende de {facts:or}',
    'keeps-floor': 'respeta el mínimo de {instrument}',
  },
}

/** The words of the language that stand in fields. */
export type LawWord =
  | 'must'
  | 'must-not'
  | 'may'
  | 'need-not'
  | 'nobody-may-forbid'
  | 'not-forbidden'
  | 'floor'
  | 'ceiling'
  | 'read'
  | 'inferred'
  | 'reported'
  | 'unverified'
  | 'yes'
  | 'no'
  | 'in-force'
  | 'contested'
  | 'federal'
  | 'court-order'
  | 'state'
  | 'county'
  | 'city'
  | 'agency'
  | 'campus'

/** The names of those words. */
export const lawWords: Phrases<LawWord> = {
  en: {
    must: 'must',
    'must-not': 'must not',
    may: 'may',
    'need-not': 'need not',
    'nobody-may-forbid': 'nobody may forbid it',
    'not-forbidden': 'nothing here forbids it',
    floor: 'floor: lower law may be stricter',
    ceiling: 'ceiling: lower law may not be stricter',
    read: 'read',
    inferred: 'inferred: implied, not said',
    reported: 'reported, text not read',
    unverified: 'unverified',
    yes: 'so',
    no: 'not so',
    'in-force': 'in force',
    contested: 'contested',
    federal: 'federal',
    'court-order': 'court order',
    state: 'state',
    county: 'county',
    city: 'city',
    agency: 'agency',
    campus: 'campus',
  },
  es: {
    must: 'debe',
    'must-not': 'no debe',
    may: 'puede',
    'need-not': 'no está obligado',
    'nobody-may-forbid': 'nadie puede prohibirlo',
    'not-forbidden': 'nada de esto lo prohíbe',
    floor: 'mínimo: el derecho inferior puede ser más estricto',
    ceiling: 'máximo: el derecho inferior no puede ser más estricto',
    read: 'leído',
    inferred: 'deducido: implícito, no dicho',
    reported: 'según informes, texto no leído',
    unverified: 'sin verificar',
    yes: 'cumplido',
    no: 'no cumplido',
    'in-force': 'vigente',
    contested: 'en disputa',
    federal: 'federal',
    'court-order': 'orden judicial',
    state: 'estatal',
    county: 'del condado',
    city: 'de la ciudad',
    agency: 'de la agencia',
    campus: 'del campus',
  },
}

/** Phrases for gaps, by language. */
import type { Gap } from '@brightline/engine/analysis'
import type { ByLanguage } from '../phrase/by-language.ts'
import type { Words } from '../phrase/fill.ts'
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  some: '{place} on {date}: {findings:count finding}',
  none: '{place} on {date}: no findings',
  'no-rule': '{answer}: {act}',
  incomplete: '{answer}: {act}',
  conflict: 'conflict, counsel decides: {act}',
  ofCases: '{count} of {cases} ({share})',
  forExample: 'for example',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  some: '{place} al {date}: {findings:count finding}',
  none: '{place} al {date}: ningún hallazgo',
  'no-rule': '{answer}: {act}',
  incomplete: '{answer}: {act}',
  conflict: 'conflicto, decide el asesor jurídico: {act}',
  ofCases: '{count} de {cases} ({share})',
  forExample: 'por ejemplo',
}

/** By language. */
export const gapPhrases: Phrases<keyof typeof en> = { en, es }

/** The words for things that are counted. */
export const gapWords: ByLanguage<Words> = {
  en: { finding: { one: 'finding', other: 'findings' } },
  es: { finding: { one: 'hallazgo', many: 'hallazgos', other: 'hallazgos' } },
}

/** The kinds of findings beside open cases, in the order in which they are told. */
export const findingNames: Phrases<Exclude<Gap['kind'], 'no-rule' | 'conflict' | 'incomplete'>> = {
  en: {
    'never-applies': 'rules whose condition is never met',
    'always-overridden': 'rules that another rule always overrides',
    'never-decides': 'rules that other texts always displace',
    'adds-nothing': 'rules that say nothing beyond other rules of their instrument',
    'duty-never-arises': 'duties that never arise from a request',
    'unused-term': 'terms that nothing in their instrument uses',
    'uncited-source': 'sources that nothing in their instrument cites',
    'unread-fact': 'facts that no instrument reads',
    'not-analysed': 'acts too large to analyse exactly',
  },
  es: {
    'never-applies': 'normas cuya condición nunca se cumple',
    'always-overridden': 'normas que siempre ceden ante otra norma',
    'never-decides': 'normas que otros textos siempre desplazan',
    'adds-nothing': 'normas que no dicen nada más que otras de su instrumento',
    'duty-never-arises': 'deberes que nunca surgen de una solicitud',
    'unused-term': 'términos que su instrumento no usa',
    'uncited-source': 'fuentes que su instrumento no cita',
    'unread-fact': 'datos que ningún instrumento lee',
    'not-analysed': 'actos demasiado grandes para analizarlos con exactitud',
  },
}

/** Phrases that a comparison begins with, by language. */
import type { ByLanguage } from '../phrase/by-language.ts'
import type { Words } from '../phrase/fill.ts'
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  nothing: 'Nothing changes: {acts:count act} looked at, all of them the same in every case, and no text differs.',
  otherLaw: 'Every case comes out the same, under the law of another place. Looked at: {acts:count act}.',
  textOnly: 'No verdict, duty, limit or decider changes in any case. Texts that differ: {texts}.',
  moves: 'Of {acts:count act}, the law becomes {how}.',
  movesNowhere:
    'Of {acts:count act}, duties, limits, who decides or a permission change for {changed}; none becomes stricter or looser.',
  noneFound: 'No change was found for the {acts:count act} that could be analysed exactly.',
  notAnalysed: 'Not analysed exactly: {acts:count act}.',
  stricter: 'stricter for {acts}',
  looser: 'looser for {acts}',
  unclear: 'unclear for {acts}',
  'number-stricter': 'stricter',
  'number-looser': 'looser',
  'number-nowUnclear': 'now unclear',
  'number-unchanged': 'unchanged',
  'number-otherwise': 'otherwise changed',
  'meaning-stricter': 'in some case forbidden where it was not, or no longer required',
  'meaning-looser': 'in some case no longer forbidden, or required where it was not',
  'meaning-nowUnclear': 'in some case texts now conflict, and counsel decides',
  'meaning-unchanged': 'the same in every case',
  'meaning-otherwise': 'other duties, limits or deciders, or a permission where no rule spoke',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  nothing:
    'Nada cambia: el resultado es el mismo en todos los casos, y ningún texto difiere. Examinados: {acts:count act}.',
  otherLaw: 'Todos los casos tienen el mismo resultado, según el derecho de otro lugar. Examinados: {acts:count act}.',
  textOnly: 'Ningún resultado, deber, plazo ni quien decide cambia en ningún caso. Textos que difieren: {texts}.',
  moves: 'De {acts:count act}, el derecho se vuelve {how}.',
  movesNowhere:
    'De {acts:count act}, cambian los deberes, los plazos, quién decide o un permiso en {changed}; ninguno se vuelve más estricto ni más permisivo.',
  noneFound: 'No se halló ningún cambio en lo que se pudo analizar con exactitud: {acts:count act}.',
  notAnalysed: 'Sin analizar con exactitud: {acts:count act}.',
  stricter: 'más estricto para {acts}',
  looser: 'más permisivo para {acts}',
  unclear: 'incierto para {acts}',
  'number-stricter': 'más estrictos',
  'number-looser': 'más permisivos',
  'number-nowUnclear': 'ahora inciertos',
  'number-unchanged': 'sin cambio',
  'number-otherwise': 'con otro cambio',
  'meaning-stricter': 'en algún caso prohibidos donde no lo estaban, o ya no obligatorios',
  'meaning-looser': 'en algún caso ya no prohibidos, u obligatorios donde no lo eran',
  'meaning-nowUnclear': 'en algún caso los textos ahora se contradicen, y decide el asesor jurídico',
  'meaning-unchanged': 'con el mismo resultado en todos los casos',
  'meaning-otherwise': 'otros deberes, plazos o quien decide, o un permiso donde ninguna norma hablaba',
}

/** By language. */
export const summaryPhrases: Phrases<keyof typeof en> = { en, es }

/** The words for things that are counted. */
export const summaryWords: ByLanguage<Words> = {
  en: { act: { one: 'act', other: 'acts' } },
  es: { act: { one: 'acto', many: 'actos', other: 'actos' } },
}

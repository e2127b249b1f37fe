/** A comparison in one sentence and four numbers of acts. */
import type { ActComparison, ChangedAct, Direction } from '@brightline/engine/analysis'
import { inLanguage, languageOf, type ByLanguage } from '../phrase/by-language.ts'
import { fill, type PhraseValues, type Words } from '../phrase/fill.ts'
import { joined } from '../phrase/list.ts'
import { numberWords } from '../line/number.ts'
import type { CompareDocument, SummaryDocument } from './document.ts'

interface SummaryPhrases {
  readonly nothing: string
  readonly otherLaw: string
  readonly textOnly: string
  readonly moves: string
  readonly movesNowhere: string
  readonly noneFound: string
  readonly notAnalysed: string
  /** How the law moves for some acts; joined into a list. */
  readonly stricter: string
  readonly looser: string
  readonly unclear: string
  /** The four numbers, and what each counts. */
  readonly numbers: Readonly<Record<'stricter' | 'looser' | 'nowUnclear' | 'unchanged' | 'otherwise', string>>
  readonly meanings: Readonly<Record<'stricter' | 'looser' | 'nowUnclear' | 'unchanged' | 'otherwise', string>>
}

const phrases: ByLanguage<SummaryPhrases> = {
  en: {
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
    numbers: {
      stricter: 'stricter',
      looser: 'looser',
      nowUnclear: 'now unclear',
      unchanged: 'unchanged',
      otherwise: 'otherwise changed',
    },
    meanings: {
      stricter: 'in some case forbidden where it was not, or no longer required',
      looser: 'in some case no longer forbidden, or required where it was not',
      nowUnclear: 'in some case texts now conflict, and counsel decides',
      unchanged: 'the same in every case',
      otherwise: 'other duties, limits or deciders, or a permission where no rule spoke',
    },
  },
  es: {
    nothing:
      'Nada cambia: el resultado es el mismo en todos los casos, y ningún texto difiere. Actos examinados: {acts}.',
    otherLaw: 'Todos los casos tienen el mismo resultado, según el derecho de otro lugar. Actos examinados: {acts}.',
    textOnly: 'Ningún resultado, deber, plazo ni quien decide cambia en ningún caso. Textos que difieren: {texts}.',
    moves: 'De {acts:count act}, el derecho se vuelve {how}.',
    movesNowhere:
      'De {acts:count act}, cambian los deberes, los plazos, quién decide o un permiso en {changed}; ninguno se vuelve más estricto ni más permisivo.',
    noneFound: 'No se halló ningún cambio en lo que se pudo analizar con exactitud: {acts:count act}.',
    notAnalysed: 'Sin analizar con exactitud: {acts:count act}.',
    stricter: 'más estricto para {acts}',
    looser: 'más permisivo para {acts}',
    unclear: 'incierto para {acts}',
    numbers: {
      stricter: 'más estrictos',
      looser: 'más permisivos',
      nowUnclear: 'ahora inciertos',
      unchanged: 'sin cambio',
      otherwise: 'con otro cambio',
    },
    meanings: {
      stricter: 'en algún caso prohibidos donde no lo estaban, o ya no obligatorios',
      looser: 'en algún caso ya no prohibidos, u obligatorios donde no lo eran',
      nowUnclear: 'en algún caso los textos ahora se contradicen, y decide el asesor jurídico',
      unchanged: 'con el mismo resultado en todos los casos',
      otherwise: 'otros deberes, plazos o quien decide, o un permiso donde ninguna norma hablaba',
    },
  },
}

const words: ByLanguage<Words> = {
  en: { act: { one: 'act', other: 'acts' } },
  es: { act: { one: 'acto', many: 'actos', other: 'actos' } },
}

/** Counts the acts that move in each way. */
export function summaryOf(acts: readonly ActComparison[]): SummaryDocument {
  const changed = acts.filter((act): act is ChangedAct => act.kind === 'changed')
  const moving = (direction: Direction): number => changed.filter(({ moves }) => moves[direction] > 0n).length
  const moves: readonly Direction[] = ['stricter', 'looser', 'now-unclear']
  return {
    acts: acts.length,
    stricter: moving('stricter'),
    looser: moving('looser'),
    nowUnclear: moving('now-unclear'),
    otherwise: changed.filter((act) => moves.every((direction) => act.moves[direction] === 0n)).length,
    unchanged: acts.filter(({ kind }) => kind === 'same').length,
    notAnalysed: acts.filter(({ kind }) => kind === 'not-analysed').length,
  }
}

/** Says what changes, in a sentence or two. */
export function summarySentence(document: CompareDocument, lang: string): string {
  const { summary, isSame, law, left, right } = document
  const say = inLanguage(phrases, lang)
  const { acts, notAnalysed, unchanged } = summary
  const filled = (phrase: string, values: PhraseValues): string => {
    const spoken = languageOf(phrases, lang)
    return fill(phrase, values, spoken, inLanguage(words, spoken))
  }
  if (isSame) return filled(left.place === right.place ? say.nothing : say.otherLaw, { acts })
  const open = notAnalysed === 0 ? '' : ` ${filled(say.notAnalysed, { acts: notAnalysed })}`
  const how = [
    ...(summary.stricter === 0 ? [] : [filled(say.stricter, { acts: summary.stricter })]),
    ...(summary.looser === 0 ? [] : [filled(say.looser, { acts: summary.looser })]),
    ...(summary.nowUnclear === 0 ? [] : [filled(say.unclear, { acts: summary.nowUnclear })]),
  ]
  if (how.length > 0) {
    return filled(say.moves, { acts, how: joined(how, 'and', languageOf(phrases, lang)) }) + open
  }
  if (summary.otherwise > 0) return filled(say.movesNowhere, { acts, changed: summary.otherwise }) + open
  if (notAnalysed > 0)
    return (
      (unchanged === 0 ? '' : filled(say.noneFound, { acts: unchanged }) + ' ') +
      filled(say.notAnalysed, { acts: notAnalysed })
    )
  return filled(say.textOnly, { texts: law.length })
}

/** One of the numbers that a comparison begins with, and what it counts. */
export interface SummaryNumber {
  readonly key: keyof SummaryPhrases['numbers']
  readonly label: string
  readonly number: string
  readonly meaning: string
}

/** Gives the four numbers of acts, and a fifth where acts change in no such way. */
export function summaryNumbers({ summary }: CompareDocument, lang: string): readonly SummaryNumber[] {
  const { numbers, meanings } = inLanguage(phrases, lang)
  const keys = [
    'stricter',
    'looser',
    'nowUnclear',
    'unchanged',
    ...(summary.otherwise > 0 ? ['otherwise' as const] : []),
  ] as const
  return keys.map((key) => ({
    key,
    label: numbers[key],
    number: numberWords(summary[key], lang),
    meaning: meanings[key],
  }))
}

/** A comparison in one sentence and four numbers of acts. */
import type { ActComparison, ChangedAct, Direction } from '@brightline/engine/analysis'
import { languageOf } from '../phrase/by-language.ts'
import { joined } from '../phrase/list.ts'
import { sayIn, type Say } from '../phrase/phrases.ts'
import { numberWords } from '../line/number.ts'
import type { CompareDocument, SummaryDocument } from './document.ts'
import { summaryPhrases, summaryWords } from './summary-phrases.ts'

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
  const { acts, notAnalysed, unchanged, otherwise } = summary
  const say = sayIn(summaryPhrases, lang, summaryWords)
  if (isSame) return say(left.place === right.place ? 'nothing' : 'otherLaw', { acts })
  const open = notAnalysed === 0 ? [] : [say('notAnalysed', { acts: notAnalysed })]
  const moves = movesIn(summary, say)
  if (moves.length > 0) {
    const how = joined(moves, 'and', languageOf(summaryPhrases, lang))
    return [say('moves', { acts, how }), ...open].join(' ')
  }
  if (otherwise > 0) return [say('movesNowhere', { acts, changed: otherwise }), ...open].join(' ')
  if (notAnalysed > 0) return [...(unchanged === 0 ? [] : [say('noneFound', { acts: unchanged })]), ...open].join(' ')
  return say('textOnly', { texts: law.length })
}

function movesIn({ stricter, looser, nowUnclear }: SummaryDocument, say: SaySummary): readonly string[] {
  return [
    ...(stricter === 0 ? [] : [say('stricter', { acts: stricter })]),
    ...(looser === 0 ? [] : [say('looser', { acts: looser })]),
    ...(nowUnclear === 0 ? [] : [say('unclear', { acts: nowUnclear })]),
  ]
}

type SaySummary = Say<keyof (typeof summaryPhrases)['en']>

/** One of the numbers that a comparison begins with, and what it counts. */
export interface SummaryNumber {
  readonly key: (typeof numberKeys)[number]
  readonly label: string
  readonly number: string
  readonly meaning: string
}

const numberKeys = ['stricter', 'looser', 'nowUnclear', 'unchanged', 'otherwise'] as const

/** Gives the four numbers of acts, and a fifth where acts change in no such way. */
export function summaryNumbers({ summary }: CompareDocument, lang: string): readonly SummaryNumber[] {
  const say = sayIn(summaryPhrases, lang)
  const shown = numberKeys.filter((key) => key !== 'otherwise' || summary.otherwise > 0)
  return shown.map((key) => ({
    key,
    label: say(`number-${key}`),
    number: numberWords(summary[key], lang),
    meaning: say(`meaning-${key}`),
  }))
}

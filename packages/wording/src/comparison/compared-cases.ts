/** The standard situations on both sides of a comparison: which of them come out otherwise. */
import { runCases, type Situations } from '@brightline/engine'
import { textIn, type Texts } from '@brightline/language'
import { caseAnswerText } from '../cases/case-table-lines.ts'
import type { ShownCase } from '../cases/document.ts'
import { plainPainter, type Painter } from '../line/painter.ts'
import { tableLines } from '../line/table.ts'
import type { ComparedCases } from './document.ts'
import { say } from './say.ts'
import type { Side } from './side.ts'

/** Puts the standard situations to both sides. */
export function compareCases(left: Side, right: Side, situations: Situations): ComparedCases {
  const [before, after] = [left, right].map(({ stack: { library, place, asOf } }) =>
    runCases(library, place, { ...situations, asOf }, []),
  )
  const differing = situations.situations.flatMap((situation, index): ComparedCases['differing'] => {
    const [one, other] = [before?.[index], after?.[index]]
    if (one === undefined || other === undefined) return []
    if (one.answer === other.answer && one.until === other.until) return []
    const { id, title } = situation
    return [{ situation: id, title, left: answerOf(one), right: answerOf(other) }]
  })
  return { count: situations.situations.length, differing }
}

function answerOf({ answer, until }: Pick<ShownCase, 'answer' | 'until'>): Pick<ShownCase, 'answer' | 'until'> {
  return { answer, until }
}

/** Lays the standard situations out that come out otherwise; a sentence where none does. */
export function comparedCaseLines(
  { count, differing }: ComparedCases,
  lang: string,
  paint: Painter = plainPainter,
): readonly string[] {
  const title = say('standardCases', lang, { differing: differing.length, count })
  const rows = comparedCaseRows({ count, differing }, lang)
  return [paint('bold', title), ...tableLines(rows).map((line) => `  ${line}`)]
}

/** Gives the situations that come out otherwise as rows: what happens, before, after. */
export function comparedCaseRows({ differing }: ComparedCases, lang: string): readonly (readonly string[])[] {
  const title = (texts: Texts): string => textIn(texts, lang)
  return differing.map((one) => [
    title(one.title),
    caseAnswerText(one.left, lang),
    `→ ${caseAnswerText(one.right, lang)}`,
  ])
}

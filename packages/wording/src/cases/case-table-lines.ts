/** The standard cases as lines of text: a table of places by situations, then what differs from the texts. */
import { textIn } from '@brightline/language'
import { noVersionTitle, noVersionWordsOf } from '../law/no-version.ts'
import { plainPainter, widthOf, type Painter } from '../line/painter.ts'
import { fittingLines } from '../line/table.ts'
import { wrapped } from '../line/wrap.ts'
import { inLanguage } from '../phrase/by-language.ts'
import { sayIn, type Say } from '../phrase/phrases.ts'
import type { CasesDocument, PlaceCases, ShownCase, ShownSituation } from './document.ts'
import { caseAnswerWords, casePhrases, caseWords } from './phrases.ts'

/** The layout of the cases. */
export interface CaseLayout {
  readonly lang: string
  readonly width: number
  readonly paint?: Painter
}

interface Voice extends Required<CaseLayout> {
  readonly say: Say<keyof (typeof casePhrases)['en']>
}

/** Lays out the answers of places to the standard situations. */
export function caseTableLines(document: CasesDocument, layout: CaseLayout): readonly string[] {
  const { lang, paint = plainPainter } = layout
  const voice: Voice = { ...layout, paint, say: sayIn(casePhrases, lang, caseWords) }
  const { say } = voice
  return [
    paint('bold', say('title', { date: document.asOf })),
    ...tables(document, voice).flatMap((table) => ['', ...table]),
    '',
    ...document.places.flatMap((place) => closingLines(place, document, voice)),
    ...withoutVersionLines(document, voice),
    ...otherDates(document, voice),
    ...differences(document, voice),
  ]
}

/** So many instruments of a place without a version are named. */
const mostWithoutVersion = 12

/** Names what has no version on the date; a place above several is said once. */
function withoutVersionLines({ places, asOf }: CasesDocument, { lang, width, paint }: Voice): readonly string[] {
  const all = places.flatMap(({ noVersion }) => noVersion)
  const byId = [...new Map(all.map((one) => [one.instrument, one])).values()]
  if (byId.length === 0) return []
  const said = noVersionWordsOf(byId, mostWithoutVersion, lang)
  return ['', paint('bold', noVersionTitle(asOf, lang)), ...said.flatMap((text) => wrapped(`  ${text}`, width, 4))]
}

/** Says an answer as a table has it. */
export function caseAnswerText({ answer, until }: Pick<ShownCase, 'answer' | 'until'>, lang: string): string {
  const say = sayIn(casePhrases, lang, caseWords)
  if (answer === null) return say('nothing')
  const word = inLanguage(caseAnswerWords, lang)[answer]
  return until === null ? word : say('until', { answer: word, time: until.replace('T', ' ') })
}

/** Makes one table, or several where the places do not fit beside one another. */
function tables(
  { situations, places, asOf }: CasesDocument,
  { lang, width, paint }: Voice,
): readonly (readonly string[])[] {
  const head = ['', ...situations.map(({ title }) => textIn(title, lang))]
  const columns = places.map((place) => [
    textIn(place.placeTitle, lang),
    ...situations.map((situation) => cellOf(place, situation, asOf, lang)),
  ])
  const groups: string[][][] = []
  for (const column of columns) {
    const last = groups.at(-1)
    const isFitting = last !== undefined && widthOfAll([head, ...last, column]) <= width
    if (isFitting) last.push(column)
    else groups.push([column])
  }
  return groups.map((group) => {
    const rows = head.map((_, row) => [head, ...group].map((column) => column[row] ?? ''))
    // The head names no situation; where the table became a list, it has no head.
    return fittingLines(rows, width).map((line, row) =>
      row === 0 && line.startsWith(' ') ? paint('bold', line) : line,
    )
  })
}

function widthOfAll(columns: readonly (readonly string[])[]): number {
  return columns.reduce((sum, cells) => sum + Math.max(...cells.map(widthOf)) + 2, -2)
}

function cellOf({ cases }: PlaceCases, { id }: ShownSituation, asOf: string, lang: string): string {
  const found =
    cases.find((one) => one.situation === id && one.asOf === asOf) ?? cases.find((one) => one.situation === id)
  if (found === undefined) return ''
  const text = caseAnswerText({ answer: found.answer, until: null }, lang)
  return found.isAsExpected ? text : `${text} !`
}

function closingLines(
  place: PlaceCases,
  { situations, asOf }: CasesDocument,
  { say, width }: Voice,
): readonly string[] {
  const { placeTitle, clean, cases, differing } = place
  const isWritten = cases.some(({ expected }) => expected !== null)
  const words = say('clean', { place: placeTitle, clean, count: situations.length })
  const rest = isWritten ? (differing === 0 ? `; ${say('allAsWritten')}` : '') : ''
  return [
    ...wrapped(`${words}${rest}`, width, 2),
    ...(isWritten ? [] : wrapped(say('noneWritten', { place: placeTitle, date: asOf }), width, 2)),
  ]
}

function otherDates(
  { asOf, situations, places }: CasesDocument,
  { say, lang, width, paint }: Voice,
): readonly string[] {
  const lines = places.flatMap(({ placeTitle, cases }) =>
    cases
      .filter((one) => one.asOf !== asOf)
      .flatMap((one) => {
        const situation = titleOf(situations, one.situation, lang)
        const values = { place: placeTitle, situation, date: one.asOf, answer: caseAnswerText(one, lang) }
        return wrapped(say('onDate', values), width, 2)
      }),
  )
  return lines.length === 0 ? [] : ['', paint('bold', say('otherDates')), ...lines]
}

function differences({ situations, places }: CasesDocument, voice: Voice): readonly string[] {
  const lines = places.flatMap((place) =>
    place.cases
      .filter(({ isAsExpected }) => !isAsExpected)
      .flatMap((one) => wrapped(`! ${differenceWords(one, place, situations, voice)}`, voice.width, 4)),
  )
  return lines.length === 0 ? [] : ['', ...lines]
}

function differenceWords(
  { situation: id, asOf, answer, until, by, expected, problems, refusals }: ShownCase,
  { placeTitle }: PlaceCases,
  situations: readonly ShownSituation[],
  { say, lang }: Voice,
): string {
  const base = { place: placeTitle, situation: titleOf(situations, id, lang), date: asOf }
  if (answer === null) {
    const why = refusals.map((text, index) => `${problems[index] ?? ''}: ${textIn(text, lang)}`)
    return say('refused', { ...base, answer: why.join('; ') })
  }
  const names = inLanguage(caseAnswerWords, lang)
  if (expected === null || answer !== expected.answer) {
    return say('differs', { ...base, answer: names[answer], expected: expected === null ? '' : names[expected.answer] })
  }
  if (expected.until !== null && until !== expected.until) {
    return say('differsUntil', { ...base, answer: until ?? say('noTime'), expected: expected.until })
  }
  return say('differsBy', { ...base, answer: by.length === 0 ? say('noProvision') : by, expected: expected.by })
}

function titleOf(situations: readonly ShownSituation[], id: string, lang: string): string {
  return textIn(situations.find((one) => one.id === id)?.title ?? { en: id }, lang)
}

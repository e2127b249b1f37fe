/** A comparison as lines: a sentence, the numbers of acts, the usual papers, and then every change. */
import { plainPainter, type Painter } from '../line/painter.ts'
import { tableLines } from '../line/table.ts'
import { hangingOf, wrapped } from '../line/wrap.ts'
import { textIn } from '@brightline/language'
import { actLines, notAnalysedLines } from './act-lines.ts'
import { comparedCaseLines } from './compared-cases.ts'
import type { CompareDocument } from './document.ts'
import type { FieldSpeaker } from './field-words.ts'
import { lawCounts, lawLines } from './law-lines.ts'
import { blocksWithin, paperBlocks } from './paper-blocks.ts'
import { valueWords } from './part-words.ts'
import { say } from './say.ts'
import { summaryNumbers, summarySentence } from './summary.ts'

/** The layout of a comparison. */
export interface CompareLayout {
  readonly speaker: FieldSpeaker
  /** Lines that must stand beside numbers of recorded requests. */
  readonly data: readonly string[]
  readonly paint?: Painter
  /** The number of columns. */
  readonly width: number
  /** At most so many lines, or every line there is. The lines about recorded requests come on top. */
  readonly most: number | 'all'
  /** The way to see the rest, where not all is shown. */
  readonly seeAll: string
}

/** Lays a comparison out. Where everything fits, everything is said. */
export function compareLines(document: CompareDocument, layout: CompareLayout): readonly string[] {
  const { speaker, data, most, width, paint = plainPainter } = layout
  const { lang } = speaker
  const fitted = (lines: readonly string[]): readonly string[] =>
    lines.flatMap((line) => wrapped(line, width, line.startsWith(' ') ? hangingOf(line) + 2 : 0))
  const head = fitted(headLines(document, layout))
  const tail = ['', ...fitted([textIn(document.scope, lang)])]
  const requests = data.length === 0 ? [] : ['', ...data]
  const blocks = paperBlocks(document.changed, { lang, paint, width })
  const law = lawSection(document, layout, lawLines(shownLaw(document), speaker))
  const room = most === 'all' ? Infinity : most - tail.length
  if (fewestLines(document) <= room) {
    const rest = fitted([...detailLines(document, layout), ...unchangedLines(document, lang), ...law])
    const whole = [...head, ...papersSection(blocks.flat(2), layout), ...rest]
    if (whole.length <= room) return [...whole, ...requests, ...tail]
  }
  const counts = fitted(lawSection(document, layout, fewer(lawCounts(shownLaw(document), speaker), lang)))
  const end = fitted(['', `${say('seeAll', lang)} ${layout.seeAll}`])
  const left = room - head.length - counts.length - end.length - papersSection([''], layout).length + 1
  const papers = papersSection(blocksWithin(blocks, left, { lang, paint, width }), layout)
  return [...head, ...papers, ...counts, ...end, ...requests, ...tail]
}

/** Gives what differs in the text. Law of another place is other law: its texts are not set side by side. */
export function shownLaw({ left, right, law }: CompareDocument): CompareDocument['law'] {
  return left.place === right.place ? law : []
}

function headLines(document: CompareDocument, { speaker, paint = plainPainter }: CompareLayout): readonly string[] {
  const { left, right, agency, isSame, cases } = document
  const { lang, vocabulary } = speaker
  const [before, after] = [textIn(left.label, lang), textIn(right.label, lang)]
  const rows = summaryNumbers(document, lang).map(({ label, number, meaning }) => [label, number, meaning])
  const only =
    agency === null ? [] : [say('onlyAgency', lang, { agency: valueWords(agency, 'agency', vocabulary, lang) })]
  return [
    paint('bold', say('way', lang, { from: before, to: after })),
    summarySentence(document, lang),
    ...only,
    ...(isSame ? [] : ['', ...tableLines(rows).map((line) => `  ${line}`)]),
    ...(isSame || cases === null ? [] : ['', ...comparedCaseLines(cases, lang, paint)]),
  ]
}

function papersSection(lines: readonly string[], { speaker, paint = plainPainter }: CompareLayout): readonly string[] {
  return lines.length === 0 ? [] : ['', paint('bold', say('papers', speaker.lang)), ...lines]
}

function detailLines(document: CompareDocument, { speaker, paint = plainPainter }: CompareLayout): readonly string[] {
  const { changed, notAnalysed } = document
  const title = changed.length === 0 ? [] : ['', paint('bold', say('details', speaker.lang))]
  return [
    ...title,
    ...changed.flatMap((act) => ['', ...actLines(act, speaker, paint)]),
    ...notAnalysed.flatMap((act) => ['', ...notAnalysedLines(act, speaker, paint)]),
  ]
}

/** Counts the lines that the details take at least: to lay them out takes long, and in vain where there is no room. */
function fewestLines({ changed }: CompareDocument): number {
  return changed.reduce((sum, { verdicts, terms, duties }) => sum + verdicts.length + terms.length + duties.length, 0)
}

function unchangedLines({ same, changed }: CompareDocument, lang: string): readonly string[] {
  if (same.length === 0 || changed.length === 0) return []
  return ['', say('unchanged', lang, { acts: same.map(({ phrase }) => textIn(phrase, lang)).join('; ') })]
}

function lawSection(
  document: CompareDocument,
  { speaker, paint = plainPainter }: CompareLayout,
  lines: readonly string[],
): readonly string[] {
  return shownLaw(document).length === 0 ? [] : ['', paint('bold', say('text', speaker.lang)), ...lines]
}

/** At most so many instruments are counted line by line. */
const instrumentsShown = 6

function fewer(lines: readonly string[], lang: string): readonly string[] {
  if (lines.length <= instrumentsShown) return lines
  const more = lines.length - instrumentsShown + 1
  return [...lines.slice(0, instrumentsShown - 1), `  ${say('moreInstruments', lang, { instruments: more })}`]
}

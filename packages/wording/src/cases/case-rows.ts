/** The answers of places to the standard situations as rows of a table of data: what `brightline cases --csv` prints. */
import { textIn } from '@brightline/language'
import type { CsvCell } from '../line/csv.ts'
import type { CasesDocument, PlaceCases, ShownCase } from './document.ts'

/** The columns, as the first row names them. */
const columns = [
  ...['place', 'place_name', 'situation', 'situation_text', 'agency', 'act', 'as_of'],
  ...['answer', 'until', 'decided_by', 'written_answer', 'as_written', 'because'],
]

/** Makes a row for each answer, below the names of the columns. Names and sentences are in the language; all else is code. */
export function caseRows({ situations, places }: CasesDocument, lang: string): readonly (readonly CsvCell[])[] {
  const byId = new Map(situations.map((situation) => [situation.id, situation]))
  const rows = places.flatMap((place) =>
    place.cases.map((one) => {
      const situation = byId.get(one.situation)
      const text = situation === undefined ? '' : textIn(situation.title, lang)
      const asked = [one.situation, text, situation?.agency ?? '', situation?.act ?? '', one.asOf]
      return [...placeCells(place, lang), ...asked, ...answerCells(one, lang)]
    }),
  )
  return [columns, ...rows]
}

function placeCells({ place, placeTitle }: PlaceCases, lang: string): readonly string[] {
  return [place, textIn(placeTitle, lang)]
}

/** Gives the answer, and whether it is the one that was written: `yes`, `no`, or `not written`. */
function answerCells(one: ShownCase, lang: string): readonly string[] {
  const { answer, until, by, expected, isAsExpected, because, problems } = one
  const written = isAsExpected ? 'yes' : 'no'
  return [
    answer ?? problems.join(' '),
    until ?? '',
    by.join('; '),
    expected?.answer ?? '',
    expected === null ? 'not written' : written,
    because === null ? '' : textIn(because, lang),
  ]
}

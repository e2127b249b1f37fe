/** The pages that are made from the law. */
import { join } from 'node:path'
import { textIn, type Result } from '@brightline/language'
import { openLaw, readAllLaw } from '@brightline/law-files'
import { readLawCases } from '@brightline/law-files/cases'
import {
  caseAnswerText,
  statusRows,
  toCasesDocument,
  toStatusDocument,
  type CasesDocument,
  type PlaceCases,
  type StatusDocument,
} from '@brightline/wording'
import { caseTablePage } from './case-table.ts'
import { tableOf } from './markdown-table.ts'

/** Makes the pages from the law of a checkout, by their paths in it. */
export async function lawPages(root: string): Promise<ReadonlyMap<string, string>> {
  const law = need(openLaw([join(root, 'law')], null))
  const cases = need(readLawCases(law))
  const { library } = await readAllLaw(law)
  const { asOf } = cases.situations
  const status = toStatusDocument({ library, asOf, situations: cases.situations, expected: cases.byPlace })
  const places = library.places.map(({ id }) => ({ place: id, library, expected: cases.byPlace.get(id) ?? [] }))
  const answered = toCasesDocument(cases.situations, places)
  return new Map([
    ['docs/law-coverage.md', coveragePage(status)],
    ['docs/law-cases.md', casesPage(answered)],
    ['docs/law-table.md', caseTablePage(answered, library)],
  ])
}

function need<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.problems, null, 2))
}

function coveragePage(document: StatusDocument): string {
  const { rulesRead, bearingNotEncoded, casesClean } = document.shares
  const percent = (share: number): string => `${Math.round(share * 100)} %`
  return [
    '# How far the law is encoded',
    '',
    `For everybody who relies on an answer. Made from the law as of ${document.asOf} by \`npm run docs\`; \`brightline law status\` prints the same for today.`,
    '',
    ...tableOf(statusRows(document, 'en')),
    '',
    '- **in force**: instruments with a provision in force, of all that are encoded.',
    '- **mapped**: subdivisions of the texts that have a rule, a duty, a definition or a line that says that they decide no act, of all that the outlines list.',
    '- **not encoded**: provisions that bear on an act and are not encoded; an answer that one could change says so.',
    '- **of the main acts**: of the subdivisions that bear on holding, notice, hand-over, interviews, doors, information and databases, those that are not encoded.',
    '- **read, inferred, reported, unverified**: rules by how far their text was read.',
    '- **cases**: standard cases with an answer that needs no other question; `?` where nobody has written the answers of the text, `!` where an answer is not the one written.',
    '',
    `Together: ${percent(rulesRead)} of the rules were read in their text; ${percent(bearingNotEncoded)} of the subdivisions that bear on the main acts are not encoded; ${percent(casesClean)} of the standard cases have an answer that needs no other question.`,
    '',
    '## What was looked through',
    '',
    ...document.places.flatMap(({ placeTitle, checked }) =>
      checked === null
        ? []
        : [`- **${textIn(placeTitle, 'en')}**, through ${checked.through}: ${textIn(checked.sweep, 'en')}.`],
    ),
    '',
  ].join('\n')
}

function casesPage({ asOf: date, situations, places: rows }: CasesDocument): string {
  return [
    '# The standard cases',
    '',
    `For everybody who compares places. Twenty situations at a counter, put to every place as of ${date} by \`npm run docs\`; \`brightline cases\` prints the same, and [the table](law-table.md) shows all of them at a glance. The answers were written from the texts before they were encoded (\`law/cases\`), and the tests hold the two together.`,
    '',
    ...situations.flatMap((situation) => [
      `## ${textIn(situation.title, 'en')}`,
      '',
      ...tableOf([['place', 'answer', 'because'], ...rows.map((place) => caseRow(place, situation.id, date))]),
      '',
    ]),
  ].join('\n')
}

function caseRow({ placeTitle, cases: all }: PlaceCases, situation: string, date: string): readonly string[] {
  const found = all.find((one) => one.situation === situation && one.asOf === date)
  const other = found ?? all.find((one) => one.situation === situation)
  const title = textIn(placeTitle, 'en')
  if (other === undefined) return [title, '', '']
  return [title, caseAnswerText(other, 'en'), other.because === null ? '' : textIn(other.because, 'en')]
}

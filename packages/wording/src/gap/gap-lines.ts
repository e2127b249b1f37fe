/** The gaps of a law as lines of text: the cases first, then rules, duties, words and facts. */
import { textIn, type Vocabulary } from '@brightline/language'
import { answeredWords } from '../decision/answered.ts'
import { caseLines } from '../comparison/case-lines.ts'
import { regionLines } from '../comparison/region-lines.ts'
import { casesWords, shareOf } from '../comparison/say.ts'
import { plainPainter, type Painter } from '../line/painter.ts'
import { sayIn } from '../phrase/phrases.ts'
import type { GapsDocument, OpenCases, OtherFinding } from './document.ts'
import { findingNames, gapPhrases, gapWords } from './phrases.ts'
import { inLanguage } from '../phrase/by-language.ts'

/** The layout of gaps. */
export interface GapLayout {
  readonly vocabulary: Vocabulary
  readonly lang: string
  readonly paint?: Painter
}

/** Lays out what a law leaves open. */
export function gapLines(
  document: GapsDocument,
  { vocabulary, lang, paint = plainPainter }: GapLayout,
): readonly string[] {
  const { placeTitle, asOf, open, findings } = document
  const say = sayIn(gapPhrases, lang, gapWords)
  const kinds = Object.entries(inLanguage(findingNames, lang)).flatMap(([kind, title]) => {
    const found = findings.filter((finding) => finding.kind === kind)
    return found.length === 0
      ? []
      : ['', paint('bold', `${title} (${found.length})`), ...found.map((one) => findingLine(one, vocabulary, lang))]
  })
  const count = open.length + findings.length
  return [
    say(count === 0 ? 'none' : 'some', { place: placeTitle, date: asOf, findings: count }),
    ...open.flatMap((one) => ['', ...openLines(one, { vocabulary, lang, paint })]),
    ...kinds,
  ]
}

function openLines(one: OpenCases, { vocabulary, lang, paint }: Required<GapLayout>): readonly string[] {
  const say = sayIn(gapPhrases, lang, gapWords)
  const { kind, facts, request, region, count, cases } = one
  const answer = answeredWords({ verdict: kind === 'incomplete' ? 'permitted' : kind, silence: one.silence }, lang)
  const title = say(kind, { act: textIn(one.phrase, lang), answer })
  const size = say('ofCases', {
    count: casesWords(count, 'case', lang),
    cases: casesWords(cases, 'distinct-case', lang),
    share: shareOf(count, cases, lang),
  })
  const speaker = { vocabulary, lang }
  return [
    `${paint('bold', title)}: ${size}`,
    ...regionLines(region, speaker).map(({ depth, text }) => `${'  '.repeat(depth + 1)}${text}`),
    `  ${say('forExample')}`,
    ...caseLines({ facts, request }, region, speaker).map((line) => `    ${line}`),
  ]
}

/**
 * Calls a finding by its citation and instrument, or by what the vocabulary calls it, and says where its text stands.
 */
function findingLine(finding: OtherFinding, { acts, facts }: Vocabulary, lang: string): string {
  const { kind, name, cite, instrument, file, line, reason } = finding
  const act = acts.find((one) => one.name === name)?.phrase
  const question = facts.find((one) => one.name === name)?.question
  const called = kind === 'not-analysed' ? act : kind === 'unread-fact' ? question : undefined
  const own = cite ?? (called === undefined ? name : `${textIn(called, lang)} (${name})`)
  const where = file === null ? '' : ` (${file}${line === null ? '' : `:${line}`})`
  const why = reason === null ? '' : `: ${textIn(reason, lang)}`
  return `  ${own}${instrument === null ? '' : `, ${instrument}`}${where}${why}`
}

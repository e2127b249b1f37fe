/** A comparison as a memo in Markdown: what changes, for whom, in how many cases, and what does not. */
import { textIn } from '@brightline/language'
import { sayIn } from '@brightline/wording'
import {
  answerText,
  caseLines,
  caseShare,
  comparedCaseRows,
  changeRows,
  lawGroups,
  movedWords,
  paperLines,
  regionLines,
  sampledText,
  shownLaw,
  summaryNumbers,
  summarySentence,
  valueWords,
  wayText,
  type ActDocument,
  type CompareDocument,
  type FieldSpeaker,
  type VerdictDocument,
} from '@brightline/wording/analysis'
import { joinedMarkdown, Markdown, markdownTable, prose } from '../markdown/markdown.ts'
import { authoritiesOfMemo } from './authorities.ts'
import type { ComparisonParts } from './page.ts'
import { comparisonPagePhrases } from './phrases.ts'

/** At most so many changes are told in full; the table has them all. */
const toldInFull = 3

/** Writes the memo. */
export function comparisonMemo(parts: ComparisonParts): string {
  const { document, speaker, authorities, data } = parts
  const { lang, vocabulary } = speaker
  const say = sayIn(comparisonPagePhrases, lang)
  const { left, right, changed, same, notAnalysed, agency, isSame } = document
  const title = say('title', { left: textIn(left.label, lang), right: textIn(right.label, lang) })
  const who = agency === null ? [] : [prose`${valueWords(agency, 'agency', vocabulary, lang)}.`]
  const pieces = [
    prose`# ${title}`,
    prose`${summarySentence(document, lang)}`,
    ...who,
    ...(isSame ? [] : [numbersOf(document, lang)]),
    ...casesOf(parts),
    ...papersOf(parts),
    ...changesOf(parts),
    ...largest(changed).map(({ act, change }) => toldChange(act, change, speaker)),
    ...textOf(parts),
    ...authoritiesOfMemo(authorities, document, lang),
    ...(notAnalysed.length === 0
      ? []
      : [
          prose`## ${say('notAnalysed')}`,
          list(notAnalysed.map((one) => prose`${textIn(one.phrase, lang)}: ${sampledText(one, lang)}`)),
        ]),
    prose`## ${say('unchanged')}`,
    same.length === 0
      ? prose`${say('allChange')}`
      : prose`${same.map(({ phrase }) => textIn(phrase, lang)).join('; ')}.`,
    ...requestsOf(data, lang),
    prose`## ${say('basis')}`,
    prose`${textIn(document.scope, lang)}`,
    prose`${say('decidedAgain')}`,
    prose`${say('lawUsed', { left: left.policyHash.slice(0, 16), right: right.policyHash.slice(0, 16) })}`,
  ]
  return `${joinedMarkdown(pieces, '\n\n').text}\n`
}

function requestsOf(data: ComparisonParts['data'], lang: string): readonly Markdown[] {
  const lines = data.filter((line) => line.trim() !== '').map((line) => prose`${line.trim()}`)
  return lines.length === 0 ? [] : [prose`## ${sayIn(comparisonPagePhrases, lang)('requests')}`, list(lines)]
}

function list(items: readonly Markdown[]): Markdown {
  return joinedMarkdown(
    items.map((item) => prose`- ${item}`),
    '\n',
  )
}

function numbersOf(document: CompareDocument, lang: string): Markdown {
  return list(
    summaryNumbers(document, lang).map(({ label, number, meaning }) => prose`**${label}: ${number}**, ${meaning}`),
  )
}

/** The standard situations that come out otherwise. */
function casesOf({ document: { cases, isSame }, speaker: { lang } }: ComparisonParts): readonly Markdown[] {
  if (isSame || cases === null) return []
  const say = sayIn(comparisonPagePhrases, lang)
  const told = say('standardCount', { differing: cases.differing.length, count: cases.count })
  const rows = comparedCaseRows(cases, lang)
  return [
    prose`## ${say('standardCases')}`,
    prose`${told}`,
    ...(rows.length === 0 ? [] : [markdownTable([say('situation'), say('before'), say('after')], rows)]),
  ]
}

function papersOf({ document: { changed }, speaker: { lang } }: ComparisonParts): readonly Markdown[] {
  const told = changed.filter(({ papers }) => papers.length > 0)
  if (told.length === 0) return []
  const say = sayIn(comparisonPagePhrases, lang)
  const rows = told.flatMap((act) =>
    paperLines(act, lang).map((line) => [textIn(act.phrase, lang), line.papers.join(', '), wayText(line, lang, false)]),
  )
  return [
    prose`## ${say('papers')}`,
    prose`${say('papersNote')}`,
    markdownTable([say('act'), say('paper'), say('change')], rows),
  ]
}

/** Lists every change of cases in one table. */
function changesOf({ document, speaker }: ComparisonParts): readonly Markdown[] {
  const { lang } = speaker
  const { changed, data } = document
  if (changed.length === 0) return []
  const say = sayIn(comparisonPagePhrases, lang)
  const requests = data === null ? [] : [say('requests')]
  const heads = [say('act'), say('change'), say('before'), say('after'), say('cases'), ...requests, say('section')]
  const rows = changed.flatMap((act) =>
    changeRows(act, speaker).map((row) => [
      textIn(act.phrase, lang),
      row.change,
      row.before,
      row.after,
      row.cases,
      ...(row.requests === null ? [] : [row.requests]),
      row.cite,
    ]),
  )
  return [prose`## ${say('everyChange')}`, markdownTable(heads, rows)]
}

interface Told {
  readonly act: ActDocument
  readonly change: VerdictDocument
}

/** Chooses the changes of verdict with the largest share of cases, one an act. */
function largest(changed: readonly ActDocument[]): readonly Told[] {
  const firsts = changed.flatMap((act): readonly Told[] => {
    const [change] = act.verdicts
    return change === undefined ? [] : [{ act, change }]
  })
  return firsts.toSorted((a, b) => share(b) - share(a)).slice(0, toldInFull)
}

function share({ act, change }: Told): number {
  return Number((BigInt(change.count) * 1_000_000n) / BigInt(act.cases))
}

function toldChange(act: ActDocument, change: VerdictDocument, speaker: FieldSpeaker): Markdown {
  const { lang } = speaker
  const say = sayIn(comparisonPagePhrases, lang)
  const { from, to } = movedWords(change, lang)
  const { region, example, count } = change
  const lines = regionLines(region, speaker).map(({ depth, text }) => {
    if (depth === 0) return prose`\n${text}\n`
    if (text.startsWith('- ')) return prose`- ${text.slice(2)}`
    return text.startsWith('  ') ? prose`  ${text.slice(2)}` : prose`- ${text}`
  })
  const answers = { before: answerText(example.left, lang), after: answerText(example.right, lang) }
  return joinedMarkdown(
    [
      prose`## ${textIn(act.phrase, lang)}: ${from} → ${to}`,
      prose`${caseShare(count, act.cases, lang)}.`,
      new Markdown(joinedMarkdown(lines, '\n').text.trim()),
      prose`${say('oneCase')}`,
      list(caseLines(example, region, speaker).map((line) => prose`${line}`)),
      prose`${say('answers', answers)}`,
    ],
    '\n\n',
  )
}

/** Lists the changes of the texts: whole provisions by name, changed ones with both values. */
function textOf({ document, speaker }: ComparisonParts): readonly Markdown[] {
  const law = shownLaw(document)
  if (law.length === 0) return []
  const say = sayIn(comparisonPagePhrases, speaker.lang)
  const groups = lawGroups(law, speaker).flatMap(({ title, cite, whole, changed }) => [
    cite === null ? prose`### ${title}` : prose`### ${title} (${cite})`,
    ...(whole.length === 0
      ? []
      : [
          list(
            whole.map(({ change, kind, names }) => prose`${kind}, ${change} (${names.length}): ${names.join('; ')}`),
          ),
        ]),
    ...(changed.length === 0
      ? []
      : [
          markdownTable(
            [say('thing'), say('field'), say('before'), say('after')],
            changed.flatMap(({ kind, name, remark, fields }) =>
              (fields.length === 0 ? [{ name: remark ?? '', before: '', after: '' }] : fields).map((field) => [
                `${kind} ${name}${remark === null || fields.length === 0 ? '' : ` (${remark})`}`,
                field.name,
                field.before,
                field.after,
              ]),
            ),
          ),
        ]),
  ])
  return [prose`## ${say('text')}`, ...groups]
}

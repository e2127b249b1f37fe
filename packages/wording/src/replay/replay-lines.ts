/** A replay as lines of text. */
import { textIn } from '@brightline/language'
import type { ActReplayDocument, Dimension, ReplayDocument, SideDocument, VerdictLine } from '@brightline/simulate'
import { tableLines } from '../line/table.ts'
import { inLanguage } from '../phrase/by-language.ts'
import { countWords, rangeWords } from './count.ts'
import { dimensionPhrases, replayPhrases } from './phrases.ts'
import { disclaimerLines, printoutLines } from './printout-lines.ts'
import { policyWords, saidOf } from './said.ts'
import { valueWords, outcomeWords } from './value.ts'

/** Tables longer than this are cut in text; CSV, JSON and the page have every line. */
const linesShown = 15

/** Problems listed in text. */
const problemsShown = 20

/** The tables of a side, in the order in which they are shown. */
const shownDimensions: readonly Dimension[] = ['total', 'owner', 'form', 'month', 'place']

/** Lists the printout, then each act, the work, and what was wrong. */
export function replayLines(document: ReplayDocument, lang: string): readonly string[] {
  const say = inLanguage(replayPhrases, lang)
  const { problems } = saidOf(document, lang)
  return [
    ...printoutLines(document, lang),
    ...document.acts.flatMap((act) => ['', ...actLines(act, document, lang)]),
    '',
    ...workloadLines(document, lang),
    ...(document.isPublic ? ['', say.suppressed] : []),
    ...(problems.length === 0 ? [] : ['', say.problems, ...problems.slice(0, problemsShown).map((one) => `  ${one}`)]),
    ...(problems.length > problemsShown ? [`  … ${problems.length - problemsShown}`] : []),
    '',
    // Last, so that nobody scrolls past it.
    ...disclaimerLines(lang),
  ]
}

/** The work of each month, of one policy after the other. */
function workloadLines(document: ReplayDocument, lang: string): readonly string[] {
  const say = inLanguage(replayPhrases, lang)
  const { workload, printout, names } = document
  const sides = workload.some((month) => month.sides.length > 0) ? printout.policies : []
  const head = ['', say.count, ...sides.flatMap(() => [say.toClarify, say.dutiesToDo])]
  const rows = workload.map(({ month, requests, sides: own }) => [
    `  ${valueWords('month', month, names, lang)}`,
    countWords(requests, lang),
    ...own.flatMap(({ toClarify, duties }) => [countWords(toClarify, lang), rangeWords(duties.min, duties.max, lang)]),
  ])
  const policies = sides.map(({ name }) => policyWords(document, name, lang)).join(' | ')
  return [
    `${say.workload}${sides.length < 2 ? '' : `: ${policies}`}`,
    ...tableLines([head, ...rows]),
    ...(sides.length === 0 ? [] : [`  ${say.workloadNote}`]),
  ]
}

function actLines(act: ActReplayDocument, document: ReplayDocument, lang: string): readonly string[] {
  return [
    `== ${act.act}: ${countWords(act.requests, lang)} ==`,
    ...act.sides.flatMap((side) => ['', policyWords(document, side.policy, lang), ...sideLines(side, document, lang)]),
    ...(act.change === null ? [] : ['', ...changeLines(act.change, document, lang)]),
  ]
}

function changeLines(
  { same, differs, mayDiffer, transitions }: NonNullable<ActReplayDocument['change']>,
  document: ReplayDocument,
  lang: string,
): readonly string[] {
  const say = inLanguage(replayPhrases, lang)
  const policies = document.printout.policies.map(({ name }) => policyWords(document, name, lang)).join(' → ')
  const parts = [
    [same, say.same],
    [differs, say.differs],
    [mayDiffer, say.mayDiffer],
  ] as const
  return [
    `${say.change}: ${policies}`,
    ...(differs === 0 && mayDiffer === 0 ? [`  ${say.noChange}`] : []),
    ...tableLines(parts.map(([rows, words]) => [`  ${countWords(rows, lang)}`, words])),
    ...tableLines(
      transitions.map(({ before, after, min, max }) => [
        `  ${rangeWords(min, max, lang)}`,
        `${outcomeWords(before, lang)} → ${outcomeWords(after, lang)}`,
      ]),
    ),
  ]
}

function sideLines(side: SideDocument, document: ReplayDocument, lang: string): readonly string[] {
  const say = inLanguage(replayPhrases, lang)
  const answers = Object.entries(side.answers).map(([verdict, rows]) => [
    `    ${outcomeWords(verdict, lang)}`,
    countWords(rows, lang),
  ])
  const missing = side.missing.map(({ fact, requests }) => [`    ${fact}`, countWords(requests, lang)])
  const duties = side.duties.map(({ min, max, action, cite }) => [
    `    ${rangeWords(min, max, lang)}`,
    textIn(action, lang),
    cite,
  ])
  return [
    ...shownDimensions.flatMap((dimension) => dimensionLines(dimension, side, document, lang)),
    `  ${say.answers}`,
    ...tableLines(answers),
    ...(missing.length === 0 ? [] : [`  ${say.missing}`, ...tableLines(missing)]),
    ...(duties.length === 0 ? [] : [`  ${say.duties}`, ...tableLines(duties)]),
  ]
}

function dimensionLines(
  dimension: Dimension,
  side: SideDocument,
  { names }: ReplayDocument,
  lang: string,
): readonly string[] {
  const found = side.tables[dimension]
  if (dimension !== 'total' && found.length < 2) return []
  const named = found
    .slice(0, linesShown)
    .map((line) => ({ ...line, value: valueWords(dimension, line.value, names, lang) }))
  return [
    `  ${inLanguage(dimensionPhrases, lang)[dimension]}`,
    ...verdictTable(named, lang).map((line) => `    ${line}`),
    ...(found.length > linesShown ? [`    … ${found.length - linesShown}`] : []),
  ]
}

/** A table by verdict: least and most requests. */
function verdictTable(found: readonly VerdictLine[], lang: string): readonly string[] {
  const seen = [...new Set(found.flatMap(({ bounds }) => Object.keys(bounds)))]
  const head = [
    '',
    inLanguage(replayPhrases, lang).count,
    ...[...seen, 'not-bound', 'open'].map((key) => outcomeWords(key, lang)),
  ]
  const body = found.map(({ value, requests, bounds, notBound, open }) => [
    value,
    countWords(requests, lang),
    ...seen.map((verdict) => rangeWords(bounds[verdict]?.min ?? null, bounds[verdict]?.max ?? null, lang)),
    countWords(notBound, lang),
    countWords(open, lang),
  ])
  return tableLines([head, ...body])
}

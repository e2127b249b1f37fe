/** A comparison as text for a terminal. */
import type { Vocabulary } from '@brightline/language'
import { paint } from '../output.ts'
import { words, type Lang } from '../words.ts'
import type {
  ActDocument,
  CaseDocument,
  CompareDocument,
  DutyDocument,
  NotAnalysedDocument,
  RegionDocument,
  VerdictDocument,
} from './compare-document.ts'
import { dataLines, requestsText } from './data-lines.ts'
import { counted, grouped } from './number.ts'
import { caseLines, regionLines } from './region-lines.ts'
import { analysisWords } from './words.ts'

/** At most so many ways of changing are printed for an act. */
const waysShown = 6

/** The lines of a comparison. */
export function compareLines(document: CompareDocument, vocabulary: Vocabulary, lang: Lang): readonly string[] {
  const say = analysisWords[lang]
  const { left, right, changed, same, notAnalysed, agency } = document
  const who = agency === null ? '' : say.forAgency(agency)
  return [
    `${paint('bold', left.label)} -> ${paint('bold', right.label)}${who}`,
    summaryOf(document, lang),
    ...changed.flatMap((act) => ['', ...actLines(act, vocabulary, lang)]),
    ...notAnalysed.flatMap((act) => ['', ...notAnalysedLines(act, vocabulary, lang)]),
    ...(same.length === 0 ? [] : ['', `${say.noChange}: ${same.map(({ act }) => act).join(', ')}`]),
    ...provisionLines(document, lang),
    ...(document.data === null ? [] : ['', ...dataLines(document.data, lang)]),
    '',
    document.scope,
  ]
}

/** What changes, in one line. */
export function summaryOf({ isSame, changed, same, notAnalysed }: CompareDocument, lang: Lang): string {
  const say = analysisWords[lang]
  if (isSame) return say.nothingChanges(same.length)
  const all = changed.length + same.length + notAnalysed.length
  return say.actsChange(changed.length, all, notAnalysed.length)
}

function actLines(act: ActDocument, vocabulary: Vocabulary, lang: Lang): readonly string[] {
  const say = analysisWords[lang]
  const cases = counted(BigInt(act.cases), say.distinctCase)
  const ways = act.verdicts.slice(0, waysShown)
  const more = act.verdicts.length - ways.length
  return [
    paint('bold', `${act.act} (${act.phrase})`),
    `  ${say.casesChange(cases, shareText(act.verdictChanged, act.verdictShare, lang), shareText(act.onlyDutiesChanged, act.onlyDutiesShare, lang))}`,
    ...(act.requests === null ? [] : [`  ${actRequestsText(act.requests, lang)}`]),
    ...ways.flatMap((change) => verdictLines(change, vocabulary, lang)),
    ...(more > 0 ? [`  ${say.moreWays(more)}`] : []),
    ...act.duties.flatMap((change) => dutyLines(change, vocabulary, lang)),
  ]
}

/** What random cases showed of an act that outgrew exact analysis, in one sentence. */
export function sampledText({ reason, sampled: { tried, changed } }: NotAnalysedDocument, lang: Lang): string {
  const say = analysisWords[lang]
  const found = changed === 0 ? say.noneSampled : say.someSampled(grouped(changed))
  return say.sampled(reason, counted(tried, say.oneCase), found)
}

function notAnalysedLines(act: NotAnalysedDocument, vocabulary: Vocabulary, lang: Lang): readonly string[] {
  const { example } = act.sampled
  return [
    `${paint('bold', act.act)}: ${sampledText(act, lang)} ${analysisWords[lang].raiseBudget}`,
    ...(example === null ? [] : exampleLines(example, null, vocabulary, lang)),
  ]
}

/** What becomes of the recorded requests for an act, in one sentence. */
export function actRequestsText(requests: NonNullable<ActDocument['requests']>, lang: Lang): string {
  const say = analysisWords[lang]
  const { asked, same, differs, mayDiffer, byStateAlone } = requests
  const number = (count: typeof asked): string => requestsText({ min: count, max: count }, lang)
  const verdicts = say.verdictsDiffer(number(differs), number(mayDiffer), number(same))
  const apart = byStateAlone === 0 ? '' : say.byStateAlone(number(byStateAlone))
  return `${say.ofRecorded(number(asked), verdicts)}${apart}`
}

function shareText(count: string, share: string, lang: Lang): string {
  return count === '0' ? analysisWords[lang].none : `${grouped(BigInt(count))} (${share})`
}

function verdictLines(change: VerdictDocument, vocabulary: Vocabulary, lang: Lang): readonly string[] {
  const say = analysisWords[lang]
  const { possibleVerdict } = words[lang]
  const { from, to, fromSection, toSection, count, share } = change
  const by = `${fromSection?.cite ?? say.noSection} -> ${toSection?.cite ?? say.noSection}`
  return [
    `  ${paint('bold', `${possibleVerdict[from]} -> ${possibleVerdict[to]}`)}: ${counted(BigInt(count), say.oneCase)} (${share}), ${by}`,
    ...requestLines(change, lang),
    ...detailLines(change, vocabulary, lang),
  ]
}

function requestLines({ requests }: VerdictDocument | DutyDocument, lang: Lang): readonly string[] {
  return requests === null ? [] : [`    ${analysisWords[lang].recordedRequests}: ${requestsText(requests, lang)}`]
}

function dutyLines(change: DutyDocument, vocabulary: Vocabulary, lang: Lang): readonly string[] {
  const say = analysisWords[lang]
  const { duty, count, share } = change
  return [
    `  ${say.duty[change.change]}: ${duty.action} [${duty.cite}]: ${counted(BigInt(count), say.oneCase)} (${share})`,
    ...requestLines(change, lang),
    ...detailLines(change, vocabulary, lang),
  ]
}

function detailLines(
  { region, example }: VerdictDocument | DutyDocument,
  vocabulary: Vocabulary,
  lang: Lang,
): readonly string[] {
  return [
    ...regionLines(region, lang).map(({ depth, text }) => `${'  '.repeat(depth + 2)}${text}`),
    ...exampleLines(example, region, vocabulary, lang),
  ]
}

function exampleLines(
  example: CaseDocument,
  region: RegionDocument | null,
  vocabulary: Vocabulary,
  lang: Lang,
): readonly string[] {
  const say = analysisWords[lang]
  const width = Math.max(say.before.length, say.after.length) + 1
  const [before, after] = [example.left, example.right].map(({ verdict, by }) => {
    const rules = by.map(({ cite }) => cite).join('; ')
    return `${words[lang].possibleVerdict[verdict]}${rules === '' ? '' : ` (${rules})`}`
  })
  return [
    `    ${say.forExample}`,
    ...caseLines(example, region, vocabulary, lang).map((line) => `      ${line}`),
    `      ${`${say.before}:`.padEnd(width)} ${before}`,
    `      ${`${say.after}:`.padEnd(width)} ${after}`,
  ]
}

/** Which rules and duties are new, gone or worded differently; only within one place. */
function provisionLines({ left, right, provisions }: CompareDocument, lang: Lang): readonly string[] {
  const say = analysisWords[lang]
  if (left.place !== right.place || provisions.length === 0) return []
  const listed = (['removed', 'changed', 'added'] as const).flatMap((change) => {
    const cites = provisions.filter((provision) => provision.change === change).map(({ cite }) => cite)
    return cites.length === 0 ? [] : [`  ${say.provision[change]} (${cites.length}): ${cites.join('; ')}`]
  })
  return ['', say.provisions, ...listed]
}

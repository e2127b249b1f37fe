/** A comparison as text for a terminal. */
import type { Vocabulary } from '@brightline/language'
import { paint } from '../output.ts'
import type {
  ActDocument,
  CaseDocument,
  CompareDocument,
  DutyDocument,
  NotAnalysedDocument,
  RegionDocument,
  VerdictDocument,
} from './compare-document.ts'
import { dataLines } from './data-lines.ts'
import { caseLines, regionLines } from './region-lines.ts'
import { counted, grouped, requestsText, verdictWords } from './words.ts'

/** At most so many ways of changing are printed for an act. */
const waysShown = 6

/** The lines of a comparison. */
export function compareLines(document: CompareDocument, vocabulary: Vocabulary): readonly string[] {
  const { left, right, changed, same, notAnalysed, agency } = document
  const who = agency === null ? '' : `, for ${agency}`
  return [
    `${paint('bold', left.label)} -> ${paint('bold', right.label)}${who}`,
    summaryOf(document),
    ...changed.flatMap((act) => ['', ...actLines(act, vocabulary)]),
    ...notAnalysed.flatMap((act) => ['', ...notAnalysedLines(act, vocabulary)]),
    ...(same.length === 0 ? [] : ['', `no change: ${same.map(({ act }) => act).join(', ')}`]),
    ...provisionLines(document),
    ...(document.data === null ? [] : ['', ...dataLines(document.data)]),
    '',
    document.scope,
  ]
}

/** What changes, in one line. */
export function summaryOf({ isSame, changed, same, notAnalysed }: CompareDocument): string {
  if (isSame) return `Nothing changes: the ${counted(same.length, 'act')} looked at come out the same in every case.`
  const all = changed.length + same.length + notAnalysed.length
  const open = notAnalysed.length === 0 ? '' : `, ${notAnalysed.length} not analysed`
  return `${changed.length} of ${counted(all, 'act')} change${changed.length === 1 ? 's' : ''}${open}.`
}

function actLines(act: ActDocument, vocabulary: Vocabulary): readonly string[] {
  const ways = act.verdicts.slice(0, waysShown)
  const more = act.verdicts.length - ways.length
  return [
    paint('bold', `${act.act} (${act.phrase})`),
    `  of ${counted(BigInt(act.cases), 'distinct case')}, the verdict changes in ${shareText(act.verdictChanged, act.verdictShare)}; only duties change in ${shareText(act.onlyDutiesChanged, act.onlyDutiesShare)}`,
    ...(act.requests === null ? [] : [`  ${actRequestsText(act.requests)}`]),
    ...ways.flatMap((change) => verdictLines(change, vocabulary)),
    ...(more > 0 ? [`  and ${counted(more, 'more way')} of changing, in --json`] : []),
    ...act.duties.flatMap((change) => dutyLines(change, vocabulary)),
  ]
}

/** What random cases showed of an act that outgrew exact analysis, in one sentence. */
export function sampledText({ reason, sampled: { tried, changed } }: NotAnalysedDocument): string {
  const found =
    changed === 0
      ? 'none came out differently, which proves nothing'
      : `${grouped(changed)} came out differently: something changes, and how much is not known`
  return `not analysed exactly (${reason}). Of ${counted(tried, 'case')} picked at random, half of them where changed provisions apply, ${found}.`
}

function notAnalysedLines(act: NotAnalysedDocument, vocabulary: Vocabulary): readonly string[] {
  const { example } = act.sampled
  return [
    `${paint('bold', act.act)}: ${sampledText(act)} Raise --budget to try again.`,
    ...(example === null ? [] : exampleLines(example, null, vocabulary)),
  ]
}

/** What becomes of the recorded requests for an act, in one sentence. */
export function actRequestsText(requests: NonNullable<ActDocument['requests']>): string {
  const { asked, same, differs, mayDiffer, byStateAlone } = requests
  const number = (count: typeof asked): string => requestsText({ min: count, max: count })
  const verdicts = `the verdict differs in ${number(differs)}, may differ in ${number(mayDiffer)} and is the same in ${number(same)}`
  const apart = `; ${number(byStateAlone)} bound by the state's law alone are in no line below`
  return `of ${number(asked)} recorded requests, ${verdicts}${byStateAlone === 0 ? '' : apart}`
}

function shareText(count: string, share: string): string {
  return count === '0' ? 'none' : `${grouped(BigInt(count))} (${share})`
}

function verdictLines(change: VerdictDocument, vocabulary: Vocabulary): readonly string[] {
  const { from, to, fromSection, toSection, count, share } = change
  const by = `${fromSection?.cite ?? 'no section'} -> ${toSection?.cite ?? 'no section'}`
  return [
    `  ${paint('bold', `${verdictWords[from]} -> ${verdictWords[to]}`)}: ${counted(BigInt(count), 'case')} (${share}), ${by}`,
    ...requestLines(change),
    ...detailLines(change, vocabulary),
  ]
}

function requestLines({ requests }: VerdictDocument | DutyDocument): readonly string[] {
  return requests === null ? [] : [`    recorded requests: ${requestsText(requests)}`]
}

function dutyLines(change: DutyDocument, vocabulary: Vocabulary): readonly string[] {
  const { duty, count, share } = change
  return [
    `  duty ${change.change}: ${duty.action} [${duty.cite}]: ${counted(BigInt(count), 'case')} (${share})`,
    ...requestLines(change),
    ...detailLines(change, vocabulary),
  ]
}

function detailLines({ region, example }: VerdictDocument | DutyDocument, vocabulary: Vocabulary): readonly string[] {
  return [
    ...regionLines(region).map(({ depth, text }) => `${'  '.repeat(depth + 2)}${text}`),
    ...exampleLines(example, region, vocabulary),
  ]
}

function exampleLines(example: CaseDocument, region: RegionDocument | null, vocabulary: Vocabulary): readonly string[] {
  const [before, after] = [example.left, example.right].map(({ verdict, by }) => {
    const rules = by.map(({ cite }) => cite).join('; ')
    return `${verdictWords[verdict]}${rules === '' ? '' : ` (${rules})`}`
  })
  return [
    '    for example',
    ...caseLines(example, region, vocabulary).map((line) => `      ${line}`),
    `      before: ${before}`,
    `      after:  ${after}`,
  ]
}

/** Which rules and duties are new, gone or worded differently; only within one place. */
function provisionLines({ left, right, provisions }: CompareDocument): readonly string[] {
  if (left.place !== right.place || provisions.length === 0) return []
  const listed = (['removed', 'changed', 'added'] as const).flatMap((change) => {
    const cites = provisions.filter((provision) => provision.change === change).map(({ cite }) => cite)
    return cites.length === 0 ? [] : [`  ${change} (${cites.length}): ${cites.join('; ')}`]
  })
  return ['', 'rules and duties', ...listed]
}

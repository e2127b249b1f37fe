/** A comparison as a memo in Markdown: what changes, for whom, in how many cases, and what does not. */
import type { Vocabulary } from '@brightline/language'
import type { ActDocument, CompareDocument, DutyDocument, VerdictDocument } from './compare-document.ts'
import { actRequestsText, sampledText, summaryOf } from './compare-text.ts'
import { dataLines } from './data-lines.ts'
import { caseLines, regionLines } from './region-lines.ts'
import { counted, requestsText, verdictWords } from './words.ts'

/** At most so many changes are told in full; the table has them all. */
const toldInFull = 3

/** The text of the memo. */
export function memoText(document: CompareDocument, vocabulary: Vocabulary): string {
  const { left, right, changed, same, notAnalysed, agency } = document
  const parts = [
    `# What changes: ${escape(left.label)} to ${escape(right.label)}`,
    `${summaryOf(document)}${agency === null ? '' : ` Only cases of this agency: ${agency}.`}`,
    ...(changed.length === 0 ? [] : [tableOf(changed, document.data !== null)]),
    ...largest(changed).map(({ act, change }) => toldChange(act, change, vocabulary)),
    ...(notAnalysed.length === 0
      ? []
      : [
          `## Not analysed\n\n${notAnalysed.map((one) => `- ${escape(one.phrase)}: ${escape(sampledText(one))}`).join('\n')}`,
        ]),
    `## What does not change\n\n${same.length === 0 ? 'Every act that was looked at changes in some case.' : `${same.map(({ phrase }) => phrase).join('; ')}.`}`,
    ...(document.data === null ? [] : [dataText(document)]),
    `## What this rests on\n\n${document.scope}\n\nEvery example above was decided again, rule by rule, under both versions.`,
    `Law used: \`${left.policyHash.slice(0, 16)}\` and \`${right.policyHash.slice(0, 16)}\`.`,
  ]
  return `${parts.join('\n\n')}\n`
}

interface Told {
  readonly act: ActDocument
  readonly change: VerdictDocument
}

/** The changes of verdict with the most cases, one an act first. */
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

/** The recorded requests, and what must be said beside their numbers. */
function dataText({ data, changed }: CompareDocument): string {
  const acts = changed.flatMap(({ phrase, requests }) =>
    requests === null ? [] : [`- ${escape(phrase)}: ${escape(actRequestsText(requests))}`],
  )
  const printout = data === null ? [] : ['~~~~text', ...dataLines(data), '~~~~']
  return ['## Recorded requests', ...(acts.length === 0 ? [] : [acts.join('\n')]), printout.join('\n')].join('\n\n')
}

function tableOf(changed: readonly ActDocument[], hasData: boolean): string {
  const rows = changed.flatMap((act) => [
    ...act.verdicts.map((change) => {
      const { from, to, count, share: part, toSection, fromSection } = change
      const section = toSection ?? fromSection
      return [
        act.phrase,
        verdictWords[from],
        verdictWords[to],
        `${counted(BigInt(count), 'case')} (${part})`,
        ...requestsCell(change),
        section?.cite ?? '',
      ]
    }),
    ...act.duties.map((change) => dutyRow(act, change)),
  ])
  const heads = ['act', 'before', 'after', 'distinct cases', ...(hasData ? ['recorded requests'] : []), 'section']
  return [
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...rows.map((cells) => `| ${cells.map(escape).join(' | ')} |`),
  ].join('\n')
}

function requestsCell({ requests }: VerdictDocument | DutyDocument): readonly string[] {
  return requests === null ? [] : [requestsText(requests)]
}

function dutyRow(act: ActDocument, one: DutyDocument): readonly string[] {
  const { change, duty, count, share: part } = one
  const [before, after] =
    change === 'begins' ? ['', 'duty'] : change === 'ends' ? ['duty', ''] : ['duty', 'duty, worded differently']
  return [
    `${act.phrase}: ${duty.action}`,
    before,
    after,
    `${counted(BigInt(count), 'case')} (${part})`,
    ...requestsCell(one),
    duty.cite,
  ]
}

function toldChange(act: ActDocument, change: VerdictDocument, vocabulary: Vocabulary): string {
  const { from, to, region, example, count, share: part } = change
  const lines = regionLines(region).map(({ depth, text }) => (depth === 0 ? `\n${escape(text)}\n` : markdownItem(text)))
  const facts = caseLines(example, region, vocabulary).map((line) => `- ${escape(line)}`)
  return [
    `## Whether to ${act.phrase}: from "${verdictWords[from]}" to "${verdictWords[to]}"`,
    `${counted(BigInt(count), 'distinct case')}, ${part} of all.`,
    lines.join('\n').trim(),
    `One such case:\n\n${facts.join('\n')}`,
    `Before: ${ruled(example.left)}. After: ${ruled(example.right)}.`,
  ].join('\n\n')
}

function markdownItem(text: string): string {
  if (text.startsWith('- ')) return `- ${escape(text.slice(2))}`
  return text.startsWith('  and ') ? `  and ${escape(text.slice(6))}` : `- ${escape(text)}`
}

function ruled({ verdict, by }: VerdictDocument['example']['left']): string {
  return `${verdictWords[verdict]}${by.length === 0 ? '' : `, by ${escape(by.map(({ cite }) => cite).join('; '))}`}`
}

/** Text that Markdown must not read as marks. */
function escape(text: string): string {
  return text.replaceAll(/[|<>*_`[\]]/g, '\\$&')
}

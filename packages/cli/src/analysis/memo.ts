/** A comparison as a memo in Markdown: what changes, for whom, in how many cases, and what does not. */
import type { Vocabulary } from '@brightline/language'
import { words, type Lang } from '../words.ts'
import type { ActDocument, CompareDocument, DutyDocument, VerdictDocument } from './compare-document.ts'
import { actRequestsText, sampledText, summaryOf } from './compare-text.ts'
import { dataLines, requestsText } from './data-lines.ts'
import { capital, counted } from './number.ts'
import { caseLines, regionLines } from './region-lines.ts'
import { analysisWords } from './words.ts'

/** At most so many changes are told in full; the table has them all. */
const toldInFull = 3

/** The text of the memo. */
export function memoText(document: CompareDocument, vocabulary: Vocabulary, lang: Lang): string {
  const say = analysisWords[lang]
  const { left, right, changed, same, notAnalysed, agency } = document
  const parts = [
    `# ${say.title(escape(left.label), escape(right.label))}`,
    `${summaryOf(document, lang)}${agency === null ? '' : say.onlyAgency(agency)}`,
    ...(changed.length === 0 ? [] : [tableOf(changed, document.data !== null, lang)]),
    ...largest(changed).map(({ act, change }) => toldChange(act, change, vocabulary, lang)),
    ...(notAnalysed.length === 0
      ? []
      : [
          `## ${capital(say.notAnalysed)}\n\n${notAnalysed.map((one) => `- ${escape(one.phrase)}: ${escape(sampledText(one, lang))}`).join('\n')}`,
        ]),
    `## ${say.unchanged}\n\n${same.length === 0 ? say.allChange : `${same.map(({ phrase }) => phrase).join('; ')}.`}`,
    ...(document.data === null ? [] : [dataText(document, lang)]),
    `## ${say.basis}\n\n${document.scope}\n\n${say.decidedAgain}`,
    say.lawUsed(`\`${left.policyHash.slice(0, 16)}\``, `\`${right.policyHash.slice(0, 16)}\``),
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
function dataText({ data, changed }: CompareDocument, lang: Lang): string {
  const acts = changed.flatMap(({ phrase, requests }) =>
    requests === null ? [] : [`- ${escape(phrase)}: ${escape(actRequestsText(requests, lang))}`],
  )
  const printout = data === null ? [] : ['~~~~text', ...dataLines(data, lang), '~~~~']
  const title = `## ${capital(analysisWords[lang].recordedRequests)}`
  return [title, ...(acts.length === 0 ? [] : [acts.join('\n')]), printout.join('\n')].join('\n\n')
}

function tableOf(changed: readonly ActDocument[], hasData: boolean, lang: Lang): string {
  const say = analysisWords[lang]
  const { possibleVerdict } = words[lang]
  const rows = changed.flatMap((act) => [
    ...act.verdicts.map((change) => {
      const { from, to, count, share: part, toSection, fromSection } = change
      const section = toSection ?? fromSection
      return [
        act.phrase,
        possibleVerdict[from],
        possibleVerdict[to],
        `${counted(BigInt(count), say.oneCase)} (${part})`,
        ...requestsCell(change, lang),
        section?.cite ?? '',
      ]
    }),
    ...act.duties.map((change) => dutyRow(act, change, lang)),
  ])
  const requests = hasData ? [say.recordedRequests] : []
  const heads = [say.act[0], say.before, say.after, say.distinctCase[1], ...requests, say.section]
  return [
    `| ${heads.join(' | ')} |`,
    `| ${heads.map(() => '---').join(' | ')} |`,
    ...rows.map((cells) => `| ${cells.map(escape).join(' | ')} |`),
  ].join('\n')
}

function requestsCell({ requests }: VerdictDocument | DutyDocument, lang: Lang): readonly string[] {
  return requests === null ? [] : [requestsText(requests, lang)]
}

function dutyRow(act: ActDocument, one: DutyDocument, lang: Lang): readonly string[] {
  const say = analysisWords[lang]
  const { duty: name } = words[lang]
  const { change, duty, count, share: part } = one
  const [before, after] = change === 'begins' ? ['', name] : change === 'ends' ? [name, ''] : [name, say.reworded]
  return [
    `${act.phrase}: ${duty.action}`,
    before,
    after,
    `${counted(BigInt(count), say.oneCase)} (${part})`,
    ...requestsCell(one, lang),
    duty.cite,
  ]
}

function toldChange(act: ActDocument, change: VerdictDocument, vocabulary: Vocabulary, lang: Lang): string {
  const say = analysisWords[lang]
  const { possibleVerdict } = words[lang]
  const { from, to, region, example, count, share: part } = change
  const lines = regionLines(region, lang).map(({ depth, text }) =>
    depth === 0 ? `\n${escape(text)}\n` : markdownItem(text),
  )
  const facts = caseLines(example, region, vocabulary, lang).map((line) => `- ${escape(line)}`)
  return [
    `## ${say.whether(act.phrase, possibleVerdict[from], possibleVerdict[to])}`,
    say.ofAll(counted(BigInt(count), say.distinctCase), part),
    lines.join('\n').trim(),
    `${say.suchCase}\n\n${facts.join('\n')}`,
    say.beforeAndAfter(ruled(example.left, lang), ruled(example.right, lang)),
  ].join('\n\n')
}

function markdownItem(text: string): string {
  if (text.startsWith('- ')) return `- ${escape(text.slice(2))}`
  return text.startsWith('  ') ? `  ${escape(text.slice(2))}` : `- ${escape(text)}`
}

function ruled({ verdict, by }: VerdictDocument['example']['left'], lang: Lang): string {
  const cites = escape(by.map(({ cite }) => cite).join('; '))
  return `${words[lang].possibleVerdict[verdict]}${by.length === 0 ? '' : analysisWords[lang].by(cites)}`
}

/** Text that Markdown must not read as marks. */
function escape(text: string): string {
  return text.replaceAll(/[|<>*_`[\]]/g, '\\$&')
}

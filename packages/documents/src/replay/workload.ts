/** The work of each month as a part of the page of a replay. */
import type { MonthLine } from '@brightline/simulate'
import { countWords, csvText, policyWords, rangeWords, valueWords } from '@brightline/wording'
import { markup, type Markup } from '../html/markup.ts'
import { barHtml, downloadHtml, tableHtml, type Column } from '../html/table.ts'
import type { ReplayContext } from './context.ts'

/** Makes the part. */
export function workloadHtml(context: ReplayContext): Markup {
  const { document, lang, say } = context
  const { workload, names } = document
  const policies = workload[0]?.sides.map(({ policy }) => policyWords(document, policy, lang)) ?? []
  const of = (policy: string, words: string): string => (policies.length === 1 ? words : `${policy}: ${words}`)
  const columns: readonly Column[] = [
    { name: say.month, kind: 'text' },
    { name: say.count, kind: 'number' },
    { name: '', kind: 'bar' },
    ...policies.flatMap((policy) =>
      [say.toClarify, say.dutiesToDo].map((words) => ({ name: of(policy, words), kind: 'number' }) as const),
    ),
  ]
  const most = Math.max(...workload.map(({ requests }) => requests ?? 0), 1)
  const named = workload.map((line) => ({ ...line, month: valueWords('month', line.month, names, lang) }))
  const ends = [say.toClarify, ...[say.least, say.most].map((end) => `${say.dutiesToDo}, ${end}`)]
  const heads = [say.month, say.count, ...policies.flatMap((policy) => ends.map((words) => of(policy, words)))]
  return markup`<section id="workload"><h2>${say.workload}</h2>
${policies.length === 0 ? null : markup`<p>${say.workloadNote}</p>`}
${tableHtml({ caption: say.workload, columns, rows: named.map((line) => rowOf(line, most, lang)), isDense: true })}
${downloadHtml(say.download, 'workload.csv', csvOf(heads, named))}
</section>
`
}

function rowOf({ month, requests, sides }: MonthLine, most: number, lang: string): readonly (string | Markup | null)[] {
  return [
    month,
    countWords(requests, lang),
    requests === null ? null : barHtml([{ look: 'sure', share: requests / most }]),
    ...sides.flatMap(({ toClarify, duties }) => [
      countWords(toClarify, lang),
      rangeWords(duties.min, duties.max, lang),
    ]),
  ]
}

function csvOf(heads: readonly string[], workload: readonly MonthLine[]): string {
  return csvText([
    heads,
    ...workload.map(({ month, requests, sides }) => [
      month,
      requests,
      ...sides.flatMap(({ toClarify, duties }) => [toClarify, duties.min, duties.max]),
    ]),
  ])
}

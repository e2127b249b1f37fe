/** Every way in which one act changes, as a part of the page. Regions and cases open in place. */
import { textIn } from '@brightline/language'
import type { Say } from '@brightline/wording'
import {
  actRequestsText,
  answerText,
  caseLines,
  changeRows,
  countsText,
  regionLines,
  type ActDocument,
  type ChangedCases,
  type ChangeRow,
  type FieldSpeaker,
} from '@brightline/wording/analysis'
import { markup, type Markup, type MarkupValue } from '../html/markup.ts'
import { barHtml } from '../html/table.ts'
import { stackedTable } from '../html/stacked-table.ts'
import type { ComparisonPagePhrase } from './phrases.ts'

/** Makes the part of an act. */
export function actHtml(act: ActDocument, speaker: FieldSpeaker, say: Say<ComparisonPagePhrase>): Markup {
  const { lang } = speaker
  const hasRequests = act.requests !== null
  const cells = (row: ChangeRow): readonly MarkupValue[] => [
    markup`${row.change} <span class="soft">${row.cite}</span>`,
    row.before,
    row.after,
    markup`${row.cases} ${barHtml([{ look: row.kind === 'verdict' ? 'sure' : 'may', share: row.part }])}`,
    ...(hasRequests ? [row.requests ?? ''] : []),
  ]
  const columns = [say('change'), say('before'), say('after'), say('cases'), ...(hasRequests ? [say('requests')] : [])]
  return markup`<h3>${textIn(act.phrase, lang)}</h3>
    <p>${countsText(act, lang)}</p>
    ${act.requests === null ? null : markup`<p>${actRequestsText(act.requests, lang)}</p>`}
    ${stackedTable({ caption: textIn(act.phrase, lang), columns, rows: changeRows(act, speaker).map(cells) })}
    <details>
      <summary>${say('where')}</summary>
      ${[...act.verdicts, ...act.terms, ...act.duties].map((change) => casesHtml(change, speaker, say))}
    </details>`
}

function casesHtml(change: ChangedCases, speaker: FieldSpeaker, say: Say<ComparisonPagePhrase>): Markup {
  const { lang } = speaker
  const { region, example } = change
  const { left, right } = example
  const lines = regionLines(region, speaker)
  return markup`<h4>${answerText(left, lang)} → ${answerText(right, lang)}</h4>
    <ul class="region">
      ${lines.map(({ depth, text }) => markup`<li${depthClass(depth)}>${text.replace(/^- /, '')}</li> `)}
    </ul>
    <p>${say('oneCase')} ${caseLines(example, region, speaker).join('; ')}.</p>`
}

function depthClass(depth: number): Markup {
  return depth === 0 ? markup`` : markup` class="deeper"`
}

/** How the usual papers fare, as a part of the page. */
import { textIn } from '@brightline/language'
import type { Say } from '@brightline/wording'
import {
  anyPaper,
  paperLines,
  type ActDocument,
  type CompareDocument,
  type FieldSpeaker,
  type PaperLine,
} from '@brightline/wording/analysis'
import { markup, type Markup, type MarkupValue } from '../html/markup.ts'
import { barHtml } from '../html/table.ts'
import { stackedTable } from '../html/stacked-table.ts'
import type { ComparisonPagePhrase } from './phrases.ts'

/** Makes a table for each act that changes: every case of it, then its papers. */
export function papersHtml(
  { changed }: CompareDocument,
  { lang }: FieldSpeaker,
  say: Say<ComparisonPagePhrase>,
): Markup {
  return markup`<h2>${say('papers')}</h2>
    <p class="soft">${say('papersNote')}</p>
    ${changed.map(
      (act) =>
        markup`<h3>${textIn(act.phrase, lang)}</h3>
          ${tableOf(act, lang, say)} `,
    )}`
}

function tableOf(act: ActDocument, lang: string, say: Say<ComparisonPagePhrase>): Markup {
  const every = { ...anyPaper(act, lang), papers: [say('everyCase')] }
  return stackedTable({
    caption: textIn(act.phrase, lang),
    columns: [say('paper'), say('before'), say('after'), say('change'), say('share')],
    rows: [every, ...paperLines(act, lang)].flatMap((line) => rowsOf(line, say)),
  })
}

function rowsOf(
  { papers, ways, otherwise }: PaperLine,
  say: Say<ComparisonPagePhrase>,
): readonly (readonly MarkupValue[])[] {
  const name = papers.join(', ')
  const rows = ways.map(({ from, to, share, direction, part }, at) => [
    at === 0 ? name : markup`<span class="hidden">${name}</span>`,
    from,
    to,
    markup`<span class="way">${signs[direction]} ${say(direction)}</span>`,
    markup`${share} ${barHtml([{ look: direction === 'as-strict' ? 'may' : 'sure', share: part }])}`,
  ])
  if (otherwise === null) return rows.length > 0 ? rows : [[name, '', '', say('same'), '']]
  const title = rows.length === 0 ? name : markup`<span class="hidden">${name}</span>`
  return [...rows, [title, '', '', markup`<span class="way">~ ${say('otherwise')}</span>`, otherwise]]
}

const signs = { stricter: '▲', looser: '▼', 'now-unclear': '?', 'as-strict': '=' } as const

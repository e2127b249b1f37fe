/** The usual papers and what becomes of them, as a part of the page. */
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

/** Makes a table for each act whose papers the law tells apart, and one for the acts on which any paper is the same. */
export function papersHtml(
  { changed }: CompareDocument,
  { lang }: FieldSpeaker,
  say: Say<ComparisonPagePhrase>,
): Markup {
  const told = changed.filter(({ papers }) => papers.length > 0)
  const others = changed.filter(({ papers }) => papers.length === 0)
  return markup`<h2>${say('papers')}</h2>
    <p class="soft">${say('papersNote')}</p>
    ${told.map((act) => actTable(act, lang, say))} ${others.length === 0 ? null : othersTable(others, lang, say)}`
}

function actTable(act: ActDocument, lang: string, say: Say<ComparisonPagePhrase>): Markup {
  const phrase = textIn(act.phrase, lang)
  const every = { ...anyPaper(act, lang), papers: [say('everyCase')] }
  return markup`<h3>${phrase}</h3>
    ${stackedTable({
      caption: phrase,
      columns: [say('paper'), say('changeOfCases')],
      rows: [every, ...paperLines(act, lang)].map((line) => [line.papers.join(', '), waysHtml(line, say)]),
    })} `
}

function othersTable(acts: readonly ActDocument[], lang: string, say: Say<ComparisonPagePhrase>): Markup {
  return markup`<h3>${say('anyPaper')}</h3>
    ${stackedTable({
      caption: say('anyPaper'),
      columns: [say('act'), say('changeOfCases')],
      rows: acts.map((act) => [textIn(act.phrase, lang), waysHtml(anyPaper(act, lang), say)]),
    })}`
}

/** Makes a line for each way of changing: from what to what, which way that moves, and in which share of the cases. */
function waysHtml({ ways, otherwise }: PaperLine, say: Say<ComparisonPagePhrase>): MarkupValue {
  if (ways.length === 0 && otherwise === null) return say('same')
  return [
    ...ways.map(
      ({ from, to, share, direction, part }) =>
        markup`<div class="way">
          <span>${from} → ${to}</span> <span>${signs[direction]} ${say(direction)}</span>
          <span class="share">${share}</span>
          ${barHtml([{ look: direction === 'as-strict' ? 'may' : 'sure', share: part }])}
        </div> `,
    ),
    otherwise === null
      ? null
      : markup`<div class="way"><span>${say('otherwise')}</span> <span></span> <span class="share">${otherwise}</span></div>`,
  ]
}

const signs = { stricter: '▲', looser: '▼', 'now-unclear': '?', 'as-strict': '=' } as const

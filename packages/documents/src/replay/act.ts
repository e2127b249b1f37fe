/** One act of a replay as a part of its page. */
import { textIn } from '@brightline/language'
import type { ActReplayDocument, ReplayDocument, SideDocument, VerdictLine } from '@brightline/simulate'
import { countWords, csvText, policyWords, rangeWords, outcomeWords, type ReplayPhrases } from '@brightline/wording'
import { markup, type Markup, type MarkupValue } from '../html/markup.ts'
import { downloadHtml, keyHtml, tableHtml, type Table } from '../html/table.ts'
import { boundsBar } from './bar.ts'
import { dimensionHtml } from './dimension.ts'
import type { ReplayContext } from './context.ts'

/** Makes the part of an act. */
export function actHtml(act: ActReplayDocument, context: ReplayContext): Markup {
  const { document, lang, say } = context
  return markup`<section id="act-${act.act}">
<h2>${actName(act.act, document, lang)}: ${countWords(act.requests, lang)} ${say.count}</h2>
${act.change === null ? null : changeHtml(act.change, context)}
${act.sides.map((side) => sideHtml(act.act, side, context))}
</section>
`
}

/** Writes the act in words, with its name behind. */
export function actName(act: string, { names }: ReplayDocument, lang: string): Markup {
  const phrase = names.acts[act]
  return phrase === undefined ? markup`<code>${act}</code>` : markup`${textIn(phrase, lang)} <code>${act}</code>`
}

function changeHtml(
  { same, differs, mayDiffer, transitions }: NonNullable<ActReplayDocument['change']>,
  { document, lang, say }: ReplayContext,
): Markup {
  const policies = document.printout.policies.map(({ name }) => policyWords(document, name, lang)).join(' → ')
  const parts = [
    [say.same, same],
    [say.differs, differs],
    [say.mayDiffer, mayDiffer],
  ] as const
  const sums = countTable(
    say.change,
    say.change,
    say,
    parts.map(([words, count]) => [words, countWords(count, lang)]),
  )
  const most = Math.max(...transitions.map(({ max }) => max ?? 0), 1)
  const ways = transitions.map(({ before, after, min, max }) => [
    `${outcomeWords(before, lang)} → ${outcomeWords(after, lang)}`,
    rangeWords(min, max, lang),
    boundsBar(min, max, most),
  ])
  return markup`<h3>${say.change}: ${policies}</h3>
${differs === 0 && mayDiffer === 0 ? markup`<p>${say.noChange}</p>` : null}
${tableHtml(sums)}
${ways.length === 0 ? null : markup`${tableHtml(boundsTable(say.change, say.change, say, ways))}${boundsKey(say)}`}
`
}

function sideHtml(act: string, side: SideDocument, context: ReplayContext): Markup {
  const { document, lang } = context
  const file = `${act}-${side.policy.replaceAll(/[^a-z0-9-]+/g, '-')}`
  const [total] = side.tables.total
  return markup`<h3>${policyWords(document, side.policy, lang)}</h3>
${total === undefined ? null : boundsHtml(total, file, context)}
${answersHtml(side, context)}
${missingHtml(side, context)}
${dutiesHtml(side, context)}
${(['owner', 'form', 'month', 'place'] as const).map((dimension) => dimensionHtml(dimension, side, file, context))}
`
}

/** Draws the bounds of each verdict. A suppressed count has no bar. */
function boundsHtml(total: VerdictLine, file: string, { lang, say }: ReplayContext): Markup {
  const bounds = Object.entries(total.bounds)
  const most = Math.max(...bounds.map(([, { max }]) => max ?? 0), 1)
  const rows = bounds.map(([verdict, { min, max }]) => [
    outcomeWords(verdict, lang),
    rangeWords(min, max, lang),
    boundsBar(min, max, most),
  ])
  const downloaded = csvText([
    [say.verdict, say.least, say.most],
    ...bounds.map(([verdict, { min, max }]) => [outcomeWords(verdict, lang), min, max]),
  ])
  return markup`<h4>${say.bounds}</h4>
${tableHtml(boundsTable(say.bounds, say.verdict, say, rows))}
${boundsKey(say)}
${downloadHtml(say.download, `${file}-bounds.csv`, downloaded)}
`
}

function answersHtml({ answers }: SideDocument, { lang, say }: ReplayContext): Markup | null {
  const rows = Object.entries(answers).map(([verdict, count]) => [outcomeWords(verdict, lang), countWords(count, lang)])
  return rows.length === 0 ? null : headed(countTable(say.answers, say.answer, say, rows))
}

function missingHtml({ missing }: SideDocument, { document, lang, say }: ReplayContext): Markup | null {
  const rows = missing.map(({ fact, requests }) => {
    const question = document.names.facts[fact]
    const words = question === undefined ? say.kindOfAgency : textIn(question, lang)
    return [markup`${words} <code>${fact}</code>`, countWords(requests, lang)]
  })
  return rows.length === 0 ? null : headed(countTable(say.missing, say.fact, say, rows))
}

function dutiesHtml({ duties }: SideDocument, { lang, say }: ReplayContext): Markup | null {
  const rows = duties.map(({ action, cite, min, max }) => [
    markup`${textIn(action, lang)} <span class="soft">${cite}</span>`,
    rangeWords(min, max, lang),
  ])
  if (rows.length === 0) return null
  return headed({
    caption: say.duties,
    columns: [
      { name: say.duty, kind: 'text' },
      { name: `${say.least}–${say.most}`, kind: 'number' },
    ],
    rows,
  })
}

function headed(table: Table): Markup {
  return markup`<h4>${table.caption}</h4>
${tableHtml(table)}
`
}

type Rows = readonly (readonly MarkupValue[])[]

function countTable(caption: string, first: string, say: ReplayPhrases, rows: Rows): Table {
  return {
    caption,
    columns: [
      { name: first, kind: 'text' },
      { name: say.count, kind: 'number' },
    ],
    rows,
  }
}

function boundsTable(caption: string, first: string, say: ReplayPhrases, rows: Rows): Table {
  return {
    caption,
    columns: [
      { name: first, kind: 'text' },
      { name: `${say.least}–${say.most}`, kind: 'number' },
      { name: '', kind: 'bar' },
    ],
    rows,
  }
}

function boundsKey(say: ReplayPhrases): Markup {
  return keyHtml([
    ['sure', say.least],
    ['may', say.upTo],
  ])
}

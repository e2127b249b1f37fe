/** The table of one side by owner, form, month or place. */
import type { Dimension, SideDocument, VerdictLine } from '@brightline/simulate'
import {
  countWords,
  csvText,
  dimensionPhrases,
  inLanguage,
  rangeWords,
  valueWords,
  outcomeWords,
} from '@brightline/wording'
import { markup, type Markup } from '../html/markup.ts'
import { downloadHtml, keyHtml, tableHtml, type Column } from '../html/table.ts'
import { partsBar } from './bar.ts'
import type { ReplayContext } from './context.ts'

/** Makes the part; nothing where there is one value only. */
export function dimensionHtml(
  dimension: Exclude<Dimension, 'total'>,
  side: SideDocument,
  file: string,
  context: ReplayContext,
): Markup | null {
  const { document, lang, say } = context
  if (side.tables[dimension].length < 2) return null
  const caption = inLanguage(dimensionPhrases, lang)[dimension]
  const lines = side.tables[dimension].map((line) => ({
    ...line,
    value: valueWords(dimension, line.value, document.names, lang),
  }))
  const verdicts = [...new Set(lines.flatMap(({ bounds }) => Object.keys(bounds)))]
  const key = keyHtml([
    ['sure', say.decided],
    ['may', outcomeWords('open', lang)],
    ['out', outcomeWords('not-bound', lang)],
  ])
  return markup`<h4>${caption}</h4>
${key}
${tableHtml({ caption, columns: columnsOf(verdicts, context), rows: rowsOf(lines, verdicts, lang), isDense: true })}
${downloadHtml(say.download, `${file}-${dimension}.csv`, csvOf(caption, lines, verdicts, context))}
`
}

function columnsOf(verdicts: readonly string[], { lang, say }: ReplayContext): readonly Column[] {
  const numbers = [...verdicts, 'open', 'not-bound'].map((key) => outcomeWords(key, lang))
  return [
    { name: '', kind: 'text' },
    { name: say.count, kind: 'number' },
    { name: '', kind: 'bar' },
    ...numbers.map((name) => ({ name, kind: 'number' }) as const),
  ]
}

function rowsOf(
  lines: readonly VerdictLine[],
  verdicts: readonly string[],
  lang: string,
): readonly (readonly (string | Markup | null)[])[] {
  const most = Math.max(...lines.map(({ requests }) => requests ?? 0), 1)
  return lines.map((line) => [
    line.value,
    countWords(line.requests, lang),
    partsBar(line, most),
    ...verdicts.map((verdict) =>
      rangeWords(line.bounds[verdict]?.min ?? null, line.bounds[verdict]?.max ?? null, lang),
    ),
    countWords(line.open, lang),
    countWords(line.notBound, lang),
  ])
}

function csvOf(
  caption: string,
  lines: readonly VerdictLine[],
  verdicts: readonly string[],
  { lang, say }: ReplayContext,
): string {
  const ends = verdicts.flatMap((verdict) =>
    [say.least, say.most].map((end) => `${outcomeWords(verdict, lang)}, ${end}`),
  )
  return csvText([
    [caption, say.count, ...ends, ...['open', 'not-bound'].map((key) => outcomeWords(key, lang))],
    ...lines.map(({ value, requests, bounds, open, notBound }) => [
      value,
      requests,
      ...verdicts.flatMap((verdict) => [bounds[verdict]?.min ?? null, bounds[verdict]?.max ?? null]),
      open,
      notBound,
    ]),
  ])
}

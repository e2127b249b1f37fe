/** A replay as one page: it needs no script and no other file, and prints well. */
import { dimensions } from '../replay/dimension.ts'
import { rangeChart, stackChart } from './chart.ts'
import { csv } from './csv.ts'
import type { ActDocument, Count, ReplayDocument, SideDocument, VerdictLine } from './document.ts'
import { page } from './page.ts'
import { dimensionWords, reportWords, verdictWords, type TwoLanguages } from './words.ts'

/** The page, headings in English and Spanish. */
export function toHtml(document: ReplayDocument): string {
  const parts = [
    `<h1>${both(reportWords.title)}</h1>`,
    `<p class="note">${escape(document.printout.disclaimer)}<br><span lang="es">${escape(reportWords.disclaimer.es)}</span></p>`,
    contentsHtml(document),
    printoutHtml(document),
    ...document.acts.map((act) => actHtml(act, document)),
    workloadHtml(document),
    ...(document.isPublic
      ? [
          `<p class="note">${escape(reportWords.suppressed.en)}<br><span lang="es">${escape(reportWords.suppressed.es)}</span></p>`,
        ]
      : []),
    ...(document.problems.length > 0 ? [problemsHtml(document)] : []),
    `<p class="note">${escape(document.printout.disclaimer)}</p>`,
  ]
  return page(reportWords.title.en, parts.join('\n'))
}

/** Where what is. */
function contentsHtml({ acts, problems }: ReplayDocument): string {
  const links = [
    ...acts.map(({ act, requests }) => [`act-${act}`, `<code>${escape(act)}</code>: ${count(requests)}`] as const),
    ['workload', both(reportWords.workload)] as const,
    ...(problems.length > 0 ? [['problems', both(reportWords.problems)] as const] : []),
  ]
  const items = links.map(([id, words]) => `<li><a href="#${escape(id)}">${words}</a></li>`)
  return `<nav aria-label="${escape(`${reportWords.contents.en} / ${reportWords.contents.es}`)}"><ul>${items.join('')}</ul></nav>`
}

function printoutHtml({ printout }: ReplayDocument): string {
  const { dataSet, policies, window, excluded } = printout
  const list = (items: readonly string[]): string =>
    `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`
  const asked =
    window.from === null && window.through === null ? '' : ` (${window.from ?? '…'} – ${window.through ?? '…'})`
  const reasons = Object.entries(excluded).map(([reason, rows]) => `${count(rows)}: ${reason}`)
  const lines: readonly (readonly [TwoLanguages, string])[] = [
    [reportWords.data, escape(dataSet.name)],
    [reportWords.source, escape(dataSet.source ?? '–')],
    [reportWords.licence, escape(dataSet.licence ?? '–')],
    [reportWords.notes, list(dataSet.notes)],
    [reportWords.policies, list(policies.map(({ name, hash }) => `${name} (${hash.slice(0, 16)})`))],
    [reportWords.window, escape(`${window.firstMonth ?? '–'} – ${window.lastMonth ?? '–'}${asked}`)],
    [reportWords.rows, count(printout.rowsRead)],
    [reportWords.requests, count(printout.requests)],
    [reportWords.used, count(printout.requestsUsed)],
    [reportWords.excluded, reasons.length === 0 ? '0' : list(reasons)],
    [
      reportWords.open,
      `${count(printout.openRequests)} (${printout.openShare === null ? '*' : `${printout.openShare} %`})`,
    ],
    ...(printout.unmappedColumns.length === 0
      ? []
      : [[reportWords.unmapped, escape(printout.unmappedColumns.join(', '))] as const]),
    ...(printout.ignoredColumns.length === 0
      ? []
      : [[reportWords.ignored, escape(printout.ignoredColumns.join(', '))] as const]),
    ...(Object.keys(printout.unknownFacts).length === 0
      ? []
      : [
          [
            reportWords.unknown,
            list(Object.entries(printout.unknownFacts).map(([fact, rows]) => `${count(rows)}: ${fact}`)),
          ] as const,
        ]),
    [reportWords.assumptions, list(printout.assumptions)],
    [reportWords.hash, `<code>${escape(printout.assumptionsHash)}</code>`],
  ]
  return `<dl>${lines.map(([name, text]) => `<dt>${both(name)}</dt><dd>${text}</dd>`).join('\n')}</dl>`
}

function actHtml(act: ActDocument, document: ReplayDocument): string {
  const parts = [
    `<section id="act-${escape(act.act)}"><h2><code>${escape(act.act)}</code>: ${count(act.requests)} ${both(reportWords.count)}</h2>`,
  ]
  if (act.change !== null) parts.push(changeHtml(act.change, document))
  for (const side of act.sides) parts.push(sideHtml(act.act, side))
  return `${parts.join('\n')}</section>`
}

function changeHtml(change: NonNullable<ActDocument['change']>, { printout }: ReplayDocument): string {
  const rows = [
    [reportWords.same, change.same],
    [reportWords.differs, change.differs],
    [reportWords.mayDiffer, change.mayDiffer],
  ] as const
  const isEmpty = change.differs === 0 && change.mayDiffer === 0
  const heading = `<h3>${both(reportWords.change)}: ${printout.policies.map(({ name }) => escape(name)).join(' → ')}</h3>`
  const summary = tableHtml(
    reportWords.change,
    [two(reportWords.change), two(reportWords.count)],
    rows.map(([words, rows]) => [two(words), count(rows)]),
  )
  const moves = tableHtml(
    reportWords.change,
    [two(reportWords.change), two(reportWords.least), two(reportWords.most)],
    change.transitions.map(({ before, after, min, max }) => [
      `${inWords(before)} → ${inWords(after)}`,
      count(min),
      count(max),
    ]),
  )
  return `${heading}${isEmpty ? `<p>${both(reportWords.noChange)}</p>` : ''}${summary}${change.transitions.length > 0 ? moves : ''}`
}

function sideHtml(act: string, side: SideDocument): string {
  const [total] = side.tables.total
  const name = `${act}-${side.policy.replaceAll(/[^a-z0-9-]+/g, '-')}`
  const parts = [`<h3>${escape(side.policy)}</h3>`]
  if (total !== undefined) parts.push(boundsFigure(act, side.policy, total, name))
  if (side.tables.month.length > 1) parts.push(monthFigure(act, side, name))
  for (const dimension of dimensions.slice(1)) {
    if (dimension === 'month' || side.tables[dimension].length < 2) continue
    const words = dimensionWords[dimension]
    parts.push(`<h4>${both(words)}</h4>`, verdictTable(words, side.tables[dimension], `${name}-${dimension}`))
  }
  const answers = Object.entries(side.answers).map(([verdict, rows]) => [inWords(verdict), count(rows)])
  const listed = (words: TwoLanguages, head: readonly string[], rows: readonly (readonly string[])[]): void => {
    if (rows.length > 0) parts.push(`<h4>${both(words)}</h4>`, tableHtml(words, head, rows))
  }
  listed(reportWords.answers, [two(reportWords.answer), two(reportWords.count)], answers)
  listed(
    reportWords.missing,
    [two(reportWords.fact), two(reportWords.count)],
    side.missing.map(({ fact, requests }) => [fact, count(requests)]),
  )
  listed(
    reportWords.duties,
    [two(reportWords.duty), two(reportWords.source), two(reportWords.least), two(reportWords.most)],
    side.duties.map(({ action, cite, min, max }) => [action.en, cite, count(min), count(max)]),
  )
  return parts.join('\n')
}

/** The bounds of each verdict, as a chart with its table. A suppressed count has no bar. */
function boundsFigure(act: string, policy: string, total: VerdictLine, name: string): string {
  const bars = Object.entries(total.bounds).flatMap(([verdict, { min, max }]) =>
    min === null || max === null ? [] : [{ name: inWords(verdict), min, max }],
  )
  const rows = Object.entries(total.bounds).map(([verdict, { min, max }]) => [inWords(verdict), count(min), count(max)])
  const chart = rangeChart(bars, `${reportWords.bounds.en}: ${act}, ${policy}`)
  const key = keyHtml([
    ['dark', reportWords.least],
    ['light', reportWords.upTo],
  ])
  const head = [two(reportWords.verdict), two(reportWords.least), two(reportWords.most)]
  return figure(reportWords.bounds, chart, head, rows, `${name}-bounds`, key)
}

function monthFigure(act: string, side: SideDocument, name: string): string {
  const domain = ['decided', 'open', 'not bound']
  const lines = side.tables.month
  const parts = lines.flatMap(({ value, requests, open, notBound }) => {
    if (requests === null || open === null || notBound === null) return []
    const decided = requests - open - notBound
    return [decided, open, notBound].map((rows, index) => ({ name: value, part: domain[index] ?? '', count: rows }))
  })
  const words = dimensionWords.month
  const chart = stackChart(parts, withoutBar(lines, parts), domain, `${words.en}: ${act}, ${side.policy}`)
  const key = keyHtml([
    ['dark', reportWords.decided],
    ['light', verdictWords['open'] ?? reportWords.open],
    ['grey', verdictWords['not-bound'] ?? reportWords.open],
  ])
  return `<figure><figcaption>${both(words)}</figcaption>${chartHtml(words, chart)}${key}${verdictTable(words, lines, `${name}-month`)}</figure>`
}

function workloadHtml({ workload }: ReplayDocument): string {
  const parts = workload.flatMap(({ month, requests }) =>
    requests === null ? [] : [{ name: month, part: 'requests', count: requests }],
  )
  const policies = workload[0]?.sides.map(({ policy }) => policy) ?? []
  const head = [
    two(reportWords.month),
    two(reportWords.count),
    ...policies.flatMap((policy) => [
      `${policy}: ${two(reportWords.toClarify)}`,
      `${policy}: ${two(reportWords.dutiesToDo)}, ${two(reportWords.least)}`,
      `${policy}: ${two(reportWords.dutiesToDo)}, ${two(reportWords.most)}`,
    ]),
  ]
  const rows = workload.map(({ month, requests, sides }) => [
    month,
    count(requests),
    ...sides.flatMap(({ toClarify, duties }) => [count(toClarify), count(duties.min), count(duties.max)]),
  ])
  const lines = workload.map(({ month }) => ({ value: month }))
  const chart = stackChart(parts, withoutBar(lines, parts), ['requests'], reportWords.workload.en)
  const note = policies.length === 0 ? '' : `<p>${both(reportWords.workloadNote)}</p>`
  return `<section id="workload">${figure(reportWords.workload, chart, head, rows, 'workload')}${note}</section>`
}

/** Months whose counts are hidden. */
function withoutBar(
  lines: readonly { readonly value: string }[],
  parts: readonly { readonly name: string }[],
): readonly string[] {
  return lines.map(({ value }) => value).filter((value) => !parts.some(({ name }) => name === value))
}

/** What the colours of a chart mean. */
function keyHtml(parts: readonly (readonly [look: string, words: TwoLanguages])[]): string {
  return `<p class="key">${parts.map(([look, words]) => `<span class="swatch ${look}"></span> ${both(words)}`).join(' ')}</p>`
}

function chartHtml(words: TwoLanguages, chart: string): string {
  return `<div class="wide" role="region" aria-label="${escape(two(words))}" tabindex="0">${chart}</div>`
}

function figure(
  caption: TwoLanguages,
  chart: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  name: string,
  key: string = '',
): string {
  return `<figure><figcaption>${both(caption)}</figcaption>${chartHtml(caption, chart)}${key}${tableHtml(caption, head, rows)}${download(head, rows, name)}</figure>`
}

function verdictTable(words: TwoLanguages, lines: readonly VerdictLine[], name: string): string {
  const seen = [...new Set(lines.flatMap(({ bounds }) => Object.keys(bounds)))]
  const head = [
    two(words),
    two(reportWords.count),
    ...seen.flatMap((verdict) => [
      `${inWords(verdict)}, ${two(reportWords.least)}`,
      `${inWords(verdict)}, ${two(reportWords.most)}`,
    ]),
    inWords('open'),
    inWords('not-bound'),
  ]
  const rows = lines.map(({ value, requests, bounds, open, notBound }) => [
    value,
    count(requests),
    ...seen.flatMap((verdict) => [count(bounds[verdict]?.min ?? null), count(bounds[verdict]?.max ?? null)]),
    count(open),
    count(notBound),
  ])
  const single = (text: string): string => `<th scope="col" rowspan="2">${escape(text)}</th>`
  const pair = (verdict: string): string => `<th scope="colgroup" colspan="2">${escape(inWords(verdict))}</th>`
  const bounds = `<th scope="col">${escape(two(reportWords.least))}</th><th scope="col">${escape(two(reportWords.most))}</th>`
  const first = [two(words), two(reportWords.count)].map(single).join('') + seen.map(pair).join('')
  const heads = `<tr>${first}${['open', 'not-bound'].map(inWords).map(single).join('')}</tr><tr>${bounds.repeat(seen.length)}</tr>`
  return `${tableHtml(words, head, rows, heads)}${download(head, rows, name)}`
}

function problemsHtml({ problems }: ReplayDocument): string {
  const rows = problems.map(({ code, message, column, row, rows }) => [
    code,
    message,
    column ?? '',
    row === null ? '' : count(row),
    count(rows),
  ])
  const { code, problem, column, firstRow, rowsWith } = reportWords
  const head = [code, problem, column, firstRow, rowsWith].map(two)
  return `<section id="problems"><h2>${both(reportWords.problems)}</h2>${tableHtml(reportWords.problems, head, rows)}</section>`
}

function tableHtml(
  words: TwoLanguages,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  heads: string = `<tr>${head.map((text) => `<th scope="col">${escape(text)}</th>`).join('')}</tr>`,
): string {
  const cell = (text: string, index: number): string => {
    if (index > 0) return `<td${/^[\d,*]*$/.test(text) ? '' : ' class="text"'}>${escape(text)}</td>`
    return `<th scope="row"${/^\d{4}-\d{2}$/.test(text) ? ' class="month"' : ''}>${escape(text)}</th>`
  }
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')
  return `<div class="wide" role="region" aria-label="${escape(two(words))}" tabindex="0"><table><thead>${heads}</thead><tbody>${body}</tbody></table></div>`
}

function download(head: readonly string[], rows: readonly (readonly string[])[], name: string): string {
  // Numbers without commas, for those who go on counting.
  const plain = rows.map((row) => row.map((cell) => (/^[\d,]+$/.test(cell) ? cell.replaceAll(',', '') : cell)))
  const data = encodeURIComponent(csv([head, ...plain]))
  return `<p class="download"><a download="${escape(name)}.csv" href="data:text/csv;charset=utf-8,${data}">${both(reportWords.download)}</a></p>`
}

function both({ en, es }: TwoLanguages): string {
  return `${escape(en)} <span lang="es" class="es">${escape(es)}</span>`
}

function two({ en, es }: TwoLanguages): string {
  return `${en} / ${es}`
}

function inWords(verdict: string): string {
  const words = verdictWords[verdict]
  return words === undefined ? verdict : two(words)
}

function count(value: Count): string {
  return value === null ? '*' : String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A replay as one page: it needs no script and no other file, and prints well. */
import type { Bilingual } from '@brightline/language'
import { dimensions } from '../replay/replay.ts'
import { rangeChart, stackChart } from './chart.ts'
import { csv } from './csv.ts'
import type { ActDocument, Count, ReplayDocument, SideDocument, VerdictLine } from './document.ts'
import { page } from './page.ts'
import { dimensionWords, reportWords, verdictWords } from './words.ts'

/** The page, headings in English and Spanish. */
export function toHtml(document: ReplayDocument): string {
  const parts = [
    `<h1>${both(reportWords.title)}</h1>`,
    `<p class="note">${escape(document.printout.disclaimer)}<br><span lang="es">${escape(reportWords.disclaimer.es)}</span></p>`,
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

function printoutHtml({ printout }: ReplayDocument): string {
  const { dataSet, policies, window, excluded } = printout
  const list = (items: readonly string[]): string =>
    `<ul>${items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`
  const asked =
    window.from === null && window.through === null ? '' : ` (${window.from ?? '…'} – ${window.through ?? '…'})`
  const reasons = Object.entries(excluded).map(([reason, rows]) => `${count(rows)}: ${reason}`)
  const lines: readonly (readonly [Bilingual, string])[] = [
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
    [reportWords.assumptions, list(printout.assumptions)],
    [reportWords.hash, `<code>${escape(printout.assumptionsHash)}</code>`],
  ]
  return `<dl>${lines.map(([name, text]) => `<dt>${both(name)}</dt><dd>${text}</dd>`).join('\n')}</dl>`
}

function actHtml(act: ActDocument, document: ReplayDocument): string {
  const parts = [`<section><h2><code>${escape(act.act)}</code>: ${count(act.requests)}</h2>`]
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
    ['', reportWords.requests.en],
    rows.map(([words, rows]) => [`${words.en} / ${words.es}`, count(rows)]),
  )
  const moves = tableHtml(
    ['', reportWords.least.en, reportWords.most.en],
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
  const parts = [`<h3>${escape(side.policy)}</h3>`]
  if (total !== undefined) parts.push(boundsFigure(act, side.policy, total))
  if (side.tables.month.length > 1) parts.push(monthFigure(act, side))
  for (const dimension of dimensions.slice(1)) {
    if (dimension === 'month' || side.tables[dimension].length < 2) continue
    parts.push(
      `<h4>${both(dimensionWords[dimension])}</h4>`,
      verdictTable(side.tables[dimension], `${act}-${dimension}`),
    )
  }
  const answers = Object.entries(side.answers).map(([verdict, rows]) => [inWords(verdict), count(rows)])
  parts.push(`<h4>${both(reportWords.answers)}</h4>`, tableHtml(['', reportWords.requests.en], answers))
  if (side.missing.length > 0) {
    parts.push(
      `<h4>${both(reportWords.missing)}</h4>`,
      tableHtml(
        ['', reportWords.requests.en],
        side.missing.map(({ fact, requests }) => [fact, count(requests)]),
      ),
    )
  }
  if (side.duties.length > 0) {
    const rows = side.duties.map(({ action, cite, min, max }) => [action, cite, count(min), count(max)])
    parts.push(
      `<h4>${both(reportWords.duties)}</h4>`,
      tableHtml(['', '', reportWords.least.en, reportWords.most.en], rows),
    )
  }
  return parts.join('\n')
}

/** The bounds of each verdict, as a chart with its table. A suppressed count has no bar. */
function boundsFigure(act: string, policy: string, total: VerdictLine): string {
  const bars = Object.entries(total.bounds).flatMap(([verdict, { min, max }]) =>
    min === null || max === null ? [] : [{ name: verdictWords[verdict]?.en ?? verdict, min, max }],
  )
  const rows = Object.entries(total.bounds).map(([verdict, { min, max }]) => [inWords(verdict), count(min), count(max)])
  const head = [
    '',
    `${reportWords.least.en} / ${reportWords.least.es}`,
    `${reportWords.most.en} / ${reportWords.most.es}`,
  ]
  return figure(
    reportWords.bounds,
    rangeChart(bars, `${reportWords.bounds.en}: ${act}, ${policy}`),
    head,
    rows,
    `${act}-bounds`,
  )
}

function monthFigure(act: string, side: SideDocument): string {
  const domain = ['decided', 'open', 'not bound']
  const lines = side.tables.month
  const parts = lines.flatMap(({ value, requests, open, notBound }) => {
    if (requests === null || open === null || notBound === null) return []
    const decided = requests - open - notBound
    return [decided, open, notBound].map((rows, index) => ({ name: value, part: domain[index] ?? '', count: rows }))
  })
  const chart = stackChart(parts, domain, `${dimensionWords.month.en}: ${act}, ${side.policy}`)
  const caption = `<p class="key"><span class="dark"></span> decided / resuelto <span class="light"></span> open / abierto <span class="grey"></span> not bound / no obligado</p>`
  return `<figure><figcaption>${both(dimensionWords.month)}</figcaption>${chart}${caption}${verdictTable(lines, `${act}-month`)}</figure>`
}

function workloadHtml({ workload }: ReplayDocument): string {
  const parts = workload.flatMap(({ month, requests }) =>
    requests === null ? [] : [{ name: month, part: 'requests', count: requests }],
  )
  const rows = workload.map(({ month, requests }) => [month, count(requests)])
  const chart = stackChart(parts, ['requests'], reportWords.workload.en)
  return figure(
    reportWords.workload,
    chart,
    ['', `${reportWords.requests.en} / ${reportWords.requests.es}`],
    rows,
    'workload',
  )
}

function figure(
  caption: Bilingual,
  chart: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  name: string,
): string {
  return `<figure><figcaption>${both(caption)}</figcaption>${chart}${tableHtml(head, rows)}${download(head, rows, name)}</figure>`
}

function verdictTable(lines: readonly VerdictLine[], name: string): string {
  const seen = [...new Set(lines.flatMap(({ bounds }) => Object.keys(bounds)))]
  const head = [
    '',
    'requests',
    ...seen.flatMap((verdict) => [
      `${verdictWords[verdict]?.en ?? verdict}, least`,
      `${verdictWords[verdict]?.en ?? verdict}, most`,
    ]),
    'open',
    'not bound',
  ]
  const rows = lines.map(({ value, requests, bounds, open, notBound }) => [
    value,
    count(requests),
    ...seen.flatMap((verdict) => [count(bounds[verdict]?.min ?? null), count(bounds[verdict]?.max ?? null)]),
    count(open),
    count(notBound),
  ])
  return `${tableHtml(head, rows)}${download(head, rows, name)}`
}

function problemsHtml({ problems }: ReplayDocument): string {
  const rows = problems.map(({ code, message, column, row, rows }) => [
    code,
    message,
    column ?? '',
    row === null ? '' : String(row),
    count(rows),
  ])
  return `<h2>${both(reportWords.problems)}</h2>${tableHtml(['', '', 'column', 'row', 'rows'], rows)}`
}

function tableHtml(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string, index: number): string =>
    index === 0 ? `<th scope="row">${escape(text)}</th>` : `<td>${escape(text)}</td>`
  const heads = head.map((text) => (text === '' ? '<td></td>' : `<th scope="col">${escape(text)}</th>`)).join('')
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')
  return `<div class="wide" tabindex="0"><table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`
}

function download(head: readonly string[], rows: readonly (readonly string[])[], name: string): string {
  const data = encodeURIComponent(csv([head, ...rows]))
  return `<p class="download"><a download="${escape(name)}.csv" href="data:text/csv;charset=utf-8,${data}">${both(reportWords.download)}</a></p>`
}

function both({ en, es }: Bilingual): string {
  return `${escape(en)} <span lang="es" class="es">${escape(es)}</span>`
}

function inWords(verdict: string): string {
  const words = verdictWords[verdict]
  return words === undefined ? verdict : `${words.en} / ${words.es}`
}

function count(value: Count): string {
  return value === null ? '*' : String(value)
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

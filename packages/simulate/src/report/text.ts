/** A replay as text for a terminal. */
import { textIn } from '@brightline/language'
import { dimensions } from '../replay/dimension.ts'
import { printProblem } from '../problems.ts'
import type { ActDocument, Count, ReplayDocument, SideDocument, VerdictLine } from './document.ts'
import { dimensionWords, reportWords, verdictWords } from './words.ts'

type Lang = 'en' | 'es'

/** Tables longer than this are cut in text; CSV, JSON and HTML have every line. */
const linesShown = 15

/** Columns named in text. */
const columnsShown = 40

/** Problems listed in text. */
const problemsShown = 20

/** The printout, then each act. */
export function toText(document: ReplayDocument, lang: Lang): string {
  const lines = [...printoutLines(document, lang)]
  for (const act of document.acts) lines.push('', ...actLines(act, document, lang))
  lines.push('', ...workloadLines(document, lang))
  if (document.isPublic) lines.push('', reportWords.suppressed[lang])
  if (document.problems.length > 0) {
    lines.push(
      '',
      reportWords.problems[lang],
      ...document.problems.slice(0, problemsShown).map((one) => `  ${printProblem(one)}`),
    )
    if (document.problems.length > problemsShown) lines.push(`  … ${document.problems.length - problemsShown}`)
  }
  // Last, so that nobody scrolls past it.
  lines.push('', ...disclaimerLines(document, lang))
  // A mapping may come from somebody else: what steers a terminal does not get through.
  return `${lines.join('\n').replaceAll(/[^\P{Cc}\n]/gu, '\ufffd')}\n`
}

/** What a replay is not: word for word in English whatever the language. */
export function disclaimerLines({ printout }: Pick<ReplayDocument, 'printout'>, lang: Lang): readonly string[] {
  return [printout.disclaimer, ...(lang === 'en' ? [] : [reportWords.disclaimer[lang]])]
}

/** What is always said. */
export function printoutLines({ printout }: Pick<ReplayDocument, 'printout'>, lang: Lang): readonly string[] {
  const { dataSet, policies, window, excluded, assumptions } = printout
  const label = (key: keyof typeof reportWords): string => `${reportWords[key][lang]}:`
  const asked =
    window.from === null && window.through === null ? '' : ` (${window.from ?? '…'} – ${window.through ?? '…'})`
  return [
    `${label('data')} ${dataSet.name}`,
    ...(dataSet.source === null ? [] : [`${label('source')} ${dataSet.source}`]),
    ...(dataSet.licence === null ? [] : [`${label('licence')} ${dataSet.licence}`]),
    ...(dataSet.notes.length === 0 ? [] : [label('notes'), ...dataSet.notes.map((note) => `  - ${note}`)]),
    label('policies'),
    ...policies.map(({ name, hash }) => `  - ${name}  ${hash.slice(0, 16)}`),
    `${label('window')} ${window.firstMonth ?? '–'} – ${window.lastMonth ?? '–'}${asked}`,
    `${label('rows')} ${count(printout.rowsRead)}`,
    `${label('requests')} ${count(printout.requests)}`,
    `${label('used')} ${count(printout.requestsUsed)}`,
    label('excluded'),
    ...(Object.keys(excluded).length === 0
      ? ['  0']
      : table(Object.entries(excluded).map(([reason, rows]) => [`  ${count(rows)}`, reason]))),
    `${label('open')} ${count(printout.openRequests)} (${printout.openShare === null ? '*' : `${printout.openShare} %`})`,
    ...columnLines(label('unmapped'), printout.unmappedColumns),
    ...columnLines(label('ignored'), printout.ignoredColumns),
    ...(Object.keys(printout.unknownFacts).length === 0
      ? []
      : [
          label('unknown'),
          ...table(Object.entries(printout.unknownFacts).map(([fact, rows]) => [`  ${count(rows)}`, fact])),
        ]),
    label('assumptions'),
    ...assumptions.map((one) => `  - ${one}`),
    `${label('hash')} ${printout.assumptionsHash}`,
  ]
}

/** Names of columns in one line; of a file of very many, the first. */
function columnLines(label: string, columns: readonly string[]): readonly string[] {
  if (columns.length === 0) return []
  const more = columns.length > columnsShown ? `, … ${columns.length - columnsShown}` : ''
  return [`${label} ${columns.slice(0, columnsShown).join(', ')}${more}`]
}

/** The work of each month, of one policy after the other. */
function workloadLines({ workload, printout }: ReplayDocument, lang: Lang): readonly string[] {
  const sides = workload.some((month) => month.sides.length > 0) ? printout.policies : []
  const head = [
    '',
    reportWords.count[lang],
    ...sides.flatMap(() => [reportWords.toClarify[lang], reportWords.dutiesToDo[lang]]),
  ]
  const rows = workload.map(({ month, requests, sides: own }) => [
    `  ${month}`,
    count(requests),
    ...own.flatMap(({ toClarify, duties }) => [count(toClarify), range(duties.min, duties.max)]),
  ])
  return [
    `${reportWords.workload[lang]}${sides.length < 2 ? '' : `: ${sides.map(({ name }) => name).join(' | ')}`}`,
    ...table([head, ...rows]),
    ...(sides.length === 0 ? [] : [`  ${reportWords.workloadNote[lang]}`]),
  ]
}

function actLines(act: ActDocument, document: ReplayDocument, lang: Lang): readonly string[] {
  const lines = [`== ${act.act}: ${count(act.requests)} ==`]
  for (const side of act.sides) lines.push('', side.policy, ...sideLines(side, lang))
  if (act.change === null) return lines
  const { same, differs, mayDiffer, transitions } = act.change
  lines.push('', `${reportWords.change[lang]}: ${document.printout.policies.map(({ name }) => name).join(' → ')}`)
  if (differs === 0 && mayDiffer === 0) lines.push(`  ${reportWords.noChange[lang]}`)
  const parts = [
    [same, 'same'],
    [differs, 'differs'],
    [mayDiffer, 'mayDiffer'],
  ] as const
  lines.push(...table(parts.map(([rows, key]) => [`  ${count(rows)}`, reportWords[key][lang]])))
  const words = (verdict: string): string => verdictWords[verdict]?.[lang] ?? verdict
  lines.push(
    ...table(
      transitions.map(({ before, after, min, max }) => [`  ${range(min, max)}`, `${words(before)} → ${words(after)}`]),
    ),
  )
  return lines
}

function sideLines(side: SideDocument, lang: Lang): readonly string[] {
  const lines: string[] = []
  for (const dimension of dimensions) {
    const found = side.tables[dimension]
    if (dimension !== 'total' && found.length < 2) continue
    lines.push(
      `  ${dimensionWords[dimension][lang]}`,
      ...verdictTable(found.slice(0, linesShown), lang).map((line) => `    ${line}`),
    )
    if (found.length > linesShown) lines.push(`    … ${found.length - linesShown}`)
  }
  const answers = Object.entries(side.answers).map(([verdict, rows]) => [
    `    ${verdictWords[verdict]?.[lang] ?? verdict}`,
    count(rows),
  ])
  lines.push(`  ${reportWords.answers[lang]}`, ...table(answers))
  if (side.missing.length > 0) {
    lines.push(
      `  ${reportWords.missing[lang]}`,
      ...table(side.missing.map(({ fact, requests }) => [`    ${fact}`, count(requests)])),
    )
  }
  if (side.duties.length > 0) {
    const rows = side.duties.map(({ min, max, action, cite }) => [`    ${range(min, max)}`, textIn(action, lang), cite])
    lines.push(`  ${reportWords.duties[lang]}`, ...table(rows))
  }
  return lines
}

/** A table by verdict: least and most requests. */
function verdictTable(found: readonly VerdictLine[], lang: Lang): readonly string[] {
  const seen = [...new Set(found.flatMap(({ bounds }) => Object.keys(bounds)))]
  const words = (key: string): string => verdictWords[key]?.[lang] ?? key
  const head = ['', reportWords.count[lang], ...seen.map(words), words('not-bound'), words('open')]
  const body = found.map(({ value, requests, bounds, notBound, open }) => [
    value,
    count(requests),
    ...seen.map((verdict) => range(bounds[verdict]?.min ?? null, bounds[verdict]?.max ?? null)),
    count(notBound),
    count(open),
  ])
  return table([head, ...body])
}

function count(value: Count): string {
  return value === null ? '*' : String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

function range(min: Count, max: Count): string {
  return min === max ? count(min) : `${count(min)}–${count(max)}`
}

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

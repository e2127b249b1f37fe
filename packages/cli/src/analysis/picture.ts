/** A comparison as a picture that prints in black and white: acts down, from and to, a bar for the share of cases. */
import { disclaimerLines } from '@brightline/wording'
import { words as spoken, type Lang } from '../words.ts'
import type { ActDocument, CompareDocument } from './compare-document.ts'
import { summaryOf } from './compare-text.ts'
import { dataLines, requestsText } from './data-lines.ts'
import { capital } from './number.ts'
import { analysisWords, type AnalysisWords } from './words.ts'

interface Row {
  readonly act: string
  readonly way: string
  readonly count: string
  readonly share: string
  /** 0 to 1. */
  readonly part: number
  readonly kind: 'verdict' | 'duty'
  /** Empty without a data set. */
  readonly requests: string
}

/** One act with its rows, at its height in the picture. */
interface Block {
  readonly act: readonly string[]
  readonly rows: readonly Row[]
  readonly top: number
  readonly height: number
}

const width = 1120
const requestsAt = 1120
const requestsWidth = 180
const wayAt = 306
const barAt = 752
const barWidth = 180
const rowHeight = 24
const headHeight = 96
const footHeight = 14
/** How many letters fit in a column. */
const actLetters = 40
const wayLetters = 62

/** The picture alone. */
export function pictureSvg(document: CompareDocument, lang: Lang): string {
  const say = analysisWords[lang]
  const blocks = blocksOf(document.changed, lang)
  const rows = blocks.flatMap((block) => block.rows)
  const last = blocks.at(-1)
  const foot = footOf(document, lang)
  const height =
    (last === undefined ? headHeight + rowHeight : last.top + last.height) + 48 + footHeight * (foot.length - 1)
  const title = say.title(document.left.label, document.right.label)
  const hasData = document.data !== null
  const whole = hasData ? width + requestsWidth : width
  const described = rows
    .map(
      ({ act, way, share, requests }) =>
        `${act}: ${way}, ${say.shareOfCases(share)}${requests === '' ? '' : `, ${requests} ${say.recordedRequests}`}`,
    )
    .join('. ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${height}" role="img" aria-labelledby="picture-title picture-text" font-family="sans-serif" font-size="13" fill="#000"${lang === 'en' ? '' : ` lang="${lang}"`}>`,
    `<title id="picture-title">${escape(title)}</title>`,
    `<desc id="picture-text">${escape(`${summaryOf(document, lang)} ${described}`)}</desc>`,
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="2" height="6" fill="#000"/></pattern></defs>',
    `<rect width="${whole}" height="${height}" fill="#fff"/>`,
    text(16, 28, title, 'font-size="18" font-weight="bold"'),
    text(16, 50, summaryOf(document, lang)),
    ...legend(say),
    ...(hasData ? [text(requestsAt, headHeight - 8, capital(say.recordedRequests))] : []),
    ...blocks.flatMap((block) => blockSvg(block, whole, say)),
    ...(rows.length === 0 ? [text(16, headHeight + 16, say.noCaseChanges)] : []),
    ...foot.map((line, index) =>
      text(16, height - 16 - footHeight * (foot.length - 1 - index), line, 'font-size="11"'),
    ),
    '</svg>',
    '',
  ].join('\n')
}

/** What must be said under the picture; a translation stands on a line of its own. */
function footOf({ data }: CompareDocument, lang: Lang): readonly string[] {
  const [first, ...others] = data === null ? [] : disclaimerLines(lang)
  return [`${analysisWords[lang].sharesOfWhat}${first === undefined ? '' : ` ${first}`}`, ...others]
}

/** A page with the picture and the same numbers as a table. */
export function pictureHtml(document: CompareDocument, lang: Lang): string {
  const say = analysisWords[lang]
  const title = escape(say.title(document.left.label, document.right.label))
  const rows = document.changed
    .flatMap((act) => rowsOf(act, lang))
    .map(
      ({ act, way, count, share, requests }) =>
        `<tr><td>${escape(act)}</td><td>${escape(way)}</td><td>${count}</td><td>${share}</td>${document.data === null ? '' : `<td>${requests}</td>`}</tr>`,
    )
  const requests = document.data === null ? [] : [say.recordedRequests]
  const heads = [say.act[0], say.change, say.distinctCase[1], say.share, ...requests].map(capital)
  return [
    '<!doctype html>',
    `<html lang="${lang}" dir="ltr">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    '<style>body{font-family:sans-serif;margin-inline:auto;max-inline-size:66rem;padding:1rem}svg{inline-size:100%;block-size:auto}table{border-collapse:collapse}th,td{border-block-end:1px solid #000;padding:.25rem .5rem;text-align:start}pre{white-space:pre-wrap}@media print{body{padding:0}}</style>',
    '</head>',
    '<body>',
    '<main>',
    `<h1>${title}</h1>`,
    pictureSvg(document, lang),
    `<h2>${say.asTable}</h2>`,
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table>`,
    ...(document.data === null
      ? []
      : [`<h2>${say.theRequests}</h2>`, `<pre>${escape(dataLines(document.data, lang).join('\n'))}</pre>`]),
    `<p>${escape(document.scope)}</p>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function rowsOf(act: ActDocument, lang: Lang): readonly Row[] {
  const say = analysisWords[lang]
  const { possibleVerdict } = spoken[lang]
  const part = (count: string): number => Number((BigInt(count) * 10_000n) / BigInt(act.cases)) / 10_000
  return [
    ...act.verdicts.map(({ from, to, fromSection, toSection, count, share, requests }): Row => {
      const isOne = fromSection?.cite === toSection?.cite
      const way = `${possibleVerdict[from]}${isOne ? '' : sectionText(fromSection)} → ${possibleVerdict[to]}${sectionText(toSection)}`
      return {
        act: act.phrase,
        way,
        count: grouped(count),
        share,
        part: part(count),
        kind: 'verdict',
        requests: requests === null ? '' : requestsText(requests, lang),
      }
    }),
    ...act.duties.map(({ change, duty, count, share, requests }): Row => {
      return {
        act: act.phrase,
        way: `${say.duty[change]}: ${duty.action}`,
        count: grouped(count),
        share,
        part: part(count),
        kind: 'duty',
        requests: requests === null ? '' : requestsText(requests, lang),
      }
    }),
  ]
}

function sectionText(section: { readonly cite: string } | null): string {
  return section === null ? '' : ` (${section.cite})`
}

function blocksOf(changed: readonly ActDocument[], lang: Lang): readonly Block[] {
  let top = headHeight
  return changed.map((one): Block => {
    const act = wrapped(one.phrase, actLetters)
    const rows = rowsOf(one, lang)
    const block = { act, rows, top, height: Math.max(act.length, rows.length) * rowHeight + 8 }
    top += block.height
    return block
  })
}

function blockSvg({ act, rows, top }: Block, whole: number, say: AnalysisWords): readonly string[] {
  return [
    `<line x1="16" x2="${whole - 16}" y1="${top}" y2="${top}" stroke="#000" stroke-width="0.75"/>`,
    ...act.map((words, index) => text(16, top + 20 + index * rowHeight, words)),
    ...rows.flatMap((row, index) => rowSvg(row, top + 4 + index * rowHeight, say)),
  ]
}

function rowSvg({ way, count, share, part, kind, requests }: Row, top: number, say: AnalysisWords): readonly string[] {
  const fill = kind === 'verdict' ? '#000' : 'url(#hatch)'
  // A share too small to see still has a line.
  const length = Math.max(Math.round(part * barWidth), 2)
  return [
    text(wayAt, top + 16, shorten(way, wayLetters), '', way),
    `<rect x="${barAt}" y="${top + 5}" width="${barWidth}" height="13" fill="none" stroke="#000" stroke-width="0.5"/>`,
    `<rect x="${barAt}" y="${top + 5}" width="${length}" height="13" fill="${fill}" stroke="#000" stroke-width="0.5"/>`,
    text(barAt + barWidth + 10, top + 16, `${share}  (${shortCount(count, say)})`),
    ...(requests === '' ? [] : [text(requestsAt, top + 16, requests)]),
  ]
}

function legend(say: AnalysisWords): readonly string[] {
  return [
    `<rect x="16" y="64" width="24" height="12" fill="#000"/>`,
    text(46, 75, say.verdictChanges),
    `<rect x="186" y="64" width="24" height="12" fill="url(#hatch)" stroke="#000" stroke-width="0.5"/>`,
    text(216, 75, say.dutyChanges),
  ]
}

function text(x: number, y: number, words: string, more: string = '', whole: string = words): string {
  const title = whole === words ? '' : `<title>${escape(whole)}</title>`
  return `<text x="${x}" y="${y}"${more === '' ? '' : ` ${more}`}>${title}${escape(words)}</text>`
}

/** Lines of at most so many letters. */
function wrapped(words: string, most: number): readonly string[] {
  return words.split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1)
    return last === undefined || last.length + word.length >= most
      ? [...lines, word]
      : [...lines.slice(0, -1), `${last} ${word}`]
  }, [])
}

function shorten(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`
}

function grouped(count: string): string {
  return count.replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** Long numbers are rounded down here; the table has them in full. */
function shortCount(count: string, say: AnalysisWords): string {
  const digits = count.replaceAll(',', '')
  for (const [zeros, name] of [
    [12, say.trillion],
    [9, say.billion],
  ] as const) {
    if (digits.length <= zeros + 1) continue
    const tenths = BigInt(digits) / 10n ** BigInt(zeros - 1)
    return `${grouped(`${tenths / 10n}`)}.${tenths % 10n} ${name}`
  }
  return count
}

function escape(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

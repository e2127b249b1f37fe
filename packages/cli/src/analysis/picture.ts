/** A comparison as a picture that prints in black and white: acts down, from and to, a bar for the share of cases. */
import type { ActDocument, CompareDocument } from './compare-document.ts'
import { summaryOf } from './compare-text.ts'
import { verdictWords } from './words.ts'

interface Row {
  readonly act: string
  readonly way: string
  readonly count: string
  readonly share: string
  /** 0 to 1. */
  readonly part: number
  readonly kind: 'verdict' | 'duty'
}

const width = 1040
const barAt = 520
const barWidth = 260
const rowHeight = 26
const headHeight = 96

/** The picture alone. */
export function pictureSvg(document: CompareDocument): string {
  const rows = document.changed.flatMap(rowsOf)
  const height = headHeight + Math.max(rows.length, 1) * rowHeight + 56
  const title = `What changes: ${document.left.label} to ${document.right.label}`
  const described = rows.map(({ act, way, share }) => `${act}: ${way}, ${share} of cases`).join('. ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="picture-title picture-text" font-family="sans-serif" font-size="13" fill="#000">`,
    `<title id="picture-title">${escape(title)}</title>`,
    `<desc id="picture-text">${escape(`${summaryOf(document)} ${described}`)}</desc>`,
    '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><rect width="2" height="6" fill="#000"/></pattern></defs>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(16, 28, title, 'font-size="18" font-weight="bold"'),
    text(16, 50, summaryOf(document)),
    ...legend(),
    ...rows.flatMap((row, index) => rowSvg(row, rows[index - 1], headHeight + index * rowHeight)),
    ...(rows.length === 0 ? [text(16, headHeight + 16, 'No case comes out differently.')] : []),
    text(
      16,
      height - 16,
      'Shares of all distinct cases of the encoded law, each counted once. Not how often a case occurs.',
      'font-size="11"',
    ),
    '</svg>',
    '',
  ].join('\n')
}

/** A page with the picture and the same numbers as a table. */
export function pictureHtml(document: CompareDocument): string {
  const title = escape(`What changes: ${document.left.label} to ${document.right.label}`)
  const rows = document.changed
    .flatMap(rowsOf)
    .map(
      ({ act, way, count, share }) =>
        `<tr><td>${escape(act)}</td><td>${escape(way)}</td><td>${count}</td><td>${share}</td></tr>`,
    )
  return [
    '<!doctype html>',
    '<html lang="en" dir="ltr">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    '<style>body{font-family:sans-serif;margin-inline:auto;max-inline-size:66rem;padding:1rem}svg{inline-size:100%;block-size:auto}table{border-collapse:collapse}th,td{border-block-end:1px solid #000;padding:.25rem .5rem;text-align:start}@media print{body{padding:0}}</style>',
    '</head>',
    '<body>',
    '<main>',
    `<h1>${title}</h1>`,
    pictureSvg(document),
    '<h2>The same as a table</h2>',
    '<table><thead><tr><th scope="col">Act</th><th scope="col">Change</th><th scope="col">Distinct cases</th><th scope="col">Share</th></tr></thead>',
    `<tbody>${rows.join('\n')}</tbody></table>`,
    `<p>${escape(document.scope)}</p>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function rowsOf(act: ActDocument): readonly Row[] {
  const part = (count: string): number => Number((BigInt(count) * 10_000n) / BigInt(act.cases)) / 10_000
  return [
    ...act.verdicts.map(({ from, to, count, share }): Row => {
      return {
        act: act.phrase,
        way: `${verdictWords[from]} → ${verdictWords[to]}`,
        count: grouped(count),
        share,
        part: part(count),
        kind: 'verdict',
      }
    }),
    ...act.duties.map(({ change, duty, count, share }): Row => {
      return {
        act: act.phrase,
        way: `duty ${change}: ${duty.action}`,
        count: grouped(count),
        share,
        part: part(count),
        kind: 'duty',
      }
    }),
  ]
}

function rowSvg({ act, way, count, share, part, kind }: Row, before: Row | undefined, top: number): readonly string[] {
  const isFirst = before?.act !== act
  const fill = kind === 'verdict' ? '#000' : 'url(#hatch)'
  // A share too small to see still has a line.
  const length = Math.max(Math.round(part * barWidth), 2)
  return [
    ...(isFirst
      ? [
          `<line x1="16" x2="${width - 16}" y1="${top}" y2="${top}" stroke="#000" stroke-width="0.75"/>`,
          text(16, top + 18, shorten(act, 36)),
        ]
      : []),
    text(266, top + 18, shorten(way, 40)),
    `<rect x="${barAt}" y="${top + 6}" width="${barWidth}" height="14" fill="none" stroke="#000" stroke-width="0.5"/>`,
    `<rect x="${barAt}" y="${top + 6}" width="${length}" height="14" fill="${fill}" stroke="#000" stroke-width="0.5"/>`,
    text(barAt + barWidth + 10, top + 18, `${share}  (${shortCount(count)})`),
  ]
}

function legend(): readonly string[] {
  return [
    `<rect x="16" y="64" width="24" height="12" fill="#000"/>`,
    text(46, 75, 'the verdict changes'),
    `<rect x="186" y="64" width="24" height="12" fill="url(#hatch)" stroke="#000" stroke-width="0.5"/>`,
    text(216, 75, 'a duty changes'),
  ]
}

function text(x: number, y: number, words: string, more: string = ''): string {
  return `<text x="${x}" y="${y}"${more === '' ? '' : ` ${more}`}>${escape(words)}</text>`
}

function shorten(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`
}

function grouped(count: string): string {
  return count.replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** Long numbers stand in the table in full. */
function shortCount(count: string): string {
  return count.length <= 15 ? count : `${count.slice(0, 12)}…`
}

function escape(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A paper as a page that stands alone and prints. */
import { markup, trusted, type Markup } from '../html/markup.ts'
import { codeOf } from './code.ts'
import { paperStyle } from './html-style.ts'
import type { Block, Fact, Paper, Words } from './paper.ts'

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ps', 'ur'])

/** Writes the page. It holds its style, and no script. */
export function paperHtml({ lang, title, agency, place, blocks, reference, madeOn }: Paper): string {
  const dir = rightToLeft.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr'
  return String(markup`<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.text}</title>
<style>${trusted(paperStyle)}</style>
</head>
<body>
<main>
<div class="head"><b>${agency}</b><span>${place}</span></div>
<h1>${said(title)}</h1>
${blocks.map((block) => markup`${blockHtml(block)}\n`)}<footer>${reference} · ${madeOn}</footer>
</main>
</body>
</html>
`)
}

function blockHtml(block: Block): Markup {
  switch (block.kind) {
    case 'heading':
      return markup`<h2>${said(block.words)}</h2>`
    case 'paragraph':
      return markup`<p>${said(block.words)}</p>`
    case 'lead':
    case 'small':
    case 'answer':
    case 'note':
      return markup`<p class="${block.kind}">${said(block.words)}</p>`
    case 'facts':
      return markup`<dl>${block.facts.map(factHtml)}</dl>`
    case 'list':
      return markup`<ul>${block.items.map((item) => markup`<li>${said(item)}</li>`)}</ul>`
    case 'choices':
      return choicesHtml(block.hint, block.items)
    case 'lines':
      return markup`<ul class="lines" role="list">${block.labels.map((label) => markup`<li>${said(label)}</li>`)}</ul>`
    case 'table':
      return tableHtml(block.columns, block.rows)
    case 'code':
      return codeHtml(block.name, block.address)
  }
}

/** The English of a draft stands under it, and is marked as English. */
function said({ text, beside }: Words): Markup {
  return beside === null ? markup`${text}` : markup`${text} <span class="beside" lang="en">${beside}</span>`
}

function factHtml({ label, value }: Fact): Markup {
  const filled = value === '' ? markup`<dd class="empty"></dd>` : markup`<dd>${value}</dd>`
  return markup`<dt>${said(label)}</dt>${filled}`
}

function choicesHtml(hint: Words | null, items: readonly Words[]): Markup {
  const lead = hint === null ? null : markup`<p>${said(hint)}</p>`
  return markup`${lead}<ul class="choices" role="list">${items.map(choiceHtml)}</ul>`
}

function choiceHtml(item: Words): Markup {
  return markup`<li><span class="box" aria-hidden="true"></span><span>${said(item)}</span></li>`
}

function tableHtml(columns: readonly Words[], rows: readonly (readonly Words[])[]): Markup {
  const body = rows.map(([first, ...rest]) => {
    const head = first === undefined ? null : markup`<th scope="row">${said(first)}</th>`
    return markup`<tr>${head}${rest.map((cell) => markup`<td>${said(cell)}</td>`)}</tr>`
  })
  return markup`<table><thead><tr>${columns.map((name) => markup`<th scope="col">${said(name)}</th>`)}</tr></thead><tbody>${body}</tbody></table>`
}

function codeHtml(name: Words, address: string): Markup {
  const { size, path } = codeOf(address)
  return markup`<svg class="code" viewBox="0 0 ${size} ${size}" role="img" aria-label="${name.text}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path d="${trusted(path)}"/></svg>`
}

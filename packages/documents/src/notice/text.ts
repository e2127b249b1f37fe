/** A paper as plain text: for screens that read aloud, for e-mail, and for whoever has no printer. */
import { citesWhole, shown, widthOf, wrapped } from '@brightline/wording'
import type { Block, Paper, Words } from './paper.ts'

const width = 76

/** Writes the paper, each line no wider than a page of a terminal. */
export function paperText({ agency, place, title, blocks, reference }: Paper): string {
  const head = [shown(`${agency} · ${place}`), '', ...said(title).map((line) => line.toUpperCase())]
  const parts = blocks.flatMap((block) => ['', ...linesOf(block)])
  return `${[...head, ...parts, '', '-'.repeat(width), shown(reference)].join('\n')}\n`
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return underlined(block.words)
    case 'lead':
    case 'paragraph':
    case 'small':
      return said(block.words)
    case 'answer':
    case 'note':
      return said(block.words, '> ', '> ')
    case 'facts':
      return block.facts.flatMap(({ label, value }) =>
        said({ ...label, text: `${label.text}: ${value || '_'.repeat(30)}` }),
      )
    case 'list':
      return block.items.flatMap((item) => said(item, '- ', '  '))
    case 'choices':
      return [
        ...(block.hint === null ? [] : [...said(block.hint), '']),
        ...block.items.flatMap((item) => said(item, '[ ] ', '    ')),
      ]
    case 'lines':
      return block.labels.flatMap((label) => [...said(label), '_'.repeat(40), ''])
    case 'table':
      return block.rows.flatMap((row) => [...row.flatMap((cell, at) => cellLines(block.columns[at], cell)), ''])
    case 'code':
      return said({ text: block.address, beside: null })
  }
}

function cellLines(column: Words | undefined, cell: Words): readonly string[] {
  return said({ text: `${column?.text ?? ''}: ${cell.text}`, beside: cell.beside }, '', '  ')
}

function underlined(words: Words): readonly string[] {
  const lines = said(words)
  return [...lines, '-'.repeat(Math.max(...lines.map((line) => widthOf(line))))]
}

/** Wraps words, and the English under them; nothing that a terminal would obey comes through. */
function said({ text, beside }: Words, first = '', rest = ''): readonly string[] {
  const lines = [text, ...(beside === null ? [] : [`(${beside})`])].flatMap((one) =>
    wrapped(citesWhole(shown(one.replaceAll(/\s+/g, ' '))), width - rest.length, 0),
  )
  return lines.map((line, at) => `${at === 0 ? first : rest}${line}`)
}

/** The pages that are made from the law are those of this law. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Situations } from '@brightline/engine'
import { parseSituations } from '@brightline/engine/request'
import { describe, expect, it } from 'vitest'
import { lawPages } from '../../scripts/law-pages/pages.ts'

const root = join(import.meta.dirname, '../..')
const pages = await lawPages(root)

describe('the pages made from the law', () => {
  for (const [path, text] of pages) {
    it(`is fresh: ${path}`, () => {
      expect(readFileSync(join(root, path), 'utf8') === text, `run \`npm run docs\`: ${path} is stale`).toBe(true)
    })
  }

  it('has in its table every situation once, each leading to a heading that is there', () => {
    const table = pages.get('docs/law-table.md') ?? ''
    const headings = new Set(
      pages
        .get('docs/law-cases.md')
        ?.match(/^## .*$/gm)
        ?.map(anchorOf),
    )
    for (const { id } of situations().situations) {
      const name = id.replaceAll('-', ' ')
      expect(table.split(`| [${name}] `).length - 1, name).toBe(1)
      const [, anchor = ''] = new RegExp(`^\\[${name}\\]: law-cases\\.md#(.*)$`, 'm').exec(table) ?? []
      expect(headings, name).toContain(anchor)
    }
  })

  it('keeps its rows narrow', () => {
    const rows = (pages.get('docs/law-table.md') ?? '').split('\n').filter((line) => line.startsWith('|'))
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThan(240)
    expect(Math.max(...rows.map((row) => row.split(' | ').length))).toBeLessThanOrEqual(8)
  })
})

function situations(): Situations {
  const read = parseSituations(JSON.parse(readFileSync(join(root, 'law/cases/situations.json'), 'utf8')))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

function anchorOf(heading: string): string {
  const words = heading.replace(/^## /, '').toLowerCase()
  return words.replaceAll(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-')
}

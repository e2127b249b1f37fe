/** Every dependency has a line in docs/decisions/0002-dependencies.md with all that is asked of it, and every line a dependency. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/decisions/0002-dependencies.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
  .map((cells) => cells.map((cell) => cell.trim()))
// Files that are copied into a package come from no registry.
const named = rows.flatMap(([names = '']) =>
  names.includes('(files in ') ? [] : names.replaceAll(/ \([^)]*\)/g, '').split(', '),
)
const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']
const manifests = [
  'package.json',
  'scripts/mutation/package.json',
  ...globSync('packages/*/package.json', { cwd: root }),
]
const used = new Set(
  manifests.flatMap((path) => {
    const manifest: Readonly<Record<string, object>> = JSON.parse(readFileSync(join(root, path), 'utf8'))
    return kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {})).filter((name) => !name.startsWith('@brightline/'))
  }),
)

describe('the page of dependencies', () => {
  it('has one line for each dependency of a package', () => {
    expect(named.toSorted()).toEqual([...used].sort())
  })

  it('says of each what it gives, what it weighs, who keeps it and what we would do without it', () => {
    for (const cells of rows) {
      expect(cells, cells[0]).toHaveLength(5)
      for (const cell of cells) expect(cell, cells[0]).not.toBe('')
    }
  })
})

/** The walks of ARCHITECTURE.md are ten lines each, and every file that they name exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
const walks = page.slice(page.indexOf('## Three walks'), page.indexOf('## The rooms')).split(/^\*\*/m).slice(1)
const filesIn = (text: string): readonly string[] =>
  [...text.matchAll(/`(packages\/[a-z./-]+\.ts)`/g)].map(([, path = '']) => path)

describe('the walks through the house', () => {
  it('are three', () => {
    expect(walks.map((walk) => walk.split('**')[0])).toEqual([
      'A request becomes an answer',
      'A text becomes a checked policy',
      'A row becomes a count',
    ])
  })

  it.each(walks.map((walk) => [walk.split('**')[0] ?? '', walk] as const))(
    '%s: ten lines, of files that exist',
    (_, walk) => {
      expect(walk.match(/^\d+\. /gm)).toHaveLength(10)
      expect(filesIn(walk).filter((path) => !existsSync(join(root, path)))).toEqual([])
      expect(filesIn(walk).length).toBeGreaterThanOrEqual(10)
    },
  )

  it('name every package', () => {
    const rooms = page.slice(page.indexOf('## The rooms'))
    const missing = readdirSync(join(root, 'packages')).filter((name) => !rooms.includes(`\`packages/${name}\``))
    expect(missing).toEqual([])
  })
})

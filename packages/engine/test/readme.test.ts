import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answersUnder } from '../src/request.ts'
import { readLawFolder } from './whole-law.ts'

const folder = join(import.meta.dirname, '..')
const readme = readFileSync(join(folder, 'README.md'), 'utf8')

describe('the page about the engine', () => {
  it('shows an example that runs', async () => {
    const [, example = ''] = /```js\n(.*?)```/s.exec(readme) ?? []
    const checked = example
      .replaceAll(/^import .*$/gm, '')
      .replaceAll(/^(.*) \/\/ => (.*)$/gm, 'expect($1).toEqual($2)')
    expect(checked).toContain('expect(')
    // oxlint-disable-next-line no-implied-eval -- The text is what is tested.
    const run = new Function('library', 'answersUnder', 'expect', checked)
    run(await readLawFolder(join(folder, '../../law')), answersUnder, expect)
  })

  it('names every folder', () => {
    const named = [...readme.matchAll(/^\| `([a-z]+)` /gm)].map(([, name = '']) => name)
    const folders = readdirSync(join(folder, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(named).toEqual(expect.arrayContaining(folders.map(({ name }) => name)))
  })
})

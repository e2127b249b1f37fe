import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as simulate from '../src/index.ts'
import { tableFile, testLaw } from './law.ts'

const folder = join(import.meta.dirname, '..')
const readme = readFileSync(join(folder, 'README.md'), 'utf8')

describe('the page about replays', () => {
  it('shows an example that runs', async () => {
    const [, example = ''] = /```js\n(.*?)```/s.exec(readme) ?? []
    const checked = example
      .replaceAll(/^import (.*) from .*$/gm, 'const $1 = simulate')
      .replaceAll(/^(.*) \/\/ => (.*)$/gm, 'expect($1).toEqual($2)')
    expect(checked).toContain('expect(')
    const text = JSON.stringify({
      version: 1,
      name: 'x',
      owner: { owner: 'county', because: 'it is' },
      facts: {
        'request.form': { column: 'form', values: { A: 'i-247a' } },
        'warrant.shown': { column: 'warrant', yes: ['Y'], no: ['N'] },
      },
    })
    // oxlint-disable-next-line no-implied-eval -- The text is what is tested.
    const run = new Function('simulate', 'library', 'text', 'file', 'expect', `return (async () => {${checked}})()`)
    await run(simulate, await testLaw(), text, tableFile('form,warrant\nA,N\n'), expect)
  })

  it('names every folder', () => {
    const named = [...readme.matchAll(/^\| `([a-z]+)` /gm)].map(([, name = '']) => name)
    const folders = readdirSync(join(folder, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(named).toEqual(expect.arrayContaining(folders.map(({ name }) => name)))
  })
})

import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { codes } from '../src/errors.ts'
import { temporaryFolder } from './sample.ts'

const home = fileURLToPath(new URL('..', import.meta.url))

it('every code has its section in docs/ledger/errors.md, and no other', () => {
  const page = readFileSync(new URL('../../../docs/ledger/errors.md', import.meta.url), 'utf8')
  const sections = [...page.matchAll(/^## (LOG-[0-9]{4})\n\n(.*)\.$/gm)].map(([, code, meaning]) => [
    code,
    meaning?.toLowerCase(),
  ])
  expect(sections).toEqual(Object.entries(codes).map(([code, meaning]) => [code, meaning.toLowerCase()]))
})

it('every code is given somewhere', () => {
  const files = globSync('src/**/*.ts', { cwd: home }).filter((file) => !file.endsWith('errors.ts'))
  const source = files.map((file) => readFileSync(`${home}/${file}`, 'utf8')).join('\n')
  expect(Object.keys(codes).filter((code) => !source.includes(`'${code}'`))).toEqual([])
})

it('the ten lines of the README run', () => {
  const readme = readFileSync(`${home}/README.md`, 'utf8')
  const [, example = ''] = /```ts\n([^]*?)```/.exec(readme) ?? []
  const program = `const folder = ${JSON.stringify(temporaryFolder())}\n${example}\nconsole.log(checkpoint.size, proof.index)`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program], {
    cwd: home,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(stdout).toBe('1 0\n')
})

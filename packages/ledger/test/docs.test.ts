import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { codes } from '../src/problem/codes.ts'
import type { LedgerCode } from '../src/problem/codes.ts'
import { english } from '../src/wording/english.ts'
import { runToEnd } from '../../../scripts/child.ts'
import { temporaryFolder } from './sample.ts'

const home = fileURLToPath(new URL('..', import.meta.url))
const page = new URL('../../../docs/ledger/errors.md', import.meta.url)

/** What the codes of one beginning are about. */
const groups: readonly (readonly [beginning: string, title: string])[] = [
  ['LOG-01', 'Notes and keys'],
  ['LOG-02', 'Checkpoints'],
  ['LOG-03', 'Proofs'],
  ['LOG-04', 'Files of the log'],
  ['LOG-05', 'Policies'],
  ['LOG-06', 'Proof files'],
  ['LOG-07', 'Entries, records and receipts'],
  ['LOG-08', 'The place where the log is kept'],
  ['LOG-09', 'Witnesses'],
]

const listed = Object.entries(english)

/** The page as prettier lays it out: cells padded to the widest of their column. */
function errorsPage(): string {
  const parts = groups.map(([beginning, title]) => {
    const rows = listed
      .filter(([code]) => code.startsWith(beginning))
      .map(([code, { says, help }]) => [code, says, help])
    const table = [['code', 'what happened', 'what to do'], ...rows]
    const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
    const line = (cells: readonly string[]): string =>
      `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
    const [head = [], ...body] = table
    const rule = line(widths.map((width) => '-'.repeat(width)))
    return [`## ${title}`, '', line(head), rule, ...body.map(line), ''].join('\n')
  })
  const head = `# Errors of the ledger

For whoever reads a code in a message. Words in braces stand for what the message names. The page is made from \`packages/ledger/src/wording/english.ts\`; a test fails when they differ.
`
  return [head, ...parts].join('\n')
}

it('the page of errors holds every code with its sentence and its repair', () => {
  if (process.env['UPDATE'] === '1') writeFileSync(page, errorsPage())
  expect(readFileSync(page, 'utf8')).toBe(errorsPage())
})

it('every sentence has the placeholders of its code, and no others', () => {
  const placeholders = (text: string): readonly string[] =>
    [...text.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name ?? '')
  for (const [code, { says, help }] of listed) {
    expect(placeholders(says).toSorted(), code).toEqual([...codes[code as LedgerCode]].toSorted())
    expect(placeholders(help), code).toEqual([])
  }
  expect(listed.map(([code]) => code)).toEqual(Object.keys(codes))
})

it('every code is given somewhere', () => {
  const files = globSync(['src/**/*.ts', '../cli/src/log/*.ts'], { cwd: home }).filter(
    (file) => !/codes|english/.test(file),
  )
  const source = files.map((file) => readFileSync(`${home}/${file}`, 'utf8')).join('\n')
  expect(Object.keys(codes).filter((code) => !source.includes(`'${code}'`))).toEqual([])
})

it('the lines of the README run', () => {
  const readme = readFileSync(`${home}/README.md`, 'utf8')
  const [, example = ''] = /```ts\n([^]*?)```/.exec(readme) ?? []
  const entry = `{ kind: 'nil-day', place: 'us/ca/springfield/front', day: '2026-03-02', nonce: new Uint8Array(16) }`
  const before = `const folder = ${JSON.stringify(join(temporaryFolder(), 'log'))}\nconst entry = ${entry}`
  const program = `${before}\n${example}\nconsole.log(proved.index, proved.entry.serial, proved.log.checkpoint.size)`
  const { stdout, stderr } = runToEnd(process.execPath, ['--input-type=module-typescript', '-e', program], {
    cwd: home,
  })
  expect(stderr).toBe('')
  expect(stdout).toBe('0 1 1\n')
})

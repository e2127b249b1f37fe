import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { codes } from '../src/problem/codes.ts'
import type { LedgerCode } from '../src/problem/codes.ts'
import { atEntry, onLine, problem } from '../src/problem/problem.ts'
import { english } from '../src/wording/english.ts'
import { languages } from '../src/wording/languages.ts'
import { sentenceOf } from '../src/wording/sentence.ts'
import { spanish } from '../src/wording/spanish.ts'
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
  ['LOG-10', 'Files and folders'],
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

For whoever reads a code in a message. Words in braces stand for what the message names. The page is made from \`packages/ledger/src/wording/english.ts\`; a test fails when they differ. \`spanish.ts\` beside it has the same in Spanish.
`
  return [head, ...parts].join('\n')
}

it('the page of errors holds every code with its sentence and its repair', () => {
  if (process.env['UPDATE'] === '1') writeFileSync(page, errorsPage())
  expect(readFileSync(page, 'utf8')).toBe(errorsPage())
})

describe.each(Object.entries(languages))('the sentences in %s', (lang, { sentences, ...words }) => {
  it('have the placeholders of their codes, and no others', () => {
    for (const [code, { says, help }] of Object.entries(sentences)) {
      expect(placeholders(says), code).toEqual([...codes[code as LedgerCode]].toSorted())
      expect(placeholders(help), code).toEqual([])
    }
    expect(Object.keys(sentences)).toEqual(Object.keys(codes))
  })

  it('begin in lower case and have no full stop', () => {
    for (const [code, { says, help }] of Object.entries(sentences)) {
      for (const text of [says, help]) expect(text, code).not.toMatch(/^\p{Lu}(?!\p{Lu})|\.$|\n/u)
    }
  })

  it('keep names, files and commands as they are in English', () => {
    for (const [code, { says, help }] of Object.entries(sentences)) {
      const { says: inEnglish, help: helpInEnglish } = english[code as LedgerCode]
      expect(kept(`${says} ${help}`), `${code} in ${lang}`).toEqual(kept(`${inEnglish} ${helpInEnglish}`))
    }
  })

  it('stand among words for the same things', () => {
    expect(Object.keys(words)).toEqual(['line', 'entry', 'reasons'])
    expect(Object.keys(words.reasons)).toEqual(Object.keys(languages.en.reasons))
  })
})

it('no sentence and no word is left in English', () => {
  const pairs = listed.flatMap(([code, { says, help }]) => [
    [says, spanish[code as LedgerCode].says],
    [help, spanish[code as LedgerCode].help],
  ])
  const { en, es } = languages
  const words = Object.entries(en.reasons).map(([reason, text]) => [text, Object(es.reasons)[reason]])
  expect(
    [...pairs, ...words, [en.line, es.line], [en.entry, es.entry]].filter(([one, other]) => one === other),
  ).toEqual([])
})

it('a problem is said in the language, in a wider one, or in English', () => {
  const failed = problem('LOG-0801', { reason: 'too long' }, atEntry('tile/entries/000', 3))
  expect(sentenceOf(failed, 'es').says).toBe('`tile/entries/000`, asiento 3: falló el almacenamiento: demasiado largo')
  expect(sentenceOf(failed, 'es-MX')).toEqual(sentenceOf(failed, 'es'))
  for (const lang of ['en', 'vi', 'constructor']) expect(sentenceOf(failed, lang)).toEqual(sentenceOf(failed))
  expect(sentenceOf(problem('LOG-0505', {}, onLine(2)), 'es').says).toMatch(/^línea 2: la política/)
  // What the system says, and what is no reason, stays as it is.
  expect(sentenceOf(problem('LOG-0801', { reason: 'ENOSPC' }), 'es').says).toContain(': ENOSPC')
  expect(sentenceOf(problem('LOG-0207', { origin: 'timeout' }), 'es').says).toContain('`timeout`')
})

/** The placeholders of a sentence. */
function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name ?? '').toSorted()
}

/** What stands in backticks, and the names of files and of formats. */
function kept(text: string): readonly string[] {
  return (text.match(/`[^`]*`|[\w-]+\.md|chmod \d+|fsck|tlog-witness/g) ?? []).toSorted()
}

it('every code is given somewhere', () => {
  const files = globSync(['src/**/*.ts', '../cli/src/log/*.ts'], { cwd: home }).filter(
    (file) => !/codes|english|spanish/.test(file),
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

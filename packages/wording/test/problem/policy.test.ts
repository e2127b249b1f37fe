/**
 * Every sentence about policy texts, as it is said of texts that deserve it: the case files of the language and the
 * examples of docs/errors.md. `UPDATE=1` writes what they say now; read the diff before you commit it.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readLibrary, type PolicyProblem, type TextFile } from '@brightline/language'
import { readCases } from '@brightline/language/cases'
import { header, sample, withCharacters } from '../../../language/test/sample.ts'
import { printProblem } from '../../src/index.ts'
import { isFilledBy, placeholdersIn } from '../../src/phrase/fill.ts'
import { policy } from '../../src/problem/policy/policy.ts'
import type { Variants } from '../../src/problem/template.ts'

const root = join(import.meta.dirname, '../../../..')
const golden = join(import.meta.dirname, 'golden')
/** A table of answers to the standard cases, with a line for each thing that can be wrong. */
const answers = `situation,as_of,answer,until,by,because_en,because_es
,,may,,,Why.,
one,,,,,Why.,
one,,perhaps,,,Why.,
one,,may,,,,
`
let found: readonly PolicyProblem[] = []

beforeAll(async () => {
  const cases = globSync('packages/language/test/cases/*/bad/*.md', { cwd: root }).toSorted()
  const texts = [...cases.map(readCase), ...readExamples()]
  const problems = await Promise.all(
    texts.map(async (files) => {
      const others = sample.filter(({ path }) => files.every((file) => file.path !== path))
      return (await readLibrary([...others, ...files])).problems
    }),
  )
  found = [...problems.flat(), ...readCases('cases/us/xx.csv', answers).problems]
})

describe('the sentences about policy texts', () => {
  it.each(['en', 'es'])('are these in %s', (lang) => {
    const lines = new Set(found.map((problem) => printProblem(problem, lang).replace(/^\S+ /, '')))
    const file = join(golden, `policy-${lang}.txt`)
    const got = `${[...lines].toSorted().join('\n')}\n`
    if (process.env['UPDATE'] === '1') writeFileSync(file, got)
    else expect(got).toBe(readFileSync(file, 'utf8'))
  })

  it('find every value that they name, and name every value that they are given', () => {
    for (const { code, values } of found) {
      const { message, help } = policy.sentences[code].en
      const phrases = [...listOf(message), ...listOf(help ?? [])]
      const named = phrases.flatMap(placeholdersIn).map((one) => one.split(':')[0])
      expect(
        listOf(message).some((phrase) => isFilledBy(phrase, values)),
        code,
      ).toBe(true)
      expect(
        Object.keys(values).filter((key) => !named.includes(key)),
        code,
      ).toEqual([])
    }
  })

  it('say each word that they have', () => {
    const said = found.flatMap(({ code, values }) => wordsSaid(code, values))
    // No place of the grammar calls for these two now.
    const unsaid = Object.keys(policy.words.en).filter((key) => !said.includes(key))
    expect(unsaid).toEqual(['the-end', 'another-word'])
  })
})

/** The keys of the words that a problem looks up. */
function wordsSaid(code: PolicyProblem['code'], values: PolicyProblem['values']): readonly string[] {
  const { message, help } = policy.sentences[code].en
  return [...listOf(message), ...listOf(help ?? [])].flatMap(placeholdersIn).flatMap((placeholder) => {
    const [name = '', form = ''] = placeholder.split(':')
    const [kind, key] = form.split(' ')
    if (kind === 'count' || kind === 'chain') return [key ?? name]
    const value = values[name]
    if (value === undefined) return []
    const items = Array.isArray(value) ? value : [value]
    return items.map((item) => (key === undefined ? String(item) : `${key}-${String(item)}`))
  })
}

function listOf(variants: Variants): readonly string[] {
  return typeof variants === 'string' ? [variants] : variants
}

function readCase(path: string): readonly TextFile[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/^```(?:policy|csv) (\S+)\n(.*?)^```$/gms)].map(([, file = '', body = '']) => ({
    path: file,
    text: withCharacters(body),
  }))
}

/** The examples of the tables; those of policy texts are cases too. */
function readExamples(): readonly (readonly TextFile[])[] {
  const page = readFileSync(join(root, 'docs/errors.md'), 'utf8')
  return [...page.matchAll(/^```csv (\S+)\n(.*?)^```$/gms)].map(([, file = '', body = '']) => [
    { path: `us/xx/${file}`, text: body },
    { path: 'us/xx/test-act.policy', text: header },
  ])
}

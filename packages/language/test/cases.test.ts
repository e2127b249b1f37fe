/**
 * Cases as documents: policy texts, and below them the findings or the canonical layout that they must give.
 *
 * `UPDATE=1 vitest run packages/language/test/cases.test.ts` writes what they give now; read the diff before you commit it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { policyProblems, readLibrary, type TextFile } from '../src/index.ts'
import { formatPolicy } from '../src/print/format.ts'
import { sample, withCharacters } from './sample.ts'
import { printed } from './sentence.ts'

const folder = join(import.meta.dirname, 'cases')
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
const expectedBlock = /^```(findings|formatted)\n(.*?)^```$/ms

describe('case files', () => {
  it.each(paths.toSorted())('%s', async (path) => {
    const document = readFileSync(join(folder, path), 'utf8')
    const [, kind = '', want = ''] = expectedBlock.exec(document) ?? []
    const files = filesIn(document)
    const others = sample.filter(({ path: known }) => files.every((file) => file.path !== known))
    const { problems } = await readLibrary([...others, ...files])
    const findings = problems.map((problem) => `${printed(problem)}\n`).join('')
    const got = kind === 'findings' ? findings : formatted(files)
    if (kind === 'formatted') expect(findings).toBe('')
    if (process.env['UPDATE'] === '1') {
      writeFileSync(
        join(folder, path),
        document.replace(expectedBlock, () => `\`\`\`${kind}\n${got}\`\`\``),
      )
    } else expect(got).toBe(want)
    expect(path.includes(kind === 'findings' ? '/bad/' : '/good/')).toBe(true)
    expect(got).not.toBe('')
  })

  it('show every code of a policy text and of a table', () => {
    const shown = paths.map((path) => readFileSync(join(folder, path), 'utf8')).join('\n')
    // Fifty errors are too many to show.
    const missing = Object.keys(policyProblems).filter((code) => !shown.includes(code) && code !== 'POL-0110')
    expect(missing).toEqual([])
  })
})

/** The files that a case shows: each block names its path. */
function filesIn(document: string): readonly TextFile[] {
  return [...document.matchAll(/^```(?:policy|csv) (\S+)\n(.*?)^```$/gms)].map(([, path = '', text = '']) => ({
    path,
    text: withCharacters(text),
  }))
}

function formatted(files: readonly TextFile[]): string {
  const [{ path, text } = { path: '', text: '' }] = files
  const result = formatPolicy(text, path)
  return result.ok ? result.value : result.problems.map(printed).join('\n')
}

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorKinds, readLibrary, type TextFile } from '../src/index.ts'
import { header, sample } from './sample.ts'

const root = join(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'docs/errors.md'), 'utf8')
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((text) => ({ heading: text.slice(0, text.indexOf('\n')), text }))

describe('docs/errors.md', () => {
  it('has a section for each code, in the order of the table', () => {
    expect(sections.map(({ heading }) => heading)).toEqual(errorKinds.map(({ code, title }) => `${code}: ${title}`))
  })

  it('says the cause and the repair of each', () => {
    for (const { heading, text } of sections) {
      expect(text, heading).toMatch(/^Cause: /m)
      expect(text, heading).toMatch(/^Repair: /m)
    }
  })

  it('names every code that the sources use', () => {
    const sources = globSync('packages/*/src/**/*.ts', { cwd: root }).filter((path) => !path.endsWith('src/errors.ts'))
    const used = sources.flatMap(
      (path) => readFileSync(join(root, path), 'utf8').match(/\b(?:POL|FACT)-\d{4}\b/g) ?? [],
    )
    const known = new Set(errorKinds.map(({ code }) => code))
    expect([...new Set(used)].filter((code) => !known.has(code))).toEqual([])
  })

  const readable = sections.filter(({ heading }) => /^POL-0[1-4]/.test(heading))
  it.each(readable)('shows what gives $heading', async ({ heading, text }) => {
    const [bad, repaired] = blocksIn(text)
    const code = heading.slice(0, 8)
    expect(await codesOf(bad)).toEqual([code])
    if (repaired !== undefined) expect(await codesOf(repaired)).toEqual([])
  })
})

async function codesOf(file: TextFile | undefined): Promise<readonly string[]> {
  if (file === undefined) throw new Error('the section shows no example')
  const { diagnostics } = await readLibrary([...sample, file])
  return [...new Set(diagnostics.map(({ code }) => code))]
}

function blocksIn(text: string): readonly TextFile[] {
  return [...text.matchAll(/^```(policy|csv)(?: (\S+))?\n(.*?)^```$/gms)].map(([, kind, path, body = '']) => {
    if (kind === 'csv') return { path: `us/xx/${path ?? ''}`, text: body }
    const [, whole, name = ''] = /^(instrument|vocabulary|place) (\S+)/.exec(body) ?? []
    if (whole !== undefined) return { path: path ?? `${name}${whole === 'place' ? '/place' : ''}.policy`, text: body }
    const isTopLevel = /^(?:section|term|example|promise)/.test(body)
    return { path: 'us/xx/test-act.policy', text: `${header}\n${isTopLevel ? '' : 'section 1 "Detainers"\n\n'}${body}` }
  })
}

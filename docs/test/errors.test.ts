import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkInstruments, checkProblems, requestProblems } from '@brightline/engine'
import { policyProblems, readLibrary, type TextFile } from '@brightline/language'
import { adviceOn, migrationProblems } from '@brightline/language/migrate'
import { lawFileProblems } from '@brightline/law-files'
import { fileProblems } from '../../packages/cli/src/file/problems.ts'
import { usageProblems } from '../../packages/cli/src/terminal/usage.ts'
import { header, sample, withCharacters } from '../../packages/language/test/sample.ts'

const root = join(import.meta.dirname, '../..')
const titleByCode: Readonly<Record<string, string>> = {
  ...policyProblems,
  ...migrationProblems,
  ...checkProblems,
  ...lawFileProblems,
  ...fileProblems,
  ...requestProblems,
  ...usageProblems,
}
const rooms = ['POL', 'LAW', 'FILE', 'FACT', 'REQ', 'USE']
const codes = Object.keys(titleByCode).toSorted(
  (a, b) => rooms.indexOf(a.slice(0, -5)) - rooms.indexOf(b.slice(0, -5)) || (a < b ? -1 : 1),
)
const page = readFileSync(join(root, 'docs/errors.md'), 'utf8')
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((text) => ({ heading: text.slice(0, text.indexOf('\n')), text }))

describe('docs/errors.md', () => {
  it('has a section for each code, in the order of the codes', () => {
    expect(sections.map(({ heading }) => heading)).toEqual(codes.map((code) => `${code}: ${titleByCode[code]}`))
  })

  it('says the cause and the repair of each', () => {
    for (const { heading, text } of sections) {
      expect(text, heading).toMatch(/^Cause: /m)
      expect(text, heading).toMatch(/^Repair: /m)
    }
  })

  it('names every code that the sources use', () => {
    const sources = globSync('packages/{language,engine,law-files,cli}/src/**/*.ts', { cwd: root })
    const used = sources.flatMap(
      (path) => readFileSync(join(root, path), 'utf8').match(/\b(?:POL|FACT|REQ|LAW|FILE|USE)-\d{4}\b/g) ?? [],
    )
    expect([...new Set(used)].filter((code) => !codes.includes(code))).toEqual([])
  })

  it('names no code that nothing raises', () => {
    const listed = /(?:src\/errors|\/codes|src\/problems)\.ts$/
    const raising = globSync('packages/{language,engine,law-files,cli}/src/**/*.ts', { cwd: root })
      .filter((path) => !listed.test(path))
      .map((path) => readFileSync(join(root, path), 'utf8'))
      .join('\n')
    const ours = Object.keys({ ...policyProblems, ...checkProblems })
    expect(ours.filter((code) => !raising.includes(code))).toEqual([])
  })

  // Fifty errors are too many to show.
  const readable = sections.filter(({ heading }) => /^POL-0[1-4]/.test(heading) && !heading.startsWith('POL-0110'))
  it.each(readable)('shows what gives $heading', async ({ heading, text }) => {
    const [before = '', after = ''] = text.split(/^Repair: /m)
    expect(await codesOf(blocksIn(before))).toEqual([heading.slice(0, 8)])
    const repaired = blocksIn(after)
    if (repaired.length > 0) expect(await codesOf(repaired)).toEqual([])
  })

  const judged = sections.filter(({ heading, text }) => heading.startsWith('POL-05') && blocksIn(text).length > 0)
  it.each(judged)('shows law that gives $heading', async ({ heading, text }) => {
    const [before = '', after = ''] = text.split(/^Repair: /m)
    expect(await judgedCodesOf(blocksIn(before))).toEqual([heading.slice(0, 8)])
    const repaired = blocksIn(after)
    if (repaired.length > 0) expect(await judgedCodesOf(repaired)).toEqual([])
  })

  const advised = sections.filter(({ heading }) => heading.startsWith('POL-071'))
  it.each(advised)('shows a text that makes migrate say $heading', async ({ heading, text }) => {
    const [before = '', after = ''] = text.split(/^Repair: /m)
    expect(await adviceCodesOf(blocksIn(before))).toContain(heading.slice(0, 8))
    expect(await codesOf(blocksIn(after))).toEqual([])
    expect(await adviceCodesOf(blocksIn(after))).toEqual([])
  })
})

async function adviceCodesOf(files: readonly TextFile[]): Promise<readonly string[]> {
  expect(files.length).toBe(1)
  const advice = await adviceOn(
    files.map(({ path, text }) => ({ file: path, text })),
    sample,
  )
  return advice.map(({ code }) => code)
}

async function judgedCodesOf(files: readonly TextFile[]): Promise<readonly string[]> {
  const { library, problems } = await readLibrary([...sample, ...files])
  expect(problems).toEqual([])
  return [...new Set(checkInstruments(library, library.instruments).problems.map(({ code }) => code))]
}

async function codesOf(files: readonly TextFile[]): Promise<readonly string[]> {
  const { problems } = await readLibrary([...sample, ...files])
  return [...new Set(problems.map(({ code }) => code))]
}

function blocksIn(text: string): readonly TextFile[] {
  return [...text.matchAll(/^```(policy|csv)(?: (\S+))?\n(.*?)^```$/gms)].map(([, kind, path, shown = '']) => {
    const body = withCharacters(shown)
    if (kind === 'csv') return { path: `us/xx/${path ?? ''}`, text: body }
    const [, whole, name = ''] = /^(?:language 2\s+)?(instrument|vocabulary|place|authorities) (\S+)/.exec(body) ?? []
    const inFolder = whole === 'place' || whole === 'authorities' ? `/${whole}` : ''
    if (whole !== undefined) return { path: path ?? `${name}${inFolder}.policy`, text: body }
    if (path !== undefined) return { path, text: body }
    const isTopLevel = /^(?:section|term|example|promise)/.test(body)
    return { path: 'us/xx/test-act.policy', text: `${header}\n${isTopLevel ? '' : 'section 1 "Detainers"\n\n'}${body}` }
  })
}

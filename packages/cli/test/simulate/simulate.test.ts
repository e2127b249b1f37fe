import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { runToEnd, type Ended } from '../../../../scripts/child.ts'
import { run } from '../../src/main.ts'
import { capture } from '../command.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const here = fileURLToPath(new URL('.', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'brightline-simulate-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
cpSync(join(root, 'packages/cli/test/law'), join(work, 'law'), { recursive: true })

const mapping = {
  version: 1,
  name: 'Invented requests',
  date: { column: 'day' },
  label: ['jail'],
  owner: {
    columns: ['jail'],
    words: [
      { any: ['COUNTY'], is: 'county' },
      { any: ['FEDERAL'], is: 'federal' },
    ],
  },
  jurisdiction: [{ place: 'us/ex' }],
  agency: { byOwner: { county: 'jail' } },
  facts: {
    'request.form': { column: 'form', values: { D: 'detainer', L: 'letter' } },
    'warrant.present': { column: 'warrant', yes: ['Y'], no: ['N'] },
    'release.public': { column: 'public', yes: ['Y'], no: ['N'] },
  },
}
const rows = Array.from({ length: 90 }, (_, at) => {
  const [warrant, shown] = [['N', 'N', ''][at % 3], ['Y', 'N', '', ''][at % 4]]
  return `2026-0${1 + (at % 3)}-15,${at % 30 === 0 ? 'L' : 'D'},${['EXAMPLE COUNTY JAIL', 'OLD MILL', 'FEDERAL CENTER'][at % 9 === 0 ? 2 : at % 5 === 0 ? 1 : 0]},${warrant},${shown}`
})
writeFileSync(join(work, 'data.csv'), `day,form,jail,warrant,public\n${rows.join('\n')}\n`)
writeFileSync(join(work, 'mapping.json'), JSON.stringify(mapping))

/** Runs the command in this process. */
async function brightline(...args: readonly string[]): Promise<Ended> {
  const { code, out, err } = await capture(() => run(['--law', join(work, 'law'), ...args]))
  return { status: code, stdout: out, stderr: err }
}

/** Runs the command in a process of its own, which reads this. */
function brightlineWith(input: string, ...args: readonly string[]): Ended {
  const node = join(root, 'node_modules/.bin/node')
  const words = [join(root, 'packages/cli/bin/brightline.js'), '--law', join(work, 'law'), ...args]
  return runToEnd(node, words, { env: { ...process.env, NO_COLOR: '1' }, input })
}

const data = ['--data', join(work, 'data.csv'), '--mapping', join(work, 'mapping.json')]

describe('brightline simulate', () => {
  const golden = [
    { name: 'text', args: ['simulate', 'us/ex@2026-11-01', ...data, '--act', 'notify-release'] },
    { name: 'public', args: ['simulate', 'us/ex@2026-11-01', ...data, '--act', 'notify-release', '--public'] },
    { name: 'spanish', args: ['simulate', 'us/ex@2026-11-01', ...data, '--act', 'hold', '--lang', 'es'] },
    { name: 'csv', args: ['simulate', 'us/ex@2026-11-01', ...data, '--act', 'hold', '--format', 'csv'] },
  ]
  it.each(golden)('prints $name as it always did', async ({ name, args }) => {
    const { stdout, stderr, status } = await brightline(...args)
    expect([stderr, status]).toEqual(['', 0])
    const file = join(here, `golden/${name}.txt`)
    if (process.env['UPDATE'] !== undefined) {
      mkdirSync(join(here, 'golden'), { recursive: true })
      writeFileSync(file, stdout)
    }
    expect(stdout).toBe(readFileSync(file, 'utf8'))
  })

  it('shows zero change for working files that change nothing', async () => {
    const empty = join(work, 'empty')
    mkdirSync(empty, { recursive: true })
    const { stdout, status } = await brightline('--with', empty, 'simulate', 'us/ex@2026-11-01', ...data)
    expect(status).toBe(0)
    expect(stdout.match(/No request changes\./g)?.length).toBe(3)
    expect(stdout).not.toMatch(/[1-9]\d* +(different|may differ)/)
  })

  it('shows what a working file changes', async () => {
    const draft = join(work, 'draft/us/ex')
    mkdirSync(draft, { recursive: true })
    const law = readFileSync(join(work, 'law/us/ex/trust-act.policy'), 'utf8')
    writeFileSync(
      join(draft, 'trust-act.policy'),
      law.replace(
        'when release.public or ex.listed-felony is at most 15 years',
        'when ex.listed-felony is at most 15 years',
      ),
    )
    const { stdout } = await brightline(
      '--with',
      join(work, 'draft'),
      'simulate',
      'us/ex@2026-11-01',
      ...data,
      '--act',
      'notify-release',
      '--format',
      'json',
    )
    const { acts } = JSON.parse(stdout)
    const [{ change }] = acts
    expect(change.same + change.differs + change.mayDiffer).toBe(acts[0].requests)
    expect(change.mayDiffer).toBeGreaterThan(0)
    expect(change.transitions.map(({ before, after }: Record<string, string>) => `${before} > ${after}`)).toContain(
      'permitted > prohibited',
    )
  })

  it.each(['en', 'es'])('writes a page in one language, without scripts: %s', async (lang) => {
    const file = join(work, `report-${lang}.html`)
    const args = ['simulate', 'us/ex@2026-11-01', ...data, '--format', 'html', '--out', file, '--lang', lang]
    expect((await brightline(...args)).status).toBe(0)
    const page = readFileSync(file, 'utf8')
    expect(page).toContain(`<html lang="${lang}" dir="ltr">`)
    expect(page).not.toContain('<script')
    expect(page.match(/(?:src|href)="(?!#|data:)/g)).toBeNull()
    expect(page.includes('It does not estimate how federal behaviour would change.')).toBe(lang === 'en')
    expect(page.includes('No estima cómo cambiaría la conducta federal.')).toBe(lang === 'es')
  })

  it('reads standard input as it reads a file', () => {
    const args = ['simulate', 'us/ex@2026-11-01', '--mapping', join(work, 'mapping.json'), '--format', 'json']
    const input = readFileSync(join(work, 'data.csv'), 'utf8')
    const piped = brightlineWith(input, ...args, '--data', '-')
    expect([piped.status, piped.stdout]).toEqual([
      0,
      brightlineWith('', ...args, '--data', join(work, 'data.csv')).stdout,
    ])
  })

  it('writes nothing over what it reads', async () => {
    for (const input of ['data.csv', 'mapping.json']) {
      const file = join(work, input)
      const before = readFileSync(file, 'utf8')
      const { stderr, status } = await brightline('simulate', 'us/ex@2026-11-01', ...data, '--out', file)
      expect([status, stderr.includes('FILE-0104')]).toEqual([2, true])
      expect(readFileSync(file, 'utf8')).toBe(before)
    }
  })

  it('names bad rows on standard error and exits with 1', async () => {
    const bad = join(work, 'bad.csv')
    writeFileSync(
      bad,
      'day,form,jail,warrant,public\n2026-01-15,D,X COUNTY,N,N\n2026-01-15,Q,X COUNTY,N,N\n2026-01-15,D\n',
    )
    const { stderr, status } = await brightline(
      'simulate',
      'us/ex@2026-11-01',
      '--data',
      bad,
      '--mapping',
      join(work, 'mapping.json'),
      '--format',
      'json',
    )
    expect(status).toBe(1)
    expect(stderr).toContain('row 2, column `form`: error DATA-0008')
    expect(stderr).toContain('row 3: error DATA-0002')
  })

  it('tells problems on standard error where a public text does not list them', async () => {
    const bad = join(work, 'bad.csv')
    const row = '2026-01-15,Q,X COUNTY,N,N\n'
    writeFileSync(bad, `day,form,jail,warrant,public\n${row}`)
    const args = ['simulate', 'us/ex@2026-11-01', '--data', bad, '--mapping', join(work, 'mapping.json')]
    const { stdout, stderr, status } = await brightline(...args, '--act', 'hold', '--public')
    expect([status, stdout.includes('DATA-0008'), stderr.includes('DATA-0008')]).toEqual([1, false, true])
  })

  const refused = [
    {
      name: 'an unknown place',
      args: ['simulate', 'us/xe', ...data],
      says: 'unknown place `us/xe`',
    },
    {
      name: 'a state that is not encoded',
      args: ['simulate', 'us/wy', ...data],
      says: 'LAW-0101',
    },
    { name: 'three policies', args: ['simulate', 'us/ex', 'us/ex', 'us/ex', ...data], says: 'one policy or two' },
    { name: 'no data', args: ['simulate', 'us/ex'], says: 'no data set is named' },
    {
      name: 'a mapping that is not there',
      args: ['simulate', 'us/ex', ...data.slice(0, 2), '--mapping', 'ice-detainers'],
      says: 'the known ones: deportation-data-project-detainers, ',
    },
    {
      name: 'a public report on every act',
      args: ['simulate', 'us/ex', ...data, '--public'],
      says: 'a public report is about one act',
    },
    {
      name: 'a folder as a mapping',
      args: ['simulate', 'us/ex', ...data.slice(0, 2), '--mapping', work],
      says: 'FILE-0003',
    },
    {
      name: 'a window that ends before it begins',
      args: ['simulate', 'us/ex', ...data, '--from', '2026-02-01', '--through', '2026-01-01'],
      says: 'the window ends before it begins',
    },
    {
      name: 'to write over a folder',
      args: ['simulate', 'us/ex', ...data, '--out', work],
      says: 'FILE-0103',
    },
  ]
  it.each(refused)('refuses $name', async ({ args, says }) => {
    const { stderr, status } = await brightline(...args)
    expect([status, stderr.includes(says) ? says : stderr]).toEqual([2, says])
  })

  const unfit = [
    {
      name: 'a protected fact',
      facts: { 'person.birthplace': { column: 'form', values: { D: 'here' } } },
      code: 'MAP-0004',
    },
    { name: 'an unknown fact', facts: { 'warrant.presnt': { column: 'form', yes: ['D'] } }, code: 'MAP-0002' },
    { name: 'a way of no fact', facts: { 'warrant.present': { column: 'form', maybe: ['D'] } }, code: 'MAP-0009' },
  ]
  it.each(unfit)('finds $name in a mapping, and exits with 1', async ({ facts, code }) => {
    const file = join(work, 'unfit.json')
    writeFileSync(file, JSON.stringify({ version: 1, name: 'x', facts }))
    const { stdout, stderr, status } = await brightline('simulate', 'us/ex', ...data.slice(0, 2), '--mapping', file)
    expect([
      stdout,
      status,
      stderr.startsWith(`/facts/${Object.keys(facts)[0]}: error ${code}: `) ? code : stderr,
    ]).toEqual(['', 1, code])
  })

  it('says of a folder in place of data that it is none', async () => {
    const { stderr, status } = await brightline(
      'simulate',
      'us/ex',
      '--data',
      work,
      ...data.slice(2),
      '--format',
      'json',
    )
    expect([status, stderr.includes('FILE-0003')]).toEqual([2, true])
  })
})

describe('brightline ask --stats', () => {
  it('prints an average for each act, also over data', async () => {
    const plain = await brightline('ask', 'us/ex', '--as-of', '2026-11-01', '--stats')
    expect([plain.status, plain.stderr]).toEqual([0, ''])
    expect(plain.stdout).toMatch(/^hold +\d\.\d\d/m)
    const { acts } = JSON.parse(
      (await brightline('ask', 'us/ex', '--as-of', '2026-11-01', '--stats', '--json', ...data)).stdout,
    )
    expect(acts.map(({ informed }: { informed: unknown }) => informed !== null)).not.toContain(false)
  })
})

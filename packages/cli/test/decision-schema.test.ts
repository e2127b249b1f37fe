/** The JSON contract: what the command prints, the schema, and the page that explains it say the same. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { run } from '../src/main.ts'
import { brightline, capture, plain, temporaryFolder } from './command.ts'

const schema: object = JSON.parse(read('../../engine/schema/decision.schema.json'))
const page = read('../../../docs/decision.md')
const springfield = fileURLToPath(new URL('../../../examples/springfield', import.meta.url))
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } })
const isDecision = ajv.compile(schema)

function problems(document: unknown): unknown {
  return isDecision(document) ? [] : isDecision.errors
}

const detainer = ['--agency', 'jail', '--form', 'detainer']
const cases: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: 'a decision that needs facts', args: ['us/ex/springfield', ...detainer] },
  { name: 'no agency', args: ['us/ex/springfield', 'hold', 'disclose'] },
  {
    name: 'a settled decision',
    args: ['us/ex', ...detainer, '--fact', 'warrant.present=no', '--fact', 'release.public=no'],
  },
  {
    name: 'a limit and a due time',
    args: [
      'us/ex',
      ...detainer,
      '--fact',
      'warrant.present=yes',
      '--fact',
      'warrant.signer=judge',
      '--event',
      'release=2026-11-01T12:00',
      '--event',
      'receipt=2026-11-01T10:00',
    ],
  },
  { name: 'an act that no law speaks of', args: ['us', 'disclose', '--agency', 'jail'] },
  {
    name: 'a contested text',
    args: ['us/ex', 'disclose', '--agency', 'jail', '--fact', 'letter.date=2025-05-05', '--as-of', '2025-06-01'],
  },
  {
    name: 'a question of years',
    args: ['us/ex', 'notify-release', '--agency', 'police', '--fact', 'release.public=no'],
  },
]

describe('decide --json', () => {
  for (const { name, args } of cases) {
    it(`keeps the contract for ${name}`, async () => {
      const { code, out } = await brightline(
        'decide',
        ...args,
        ...(args.includes('--as-of') ? [] : ['--as-of', '2026-11-01']),
        '--json',
      )
      expect(code).toBe(0)
      expect(problems(withHash(out))).toEqual([])
    })
  }

  it('keeps the contract for facts that come from convictions', async () => {
    const file = join(temporaryFolder(), 'facts.json')
    writeFileSync(
      file,
      JSON.stringify({ convictions: [{ offence: 'Ex. Pen. Code 11', level: 'felony', date: '2015-01-01' }] }),
    )
    const { out } = await brightline('decide', 'us/ex', ...detainer, '--facts', file, '--as-of', '2026-11-01', '--json')
    expect(out).toContain('ex.listed-felony')
    expect(problems(withHash(out))).toEqual([])
  })

  it('keeps the contract for the real law', async () => {
    const { out } = await capture(() =>
      run([
        'decide',
        'us/la/new-orleans',
        '--agency',
        'sheriff',
        '--form',
        'i-247a',
        '--as-of',
        '2025-06-01',
        '--json',
      ]),
    )
    expect(problems(withHash(out))).toEqual([])
  })

  it('keeps the contract for the lines of a batch', async () => {
    const file = join(temporaryFolder(), 'batch.jsonl')
    const lines = [
      '{"place":"us/ex","acts":["hold"]}',
      '{',
      '{"place":"us/ex","acts":["hold"],"facts":{"person.birthplace":"here"}}',
    ]
    writeFileSync(file, lines.join('\n'))
    const { out } = await brightline('decide', '--batch', file)
    for (const line of out.trim().split('\n')) expect(problems(withHash(line)), line).toEqual([])
  })
})

describe('the schema', () => {
  it('refuses what is not in the contract', async () => {
    const { out } = await brightline('decide', 'us/ex', 'hold', '--agency', 'jail', '--as-of', '2026-11-01', '--json')
    const document: Record<string, unknown> = JSON.parse(JSON.stringify(withHash(out)))
    expect(problems({ ...document, version: 1 })).not.toEqual([])
    expect(problems({ ...document, extra: 1 })).not.toEqual([])
    expect(problems({ ...document, decisions: [] })).not.toEqual([])
    expect(problems({ ...document, asOf: 'today' })).not.toEqual([])
  })
})

describe('docs/decision.md', () => {
  it('has an example that keeps the contract, and is what its command prints', async () => {
    const [, line = ''] = /`brightline ([^`]+)`, laid out in lines/.exec(page) ?? []
    const [, example = ''] = /```json\n([^]*?)```/.exec(page) ?? []
    expect(problems(JSON.parse(example))).toEqual([])
    const args = line.split(/\s+/).map((word) => (word === 'examples/springfield' ? springfield : word))
    const { code, out } = await capture(() => run(args))
    expect(code).toBe(0)
    // The hash is left out: it changes with every law that binds beside that of the example.
    // Of the authorities the first stands for all.
    expect(withFirstAuthority(withHash(out))).toEqual(withHash(plain(example)))
  })

  it('names every key and every value of the schema', () => {
    const names = new Set<string>()
    JSON.stringify(schema, (key, value: unknown) => {
      if (key === 'properties' && typeof value === 'object' && value !== null)
        for (const name of Object.keys(value)) names.add(name)
      if (key === 'enum' && Array.isArray(value)) for (const name of value) names.add(String(name))
      return value
    })
    expect(names.size).toBeGreaterThan(60)
    expect([...names].filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })
})

/** The helper hides hashes, which change with the law. */
function withHash(out: string): unknown {
  return JSON.parse(out.replaceAll('"HASH"', `"${'0'.repeat(64)}"`))
}

function withFirstAuthority(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || !('authorities' in document)) return document
  const { authorities } = document
  return { ...document, authorities: Array.isArray(authorities) ? authorities.slice(0, 1) : authorities }
}

function read(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')
}

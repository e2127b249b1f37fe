/**
 * An attack at every door: what protects a person goes neither in nor out, under no name.
 *
 * DOORS lists the ways in and out. A flag that takes a value and is not classified here fails the last test: whoever adds
 * a door adds an attack.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { forcedFacts, stackOf } from '@brightline/engine'
import { keptColumnProblems, sqlFor } from '@brightline/engine/sql'
import { lawFor, openLaw } from '@brightline/law-files'
import { makePlan, readMapping, stacksOf } from '@brightline/simulate'
import { describe, expect, it } from 'vitest'
import { run } from '../src/main.ts'
import { brightline, capture, law, temporaryFolder, type Ran } from './command.ts'

/** What must not come out anywhere. */
const secret = 'ZANZIBARI'

const folder = temporaryFolder()

/** Writes a file for an attack. */
function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

interface Door {
  readonly name: string
  /** The problem that closes it. */
  readonly code: string
  readonly attack: () => Promise<Ran>
}

const asked = ['decide', 'us/ex', 'hold'] as const

const requests: readonly Door[] = [
  {
    name: 'decide --fact',
    code: 'FACT-0003',
    attack: () => brightline(...asked, '--fact', `person.birthplace=${secret}`),
  },
  {
    name: 'decide --fact, an unknown name',
    code: 'FACT-0001',
    attack: () => brightline(...asked, '--fact', `birthplace=${secret}`),
  },
  {
    name: 'decide --facts',
    code: 'FACT-0003',
    attack: () => brightline(...asked, '--facts', file('facts.json', `{"facts": {"person.birthplace": "${secret}"}}`)),
  },
  {
    name: 'decide --facts, beside the facts',
    code: 'REQ-0011',
    attack: () => brightline(...asked, '--facts', file('beside.json', `{"citizenship": "${secret}"}`)),
  },
  {
    name: 'decide --facts, in a conviction',
    code: 'REQ-0011',
    attack: () => {
      const conviction = { offence: 'x', date: '2020-01-01', nationality: secret }
      return brightline(...asked, '--facts', file('convictions.json', JSON.stringify({ convictions: [conviction] })))
    },
  },
  {
    name: 'decide --batch',
    code: 'FACT-0003',
    attack: () => {
      const line = { place: 'us/ex', acts: ['hold'], facts: { 'person.birthplace': secret } }
      return brightline('decide', '--batch', file('lines.jsonl', `${JSON.stringify(line)}\n`))
    },
  },
  {
    name: 'decide --event',
    code: 'REQ-0007',
    attack: () => brightline(...asked, '--event', `birth=${secret}`),
  },
]

const sqlDoors: readonly Door[] = [
  'person.birthplace',
  'PERSON_BIRTHPLACE',
  'citizenship',
  'Race',
  'a_number',
  'last_name',
  'DOB',
].flatMap((column) =>
  [[], ['--create'], ['--rules']].map((flags) => ({
    name: `sql --key ${column} ${flags.join()}`,
    code: 'SQL-0001',
    attack: () => brightline('sql', 'us/ex', '--act', 'hold', '--key', column, ...flags),
  })),
)

/** Rows whose protected column is frequent enough to be repeated, if it were another one. */
const table = file(
  'rows.csv',
  ['day,form,citizenship,number', ...Array.from({ length: 12 }, () => `2026-01-05,D,${secret},3`), ''].join('\n'),
)
const form = { 'request.form': { column: 'form', values: { D: 'detainer' } } }

/** A mapping, and each way in which it could read the protected column. */
const mappings: Readonly<Record<string, object>> = {
  'a label': { label: ['citizenship'] },
  'a second label': { label: ['form', 'citizenship'] },
  'a filter': { where: [{ column: 'citizenship', is: [secret], reason: 'only these' }] },
  'a place of law': { jurisdiction: [{ columns: ['citizenship'], values: { [secret]: 'us/ex' } }] },
  'an owner': { owner: { columns: ['citizenship'], words: [{ any: [secret], is: 'county' }] } },
  'an agency': { agency: { column: 'citizenship', values: { [secret]: 'jail' } } },
  'a count': { count: 'citizenship' },
  'a date': { date: { column: 'citizenship' } },
  'values of another fact': { facts: { 'request.form': { column: 'citizenship', values: { [secret]: 'detainer' } } } },
  'words of another fact': {
    facts: { 'request.form': { column: 'citizenship', words: [{ any: [secret], is: 'detainer' }] } },
  },
  'yes and no of another fact': { facts: { ...form, 'warrant.present': { column: 'citizenship', yes: [secret] } } },
  'a number of another fact': { facts: { ...form, 'ex.listed-felony': { column: 'citizenship', number: true } } },
  'years since': {
    date: { column: 'day' },
    facts: { ...form, 'ex.listed-felony': { yearsSince: 'citizenship' } },
  },
}
const protectedFacts: Readonly<Record<string, object>> = {
  'a protected fact': { facts: { ...form, 'person.birthplace': { column: 'number', values: { 3: 'here' } } } },
  'a protected constant': { facts: { ...form, 'person.birthplace': { constant: 'here', because: secret } } },
}

/** Ways out of a data set; the first three are tried every day. */
const outs: readonly (readonly string[])[] = [
  ['simulate', 'us/ex@2026-11-01', '--act', 'hold', '--format', 'html', '--lang', 'es'],
  ['compare', 'us/ex@2017-12-31', 'us/ex@2018-01-01', '--act', 'hold'],
  ['ask', 'us/ex', '--as-of', '2026-11-01', '--stats'],
  ['simulate', 'us/ex@2026-11-01', '--act', 'hold'],
  ['simulate', 'us/ex@2026-11-01', '--act', 'hold', '--public'],
  ['simulate', 'us/ex@2026-11-01', '--act', 'hold', '--format', 'csv'],
  ['simulate', 'us/ex@2026-11-01', '--act', 'hold', '--format', 'json'],
].slice(0, process.env['LONG'] === undefined ? 3 : 7)

function mappingFile(json: object): string {
  return file('mapping.json', JSON.stringify({ version: 1, name: 'x', facts: form, ...json }))
}

const dataDoors: readonly Door[] = [
  ...Object.entries(mappings).map(([way, json]) => ({ way, json, code: 'MAP-0019' })),
  ...Object.entries(protectedFacts).map(([way, json]) => ({ way, json, code: 'MAP-0004' })),
].flatMap(({ way, json, code }) =>
  outs.map((words) => ({
    name: `${words.join(' ')} --data --mapping: ${way}`,
    code,
    attack: () => brightline(...words, '--data', table, '--mapping', mappingFile(json)),
  })),
)

const lawText = readFileSync(join(law, 'us/ex/trust-act.policy'), 'utf8')

/** A working law folder with something added to the trust act. */
function working(name: string, added: string): string {
  const path = join(folder, name)
  const place = join(path, 'us/ex')
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'trust-act.policy'), `${lawText}\n${added}`)
  return path
}

const lawDoors: readonly Door[] = [
  {
    name: 'check, an example block',
    code: 'POL-0509',
    attack: () => {
      const example = `example "told by birthplace"\n  as of 2026-11-01, jail\n  given person.birthplace is elsewhere\n  then must not hold\n`
      return brightline('--with', working('example', example), 'check')
    },
  },
  {
    name: 'check, a rule that no law forces',
    code: 'POL-0305',
    attack: () => {
      const rule =
        'section 30.9 "Birth"\n\n  (a) staff must not hold\n      when person.birthplace is elsewhere\n      read in code\n'
      return brightline('--with', working('rule', rule), 'check')
    },
  },
]

const doors = [...requests, ...sqlDoors, ...dataDoors, ...lawDoors]

describe('every door', () => {
  it.each(doors)('is closed: $name', async ({ attack, code }) => {
    const { code: exit, out, err } = await attack()
    expect([exit > 0, `${out}${err}`.includes(code)], `${out}${err}`).toEqual([true, true])
    expect(`${out}${err}`.toUpperCase()).not.toContain(secret)
  })
})

describe('what a cited law forces', () => {
  const forced = 'person.proof-of-status'
  const invented = openLaw([law], null)

  it('is usable exactly where the law forces it', async () => {
    for (const [place, isForced] of [
      ['us/ex/springfield', true],
      ['us/ex', false],
    ] as const) {
      if (!invented.ok) throw new Error('no law')
      const read = await lawFor(invented.value, place)
      if (!read.ok) throw new Error('no law')
      const stack = stackOf(read.value, place, '2026-11-01')
      expect(forcedFacts(stack).has(forced)).toBe(isForced)
      expect(keptColumnProblems(stack, [forced]).length).toBe(isForced ? 0 : 1)
      const columns = sqlFor(stack, 'notify-release', 'duckdb').columns.map(({ fact }) => fact)
      expect(columns.includes(forced)).toBe(isForced)
      const mapping = readMapping(
        JSON.stringify({ version: 1, name: 'x', facts: { [forced]: { column: 'citizenship', yes: ['Y'] } } }),
      )
      if (!mapping.ok) throw new Error('no mapping')
      const policy = stacksOf({ library: read.value, place, asOf: '2026-11-01' })
      const planned = makePlan(mapping.value, read.value, [policy.place, policy.state], { from: null, through: null })
      expect(planned.ok).toBe(isForced)
    }
  })

  it('does not let its column be read for anything else, and never repeats a value of it', async () => {
    const rows = file('forced.csv', ['citizenship', ...Array.from({ length: 20 }, () => secret), ''].join('\n'))
    const proof = { [forced]: { column: 'citizenship', yes: ['Y'] } }
    const usual = { 'request.form': { constant: 'detainer', because: 'all are' } }
    const act = ['notify-release']
    const mapping = mappingFile({ facts: { ...usual, ...proof }, acts: act })
    const words = ['simulate', 'us/ex/springfield@2026-11-01', '--act', 'notify-release', '--data', rows]
    const read = await brightline(...words, '--mapping', mapping)
    expect([read.code, read.out.includes('DATA-0008')], read.err).toEqual([1, true])
    expect(`${read.out}${read.err}`.toUpperCase()).not.toContain(secret)
    const labelled = mappingFile({ facts: { ...usual, ...proof }, acts: act, label: ['citizenship'] })
    const refused = await brightline(...words, '--mapping', labelled)
    expect([refused.code, refused.err.includes('MAP-0019')]).toEqual([1, true])
  })

  it('stays out of the words that repeat a decision', async () => {
    const words = ['decide', 'us/ex/springfield', 'notify-release', '--agency', 'jail', '--as-of', '2026-11-01']
    const { code, out } = await brightline(...words, '--fact', `${forced}=yes`)
    expect(code).toBe(0)
    expect(out).not.toContain(`${forced}=yes`)
  })
})

describe('a flag that takes a value', () => {
  /** Flags that bring something in or let something out, with the doors above that try them. */
  const tried = [
    '--fact',
    '--facts',
    '--batch',
    '--event',
    '--key',
    '--data',
    '--mapping',
    '--with',
    '--format',
    '--memo',
    '--page',
  ]
  /** Flags whose value is a choice, a name of the law, a date, a number or the name of a file that is only written. */
  const harmless: Readonly<Record<string, string>> = {
    '--law': 'law, as --with',
    '--agency': 'a name of the vocabulary',
    '--form': 'a name of the vocabulary',
    '--act': 'a name of the vocabulary',
    '--place': 'a place',
    '--near': 'a place',
    '--as-of': 'a date of law',
    '--from': 'a date',
    '--through': 'a date',
    '--until': 'a date',
    '--lang': 'a language',
    '--dialect': 'a choice',
    '--table': 'the name of a table; its columns are the door',
    '--workers': 'a number',
    '--budget': 'a number',
    '--out': 'a file that is written',
    '--file': 'law, as --with',
    '--claim': 'a claim about all cases, and about nobody',
    '--blind': 'a fact that must not matter',
    '--never-silent': 'a name of the vocabulary',
    '--floor': 'an instrument',
    '--ceiling': 'an instrument',
    '--equivalent': 'a place and a date',
  }

  it('has been tried, or is harmless', async () => {
    const found = new Set<string>()
    for (const words of await allCommands()) {
      // The log has a guard of its own: an entry has keys that are listed, and names no person.
      if (words[0] === 'log' || words[0] === 'witness') continue
      const { out } = await capture(() => run([...words, '--help']))
      for (const [, flag = ''] of out.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+) <[^>]+>/gm)) found.add(flag)
    }
    expect(found.size).toBeGreaterThan(20)
    expect([...found].filter((flag) => !tried.includes(flag) && !(flag in harmless)).toSorted()).toEqual([])
    const attacked = doors.map(({ name }) => name).join(' ')
    const untried = ['--fact', '--facts', '--batch', '--event', '--key', '--data', '--mapping', '--format']
    expect(untried.filter((flag) => !attacked.includes(flag))).toEqual([])
  })
})

/** Every command, as its words. */
async function allCommands(): Promise<readonly (readonly string[])[]> {
  const { out } = await capture(() => run(['--help']))
  const list = out.slice(out.indexOf('Commands:'))
  return [
    [],
    ...[...list.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name = '']) => [name]).filter(([name]) => name !== 'help'),
  ]
}

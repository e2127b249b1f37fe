import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { yearsSince } from '@brightline/engine'
import { readLibrary } from '@brightline/language'
import { describe, expect, it } from 'vitest'
import {
  dataProblems,
  makePlan,
  mappingProblems,
  readMapping,
  readyMappings,
  type Mapping,
  type MappingProblem,
} from '../src/index.ts'
import { columnUses } from '../src/mapping/column-uses.ts'
import { mappingSchema } from '../src/mapping/mapping-schema.ts'
import { canonicalMapping } from '../src/mapping/read-mapping.ts'
import { readDay, yearsBetween } from '../src/cases/day.ts'
import { inRoot, mappingOf, testLaw } from './law.ts'
import { times } from '../../../scripts/test-counts.ts'

const library = await testLaw()
const ready = [
  ...readdirSync(inRoot('packages/simulate/importers')).map((name) => `packages/simulate/importers/${name}`),
  'examples/data/custody-invented.mapping.json',
]
/** The facts that the mappings which ship name. */
const { library: shippedWords } = await readLibrary(
  readdirSync(inRoot('law/vocabulary')).map((name) => ({
    path: `vocabulary/${name}`,
    text: readFileSync(inRoot(`law/vocabulary/${name}`), 'utf8'),
  })),
)
const published: unknown = JSON.parse(readFileSync(inRoot('packages/simulate/mapping.schema.json'), 'utf8'))
const schema = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(mappingSchema)

/** Problems as code, pointer and values. */
function briefly(problems: readonly MappingProblem[]): readonly unknown[] {
  return problems.map(({ code, where, values }) => [code, where.kind === 'pointer' ? where.pointer : null, values])
}

function problemsOf(text: string): readonly unknown[] {
  const result = readMapping(text)
  return result.ok ? [] : briefly(result.problems)
}

function readyOf(path: string): Mapping {
  const result = readMapping(readFileSync(inRoot(path), 'utf8'))
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

describe('mappings', () => {
  it('are published with the schema that reads them', () => {
    const file = inRoot('packages/simulate/mapping.schema.json')
    if (process.env['UPDATE'] !== undefined) writeFileSync(file, `${JSON.stringify(mappingSchema, null, 2)}\n`)
    expect(process.env['UPDATE'] === undefined ? published : mappingSchema).toEqual(mappingSchema)
  })

  it.each(ready)('reads %s, which fits the schema', (path) => {
    const text = readFileSync(inRoot(path), 'utf8')
    expect(schema(JSON.parse(text)), JSON.stringify(schema.errors)).toBe(true)
    expect(problemsOf(text)).toEqual([])
  })

  it('are one text whatever the order of their keys', () => {
    const one = mappingOf({ facts: { a: { column: 'x', number: true } }, notes: ['y'] })
    const other = mappingOf({ notes: ['y'], facts: { a: { number: true, column: 'x' } } })
    expect(canonicalMapping(one)).toBe(canonicalMapping(other))
    expect(canonicalMapping(one)).not.toBe(canonicalMapping({ ...one, notes: ['z'] }))
  })

  it('that ship are named', () => {
    expect(readyMappings().map((name) => `packages/simulate/importers/${name}.json`)).toEqual(ready.slice(0, -1))
  })

  const withFact = (fact: string): string => `{"version": 1, "name": "x", "facts": {"a": ${fact}}}`
  const unreadable = [
    { name: 'text that is not JSON', text: '{', says: [['MAP-0001', '', {}]] },
    {
      name: 'another version',
      text: '{"version": 2, "name": "x"}',
      says: [['MAP-0011', '/version', { allowed: ['1'] }]],
    },
    {
      name: 'an unknown key',
      text: '{"version": 1, "name": "x", "fact": {}}',
      says: [['MAP-0008', '', { key: 'fact' }]],
    },
    {
      name: 'an assumption without a reason',
      text: withFact('{"constant": "yes"}'),
      says: [['MAP-0009', '/facts/a', { key: 'because' }]],
    },
    {
      name: 'a key that comes twice',
      text: withFact('{"column": "y", "values": {"A": null, "A": "b"}}'),
      says: [['MAP-0007', '', { key: 'A' }]],
    },
    {
      name: 'one value in two spellings',
      text: withFact('{"column": "y", "values": {"A": null, "a ": "b"}}'),
      says: [['MAP-0012', '/facts/a/values', { value: 'a ' }]],
    },
    {
      name: 'a value that is yes and no',
      text: withFact('{"column": "y", "yes": ["T"], "no": ["t"]}'),
      says: [['MAP-0012', '/facts/a', { value: 't' }]],
    },
    {
      name: 'a number that is none',
      text: withFact('{"column": "y", "number": false}'),
      says: [['MAP-0011', '/facts/a/number', { allowed: ['true'] }]],
    },
    {
      name: 'a way of no fact',
      text: withFact('{"column": "y", "maybe": ["T"]}'),
      says: [
        ['MAP-0009', '/facts/a', { key: 'values' }],
        ['MAP-0008', '/facts/a', { key: 'maybe' }],
      ],
    },
    {
      name: 'a fact that is no object',
      text: withFact('7'),
      says: [['MAP-0010', '/facts/a', { expected: ['object'] }]],
    },
    {
      name: 'a value of the wrong type',
      text: withFact('{"column": "y", "values": {"A": true}}'),
      says: [['MAP-0010', '/facts/a/values/A', { expected: ['string', 'integer', 'null'] }]],
    },
    {
      name: 'words without letters',
      text: withFact('{"column": "y", "words": [{"any": ["-"], "is": "b"}]}'),
      says: [['MAP-0015', '/facts/a/words/0/any', {}]],
    },
    {
      name: 'a date that does not exist',
      text: withFact('{"byDate": [{"from": "2026-02-30", "value": "b"}], "because": "x"}'),
      says: [['MAP-0013', '/facts/a/byDate/0/from', {}]],
    },
    {
      name: 'a date that is none',
      text: withFact('{"byDate": [{"from": "soon", "value": "b"}], "because": "x"}'),
      says: [['MAP-0013', '/facts/a/byDate/0/from', {}]],
    },
    {
      name: 'too many columns',
      text: '{"version": 1, "name": "x", "label": ["a", "b", "c", "d"]}',
      says: [['MAP-0014', '/label', { limit: 3 }]],
    },
    {
      name: 'the keys that every object has',
      text: '{"version": 1, "name": "x", "__proto__": {"facts": {}}, "constructor": 1}',
      says: [
        ['MAP-0008', '', { key: '__proto__' }],
        ['MAP-0008', '', { key: 'constructor' }],
      ],
    },
    {
      name: 'an unknown owner',
      text: '{"version": 1, "name": "x", "owner": {"owner": "tribe", "because": "x"}}',
      says: [['MAP-0011', '/owner/owner', { allowed: ['county', 'city', 'state', 'federal', 'private', 'unknown'] }]],
    },
  ]
  it.each(unreadable)('refuses $name and says where', ({ text, says }) => {
    expect(problemsOf(text)).toEqual(says)
  })

  it('takes a byte-order mark and keys inside texts for what they are', () => {
    const facts = '{"a": {"column": "\\"c\\": 1", "values": {"c": null, "\\u0063": null}}}'
    expect(readMapping('\uFEFF{"version": 1, "name": "{\\"name\\": 1}"}').ok).toBe(true)
    expect(problemsOf(`{"version": 1, "name": "x", "facts": ${facts}}`)).toEqual([['MAP-0007', '', { key: 'c' }]])
  })

  const unfit = [
    {
      name: 'an unknown fact',
      json: { facts: { 'warrant.shwn': { column: 'w', yes: ['Y'] } } },
      says: ['MAP-0002', '/facts/warrant.shwn', { fact: 'warrant.shwn', meant: 'warrant.shown' }],
    },
    {
      name: 'an unknown value',
      json: { facts: { 'person.crime': { column: 'c', values: { X: 'lised' } } } },
      says: ['MAP-0003', '/facts/person.crime', { fact: 'person.crime', value: 'lised', meant: 'listed' }],
    },
    {
      name: 'a protected fact',
      json: { facts: { 'person.status': { column: 's', yes: ['Y'] } } },
      says: ['MAP-0004', '/facts/person.status', { fact: 'person.status' }],
    },
    {
      name: 'yes and no for a list',
      json: { facts: { 'person.crime': { column: 'c', yes: ['Y'] } } },
      says: ['MAP-0005', '/facts/person.crime', { fact: 'person.crime', way: 'yes-no', type: 'one-of' }],
    },
    {
      name: 'years without a date of the row',
      json: { facts: { 'crime.years': { yearsSince: 'c' } } },
      says: ['MAP-0018', '/facts/crime.years', { fact: 'crime.years' }],
    },
    {
      name: 'a number out of range',
      json: { facts: { 'crime.years': { constant: 100, because: 'x' } } },
      says: ['MAP-0003', '/facts/crime.years', { fact: 'crime.years', value: 100 }],
    },
    {
      name: 'an unknown agency',
      json: { agency: { agency: 'sherif', because: 'x' } },
      says: ['MAP-0016', '/agency', { agency: 'sherif', meant: 'sheriff' }],
    },
    {
      name: 'an unknown act, without an agency too',
      json: { acts: ['hold', 'shar'] },
      says: ['MAP-0017', '/acts/1', { act: 'shar', meant: 'share' }],
    },
    {
      name: 'a place id that is none',
      json: { jurisdiction: [{ place: 'us/ex' }, { columns: ['s'], values: { 'A/B': 'US/EX' } }] },
      says: ['MAP-0006', '/jurisdiction/1/values/A~1B', { place: 'US/EX' }],
    },
  ]
  const everyUse = {
    date: { column: 'day' },
    count: 'times',
    label: ['booking', 'facility'],
    owner: { columns: ['kind', 'operator'], words: [{ any: ['county'], is: 'county' }] },
    jurisdiction: [{ columns: ['state', 'county'], values: { EX: 'us/ex' } }, { place: 'us/ex' }],
    agency: { column: 'holder', values: { S: 'sheriff' } },
    where: [{ column: 'kept', is: ['Y'], reason: 'x' }],
    facts: {
      'request.form': { column: 'form', values: { A: 'i-247a' } },
      'warrant.shown': { byDate: [{ from: '2026-01-01', value: 'yes' }], because: 'x' },
      'person.crime': { column: 'charge', words: [{ any: ['theft'], is: 'petty' }] },
      'crime.years': { yearsSince: 'convicted' },
      'letter.seen': { column: 'letter', date: true },
    },
  }
  const used = [
    { name: 'a mapping with every use', mapping: mappingOf(everyUse), law: library },
    ...ready.slice(0, -1).map((path) => ({ name: path, mapping: readyOf(path), law: shippedWords })),
  ]
  it.each(used)('guards every column that $name reads', ({ mapping, law }) => {
    const result = makePlan(mapping, law, [], { from: null, through: null })
    const guarded = new Set(columnUses(mapping).map(({ column }) => column))
    expect(result.ok ? new Set(result.value.plan.columns) : result.problems).toEqual(guarded)
  })

  it.each(unfit)('refuses $name', ({ json, says }) => {
    const result = makePlan(mappingOf(json), library, [], { from: null, through: null })
    expect(result.ok ? [] : briefly(result.problems)).toEqual([says])
  })

  it('explains every code in docs/simulate.md, and no other', () => {
    const page = readFileSync(inRoot('docs/simulate.md'), 'utf8')
    const explained = [...page.matchAll(/^\| `((?:DATA|MAP)-\d{4})`/gm)].map((match) => match[1])
    expect(new Set(explained)).toEqual(new Set([...Object.keys(dataProblems), ...Object.keys(mappingProblems)]))
  })

  it('counts years as the engine does', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from = '', to = ''] = [one, other].sort()
        const [a, b] = [readDay(from, ['iso']), readDay(to, ['iso'])]
        if (a === null || b === null) throw new Error('unread')
        expect(yearsBetween(a, b)).toBe(yearsSince(from, to))
      }),
      {
        numRuns: times(200, 2000),
        examples: [
          ['2024-02-29', '2025-02-28'],
          ['2024-02-29', '2025-03-01'],
          ['2020-02-29', '2024-02-29'],
        ],
      },
    )
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { yearsSince } from '@brightline/engine'
import { describe, expect, it } from 'vitest'
import { makePlan, printMapping, problemKinds, readMapping } from '../src/index.ts'
import { readDay, yearsBetween } from '../src/cases/day.ts'
import { inRoot, mappingOf, testLaw } from './law.ts'

const library = await testLaw()
const ready = [
  ...readdirSync(inRoot('packages/simulate/importers')).map((name) => `packages/simulate/importers/${name}`),
  'examples/data/custody-invented.mapping.json',
]
const schema = new Ajv2020({ allowUnionTypes: true, strictRequired: false }).compile(
  JSON.parse(readFileSync(inRoot('packages/simulate/mapping.schema.json'), 'utf8')),
)

describe('mappings', () => {
  it.each(ready)('reads %s, which fits the schema, and prints it back to the same', (path) => {
    const text = readFileSync(inRoot(path), 'utf8')
    expect(schema(JSON.parse(text)), JSON.stringify(schema.errors)).toBe(true)
    const first = readMapping(text)
    if (first.kind !== 'mapping') throw new Error(JSON.stringify(first.problems))
    const printed = printMapping(first.mapping)
    expect(schema(JSON.parse(printed)), JSON.stringify(schema.errors)).toBe(true)
    expect(readMapping(printed)).toEqual(first)
  })

  const unreadable = [
    { name: 'text that is not JSON', text: '{', says: 'it is not JSON' },
    { name: 'another version', text: '{"version": 2, "name": "x"}', says: '`version` is not 1' },
    { name: 'an unknown key', text: '{"version": 1, "name": "x", "fact": {}}', says: '`fact` is not a key here' },
    {
      name: 'an assumption without a reason',
      text: '{"version": 1, "name": "x", "facts": {"warrant": {"constant": "yes"}}}',
      says: '`facts.warrant.because` is not a text',
    },
    {
      name: 'a key that comes twice',
      text: '{"version": 1, "name": "x", "facts": {"a": {"column": "y", "values": {"A": null, "A": "b"}}}}',
      says: '`A` comes twice',
    },
    {
      name: 'one value in two spellings',
      text: '{"version": 1, "name": "x", "facts": {"a": {"column": "y", "values": {"A": null, "a ": "b"}}}}',
      says: '`facts.a.values` names `a ` twice',
    },
    {
      name: 'a value that is yes and no',
      text: '{"version": 1, "name": "x", "facts": {"a": {"column": "y", "yes": ["T"], "no": ["t"]}}}',
      says: '`facts.a` names `t` twice',
    },
    {
      name: 'a number that is none',
      text: '{"version": 1, "name": "x", "facts": {"a": {"column": "y", "number": false}}}',
      says: '`facts.a.number` is not true',
    },
    {
      name: 'words without letters',
      text: '{"version": 1, "name": "x", "facts": {"a": {"column": "y", "words": [{"any": ["-"], "is": "b"}]}}}',
      says: 'holds a text without letters',
    },
    {
      name: 'the keys that every object has',
      text: '{"version": 1, "name": "x", "__proto__": {"facts": {}}, "constructor": 1}',
      says: '`__proto__` is not a key here',
    },
    {
      name: 'an unknown owner',
      text: '{"version": 1, "name": "x", "owner": {"owner": "tribe", "because": "x"}}',
      says: '`owner.owner` is not one of',
    },
  ]
  it.each(unreadable)('refuses $name and says where', ({ text, says }) => {
    const result = readMapping(text)
    expect(result.kind === 'problems' ? result.problems.map(({ message }) => message).join() : '').toContain(says)
  })

  it('takes a byte-order mark and keys inside texts for what they are', () => {
    const facts = '{"a": {"column": "\\"c\\": 1", "values": {"c": null, "\\u0063": null}}}'
    expect(readMapping('\uFEFF{"version": 1, "name": "{\\"name\\": 1}"}').kind).toBe('mapping')
    const result = readMapping(`{"version": 1, "name": "x", "facts": ${facts}}`)
    expect(result.kind === 'problems' ? result.problems[0]?.message : '').toContain('`c` comes twice')
  })

  const unfit = [
    {
      name: 'an unknown fact',
      facts: { 'warrant.shwn': { column: 'w', yes: ['Y'] } },
      code: 'MAP-0002',
      says: 'did you mean `warrant.shown`?',
    },
    {
      name: 'an unknown value',
      facts: { 'person.crime': { column: 'c', values: { X: 'lised' } } },
      code: 'MAP-0003',
      says: 'did you mean `listed`?',
    },
    {
      name: 'a protected fact',
      facts: { 'person.status': { column: 's', yes: ['Y'] } },
      code: 'MAP-0004',
      says: '`person.status`',
    },
    {
      name: 'yes and no for a list',
      facts: { 'person.crime': { column: 'c', yes: ['Y'] } },
      code: 'MAP-0005',
      says: '`person.crime`',
    },
    {
      name: 'years without a date of the row',
      facts: { 'crime.years': { yearsSince: 'c' } },
      code: 'MAP-0005',
      says: '`crime.years`',
    },
    {
      name: 'a number out of range',
      facts: { 'crime.years': { constant: 100, because: 'x' } },
      code: 'MAP-0003',
      says: '`100` of `crime.years`',
    },
  ]
  it.each(unfit)('refuses $name', ({ facts, code, says }) => {
    const result = makePlan(mappingOf({ facts }), library, [], { from: null, through: null })
    const [first] = result.kind === 'problems' ? result.problems : []
    expect([first?.code, first?.message.includes(says)]).toEqual([code, true])
  })

  it('explains every code in docs/simulate.md, and no other', () => {
    const page = readFileSync(inRoot('docs/simulate.md'), 'utf8')
    const explained = [...page.matchAll(/^\| `((?:DATA|MAP)-\d{4})`/gm)].map((match) => match[1])
    expect(new Set(explained)).toEqual(new Set(Object.keys(problemKinds)))
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
        numRuns: 500,
        examples: [
          ['2024-02-29', '2025-02-28'],
          ['2024-02-29', '2025-03-01'],
          ['2020-02-29', '2024-02-29'],
        ],
      },
    )
  })
})

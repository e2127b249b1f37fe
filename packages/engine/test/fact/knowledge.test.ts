/** Which facts are refused, and why. */
import { describe, expect, it } from 'vitest'
import { checkKnowledge, impossibleAmong, type Knowledge } from '../../src/fact/knowledge.ts'
import { both, fact, is, knowing, library, oneOf, range } from '../small-law.ts'

const years = fact('years', { kind: 'number', min: 0, max: 100, unit: 'years', canBeNever: true })
const { vocabulary } = library([], {
  facts: [
    fact('warrant'),
    fact('signer', oneOf('judge', 'officer')),
    years,
    fact('received', { kind: 'date' }),
    fact('status', undefined, { isProtected: true }),
    fact('proof', undefined, { isVolunteered: true }),
    fact('released'),
    fact('issuer', oneOf('none', 'court')),
  ],
  impossible: [
    {
      reason: { en: 'nobody signed what does not exist', es: 'x' },
      fact: null,
      condition: both(is('warrant', 'no'), is('signer', 'judge')),
      cite: 'Ex. Code 9',
    },
    {
      reason: { en: 'a judge has served no hundred years', es: 'x' },
      fact: null,
      condition: both(is('signer', 'judge'), range('years', 100, null)),
      cite: null,
    },
    {
      reason: { en: 'nobody goes without showing something', es: 'x' },
      fact: null,
      condition: both(is('released', 'yes'), is('proof', 'no')),
      cite: null,
    },
    // Nobody is asked who issued a warrant that is not there.
    { reason: null, fact: 'issuer', condition: both(is('warrant', 'no'), is('issuer', 'court')), cite: null },
  ],
})

const cases: readonly {
  readonly name: string
  readonly known: Knowledge
  readonly forced?: readonly string[]
  readonly problems: readonly string[]
}[] = [
  {
    name: 'takes facts of the vocabulary',
    known: knowing({ warrant: 'yes', signer: 'judge', years: 'never', received: 20_000 }),
    problems: [],
  },
  { name: 'takes an agency, whatever it is', known: knowing({ agency: 'police' }), problems: [] },
  { name: 'takes a fact that was asked in vain', known: knowing({ years: null }), problems: [] },
  {
    name: 'refuses a fact that is not declared',
    known: knowing({ warant: 'yes' }),
    problems: ['FACT-0001 warant'],
  },
  {
    name: 'refuses a value that the fact lacks',
    known: knowing({ signer: 'clerk' }),
    problems: ['FACT-0002 signer'],
  },
  {
    name: 'refuses a number out of range, with the range',
    known: knowing({ years: 101 }),
    problems: ['FACT-0002 years'],
  },
  {
    name: 'refuses half a number',
    known: knowing({ years: 0.5 }),
    problems: ['FACT-0002 years'],
  },
  {
    name: 'refuses a date as text',
    known: knowing({ received: '2026-11-22' }),
    problems: ['FACT-0002 received'],
  },
  {
    name: 'refuses anything but yes and no',
    known: knowing({ warrant: 'maybe' }),
    problems: ['FACT-0002 warrant'],
  },
  {
    name: 'refuses one wrong value among several',
    known: new Map([['signer', { kind: 'one-of', values: ['judge', 'clerk'] }]]),
    problems: ['FACT-0002 signer'],
  },
  {
    name: 'refuses a protected fact, even asked in vain',
    known: knowing({ status: null }),
    problems: ['FACT-0003 status'],
  },
  {
    name: 'takes a protected fact that a cited law forces',
    known: knowing({ status: 'yes' }),
    forced: ['status'],
    problems: [],
  },
  {
    name: 'refuses facts that cannot be true together, with the reason and its source',
    known: knowing({ warrant: 'no', signer: 'judge' }),
    problems: ['FACT-0004 nobody signed what does not exist'],
  },
  {
    name: 'takes what nobody volunteered for no, also where it was asked in vain',
    known: knowing({ released: 'yes', proof: null }),
    problems: ['FACT-0004 nobody goes without showing something'],
  },
  { name: 'takes what somebody volunteered', known: knowing({ released: 'yes', proof: 'yes' }), problems: [] },
  {
    name: 'refuses an answer to a question that makes no sense, by its fact',
    known: knowing({ warrant: 'no', issuer: 'court' }),
    problems: ['FACT-0004 issuer'],
  },
  {
    name: 'waits with an impossible combination until all of it is known',
    known: knowing({ warrant: 'no' }),
    problems: [],
  },
  {
    name: 'knows that every value left makes a combination impossible',
    known: new Map([
      ['signer', { kind: 'value', value: 'judge' }],
      ['years', { kind: 'one-of', values: [100] }],
    ]),
    problems: ['FACT-0004 a judge has served no hundred years'],
  },
]

describe('checkKnowledge', () => {
  for (const { name, known, forced = [], problems } of cases) {
    it(name, () => {
      const found = checkKnowledge(vocabulary, known, new Set(forced))
      const said = found.map(
        (one) => `${one.code} ${'fact' in one ? one.fact : (one.impossible.reason?.en ?? one.impossible.fact)}`,
      )
      expect(said).toEqual(problems)
    })
  }

  it('never repeats a value, which may be private', () => {
    for (const problem of checkKnowledge(vocabulary, knowing({ signer: 'Maria Example', years: 4711 }), new Set())) {
      expect(JSON.stringify(problem)).not.toMatch(/Maria|4711/)
    }
  })
})

describe('impossibleAmong', () => {
  it('gives the combinations with their reasons, or none', () => {
    expect(
      impossibleAmong(vocabulary, knowing({ warrant: 'no', signer: 'judge' })).map(({ reason }) => reason),
    ).toEqual([{ en: 'nobody signed what does not exist', es: 'x' }])
    expect(impossibleAmong(vocabulary, knowing({ warrant: 'yes', signer: 'judge' }))).toEqual([])
  })
})

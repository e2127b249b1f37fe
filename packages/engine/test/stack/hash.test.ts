import { describe, expect, it } from 'vitest'
import type { Instrument, Library } from '@brightline/language'
import { stackOf } from '../../src/stack/stack.ts'
import { asOf, doubt, duty, example, fact, from, instrument, is, library, promise, rule } from '../small-law.ts'

const act: Instrument = instrument('us/xx/act', {
  rules: [rule('(a)', 'must-not'), rule('(b)', 'must', { condition: is('warrant', 'yes'), overrides: ['(a)'] })],
  duties: [duty('(c)')],
  doubts: [doubt('(d)', is('warrant', 'yes'), false)],
})

function hashOf(law: Library, on: string = asOf): string {
  return stackOf(law, 'us/xx/town', on).policyHash
}

function withRule(change: Partial<Instrument['rules'][number]>): Library {
  return library([{ ...act, rules: act.rules.map((one, index) => (index === 1 ? { ...one, ...change } : one)) }])
}

const base = hashOf(library([act]))

describe('the hash of the law used', () => {
  it('is a SHA-256 in hexadecimal', () => {
    expect(base).toMatch(/^[0-9a-f]{64}$/)
  })

  const changing: readonly { readonly name: string; readonly law: Library; readonly on?: string }[] = [
    { name: 'the modal of a rule', law: withRule({ modal: 'may' }) },
    { name: 'the condition of a rule', law: withRule({ condition: is('warrant', 'no') }) },
    { name: 'what a rule overrides', law: withRule({ overrides: [] }) },
    { name: 'the pin citation of a rule', law: withRule({ cite: 'Ex. Code 2' }) },
    { name: 'how far the text behind a rule was read', law: withRule({ mark: { kind: 'reported', source: null } }) },
    { name: 'the force of a rule being contested', law: withRule({ contested: from('2020-01-01') }) },
    { name: 'a duty', law: library([{ ...act, duties: [] }]) },
    { name: 'a doubt rule', law: library([{ ...act, doubts: [] }]) },
    { name: 'the rank of an instrument', law: library([{ ...act, rank: 'city' }]) },
    { name: 'an instrument above', law: library([act, instrument('us/act', { rules: [rule('(a)', 'may')] })]) },
    { name: 'a fact of the vocabulary', law: library([act], { facts: [fact('warrant'), fact('more')] }) },
    {
      name: 'a word of the place or of one above',
      law: library([act], { facts: [fact('warrant'), { ...fact('charged'), place: 'us/xx' }] }),
    },
    {
      name: 'an impossible combination',
      law: library([act], {
        impossible: [{ reason: { en: '', es: '' }, fact: null, condition: is('warrant', 'yes'), cite: null }],
      }),
    },
  ]
  for (const { name, law } of changing) {
    it(`changes with ${name}`, () => {
      expect(hashOf(law)).not.toBe(base)
    })
  }

  it('changes with the day from which the force of a rule is contested', () => {
    const law = withRule({ contested: from('2026-12-01') })
    expect(hashOf(law, '2026-12-01')).not.toBe(hashOf(law, '2026-11-30'))
  })

  const keeping: readonly { readonly name: string; readonly law: Library; readonly on?: string }[] = [
    {
      name: 'the place of a rule in its file',
      law: withRule({ position: { file: 'moved.policy', line: 99, column: 7 } }),
    },
    { name: 'the name of the file', law: library([{ ...act, file: 'moved.policy' }]) },
    { name: 'an example', law: library([{ ...act, examples: [example('an example', {})] }]) },
    {
      name: 'a promise',
      law: library([{ ...act, promises: [promise('a promise', { kind: 'blind', acts: null, facts: ['status'] })] }]),
    },
    { name: 'the title of an instrument', law: library([{ ...act, title: 'An Act' }]) },
    { name: 'law elsewhere', law: library([act, instrument('us/yy/act', { rules: [rule('(a)', 'may')] })]) },
    {
      name: 'words that only law elsewhere knows',
      law: library([act], {
        facts: [...library([act]).vocabulary.facts, { ...fact('yy.recent'), place: 'us/yy' }],
        impossible: [
          { reason: { en: '', es: '' }, fact: null, condition: is('yy.recent', 'yes'), cite: null, place: 'us/yy' },
        ],
      }),
    },
    {
      name: 'law that is not yet in force',
      law: library([act, instrument('us/act', { rules: [rule('(a)', 'may', { inForce: from('2030-01-01') })] })]),
    },
    { name: 'a later day on which nothing has changed', law: library([act]), on: '2027-01-01' },
  ]
  for (const { name, law, on = asOf } of keeping) {
    it(`does not change with ${name}`, () => {
      expect(hashOf(law, on)).toBe(base)
    })
  }
})

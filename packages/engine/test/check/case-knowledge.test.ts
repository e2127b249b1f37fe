/** What is known in a case that an example states. */
import { describe, expect, it } from 'vitest'
import type { Offence } from '@brightline/language'
import { knowledgeOf } from '../../src/check/case-knowledge.ts'
import { example, fact, library } from '../small-law.ts'

const listed: Offence = {
  class: 'listed',
  statute: 'Ex. Pen. Code 1',
  name: 'one',
  level: 'felony',
  force: { from: null, through: null },
  cite: 'Ex. Code 5',
  mark: 'read',
}
const years = fact(
  'years',
  { kind: 'number', min: 0, max: 99, unit: 'years', canBeNever: true },
  { derivation: { classes: ['listed'], table: 'us/xx' } },
)
const law = library([], { facts: [fact('warrant'), years] }, { offences: { 'us/xx': [listed] } })
const conviction = { offence: 'Ex. Pen. Code 1', level: 'felony', date: '2020-01-01', place: 'us/xx' }

function known(of: Parameters<typeof example>[1]): object {
  return Object.fromEntries(
    knowledgeOf({ vocabulary: law.vocabulary, library: law }, example('one', { asOf: '2026-01-01', ...of })),
  )
}

describe('the knowledge of an example', () => {
  it('is empty where it states nothing', () => {
    expect(known({})).toEqual({})
  })

  it('has the agency that it names', () => {
    expect(known({ agency: 'jail' })).toEqual({ agency: { kind: 'value', value: 'jail' } })
  })

  it('has each fact that it gives, or that it says nobody knows', () => {
    expect(known({ givens: [{ kind: 'value', fact: 'warrant', value: 'yes' }] })).toEqual({
      warrant: { kind: 'value', value: 'yes' },
    })
    expect(known({ givens: [{ kind: 'unknown', fact: 'warrant' }] })).toEqual({ warrant: { kind: 'cannot-say' } })
  })

  it('has the facts that its convictions yield, and those that it gives over them', () => {
    expect(known({ convictions: [conviction] })).toEqual({ years: { kind: 'value', value: 6 } })
    const givens = [{ kind: 'value', fact: 'years', value: 3 }] as const
    expect(known({ convictions: [conviction], givens })).toEqual({ years: { kind: 'value', value: 3 } })
  })
})

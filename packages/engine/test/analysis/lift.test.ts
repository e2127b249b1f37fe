/** A case of facts as a request that a counter could receive. */
import { describe, expect, it } from 'vitest'
import { liftCase } from '../../src/analysis/lift.ts'
import { fact, is, library } from '../small-law.ts'

describe('a case as a request', () => {
  it('leaves out facts whose question makes no sense in it', () => {
    const impossible = [{ reason: null, fact: 'charged', condition: is('form', 'a'), cite: null }]
    const law = library([], { facts: [fact('charged'), fact('warrant')], impossible })
    const request = (form: string): unknown =>
      liftCase(
        law,
        new Map([
          ['form', form],
          ['charged', 'yes'],
          ['warrant', 'no'],
        ]),
        ['2026-01-01'],
      ).facts
    expect(request('a')).toEqual({ form: 'a', warrant: 'no' })
    expect(request('b')).toEqual({ form: 'b', charged: 'yes', warrant: 'no' })
  })

  it('has no empty record beside an offence that no table lists', () => {
    const record = { classes: ['listed'], table: 'us/xx' }
    const unlisted = { classes: [], table: null }
    const facts = [
      fact('listed', { kind: 'yes-no' }, { derivation: record }),
      fact('unlisted', { kind: 'yes-no' }, { derivation: unlisted }),
    ]
    const law = library([], { facts })
    const request = (value: string): unknown => {
      const { convictions, facts: given } = liftCase(
        law,
        new Map([
          ['listed', 'no'],
          ['unlisted', value],
        ]),
        ['2026-01-01'],
      )
      return { convictions, given }
    }
    expect(request('no')).toEqual({ convictions: [], given: { unlisted: 'no' } })
    expect(request('yes')).toEqual({ convictions: null, given: { listed: 'no', unlisted: 'yes' } })
  })
})

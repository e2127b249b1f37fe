import { describe, expect, it } from 'vitest'
import { stackCache } from '../../src/stack/stack-cache.ts'
import { from, instrument, library, rule } from '../small-law.ts'

const town = 'us/xx/town'
const dated = rule('(a)', 'must', { inForce: from('2018-01-01', '2019-12-31') })
const law = library([instrument('us/xx/act', { rules: [dated] })])

describe('the stacks of a library', () => {
  const pairs: readonly { readonly name: string; readonly days: readonly [string, string]; readonly isOne: boolean }[] =
    [
      { name: 'are one on a day that is asked for twice', days: ['2018-06-01', '2018-06-01'], isOne: true },
      { name: 'are one on days between which nothing changes', days: ['2018-01-01', '2019-12-31'], isOne: true },
      { name: 'are one on all days before the first change', days: ['1990-01-01', '2017-12-31'], isOne: true },
      { name: 'differ on the day of a change and the day before', days: ['2017-12-31', '2018-01-01'], isOne: false },
      { name: 'differ where a law has ended', days: ['2019-12-31', '2020-01-01'], isOne: false },
      { name: 'differ before a law and after it', days: ['2017-12-31', '2020-01-01'], isOne: false },
    ]
  for (const { name, days, isOne } of pairs) {
    it(name, () => {
      const at = stackCache(law)
      expect(at(town, days[0]) === at(town, days[1])).toBe(isOne)
    })
  }

  it('differ from place to place', () => {
    const at = stackCache(law)
    expect([at(town, '2018-06-01').place, at('us/xx', '2018-06-01').place]).toEqual([town, 'us/xx'])
  })

  it('are as of the last change, or of the day itself before the first', () => {
    const at = stackCache(law)
    expect(['2019-05-05', '2020-01-01', '2026-01-01', '1990-01-01'].map((day) => at(town, day).asOf)).toEqual([
      '2018-01-01',
      '2020-01-01',
      '2020-01-01',
      '1990-01-01',
    ])
  })

  it('have the law of their days, whichever day is asked for first', () => {
    const at = stackCache(law)
    const days = ['2020-01-01', '2017-12-31', '2018-01-01', '2019-12-31']
    expect(days.map((day) => at(town, day).layers.length)).toEqual([0, 0, 1, 1])
  })
})

/** The checks of instruments together: counts, and law that only all layers make too large. */
import { describe, expect, it } from 'vitest'
import type { Instrument, Rule } from '@brightline/language'
import { checkInstruments } from '../../src/check/check.ts'
import { doubt, duty, example, fact, from, instrument, is, library, promise, range, rule } from '../small-law.ts'

const years = fact('years', { kind: 'number', min: 0, max: 1000, unit: 'years', canBeNever: false })

/** Rules that tell years apart at so many numbers. */
function cuts(count: number, start: number, more: Partial<Rule> = {}): readonly Rule[] {
  return Array.from({ length: count }, (_, index) =>
    rule(`(${start}.${index})`, 'may', { condition: range('years', start + index * 2, null), ...more }),
  )
}

function problemsOf(all: readonly Instrument[], checked: Instrument): object {
  return checkInstruments(library(all, { facts: [years, fact('warrant')] }), [checked]).problems.map(
    ({ code, where, values }) => ({ code, file: where.file, act: values['act'] }),
  )
}

describe('a check', () => {
  it('counts what it checked', () => {
    const text = instrument('us/xx/act', {
      rules: [rule('(a)', 'may'), rule('(b)', 'may')],
      duties: [duty('(c)')],
      doubts: [doubt('(d)', is('warrant', 'yes'), false)],
      examples: [example('one', {}), example('two', {}), example('three', {})],
      promises: [promise('p', { kind: 'blind', acts: null, facts: ['warrant'] })],
    })
    const other = instrument('us/xx/other', { rules: [rule('(a)', 'may')] })
    expect(checkInstruments(library([text, other]), [text, other]).counts).toEqual({
      ...{ instruments: 2, rules: 3, duties: 1, examples: 3, promises: 1 },
    })
  })

  it('names an act that only the layers together cut too finely', () => {
    const above = instrument('us/act', { rank: 'federal', rules: cuts(20, 0) })
    const text = instrument('us/xx/act', { rules: cuts(20, 1), file: 'us/xx/act.policy' })
    const problem = { code: 'POL-0504', file: 'us/xx/act.policy', act: 'hold' }
    expect(problemsOf([above, text], text)).toEqual([problem])
    expect(problemsOf([above], above)).toEqual([])
    expect(problemsOf([text], text)).toEqual([])
  })

  it('names it once where the text alone is too fine already', () => {
    const text = instrument('us/xx/act', { rules: [...cuts(40, 0), rule('(m)', 'must')] })
    expect(problemsOf([text], text)).toHaveLength(1)
  })

  it('looks at the law as it stands last', () => {
    const above = instrument('us/act', { rank: 'federal', rules: cuts(20, 0, { inForce: from('2030-01-01') }) })
    const text = instrument('us/xx/act', { rules: cuts(20, 1) })
    expect(problemsOf([above, text], text)).toHaveLength(1)
    const gone = instrument('us/act', {
      rank: 'federal',
      rules: cuts(20, 0, { inForce: from('1990-01-01', '1999-12-31') }),
    })
    expect(problemsOf([gone, text], text)).toEqual([])
  })
})

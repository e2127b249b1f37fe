import { describe, expect, it } from 'vitest'
import { liveRules } from '../../src/interpret/interpret.ts'
import { instrument, library, rule } from '../small-law.ts'

describe('the live rules of an instrument', () => {
  it('are found at once where each of fifty rules overrides all before it', () => {
    const labels = Array.from({ length: 50 }, (_, index) => `(${index + 1})`)
    const { rules } = instrument('us/xx/act', {
      rules: labels.map((label, index) => rule(label, 'may', { overrides: labels.slice(0, index) })),
    })
    expect(liveRules(rules, new Map(), library([]).vocabulary).map(({ label }) => label)).toEqual(['(50)'])
  })
})

/** Which way an answer moves: every pair of verdicts. */
import { describe, expect, it } from 'vitest'
import type { Verdict } from '@brightline/language'
import { directionOf, type Direction } from '../../src/analysis/direction.ts'

const verdicts: readonly Verdict[] = ['prohibited', 'conflict', 'no-rule', 'permitted', 'required']

/** Down the verdict before, across the verdict after, in the order above. */
const table: Readonly<Record<string, readonly Direction[]>> = {
  prohibited: ['as-strict', 'now-unclear', 'looser', 'looser', 'looser'],
  conflict: ['stricter', 'as-strict', 'looser', 'looser', 'looser'],
  'no-rule': ['stricter', 'now-unclear', 'as-strict', 'as-strict', 'looser'],
  permitted: ['stricter', 'now-unclear', 'as-strict', 'as-strict', 'looser'],
  required: ['stricter', 'now-unclear', 'stricter', 'stricter', 'as-strict'],
}

describe('the direction of a change', () => {
  for (const [from, row] of Object.entries(table)) {
    it(`from ${from} is that of the table`, () => {
      expect(verdicts.map((to) => directionOf(verdicts.find((one) => one === from) ?? 'conflict', to))).toEqual(row)
    })
  }

  it('turns round when the sides are exchanged, but for what becomes clear', () => {
    const back = { stricter: 'looser', looser: 'stricter', 'as-strict': 'as-strict' } as const
    for (const from of verdicts) {
      for (const to of verdicts) {
        const direction = directionOf(from, to)
        if (direction === 'now-unclear' || directionOf(to, from) === 'now-unclear') continue
        expect(directionOf(to, from)).toBe(back[direction])
      }
    }
  })
})

import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/names/nearest.ts'

describe('nearest', () => {
  const cases: readonly { name: string; word: string; candidates: readonly string[]; want: string | null }[] = [
    { name: 'finds a name with two letters swapped', word: 'hodl', candidates: ['hold', 'fold'], want: 'hold' },
    { name: 'prefers the nearer of two', word: 'transfr', candidates: ['transform', 'transfer'], want: 'transfer' },
    { name: 'keeps the first of two that are equally near', word: 'cat', candidates: ['bat', 'rat'], want: 'bat' },
    { name: 'guesses nothing when nothing is near', word: 'telegram', candidates: ['hold', 'stop'], want: null },
    { name: 'guesses nothing among nothing', word: 'hold', candidates: [], want: null },
    {
      name: 'allows more slips in long names',
      word: 'a judical warant is presentd',
      candidates: ['a judicial warrant is presented'],
      want: 'a judicial warrant is presented',
    },
  ]
  it.each(cases)('$name', ({ word, candidates, want }) => expect(nearest(word, candidates)).toBe(want))
})

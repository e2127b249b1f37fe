import { describe, expect, it } from 'vitest'
import { amountWords, unitWords } from '../../src/index.ts'

describe('amountWords', () => {
  const cases: readonly (readonly [amount: number, unit: string | null, lang: string, want: string])[] = [
    [1, 'months', 'en', '1 month'],
    [2, 'months', 'en', '2 months'],
    [1, 'months', 'es', '1 mes'],
    [2, 'months', 'es', '2 meses'],
    [48, 'hours', 'vi', '48 giờ'],
    [12000, 'days', 'en', '12,000 days'],
    [3, 'boxes', 'es', '3 boxes'],
    [1, 'wards', 'en', '1 ward'],
    [3, null, 'es', '3'],
  ]
  it.each(cases)('says %s %s in %s', (amount, unit, lang, want) => expect(amountWords(amount, unit, lang)).toBe(want))
})

describe('unitWords', () => {
  const cases: readonly (readonly [unit: string, lang: string, want: string])[] = [
    ['years', 'en', 'years'],
    ['years', 'es', 'años'],
    ['weeks', 'vi', 'tuần'],
    ['boxes', 'es', 'boxes'],
  ]
  it.each(cases)('says %s in %s', (unit, lang, want) => expect(unitWords(unit, lang)).toBe(want))
})
